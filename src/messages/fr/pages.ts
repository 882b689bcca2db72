import type { Sentences } from '../sentences';

/** The words of the pages that need no JavaScript: the form, what stands around an answer, the foot of each page. */
export const fr = {
  /** Heading of the form as long as nothing was asked. */
  formTitle: 'Posez votre question',
  label: 'Votre question',
  hint: (most: number) => `${most} caractères au plus`,
  ask: 'Demander',
  alone:
    'Chaque question est lue seule : cette page ne retient pas la précédente. La question est écrite dans l’adresse de la page : n’y mettez ni nom, ni donnée personnelle.',
  examples: 'Par exemple',
  skip: 'Aller à la réponse',
  skipHead: 'Aller au contenu',
  keyFigures: 'Repères',
  figures: (field: string | null) => (field === null ? 'Nombre de projets' : `Les chiffres : ${field}`),
  theFirst: (held: number, total: number) => `Les ${held} premiers sur ${total}`,
  otherNames: (count: number) => (count > 1 ? 'Autres noms' : 'Autre nom'),
  unpublishedMeans:
    '« Non publié » : aucune des sources consultées ne donne l’information, ce qui ne veut pas dire qu’elle est nulle.',
  missingProject: {
    title: 'Fiche introuvable',
    text: 'Aucun projet de la base n’a cette adresse : elle est peut-être incomplète, ou la fiche n’existe plus. Cherchez un projet par son nom ou son sujet, ou posez une question :',
  },
  missingPage: {
    title: 'Page introuvable',
    text: 'Aucune page n’a cette adresse : elle est peut-être incomplète, ou la page n’existe plus. Cherchez un projet par son nom ou son sujet, ou posez une question :',
  },
  failure: {
    title: 'Cette page ne peut pas être affichée',
    text: 'Le serveur n’y est pas arrivé. Réessayez dans un moment ; vous pouvez aussi chercher un projet, ou poser une question :',
  },
  busy: {
    title: 'Trop de demandes à la fois',
    text: 'Votre adresse en a envoyé plus que l’assistant n’en prend en une minute ; elle est peut-être celle de tout un service. Réessayez dans un moment. Vous pourrez aussi chercher un projet, ou poser une question :',
  },
  conversation: 'Conversation (avec JavaScript)',
  otherLanguage: 'English version',
  /** The mention that the law asks for on every page, which leads to the statement. */
  accessibility: 'Accessibilité : non conforme',
  openData: 'Données ouvertes',
  privacy: 'Vos données',
  terms: 'Conditions d’utilisation',
  headLabel: 'Pages principales',
  question: 'Poser une question',
  footLabel: 'Autres pages',
};

export type PlainMessages = Sentences<typeof fr>;
