const TIMES = (times: number): string => (times > 1 ? `${times} fois` : 'une fois');

/** What the desk says of what people left: questions without an answer, bad ratings, mistakes reported, opinions. */
export const DESK_INBOX = {
  title: 'Demandes des agents',
  intro:
    'Ce que les personnes ont demandé en vain, mal noté, signalé ou dit de l’assistant, regroupé par ressemblance, le plus fréquent d’abord. Les noms, téléphones et adresses y sont masqués.',
  sortsLabel: 'Sortes de demandes',
  sorts: { unanswered: 'Sans réponse', rated: 'Mal notées', reported: 'Signalées', opinion: 'Avis' },
  counted: (label: string, groups: number) => `${label} (${groups})`,
  cut: 'Il y a plus de demandes que cette page n’en montre : voici les plus fréquentes, et les plus récentes. Les autres paraîtront à mesure que celles-ci seront traitées ou effacées.',
  none: 'Rien à traiter ici.',
  onProject: (project: string, text: string) => `${project} : ${text}`,
  times: (times: number, wordings: number, latest: string) =>
    `${TIMES(times)}${wordings > 1 ? `, sous ${wordings} formes` : ''}, la dernière le ${latest}`,
  open: 'Traiter',
  openWhich: (question: string) => `Traiter : ${question}`,
  more: (left: number) => (left > 1 ? `Voir les ${left} groupes suivants` : 'Voir le groupe suivant'),
  back: 'Toutes les demandes',
  gone: {
    title: 'Demande introuvable',
    text: 'Cette demande a été traitée, ou effacée parce qu’elle avait plus d’un an.',
  },
  group: {
    title: 'Une demande',
    wordings: 'Comment elle a été dite',
    wording: (text: string, times: number) => `« ${text} », ${TIMES(times)}`,
    before: (questions: readonly string[]) => `Juste avant : ${questions.map((text) => `« ${text} »`).join(', ')}`,
    comment: (text: string) => `Commentaire : « ${text} »`,
    mark: (rating: number) => `Note : ${rating} sur 5`,
    reported: (text: string) => `Signalé : « ${text} »`,
    answered: (text: string) => `Réponse d’alors : « ${text} »`,
    now: 'Ce que l’assistant répond aujourd’hui à cette question seule',
    why: 'Comment il la comprend',
    probability: (percent: string) => `Probabilité de cette lecture : ${percent} %.`,
    whatToDo: 'Que faire ?',
  },
  synonym: {
    title: 'Ajouter un synonyme',
    hint: 'Un mot ou un sigle que les personnes emploient pour une fiche : « Bercy » pour le ministère des finances. Il comptera dans toutes les questions.',
    text: 'Mot ou expression',
    record: 'Il désigne',
    submit: 'Ajouter au brouillon et voir ce qui change',
  },
  wording: {
    title: 'Ajouter une façon de demander',
    hint: 'Une question entière, telle qu’on la pose, qui doit mener à cette fiche sans en citer le nom.',
    text: 'Façon de demander',
    record: 'Elle mène à',
    submit: 'Ajouter au brouillon et voir ce qui change',
  },
  language: 'Langue',
  languages: { fr: 'français', en: 'anglais' },
  choose: 'Choisissez une fiche',
  likely: 'Les plus proches de la demande',
  record: {
    title: 'Corriger une fiche',
    hint: 'Si la réponse est fausse ou a vieilli, corrigez la fiche : vous verrez ce qui change avant toute publication.',
    all: 'Chercher une autre fiche',
  },
  golden: {
    title: 'Garder comme question témoin',
    hint: 'Si la réponse d’aujourd’hui est juste, gardez-la : avant chaque publication, l’atelier vérifiera qu’elle ne s’abîme pas.',
    submit: 'La réponse d’aujourd’hui est juste : la garder',
  },
  done: {
    title: 'C’est traité',
    hint: 'Le groupe quitte la liste. Il y revient si la demande est faite de nouveau.',
    submit: 'Marquer traité',
  },
  erase: {
    submit: 'Effacer ces demandes',
    hint: 'S’il y reste un nom ou de quoi reconnaître quelqu’un : tout ce groupe est effacé pour de bon, et ne se retrouve pas.',
    confirm: 'Oui, effacer pour de bon',
  },
  faults: {
    text: 'Écrivez le mot ou la phrase à ajouter.',
    tooLong: 'C’est trop long : 200 caractères au plus.',
    record: 'Choisissez la fiche dans la liste.',
    there: (name: string) => `« ${name} » l’a déjà : rien n’est ajouté.`,
    missing: 'Cette fiche n’existe plus : choisissez-en une autre.',
  },
};
