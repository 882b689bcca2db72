import type { WidgetMessages } from './messages';

export const en: WidgetMessages = {
  title: 'Public Transformation Assistant',
  close: 'Close',
  renew: 'Start again',
  notice: 'Automatic assistant: what it keeps',
  about: [
    'You are talking to a machine, without generative artificial intelligence: it searches and computes in a base of public projects, and cites its sources.',
    'The conversation is erased after 30 days without a message. Your opinions, your reports and the questions that got no answer are kept for a year, without name or address. Write no personal data.',
  ],
  forget: 'Forget me: erase this conversation',
  accessibility: 'Accessibility',
  plain: 'Version without JavaScript',
  withoutScript: 'The conversation needs JavaScript. You can also ask your questions with a plain form:',
  opening: 'Opening the conversation…',
};
