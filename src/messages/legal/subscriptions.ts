/** What is kept of those who asked to be told of changes, and for how long. To be changed with what the program does. */
export const SUBSCRIPTIONS_KEPT: Readonly<Record<'fr' | 'en', string>> = {
  fr: 'vos abonnements (« préviens-moi si… ») : ce que vous suivez et la conversation où vous prévenir. Ils sont gardés jusqu’à ce que vous les arrêtiez, et effacés après un an sans avis envoyé ni message de votre part ;',
  en: 'your subscriptions (“tell me if…”): what you follow and the conversation to tell you in. They are kept until you stop them, and deleted after a year without a notice sent or a message of yours;',
};
