/** Every sentence of the page that its HTML does not hold. */

/** What the page says of the state of the conversation. */
export const SAID = {
  /** Ends the name of a link that leaves the page. */
  outside: '(nouvel onglet)',
  opening: 'Ouverture de la conversation…',
  online: 'En ligne',
  connecting: 'Connexion…',
  lost: 'Hors ligne',
  dead: 'La conversation s’est interrompue. Vos messages précédents restent affichés, mais l’assistant ne peut plus y répondre.',
  unreachable: 'L’assistant ne répond pas. Vérifiez votre connexion, puis réessayez.',
  retry: 'Réessayer',
  renew: 'Recommencer la conversation',
  forgotten:
    'La conversation est effacée. Vos avis, vos signalements et les questions restées sans réponse sont gardés un an, sans nom ni coordonnées.',
  notErased: 'Le serveur n’a pas pu être joint\u00a0: rien n’a été effacé. Réessayez dans un instant.',
  perhapsErased: 'Le serveur n’a pas confirmé l’effacement. Réessayez dans un instant.',
  tooLate:
    'Cette conversation s’est fermée il y a trop longtemps pour être effacée d’ici. Elle le sera d’elle-même après 30\u00a0jours sans message.',
  missing: 'La conversation n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.',
};

const WAY =
  'Maj + Tab, deux ou trois fois, mène à l’historique de la conversation\u00a0; la touche Entrée y ouvre le message.';

const TWELVE_HOURS = /(\d+):(\d+)\s([AP])M/u;

function hours(_, hour, minutes, half) {
  return `${(hour % 12) + (half === 'P' ? 12 : 0)} h ${minutes}`;
}

/** What Web Chat 4.18.1 has no French for, or says in the words of its developers. */
export const WEB_CHAT_SAYS = {
  ACTIVITY_BOT_ATTACHED_ALT: 'L’assistant a joint\u00a0:',
  ACTIVITY_BOT_SAID_ALT: 'L’assistant a dit :',
  // "27 novembre à 3:52 PM" is all that it has of a time: hours are counted here, where the time is put into the sentence.
  ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: { replace: (_, time) => `Envoyé le ${time.replace(TWELVE_HOURS, hours)}` },
  CONNECTIVITY_STATUS_ALT_RENDER_ERROR: 'Ce message ne peut pas être affiché.',
  KEYBOARD_HELP_CHAT_HISTORY_HEADER: 'Historique de la conversation',
  KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER: 'Quitter le message',
  KEYBOARD_HELP_CHAT_WINDOW_BODY_MOVE_BETWEEN_ITEMS_HEADER: 'Se déplacer entre les éléments de la conversation',
  KEYBOARD_HELP_CHAT_WINDOW_HEADER: 'Fenêtre de conversation',
  SUGGESTED_ACTIONS_LABEL_ALT: 'Réponses proposées',
  TEXT_INPUT_PLACEHOLDER: 'Posez votre question',
  TRANSCRIPT_ARIA_LABEL_ALT: 'Historique de la conversation, appuyez sur les touches de direction pour naviguer.',
  TRANSCRIPT_ARIA_ROLE_ALT: 'historique de la conversation',
  TRANSCRIPT_TERMINATOR_TEXT: 'Fin de l’historique de la conversation',
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT: `Ce message a des boutons ou des champs. ${WAY}`,
  TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT: `Ce message a des liens. ${WAY}`,
  TYPING_INDICATOR_ALT: 'L’assistant écrit',
  VOTE_DISLIKE_ALT: 'Pas utile',
  VOTE_LIKE_ALT: 'Utile',
};
