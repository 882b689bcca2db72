import { projects } from './answers';
import type { ProjectsMessages } from '../fr/projects';

const DIMENSIONS = { theme: 'Theme', body: 'Lead body', year: 'Year', territory: 'Territory' } as const;

export const en: ProjectsMessages = {
  link: 'Projects',
  title: 'All projects',
  intro:
    'The projects that the fund for the transformation of public action (FTAP) pays for, with the amount when a source publishes it.',
  formLabel: 'Choose projects',
  words: 'Name or subject',
  dimensions: DIMENSIONS,
  any: { theme: 'Any', body: 'Any', year: 'Any', territory: 'Any' },
  show: 'Show',
  clear: 'Clear all',
  count: (shown, total) => (shown === total ? projects(total) : `${shown} of ${projects(total)}`),
  none: 'No project of the base answers to all of this. Take a criterion away, or search with other words.',
  chosen: (dimension, value) => (dimension === 'words' ? `“${value}”` : `${DIMENSIONS[dimension]}: ${value}`),
  without: 'take this criterion away',
  ignored: (dimension, value) =>
    `No project stands under “${value}” (${DIMENSIONS[dimension].toLowerCase()}): this criterion is left aside.`,
  orderLabel: 'Sort:',
  orders: { name: 'by name', date: 'latest first', funding: 'by funding', nearest: 'nearest first' },
  columns: { project: 'Project and lead body', year: 'Year', funding: 'FTAP funding' },
  yearUnknown: 'year not published',
  csv: (count) =>
    count === 1 ? 'This project as a spreadsheet (CSV)' : `These ${count} projects as a spreadsheet (CSV)`,
  byTheme: 'By theme',
  byBody: 'By ministry or body',
  more: (count) => (count === 1 ? 'See the last one' : `See the ${count} others`),
  pagesLabel: 'Pages of the list',
  page: (page, of) => `Page ${page} of ${of}`,
  previous: 'Previous page',
  next: 'Next page',
  pathLabel: 'Breadcrumb',
};
