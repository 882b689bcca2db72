import { either, list } from './answers';
import { capitalised, isOneWord } from '../sentences';
import type { Part, QuestionMessages } from '../fr/questions';

const limited = (what: string, limits: readonly string[]): string =>
  limits.length === 0 ? what : `${what}: ${limits.join(', ')}`;

const OPERATIONS = {
  count: 'Number of projects',
  sum: 'Total',
  average: 'Average',
  median: 'Median',
  max: 'The highest',
  min: 'The lowest',
} as const;

/** As in French, on buttons. */
export const BY: Readonly<Record<Part, string>> = {
  ministry: 'by ministry',
  carrier: 'by lead body',
  theme: 'by theme',
  year: 'by year',
  call: 'by call',
  territory: 'by territory',
  asked: 'side by side',
};

export const en: QuestionMessages = {
  verdicts: {
    true: 'Yes, according to the sources.',
    false: 'No, not according to the sources.',
    incomplete: 'I cannot confirm it: not all of the amounts are published.',
    'at-least': 'I cannot confirm it: the sources give no more than a minimum.',
    retained: 'Yes for the value that the record keeps, no for another one that was published.',
    'other-value': 'No for the value that the record keeps, yes for another one that was published.',
    funding: 'This amount is the funding from the fund, not the total cost.',
    cost: 'This amount is the total cost, not the funding from the fund.',
    'not-said': 'The record does not say so.',
    'told-again': 'If it is on this point, the sources that we read say no more than this:',
    'no-cause': 'The sources do not give the cause. Here is what they say:',
    'not-all': 'The base only holds the projects that a source read names: the fund supported more.',
    'no-contact': 'No contact is published. Here is who leads the project:',
    'no-number': 'None of the sources read gives that number.',
    'no-end': 'The sources do not say whether it is finished.',
    'no-delay': 'No source that we read tells of a delay.',
    supposed: 'If I understood your question:',
    'limits-lifted': 'Nothing within what came before. In the whole base:',
    unpublished: 'Only amounts that a source publishes are counted; the others are not known.',
  },
  leftAside: (names) =>
    `No theme, body or place of the base is called ${either(names.map((name) => `“${name}”`))}: that was left aside.`,
  fact: (labels, project) => `${capitalised(list(labels))} of ${project}`,
  projects: (labels, limits) => {
    if (labels.length > 0) return limited(`${capitalised(list(labels))} of the projects`, limits);
    return limits.length === 0 ? 'All projects' : limited('Projects', limits);
  },
  ranked: (label, direction, limit, limits) => {
    const which = limit === null ? 'Projects' : limit === 1 ? 'The first project' : `The first ${limit} projects`;
    const order =
      label === null
        ? `${direction === 'descending' ? 'latest' : 'oldest'} first`
        : `by ${label}, ${direction === 'descending' ? 'highest' : 'lowest'} first`;
    return limited(`${which} ${order}`, limits);
  },
  computed: (operation, label, by, limits) => {
    const isRank = operation === 'max' || operation === 'min';
    const what =
      operation === 'count' || label === null
        ? isRank
          ? `${operation === 'max' ? 'The most' : 'The fewest'} projects`
          : OPERATIONS.count
        : `${OPERATIONS[operation]}, ${label}`;
    return limited(by === null ? what : `${what} ${BY[by]}`, limits);
  },
  comparison: (names, label) => `Comparison: ${list(names)}${label === null ? '' : `, ${label}`}`,
  fund: (questions) => `The fund: ${questions.join(' ')}`,
  whichProject: (names) => `One project among ${list(names)}`,
  whichReading: 'A question to be made clear',
  courtesy: 'A word to the assistant',
  unknown: 'A question without an answer',
  either,
  body: (name) => /^Ministry (?:of |for )(?:the )?(?!.* and )(?<rest>.+)$/u.exec(name)?.groups?.['rest'] ?? name,
  readings: (count) => `Your question can be read in ${count === 2 ? 'two' : 'several'} ways. Which one is right?`,
  understood: (label, words, isFollowUp) => {
    const quoted = words.map((word) => `“${word}”`);
    const from = words.length === 0 ? [] : [`from the ${isOneWord(words) ? 'word' : 'words'} ${list(quoted)}`];
    const said = label.endsWith('?') ? `“${label}”` : label;
    return `I understood: ${[said, ...from, ...(isFollowUp ? ['going on from the question before'] : [])].join('; ')}.`;
  },
};
