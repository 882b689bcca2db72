import { projects } from './answers';
import type { CardMessages } from '../fr/cards';

export const en: CardMessages = {
  more: (count) => `More (${count})`,
  previous: 'Previous ones',
  noMore: 'There is no more: all of it was shown.',
  nothingToGoOn: 'There is no list to go on with yet. Ask for one, for instance “Which projects are about housing?”.',
  changed: 'Updated since',
  cardTooOld: 'This answer is old: ask the question again to get the figures of the moment.',
  listTooOld: 'This list is too old to go on with: nothing was changed. Please ask the question again.',
  readingTooOld: 'This question is too old: nothing was changed. Please ask it again.',
  export: 'CSV',
  exportReady: (count) =>
    `The file is ready: ${projects(count)}. It opens in a spreadsheet; the link works for 24 hours.`,
  exportLink: 'Download the CSV file',
  nothingToExport:
    'There is nothing to export yet. Ask for a list, a total or a comparison first, for instance “Which projects are about housing?”.',
  exportImpossible:
    'I cannot make a link for this answer: it is too long, or the public address of the assistant is not set.',
  noProjectFound: (said) =>
    `No project matches “${said}”. Try a name, a theme or a body: “Mentor”, “housing”, “Justice”.`,
  record: 'Full record',
  projectPage: 'Open the page of the project',
  figures: 'The figures',
  moreNotes: (count) => (count > 1 ? `${count} details` : '1 detail'),
  otherFigures: (count) => (count > 1 ? `${count} other figures` : '1 other figure'),
  project: 'Project',
  counted: 'Amount',
  others: 'Of another nature, not added',
  part: 'Set',
  coverage: 'Projects with a published amount',
  picture: (title) => `Bars. ${title}`,
  sources: (count) => (count > 1 ? `${count} sources` : '1 source'),
  next: 'To go on',
  reasons: {
    exact: 'The answer is right',
    clear: 'It is clear',
    sourced: 'The sources are useful',
    wrong: 'A figure or a fact is wrong',
    incomplete: 'Something is missing',
    misunderstood: 'My question was misunderstood',
    outdated: 'The information is old',
    unclear: 'It is not clear',
    other: 'Something else',
  },
  comment: 'Write a comment',
  thanks: 'Thank you, noted. Why?',
  thanksGood: 'Thank you, that helps.',
  thanksBad: 'Thank you, that helps: your question and this answer are passed on to the team, without your name.',
  alreadyRated: 'Already noted.',
  unknownAnswer: 'This answer is too old to be rated: nothing was changed.',
};
