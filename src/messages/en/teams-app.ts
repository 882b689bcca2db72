import type { TeamsAppMessages } from '../fr/teams-app';

const housing = {
  label: 'The projects of a theme',
  title: 'Which projects are about housing?',
  description: 'The projects of a theme, a ministry, a region or a year',
};
const savings = {
  label: 'A figure of a project',
  title: 'What savings are expected from Mentor?',
  description: 'An exact figure with its source, or “not published” when nobody gives it',
};
const ranking = {
  label: 'A ranking',
  title: 'The 5 most expensive projects',
  description: 'A ranking, a total, an average',
};
const fund = {
  label: 'The FTAP fund',
  title: 'What is the FTAP?',
  description: 'What the fund pays for, its calls and its rules',
};
const find = { title: 'Find a project', description: 'A guided search, in a few questions' };
const compare = { title: 'Compare projects', description: 'Two to five projects side by side' };
const note = { title: 'Prepare a note', description: 'One page for each project, to print or to reuse' };
const subscriptions = { title: 'My subscriptions', description: 'What you follow, to see or to stop' };
const report = { title: 'Report a mistake', description: 'A wrong figure, an answer that misses the point' };
const help = { title: 'Help', description: 'What the assistant can do' };

export const en: TeamsAppMessages = {
  name: { short: 'Public Transformation', full: 'Public Transformation Assistant' },
  description: {
    short: 'The projects paid for by the FTAP: exact answers, with their sources.',
    full: [
      'Ask in your own words about the projects paid for by the French fund for the transformation of public action (FTAP): who leads them, cost, funding, expected savings, progress, sources; lists by theme, ministry or region; totals, rankings, comparisons. Every figure comes with its source and date; a figure that nobody publishes is said to be “not published”.',
      'The assistant is automatic: it searches and computes in a base of records, without a language model and without generative artificial intelligence. It does not answer beyond that base, and does not replace official publications.',
      'In a channel or a group, mention it by its name. Wherever you write a message, its search lets you insert the record of a project.',
    ].join('\n\n'),
  },
  personalCommands: [housing, savings, ranking, fund, find, compare, note, subscriptions, report, help],
  sharedCommands: [housing, savings, ranking, fund, compare, help],
  search: {
    title: 'Find a project',
    description: 'Insert the record of a project into your message',
    parameter: { title: 'Your search', description: 'A name, an acronym, a theme, a ministry or a question' },
    samplePrompts: [
      { text: 'Find the Mentor project' },
      { text: 'Which FTAP projects are about housing?' },
      { text: 'The transformation projects of the Ministry of Justice' },
    ],
  },
  disclaimer:
    'Automatic assistant, without generative artificial intelligence: it searches and computes in a base of public records on the projects paid for by the FTAP, and cites its sources. Go back to the source before you decide or publish. Write no personal data.',
  connector: {
    displayName: 'Public transformation projects',
    description:
      'Searches and reads the records of the projects paid for by the French fund for the transformation of public action (FTAP): who leads them, cost, funding, expected savings, progress, with the source and date of each figure. Read only, on public data.',
  },
};
