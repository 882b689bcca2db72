import type { FieldName, Messages, Rise, TimedValue } from '../fr/answers';
import { capitalised, enumerate, namesIn, percents, signed } from '../sentences';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
export const list = (items: readonly string[]): string => enumerate(items, 'and');
export const either = (items: readonly string[]): string => enumerate(items, 'or');
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
export const projects = (count: number): string => plural(count, 'project', 'projects');
const quotedQuestions = (questions: readonly string[]): string => either(questions.map((question) => `“${question}”`));
const PARTS = {
  ministry: ['ministry or body', 'ministries or bodies'],
  carrier: ['lead body', 'lead bodies'],
  theme: ['theme', 'themes'],
  year: ['year', 'years'],
  call: ['call or selection', 'calls or selections'],
  territory: ['territory', 'territories'],
} as const;
/** The value of one, or of each of several; nothing where it stands above. */
const each = (value: string | null, names: readonly string[]): string =>
  value === null ? '' : `, ${value}${names.length > 1 ? ' each' : ''}`;
const changed = (times: number): string => signed(times, percent(Math.abs(times - 1)));
export const risen = (rise: Rise): string =>
  rise === null
    ? ''
    : `: €${AMOUNT.format(Math.abs(rise.by))} million ${rise.by > 0 ? 'more' : 'less'}${changed(rise.times)}`;
const first = (count: number): string => (count === 1 ? 'here is the first' : `here are the first ${count}`);
const timed = ({ value, when }: TimedValue): string => (when === null ? value : `${value} (${when})`);
const percent = (share: number): string => `${percents(share, 'less than', 'more than')}%`;
export const among = (filters: readonly string[]): string => (filters.length === 0 ? '' : ` (${filters.join('; ')})`);

/** As in French, but for the questions, which are whole sentences. */
export const FIELDS: Readonly<Record<FieldName, Readonly<Record<'name' | 'missing' | 'ofMany', string>>>> = {
  summary: { name: 'overview', missing: 'an overview', ofMany: 'the overviews' },
  savings: { name: 'expected savings', missing: 'the amount of expected savings', ofMany: 'the expected savings' },
  funding: {
    name: 'funding from the fund',
    missing: 'the amount of the fund’s contribution',
    ofMany: 'the FTAP funding',
  },
  cost: { name: 'total cost', missing: 'the total cost', ofMany: 'the total costs' },
  carrier: { name: 'lead body', missing: 'the lead body', ofMany: 'the lead bodies' },
  partners: { name: 'partners', missing: 'the partners', ofMany: 'the partners' },
  call: { name: 'call for projects', missing: 'the call for projects', ofMany: 'the calls for projects' },
  date: { name: 'date announced', missing: 'the date of the announcement', ofMany: 'the dates of announcement' },
  territory: { name: 'territory', missing: 'a particular territory', ofMany: 'the territories' },
  themes: { name: 'themes', missing: 'the themes', ofMany: 'the themes' },
  beneficiaries: { name: 'beneficiaries', missing: 'the beneficiaries', ofMany: 'the beneficiaries' },
  status: { name: 'status', missing: 'the status', ofMany: 'the status' },
  sources: { name: 'sources', missing: 'the sources', ofMany: 'the sources' },
};

/** Made once: to make one costs as much as to understand a short question. */
export const AMOUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

export const en: Messages = {
  botName: 'Public Transformation Assistant',
  welcome:
    'Hello, I am an automatic assistant. Ask a question about the projects that the French fund for the transformation of public action (FTAP) pays for.\nI answer from published sources, and I say so when a figure is not published.',
  suggestions: {
    first: [
      'Which projects are about housing?',
      'What savings are expected from Mentor?',
      'Which project received the most?',
    ],
    fieldOf: (field, project) => {
      const asked: Record<FieldName, string> = {
        summary: `Tell me about ${project}`,
        savings: `What savings are expected from ${project}?`,
        funding: `How much funding did ${project} get from the fund?`,
        cost: `What is the total cost of ${project}?`,
        carrier: `Who runs ${project}?`,
        partners: `Who are the partners of ${project}?`,
        call: `Which call was ${project} chosen in?`,
        date: `When was ${project} announced?`,
        territory: `Where does ${project} take place?`,
        themes: `What are the themes of ${project}?`,
        beneficiaries: `Who benefits from ${project}?`,
        status: `What is the status of ${project}?`,
        sources: `What are the sources on ${project}?`,
      };
      return asked[field];
    },
    withoutLimit: {
      topic: 'Drop the topic limit',
      carrier: 'Drop the body limit',
      territory: 'Drop the territory limit',
      period: 'Drop the date limit',
      amount: 'Drop the amount limit',
      except: 'Drop the exceptions',
      all: 'And among all the projects?',
    },
    ofSet: {
      total: 'Their total funding?',
      highest: 'Which one received the most?',
      byMinistry: 'And by ministry?',
    },
    byPart: ['How many projects per ministry?', 'How many projects per region?'],
    help: 'What can you do?',
  },
  fields: namesIn(FIELDS),
  notPublished: (fields, project, isOfAmount) =>
    `${project}: none of the sources that we read gives ${either(fields.map((field) => FIELDS[field].missing))}${isOfAmount ? ', which does not mean zero' : ''}.`,
  fact: (project, label, value) => `${project} — ${label}: ${value}${/[.!?]$/.test(value) ? '' : '.'}`,
  amount: (value, isFloor = false) => `${isFloor ? 'at least ' : ''}€${AMOUNT.format(value)} million`,
  date: (partial) => {
    const [year = '', month, day] = partial.split('-');
    const monthName = month === undefined ? '' : `${MONTHS[Number(month) - 1] ?? ''} `;
    return `${day === undefined ? '' : `${Number(day)} `}${monthName}${year}`;
  },
  note: (text) => `Note: ${text}`,
  conflict: (what, valueA, sourceA, valueB, sourceB) =>
    `Two sources differ${what === null ? '' : ` — ${what}`}: ${valueA} (${sourceA}); ${valueB} (${sourceB}).`,
  conflictInTime: (what, publisher, before, after, rise) =>
    `The same source (${publisher}) gives${what === null ? '' : ` two values — ${what}:`} ${timed(before)}, then ${timed(after)}${risen(rise)}.`,
  shareOfCost: (part, rest) =>
    `The funding is ${percent(part)} of the total cost${rest === null ? '' : `; the rest is ${rest} (${percent(1 - part)})`}.`,
  savingsNature: { expected: 'expected', revised: 'revised forecast', realised: 'already seen' },
  savingsPeriod: { 'four-years': 'over 4 years', 'one-year': 'a year', 'not-stated': 'with no period given' },
  savingsMeasure: { net: 'net of the investment', 'as-invested': 'equal to the investment' },
  callConfidence: {
    sourced: '',
    deduced: 'deduced, not confirmed by a source',
    undetermined: 'the sources do not settle which call it was',
  },
  carriedBy: (carrier) => `lead body: ${carrier}`,
  carrierUnknown: 'lead body not published',
  listHeading: (count, total, filters) =>
    `${projects(total)}${among(filters)}${count < total ? `; ${first(count)}` : ''}:`,
  listWhat: (count, total, filters) => [...filters, ...(count < total ? [first(count)] : [])].join('; '),
  listPage: (from, to, total, filters) =>
    `${from === to ? `Project ${from}` : `Projects ${from} to ${to}`} of ${total}${among(filters)}:`,
  searchHeading: (count) =>
    count === 1 ? 'The project that best matches your question:' : `The ${projects(count)} nearest to your question:`,
  chronologicalHeading: (count, direction, filters) =>
    `${direction === 'descending' ? 'Latest first' : 'Oldest first'}, by date of announcement — ${projects(count)}${among(filters)}:`,
  rankingHeading: (count, label, direction, filters) =>
    `From the ${direction === 'descending' ? 'highest to the lowest' : 'lowest to the highest'} — ${label}, ${projects(count)}${among(filters)}:`,
  emptyList: (filters) => `No project in the base matches${among(filters)}.`,
  nationwide: (names) =>
    names.length === 1
      ? `One project also covers every region: ${list(names)}.`
      : `${names.length} projects also cover every region: ${list(names)}.`,
  exceptPlaces: (names) => `except ${list(names)}`,
  ofRegion: (count, total, regions, departments) => {
    const which = total === 1 ? 'this project' : `these ${projects(total)}`;
    const places = `for the ${list(regions)} ${regions.length === 1 ? 'region' : 'regions'}, not for ${departments === 1 ? 'this department' : 'these departments'}.`;
    return count === total ? `The base records ${which} ${places}` : `Of ${which}, the base records ${count} ${places}`;
  },
  andMore: (count) => `… and ${count} more.`,
  others: (count) => (count === 1 ? 'one other' : `${count} others`),
  filter: {
    topic: (labels) => `theme: ${labels.join(' or ')}`,
    participant: (names) => `lead body or partner: ${names.join(' or ')}`,
    carrier: (names) => `lead body: ${names.join(' or ')}`,
    partner: (names) => `partner: ${names.join(' or ')}`,
    territory: (names) => `territory: ${names.join(' or ')}`,
    call: (number, session, scheme) => {
      if (scheme === 'ftap2') return 'FTAP 2';
      if (scheme === 'windows') return 'DINUM windows';
      if (scheme === 'contract') return '2024 transformation contract';
      return session === null ? `call no. ${number ?? '?'}` : `call no. ${number ?? '?'}, session ${session}`;
    },
    year: (years) => years.join(' or '),
    month: (months) => months.join(' or '),
    stretch: (first, last) =>
      first === null ? `up to ${last ?? ''}` : last === null ? `since ${first}` : `from ${first} to ${last}`,
    announced: (when, isStretch) => `announced ${isStretch ? '' : 'in '}${when}`,
    amount: (label, min, max, includesBounds) => {
      if (min !== null && min === max) return `${label} of ${min}`;
      if (min !== null && max !== null) return `${label} between ${min} and ${max}`;
      if (min !== null) return `${label} of ${includesBounds ? 'at least' : 'more than'} ${min}`;
      return `${label} of ${includesBounds ? 'at most' : 'less than'} ${max ?? ''}`;
    },
    known: (field) => `${FIELDS[field].name} published`,
    unknown: (field) => `${FIELDS[field].name} not published`,
    among: (count) => `among these ${projects(count)}`,
    named: list,
    except: (labels) => `except: ${labels.join(', ')}`,
  },
  count: (count, outOf, filters) => {
    if (count === 0)
      return `No project ${outOf === null || outOf === 0 ? 'in the base matches' : `out of ${outOf}`}${among(filters)}.`;
    return `${projects(count)} ${en.countOf(count, outOf, filters)}.`;
  },
  countOf: (count, outOf, filters) =>
    `${outOf === null || outOf === 0 ? 'in the base' : `out of ${outOf}, or ${percent(count / outOf)}`}${among(filters)}`,
  setsCompared: (label, isOfAverages) =>
    `Comparison${isOfAverages ? ' of averages' : ''} — ${label ?? 'number of projects'}:`,
  bestGroups: (names, value) => `First: ${list(names)}${each(value, names)}.`,
  leastGroups: (names, value) => `Last: ${list(names)}${each(value, names)}.`,
  splitOf: (parts, of, filters) => `in the base${among(filters)}, ${parts} ${PARTS[of][parts === 1 ? 0 : 1]}`,
  countSplit: (count, parts, of, filters) => `${projects(count)} ${en.splitOf(parts, of, filters)}.`,
  projectCount: projects,
  countAgainstOfficial: (official, inBase, filters) => {
    if (official === inBase) return `That is also the number of winners announced: ${official}.`;
    const winners = official === 1 ? '1 winner was announced' : `${official} winners were announced`;
    const announced = filters.length === 0 ? `${official} projects were financed` : winners;
    const left = official - inBase;
    const others = left === 1 ? 'the other is not in it' : `the other ${left} are not in it`;
    return inBase === 0
      ? `${announced}${among(filters)}; the base holds none of them.`
      : `${announced}${among(filters)}; the base holds ${inBase} of them, ${others}.`;
  },
  announcedFunding: (amount, filters) =>
    `${amount === null ? '' : `${amount} `}announced for all the winners${among(filters)}.`,
  aggregate: (operation, label, value, known, total, filters) => {
    const what = operation === 'sum' ? 'Total' : operation === 'average' ? 'Average' : 'Median';
    const of = `${what} — ${label}${value === null ? '' : `: ${value}`}, over`;
    if (total === 1) return `${of} a single project${among(filters)}.`;
    return known === total
      ? `${of} the ${projects(total)}${among(filters)}, all with a published amount of the same nature.`
      : `${of} ${known} of the ${projects(total)}${among(filters)} with a published amount of the same nature.`;
  },
  averageOf: (total: string) => `These amounts add up to ${total}.`,
  noAmountKnown: (label, total, filters) =>
    `${capitalised(label)}: no amount is published for ${total === 1 ? 'this project' : `these ${projects(total)}`}${among(filters)}.`,
  extreme: (operation, label, value, names, filters) =>
    `The ${operation === 'max' ? 'highest' : 'lowest'} amount — ${label}${among(filters)}: ${list(names)}${each(value, names)}.`,
  nextHeading: 'Then:',
  extremeCoverage: (known, total, hasOthers) => {
    if (total === 1) return 'It is the only project of this set.';
    if (known === 1)
      return `It is the only published amount${hasOthers ? ' of this nature' : ''}, out of ${projects(total)}.`;
    if (known === total) return `The amount of all ${known} projects is published.`;
    return `Compared over the ${known} projects with a published amount${hasOthers ? ' of this nature' : ''}, out of ${total}.`;
  },
  unlikeBeside: (items) =>
    `${items.length === 1 ? 'Amount' : 'Amounts'} of another nature, not compared: ${items.join('; ')}.`,
  fundTotals: (items) => `For the fund as a whole, the sources give: ${items.join('; ')}.`,
  fundTotal: (what, publisher, date) => `${what} (${date === null ? publisher : `${publisher}, ${date}`})`,
  ofFund: (what) => `${what}, for the fund as a whole`,
  detail: (name, value) => `${name}: ${value}`,
  items: (items) => items.join('; '),
  countedHeading: 'Amounts counted:',
  group: (name, value, share, known, total, isCount) =>
    isCount
      ? `${name}: ${projects(total)}${share === null ? '' : ` (${share})`}`
      : `${name}: ${value}${share === null ? '' : `, or ${share}`} (${known === total || known === 0 ? projects(total) : `${known} of ${projects(total)} with a published amount`})`,
  noGroup: 'Not stated',
  everyRegion: 'Every region',
  groupsWithout: (names) => `No amount of this kind published (${names.length}): ${list(names)}.`,
  othersHeading: 'Of another nature, so not in the computation:',
  withoutFigure: (count, names) => `${en.withoutFigureCount(count)}: ${list(names)}.`,
  withoutFigureCount: (count) => `With no published amount (${count})`,
  compareHeading: (names) => `Comparison of ${list(names)}:`,
  eachHeading: (label, count) => `${label} of each of the ${count} projects:`,
  compareSame: 'Both figures are the same.',
  compareDifference: (more, difference, times) =>
    `${more === null ? 'Difference:' : `First: ${more}, with`} ${difference}${more === null ? '' : ' more'}${times === null ? '' : `, ${AMOUNT.format(times)} times as much`}.`,
  compareLess: (less, more, difference, times) =>
    `${less}: ${difference} less than ${more}${times === null ? '' : `, which is ${AMOUNT.format(times)} times as high`}.`,
  compareStanding: (knownA, sizeA, nameA, knownB, sizeB, nameB) =>
    `Published amounts: ${knownA} of ${projects(sizeA)} (${nameA}), ${knownB} of ${projects(sizeB)} (${nameB}).`,
  compareUnlike: 'These amounts are not of the same nature: they can be neither compared nor added up.',
  compareFloor: (name) => `The amount of ${name} is a minimum: neither the difference nor the order is known.`,
  compareIncomplete: (names) => `No published amount for ${list(names)}: no ranking is possible.`,
  unpublished: () => 'not published',
  clarify: (names) => `Several projects match: ${list(names)}. Which one do you mean?`,
  clarifyField: (names, label) => `Several projects match (${label}): ${list(names)}. Which one do you mean?`,
  unknown: {
    empty: 'Your message is empty. Ask me a question, for example about a theme or a project.',
    'too-long':
      'Your message is too long for me: I read at most 500 characters. Could you ask your question in one or two sentences?',
    'no-words': 'I found no word in your message. Could you write your question?',
    'out-of-scope': 'I cannot answer that question: I only know the projects of the FTAP and the fund itself.',
    applying:
      'The fund supports the bodies of the State and its operators, prefectures and universities included; no source says so of a municipality, an association or a company. None says how to apply today, nor when the next call will open.',
    'not-recorded':
      'No record says so. Where a source publishes it, a record gives what a project does, who leads it, its amounts, its dates and its status.',
    unclear:
      'I did not understand what you are asking there. Say it in other words, or name a project, a ministry or a theme.',
    'no-context': 'Which project do you mean? Give its name, its acronym or what it is about.',
    whose:
      'I do not know which ministry, body or place is yours. Tell me, for example “I work at the DGFiP” or “I live in Toulouse”.',
  },
  notInRecord: (name) =>
    `The record of ${name} does not say so. Where a source publishes it, it gives what the project does, who leads it, for whom and with whom, its amounts, its dates and its status.`,
  youMayAsk: (questions) => `You can ask me, for example: ${quotedQuestions(questions)}.`,
  publishedRules: (questions) => `I do know the published rules: ${quotedQuestions(questions)}.`,
  noSuchProject: (name) =>
    name === null
      ? 'I cannot find that project in the base. Such a project may have been funded without being in my records.'
      : `I cannot find “${name}” in the base: no project, body or theme has that name. Such a project may have been funded without being in my records.`,
  nearest: (names) => `The nearest records: ${list(names)}.`,
  lowConfidence: (sources, conflicts) => {
    const why =
      conflicts > 0 ? 'Sources that disagree' : sources === 1 ? 'A single secondary source' : 'Secondary sources';
    return `${why}: please check before you quote it.`;
  },
  sourcesHeading: 'Sources',
  sourcesLine: (labels) => `Sources: ${labels.join('; ')}`,
  moreSources: (count) => `… and ${count} more: the page of each project and the CSV file give all the sources.`,
  source: (name, date) => (date === null ? name : `${name} (${date})`),
  sourceBacks: (what) => `Source for (in French): ${what}`,
  wordsOnly: 'I read words only, not files, pictures or cards. Write me your question.',
  failure: 'Something went wrong on my side; your question is not the cause. Could you ask it again?',
  late: 'This takes longer than expected: the answer will come here. There is no need to ask again.',
  why: {
    heading: 'How the question was understood',
    understoodAs: (kind) => `Kind of question: ${kind}.`,
    kinds: {
      list: 'list of projects',
      fact: 'information on one project',
      aggregate: 'computation over projects',
      compare: 'comparison',
      programme: 'information on the fund',
      smalltalk: 'courtesy or help',
      clarify: 'question to be made clear',
      unknown: 'no answer',
    },
    read: (written, kind, id) => `“${written}” read as ${kind}: ${id}.`,
    matchKinds: {
      project: 'project',
      theme: 'theme',
      beneficiary: 'public',
      organisation: 'body',
      territory: 'territory',
      call: 'call for projects',
      field: 'information asked for',
    },
    corrected: (written, readAs) => `“${written}” corrected to “${readAs}”.`,
    followUp: 'Question completed from the one before.',
    filters: (filters) => `Filters: ${filters.join('; ')}.`,
    records: (names, total) => `${total === 1 ? 'Record' : 'Records'} kept (${total}): ${names.join('; ')}.`,
    operation: (label) => `Computation: ${label}.`,
    other: (label, probability) => `Another possible reading, ${percent(probability)} likely: ${label}.`,
    operations: {
      count: 'number of projects',
      sum: 'sum',
      average: 'average',
      median: 'median',
      max: 'maximum',
      min: 'minimum',
    },
  },
};
