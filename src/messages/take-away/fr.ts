import { enumerate } from '../messages';
import type { TakeAwayMessages } from './messages';

const projects = (count: number): string => (count > 1 ? `${count} projets` : `${count} projet`);
const among = (filters: readonly string[]): string => (filters.length === 0 ? '' : ` (${filters.join(' ; ')})`);

export const fr: TakeAwayMessages = {
  spreadsheet: {
    columns: {
      name: 'Projet',
      carrier: 'Porteur',
      call: 'Appel à projets',
      date: 'Date d’annonce',
      territory: 'Territoire',
      themes: 'Thèmes',
      funding: 'Financement FTAP (M€)',
      cost: 'Coût total (M€)',
      savings: 'Économies attendues (M€)',
      nature: 'Nature des économies',
      period: 'Durée des économies',
      counted: 'Compté dans le calcul',
      ranked: 'Classé',
      status: 'Avancement',
      summary: 'Présentation',
      partners: 'Partenaires',
      beneficiaries: 'Bénéficiaires',
      sources: 'Sources',
    },
    counted: {
      yes: 'oui',
      unlike: 'non, montant de nature différente',
      unpublished: 'non, montant non publié',
    },
    groupColumns: {
      projects: 'Nombre de projets',
      published: 'Projets dont le montant est compté',
      nature: 'Nature du montant',
    },
    groupName: {
      ministry: 'Ministère',
      carrier: 'Porteur',
      theme: 'Thème',
      year: 'Année',
      call: 'Appel à projets',
      territory: 'Territoire',
      asked: 'Ensemble comparé',
    },
    groupValue: (operation, label) => `${operation === 'average' ? 'Moyenne' : 'Total'} — ${label} (M€)`,
    projectsTitle: (held, total, filters) =>
      held < total
        ? `Les ${held} premiers de ${projects(total)}${among(filters)}`
        : `${projects(total)}${among(filters)}`,
    comparisonTitle: (names) => `Comparaison de ${enumerate(names, 'et')}`,
    groupsTitle: (groupName, filters) => `Répartition par ${groupName}${among(filters)}`,
  },
  fileWords: { projects: 'projets', comparison: 'comparaison', note: 'note', by: 'par' },
  note: {
    severalTitle: (count) => `${projects(count)} du FTAP`,
    established: (date) => `Note établie le ${date} à partir de sources publiques`,
    headings: {
      amounts: 'Montants',
      identity: 'Repères',
      status: 'Avancement',
      conflicts: 'Désaccords entre les sources',
      sources: 'Sources',
      reading: 'Comment lire cette note',
      overview: 'Vue d’ensemble',
    },
    tableCaption: 'Montants publiés, projet par projet',
    projectColumn: 'Projet',
    totalRow: 'Total',
    coverage: (known, total) => `${known} projet${known > 1 ? 's' : ''} sur ${total}`,
    unlikeLeftOut: (label, count) =>
      count === 1
        ? `${label} : un montant de nature différente n’est pas compris dans le total.`
        : `${label} : ${count} montants de nature différente ne sont pas compris dans le total.`,
    fullName: 'Nom complet',
    label: (label) => `${label} :`,
    about: (label) => `${label}.`,
    conflictFields: {
      savings: 'économies attendues',
      funding: 'financement FTAP',
      cost: 'coût total',
      call: 'appel à projets',
      date: 'date d’annonce',
    },
    conflictsInFrench: (count) =>
      count === 1 ? 'Un désaccord n’est décrit qu’en français.' : `${count} désaccords ne sont décrits qu’en français.`,
    noAddress: 'sans adresse en ligne',
    reading: [
      '« Non publié » : aucune des sources consultées ne donne l’information, ce qui ne veut pas dire qu’elle est nulle.',
      'Note composée automatiquement à partir de fiches sourcées, sans modèle de langue : à relire avant diffusion.',
    ],
    printHint: 'Pour imprimer cette note ou l’enregistrer en PDF : Ctrl + P.',
  },
  linkPages: {
    expired: {
      title: 'Ce lien n’est plus valable',
      text: 'Il servait pendant 24 heures. Pour en recevoir un nouveau, posez la même question à l’assistant.',
    },
    unknown: {
      title: 'Ce lien ne mène à rien',
      text: 'Il est peut-être incomplet : copiez-le en entier, ou posez la même question à l’assistant pour en recevoir un nouveau.',
    },
    gone: {
      title: 'Ces fiches ne sont plus dans la base',
      text: 'La base a changé depuis que ce lien a été fait. Posez la même question à l’assistant pour recevoir ce qu’elle contient aujourd’hui.',
    },
  },
};
