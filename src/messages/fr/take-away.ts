import { capitalised, type Sentences } from '../sentences';
import { projects } from './answers';

/** The words of what people take away: spreadsheets, notes, and the pages that a link shows when it no longer works. */
export const fr = {
  spreadsheet: {
    columns: {
      name: 'Projet',
      nature: 'Nature des économies',
      period: 'Durée des économies',
      counted: 'Compté dans le calcul',
      ranked: 'Classé',
    },
    fieldColumn: (label: string, isAmount: boolean) => `${capitalised(label)}${isAmount ? ' (M€)' : ''}`,
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
    groupValue: (operation: 'average' | 'total', label: string) =>
      `${operation === 'average' ? 'Moyenne' : 'Total'} — ${label} (M€)`,
  },
  /** Words of file names, to be reduced to ASCII. */
  fileWords: { projects: 'projets', comparison: 'comparaison', note: 'note', by: 'par' },
  note: {
    severalTitle: (count: number) => `${projects(count)} du FTAP`,
    established: (date: string) => `Note établie le ${date} à partir de sources publiques`,
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
    totalRow: 'Total',
    unlikeLeftOut: (label: string, count: number) =>
      count === 1
        ? `${label} : un montant de nature différente n’est pas compris dans le total.`
        : `${label} : ${count} montants de nature différente ne sont pas compris dans le total.`,
    fullName: 'Nom complet',
    label: (label: string) => `${label} :`,
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

export type TakeAwayMessages = Sentences<typeof fr>;
