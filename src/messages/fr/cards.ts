import type { Sentences } from '../sentences';
import { plural, projects } from './answers';

/** What stands on cards beside the answers themselves: buttons, headings of tables, and what is said of a vote. */
export const fr = {
  more: (count: number) => `La suite (${count})`,
  previous: 'Les précédents',
  noMore: 'Il n’y a pas de suite : tout a été montré.',
  /** "La suite" when no list was shown. */
  nothingToGoOn:
    'Il n’y a pas encore de liste à continuer. Demandez-en une, par exemple « Quels projets concernent le logement ? ».',
  changed: 'Mis à jour depuis',
  cardTooOld: 'Cette réponse est ancienne : posez la question à nouveau pour avoir les chiffres du moment.',
  listTooOld: 'Cette liste est trop ancienne pour en voir la suite : rien n’a été changé. Posez la question à nouveau.',
  readingTooOld: 'Cette question est trop ancienne : rien n’a été changé. Posez-la à nouveau.',
  export: 'CSV',
  /** `parts`: how many a computation is split into; 0 for a file of projects. */
  exportReady: (count: number, parts: number) =>
    `Le fichier est prêt : ${parts > 0 ? plural(parts, 'ligne', 'lignes') : projects(count)}. Il s’ouvre dans un tableur ; le lien est valable 24 heures.`,
  exportLink: 'Télécharger le fichier CSV',
  nothingToExport:
    'Il n’y a encore rien à exporter. Demandez d’abord une liste, un total ou une comparaison, par exemple « Quels projets concernent le logement ? ».',
  exportImpossible:
    'Je ne peux pas faire de lien pour cette réponse : elle est trop longue, ou l’adresse publique de l’assistant n’est pas réglée.',
  /** In Teams' search, when no project fits what was typed. */
  noProjectFound: (said: string) =>
    `Aucun projet ne correspond à « ${said} ». Essayez un nom, un thème ou un organisme : « Mentor », « logement », « Justice ».`,
  /** Opens the key figures of a project, and the page that holds all that is known of it. */
  record: 'Fiche complète',
  projectPage: 'Ouvrir la page du projet',
  figures: 'Les chiffres',
  moreNotes: (count: number) => (count > 1 ? `${count} précisions` : '1 précision'),
  announcedParts: (parts: string) => `Annoncé pour le fonds entier, que la base ne contient qu’en partie : ${parts}.`,
  otherFigures: (count: number) => (count > 1 ? `${count} autres chiffres` : '1 autre chiffre'),
  project: 'Projet',
  counted: 'Montant',
  criterion: 'Information',
  meaning: 'Objet et source',
  others: 'D’une autre nature, non ajoutés',
  part: 'Ensemble',
  coverage: 'Projets avec un montant publié',
  picture: (title: string) => `Barres. ${title}`,
  sources: (count: number) => (count > 1 ? `${count} sources` : '1 source'),
  next: 'Pour continuer',
  reasons: {
    exact: 'La réponse est exacte',
    clear: 'Elle est claire',
    sourced: 'Les sources sont utiles',
    wrong: 'Un chiffre ou un fait est faux',
    incomplete: 'Il manque quelque chose',
    misunderstood: 'Ma question a été mal comprise',
    outdated: 'L’information est ancienne',
    unclear: 'Ce n’est pas clair',
    other: 'Autre chose',
  },
  comment: 'Écrire un commentaire',
  /** After a vote, above its reasons. */
  thanks: 'Merci, c’est noté. Pourquoi ?',
  thanksGood: 'Merci, c’est précisé.',
  thanksBad: 'Merci, c’est précisé : votre question et cette réponse sont transmises à l’équipe, sans votre nom.',
  alreadyRated: 'C’est déjà noté.',
  unknownAnswer: 'Cette réponse est trop ancienne pour être notée : rien n’a été changé.',
};

export type CardMessages = Sentences<typeof fr>;
export type Reason = keyof CardMessages['reasons'];
