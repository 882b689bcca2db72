import type { Sentences } from '../sentences';
import { projects } from './answers';

const DIMENSIONS = { theme: 'Thème', body: 'Porteur', year: 'Année', territory: 'Territoire' } as const;

/** Every word of the list of all projects, which people look through by theme, body, year and place. */
export const fr = {
  link: 'Projets',
  title: 'Tous les projets',
  intro:
    'Les projets que finance le fonds pour la transformation de l’action publique (FTAP), avec le montant de l’aide quand une source le publie.',
  formLabel: 'Choisir des projets',
  words: 'Nom ou sujet',
  dimensions: DIMENSIONS,
  any: { theme: 'Tous', body: 'Tous', year: 'Toutes', territory: 'Tous' },
  show: 'Afficher',
  clear: 'Tout effacer',
  count: (shown: number, total: number) => (shown === total ? projects(total) : `${projects(shown)} sur ${total}`),
  none: 'Aucun projet de la base ne répond à tout cela. Retirez un critère, ou cherchez avec d’autres mots.',
  /** A limit that is set, on the link that takes it away. */
  chosen: (dimension: ProjectDimension | 'words', value: string) =>
    dimension === 'words' ? `« ${value} »` : `${DIMENSIONS[dimension]} : ${value}`,
  without: 'retirer ce critère',
  ignored: (dimension: ProjectDimension, value: string) =>
    `Aucun projet n’est classé sous « ${value} » (${DIMENSIONS[dimension].toLowerCase()}) : ce critère est laissé de côté.`,
  orderLabel: 'Trier :',
  orders: { name: 'par nom', date: 'du plus récent', funding: 'par financement', nearest: 'les plus proches' },
  columns: { project: 'Projet et porteur', year: 'Année', funding: 'Financement FTAP' },
  yearUnknown: 'année non publiée',
  csv: (count: number) => (count > 1 ? `Ces ${count} projets en tableur (CSV)` : 'Ce projet en tableur (CSV)'),
  byTheme: 'Par thème',
  byBody: 'Par ministère ou organisme',
  more: (count: number) => (count > 1 ? `Voir les ${count} autres` : 'Voir le dernier'),
  pagesLabel: 'Pages de la liste',
  page: (page: number, of: number) => `Page ${page} sur ${of}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  pathLabel: 'Fil d’Ariane',
};

export type ProjectsMessages = Sentences<typeof fr>;
export type ProjectDimension = keyof typeof DIMENSIONS;
export type ProjectOrder = Exclude<keyof ProjectsMessages['orders'], 'nearest'>;
