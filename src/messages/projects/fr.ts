import type { ProjectsMessages } from './messages';

const projects = (count: number): string => (count > 1 ? `${count} projets` : `${count} projet`);

const DIMENSIONS = { theme: 'Thème', body: 'Porteur', year: 'Année', territory: 'Territoire' } as const;

export const fr: ProjectsMessages = {
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
  count: (shown, total) => (shown === total ? projects(total) : `${projects(shown)} sur ${total}`),
  none: 'Aucun projet de la base ne répond à tout cela. Retirez un critère, ou cherchez avec d’autres mots.',
  chosen: (dimension, value) => (dimension === 'words' ? `« ${value} »` : `${DIMENSIONS[dimension]} : ${value}`),
  without: 'retirer ce critère',
  ignored: (dimension, value) =>
    `Aucun projet n’est classé sous « ${value} » (${DIMENSIONS[dimension].toLowerCase()}) : ce critère est laissé de côté.`,
  orderLabel: 'Trier :',
  orders: { name: 'par nom', date: 'du plus récent', funding: 'par financement', nearest: 'les plus proches' },
  columns: { project: 'Projet et porteur', year: 'Année', funding: 'Financement FTAP' },
  yearUnknown: 'année non publiée',
  csv: (count) => (count > 1 ? `Ces ${count} projets en tableur (CSV)` : 'Ce projet en tableur (CSV)'),
  byTheme: 'Par thème',
  byBody: 'Par ministère ou organisme',
  more: (count) => (count > 1 ? `Voir les ${count} autres` : 'Voir le dernier'),
  pagesLabel: 'Pages de la liste',
  page: (page, of) => `Page ${page} sur ${of}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  pathLabel: 'Fil d’Ariane',
};
