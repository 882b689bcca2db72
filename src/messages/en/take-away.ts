import { projects } from './answers';
import type { TakeAwayMessages } from '../fr/take-away';
import { capitalised } from '../sentences';

export const en: TakeAwayMessages = {
  spreadsheet: {
    columns: {
      name: 'Project',
      nature: 'Nature of the savings',
      period: 'Period of the savings',
      counted: 'Counted in the computation',
      ranked: 'Ranked',
    },
    fieldColumn: (label, isAmount) => `${capitalised(label)}${isAmount ? ' (€ million)' : ''}`,
    counted: {
      yes: 'yes',
      unlike: 'no, amount of another nature',
      unpublished: 'no, amount not published',
    },
    groupColumns: {
      projects: 'Number of projects',
      published: 'Projects whose amount is counted',
      nature: 'Nature of the amount',
    },
    groupName: {
      ministry: 'Ministry',
      carrier: 'Lead body',
      theme: 'Theme',
      year: 'Year',
      call: 'Call for projects',
      territory: 'Territory',
      asked: 'Set compared',
    },
    groupValue: (operation, label) => `${operation === 'average' ? 'Average' : 'Total'} — ${label} (€ million)`,
  },
  fileWords: { projects: 'projects', comparison: 'comparison', note: 'note', by: 'by' },
  note: {
    severalTitle: (count) => `${projects(count)} of the FTAP`,
    established: (date) => `Note made on ${date} from public sources`,
    headings: {
      amounts: 'Amounts',
      identity: 'Key facts',
      status: 'Status',
      conflicts: 'Where sources disagree',
      sources: 'Sources',
      reading: 'How to read this note',
      overview: 'Overview',
    },
    tableCaption: 'Published amounts, project by project',
    totalRow: 'Total',
    unlikeLeftOut: (label, count) =>
      count === 1
        ? `${label}: one amount of another nature is not in the total.`
        : `${label}: ${count} amounts of another nature are not in the total.`,
    fullName: 'Full name',
    label: (label) => `${label}:`,
    noAddress: 'no address online',
    reading: [
      '“Not published”: none of the sources that were read gives the information, which does not mean that it is zero.',
      'This note was put together automatically from sourced records, without a language model: please check it before passing it on.',
    ],
    printHint: 'To print this note or save it as a PDF: Ctrl + P.',
  },
  linkPages: {
    expired: {
      title: 'This link has expired',
      text: 'It worked for 24 hours. To get a new one, ask the assistant the same question.',
    },
    unknown: {
      title: 'This link leads nowhere',
      text: 'It may be incomplete: copy all of it, or ask the assistant the same question to get a new one.',
    },
    gone: {
      title: 'These records are no longer in the base',
      text: 'The base has changed since this link was made. Ask the assistant the same question to get what it holds today.',
    },
  },
};
