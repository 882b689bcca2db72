/** What the page says of the state of the conversation, in English. */
export const SAID = {
  outside: '(new tab)',
  opening: 'Opening the conversation…',
  online: 'Online',
  connecting: 'Connecting…',
  lost: 'Offline',
  dead: 'The conversation was interrupted. Your earlier messages are still shown, but the assistant can no longer answer them.',
  unreachable: 'The assistant does not answer. Check your connection, then try again.',
  retry: 'Try again',
  renew: 'Start the conversation again',
  missing: 'The conversation could not be loaded. Check your connection, then try again.',
  forgotten:
    'The conversation was erased. Your opinions, your reports and the questions that got no answer are kept for a year, without name or address.',
  notErased: 'The server could not be reached: nothing was erased. Try again in a moment.',
  perhapsErased: 'The server did not confirm that the conversation was erased. Try again in a moment.',
  tooLate:
    'This conversation was closed too long ago to be erased from here. It will be erased by itself after 30 days without a message.',
};

/** What Web Chat says otherwise in its own English. */
export const WEB_CHAT_SAYS = { TEXT_INPUT_PLACEHOLDER: 'Ask your question' };
