import { isCountry } from '../../src/core/answering/groups';
import { selectIds } from '../../src/core/answering/select';
import { type AmountField, amountOf } from '../../src/core/model/project-fields';
import { type AggregateAnswer, type Amount, type Group, LONGEST_LIST } from '../../src/core/model/answer';
import { projectName } from '../../src/core/model/project-name';
import { cardMessagesFor, plainMessagesFor, standingMessagesFor } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import { barsOf } from '../pictures/bars';
import { publisherOf } from '../../src/core/model/disagreements';
import { describeFilter, groupName, partName } from '../text/filter-text';
import { amountText, firstNamed, measureText, nameOf, natureText, shortName, shortNameOf } from '../text/project-text';
import type { Voice } from '../text/voice';
import { timesOf } from './compare-view';
import { groupTable } from './group-table';
import { noteLines } from './fact-view';
import { regionLines, rowsOf, undatedLines, unlikeBeside, withBody } from './list-view';
import { type Block, cell, column, folded, type Headline, headline, line, type Table, table } from './view';

/** What a computation is told with; `filters`: what limits its set. */
interface Told extends Voice {
  readonly filters: readonly string[];
}

/** A computation of amounts that has a value. */
interface Computed<Operation extends AggregateAnswer['operation']> extends AggregateAnswer {
  readonly operation: Operation;
  readonly field: AmountField;
  readonly value: number;
}

type Middle = 'sum' | 'average' | 'median';

/** A computation: the value and over how many, its parts, and behind a press what was left aside and what has no figure. */
export function aggregateBlocks(answer: AggregateAnswer, voice: Voice): readonly Block[] {
  const { filter } = answer;
  return [
    ...valueBlocks(answer, { ...voice, filters: describeFilter(filter, voice) }),
    ...regionLines(filter, selectIds(filter, voice.knowledge), voice),
    ...undatedLines(filter, null, voice),
  ];
}

function valueBlocks(answer: AggregateAnswer, told: Told): readonly Block[] {
  const { operation, field, total, value } = answer;
  const { messages } = told;
  if (answer.groups.length > 0) return splitBlocks(answer, told);
  if (operation === 'count') return countBlocks(answer, told);
  const announced = announcedBlocks(answer, told);
  if (total === 0) return [...announced, line(messages.emptyList(told.filters))];
  if (field === null) return [countHeadline(answer, told)];
  if (value === null && answer.others.length > 0) return [...announced, ...unlikeBlocks(answer.others, field, told)];
  if (value === null) return [...announced, line(messages.noAmountKnown(messages.fields[field], total, told.filters))];
  return operation === 'max' || operation === 'min'
    ? extremeBlocks({ ...answer, operation, field, value }, told)
    : computedBlocks({ ...answer, operation, field, value }, told);
}

function countHeadline({ total, outOf }: AggregateAnswer, { messages, filters }: Told): Block {
  const sentence = messages.count(total, outOf, filters);
  return total === 0
    ? line(sentence)
    : headline(messages.projectCount(total), messages.countOf(total, outOf, filters), sentence);
}

/** The base holds a part of a call's winners: their official number comes first. */
function countBlocks(answer: AggregateAnswer, told: Told): readonly Block[] {
  const { announced, total, projects } = answer;
  const { messages, filters } = told;
  const rows = total > LONGEST_LIST ? [] : rowsOf(projects, told, (project) => withBody(project, '', messages));
  return [
    ...(announced === null || announced.value === total ? [countHeadline(answer, told)] : []),
    ...(announced === null ? [] : [line(messages.countAgainstOfficial(announced.value, total, filters))]),
    ...fundBlocks(answer, told).map((block) => (block.kind === 'headline' ? line(block.sentence) : block)),
    ...(rows.length === 0 ? [] : [{ kind: 'rows', before: 0, left: 0, rows } as const]),
  ];
}

/** A total, an average, a median. What the sources give for the whole fund comes before what its projects add up to. */
function computedBlocks(answer: Computed<Middle>, told: Told): readonly Block[] {
  const { messages, knowledge, locale } = told;
  const { field, counted, others, shareOfAll, withoutCount, withoutFigure } = answer;
  const names = withoutFigure.map((id) => nameOf(id, knowledge));
  const without = messages.withoutFigure(withoutCount, firstNamed(names, LONGEST_LIST, messages, withoutCount));
  const computed = computedHeadline(answer, told);
  const { first, after } = standingBlocks(answer, told);
  const isNamed = answer.filter.among?.length === 1;
  const isPlaced = shareOfAll !== null && shareOfAll.asked !== null && shareOfAll.asked !== 'part';
  const ofFund = [...announcedBlocks(answer, told), ...fundBlocks(answer, told)];
  const title = plainMessagesFor(locale).figures(messages.fields[field]);
  const counts = amountTable(answer.amounts, counted, field, title, messages.countedHeading, told);
  // An average is told with what it is made of.
  const sum = answer.amounts.reduce((all, { valueMEUR }) => all + valueMEUR, 0);
  const isAverage = answer.operation === 'average' && counted > 1;
  const total = isAverage ? [line(messages.averageOf(worthText({ ...answer, value: sum }, field, answer, told)))] : [];
  return [
    ...first,
    ...ofFund,
    ...(isPlaced && first.length > 0 ? [] : [ofFund.length + first.length > 0 ? line(computed.sentence) : computed]),
    ...total,
    ...after,
    // The headline names the project of a single amount.
    ...pictured(answer, isNamed ? null : counts, told),
    ...othersFold(others, field, told),
    ...folded(messages.withoutFigureCount(withoutCount), withoutCount === 0 ? [] : [line(without, 'quiet')]),
  ];
}

/** Amounts of which no two are of one nature: each is told, and nothing is made of them. */
function unlikeBlocks(amounts: readonly Amount[], field: AmountField, told: Told): readonly Block[] {
  const title = capitalised(told.messages.fields[field]);
  const heading = told.messages.detail(title, '').trimEnd();
  return [line(told.messages.compareUnlike), amountTable(amounts, amounts.length, field, title, heading, told)];
}

/** What part of the whole a sum is, and the rank of a single amount: before the sum where that is asked for, else after it. */
function standingBlocks(answer: Computed<Middle>, voice: Told): Readonly<Record<'first' | 'after', readonly Block[]>> {
  const { shareOfAll, field, value, filter, projects } = answer;
  const { locale, messages, knowledge } = voice;
  const [project = ''] = projects;
  if (shareOfAll === null) return { first: [], after: [] };
  const { part, totalMEUR, published, asked, middleMEUR, rank } = shareOfAll;
  const words = standingMessagesFor(locale);
  const ofTotal = words.ofTotal(messages.amount(totalMEUR), published);
  const share = words.part(part);
  const partLine = line(words.shareOfAll(share, ofTotal));
  const single = filter.among?.length === 1 ? shortNameOf(project, knowledge) : null;
  const rankLines = rank === null ? [] : [line(words.rank(rank.place, rank.isTied))];
  if (asked === 'part')
    return { first: [headline(share, ofTotal, words.shareAsked(single, share, ofTotal))], after: rankLines };
  if (asked === null || rank === null) return { first: [], after: [partLine, ...rankLines] };
  const name = shortNameOf(project, knowledge);
  if (middleMEUR !== null) {
    const amounts = { amount: worthText(answer, field, answer, voice), middle: messages.amount(middleMEUR) };
    const difference = messages.amount(Math.abs(value - middleMEUR));
    const told = { ...amounts, name, label: messages.fields[field], published, difference };
    const { times, whole, beside } = words.besideMiddle(told, value / middleMEUR, asked === 'median');
    return { first: [headline(times, beside, whole)], after: [] };
  }
  const place = words.ordinal(rank.place, rank.isTied);
  const outOf = words.outOf(published, messages.fields[field], messages.amount(value));
  return { first: [headline(place, `${name}, ${outOf}`, words.ranked(name, place, outOf))], after: [partLine] };
}

function computedHeadline(answer: Computed<Middle>, told: Told): Headline {
  const { messages, filters } = told;
  const { operation, field, counted, total } = answer;
  return headlineOf(worthText(answer, field, answer, told), (amount) =>
    messages.aggregate(operation, messages.fields[field], amount, counted, total, filters),
  );
}

/** An amount above the sentence that tells it, which is said without it there. */
function headlineOf(amount: string, tell: (amount: string | null) => string): Headline {
  return headline(amount, tell(null), tell(amount));
}

/** What a call was granted in all, of which the projects of the base add up to a part. */
function announcedBlocks({ announced }: AggregateAnswer, { messages, filters }: Told): readonly Block[] {
  if (announced === null) return [];
  return [headlineOf(messages.amount(announced.value), (amount) => messages.announcedFunding(amount, filters))];
}

/** What the sources give for the whole fund: the latest figure first. */
function fundBlocks({ fundTotals }: AggregateAnswer, { messages, locale }: Told): readonly Block[] {
  const items = fundTotals.map(({ value, unit, what, source: { name, date } }) => ({
    amount: unit === 'MEUR' ? messages.amount(value) : String(value),
    what: messages.fundTotal(what[locale], publisherOf(name), date === null ? null : messages.date(date)),
  }));
  const [first, ...others] = items;
  if (first === undefined) return [];
  const rows = others.map(({ amount, what }) => [cell(amount), cell(what)]);
  const words = cardMessagesFor(locale);
  return [
    headline(
      first.amount,
      messages.ofFund(first.what),
      messages.fundTotals(items.map(({ amount, what }) => `${amount} ${what}`)),
    ),
    // The sentence above says them already to whoever hears it.
    ...folded(
      words.otherFigures(others.length),
      others.length === 0 ? [] : [table('', [column(words.counted, true), column(words.meaning)], rows)],
    ),
  ];
}

/** The winner, all of them when they are level, then those that were asked for after them. */
function extremeBlocks(answer: Computed<'max' | 'min'>, told: Told): readonly Block[] {
  const { messages, filters, knowledge } = told;
  const { operation, field, value, counted, total, others } = answer;
  const ranked = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const winners = ranked.filter((project) => amountOf(project, field) === value);
  const next = ranked.filter((project) => amountOf(project, field) !== value).map(({ id }) => id);
  // Only like amounts were compared: what one is they all are.
  const [amount = messages.unpublished(field)] = winners.map((project) => amountText(project, field, messages));
  const named = firstNamed(winners.map(projectName), LONGEST_LIST, messages, Math.min(winners.length, counted));
  const following = rowsOf(next.slice(0, LONGEST_LIST), told, (project) =>
    withBody(project, amountText(project, field, messages), messages),
  );
  return [
    headlineOf(amount, (shown) => messages.extreme(operation, messages.fields[field], shown, named, filters)),
    ...(following.length === 0
      ? []
      : ([line(messages.nextHeading), { kind: 'rows', before: winners.length, left: 0, rows: following }] as const)),
    line(messages.extremeCoverage(counted, total, others.length > 0), 'quiet'),
    ...pictured(answer, null, told),
    ...unlikeBeside(others, field, told),
    ...winners.slice(0, 1).flatMap((winner) => noteLines(winner, field, told).map((note) => line(note, 'caveat'))),
  ];
}

/** The value of the whole, then of each part. */
function splitBlocks(answer: AggregateAnswer, told: Told): readonly Block[] {
  const { messages, locale, knowledge } = told;
  const { field, groups, groupBy, others, operation } = answer;
  // Those without a value are named together; of sets beside each other every one is told.
  const left = groupBy === 'asked' ? [] : groups.filter(({ value }) => value === null);
  const parts = groupBy === 'asked' ? groups : groups.filter(({ value }) => value !== null);
  const isMoney = field !== null && operation !== 'count';
  // The part that comes first is told above them.
  const isRanked = operation === 'max' || operation === 'min';
  return [
    splitHeadline(answer, told),
    ...announcedLines(answer, told),
    ...(groupBy === 'asked' || (isMoney && !isRanked) ? apartLines(parts, isMoney, isRanked, told) : []),
    ...pictured(answer, groupTable(answer, parts, told), told),
    ...(field === null ? [] : othersFold(others, field, told)),
    ...(left.length === 0 || !isMoney
      ? []
      : [line(messages.groupsWithout(left.map((group) => partName(group, locale, knowledge))), 'quiet')]),
  ];
}

/** What was announced of each call or year, which the base may hold in part. */
function announcedLines({ announcedParts = [], field }: AggregateAnswer, { messages, locale, knowledge }: Told) {
  if (announcedParts.length === 0) return [];
  const told = field === null ? messages.projectCount : messages.amount;
  const items = announcedParts.map(({ id, value }) => messages.detail(groupName(id, locale, knowledge), told(value)));
  return [line(cardMessagesFor(locale).announcedParts(messages.items(items)))];
}

/** Of two parts beside each other, by how much one exceeds the other. */
function apartLines(
  parts: readonly Group[],
  isMoney: boolean,
  /** Which of them comes first is said above. */
  isRanked: boolean,
  { messages, locale, knowledge }: Told,
): readonly Block[] {
  const [more, less, ...others] = [...parts].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  if (!more || !less || others.length > 0 || more.value === null || less.value === null) return [];
  const difference = more.value - less.value;
  if (difference === 0) return [line(messages.compareSame)];
  const name = partName(more, locale, knowledge);
  const other = partName(less, locale, knowledge);
  if (!isMoney)
    return [line(messages.compareDifference(isRanked ? null : name, messages.projectCount(difference), null))];
  const times = timesOf(more.value, less.value);
  return [
    line(messages.compareDifference(isRanked ? null : name, messages.amount(difference), times)),
    // Each part stands on the projects that publish the amount: of one each it is these two that differ, not the sets.
    line(messages.compareStanding(more.known, more.size, name, less.known, less.size, other), 'quiet'),
  ];
}

/** The part that comes first when the question asks which; else the value of the whole. */
function splitHeadline(answer: AggregateAnswer, told: Told): Block {
  const { field, operation, value, total, groups, groupBy } = answer;
  const { messages, filters, locale, knowledge } = told;
  const label = field === null ? null : messages.fields[field];
  const [first] = groups;
  if ((operation === 'max' || operation === 'min') && first) {
    if (label !== null && first.value === null) return line(messages.noAmountKnown(label, total, filters));
    const level = groups
      .filter(({ value: own }) => own === first.value)
      .map((group) => partName(group, locale, knowledge));
    const names = firstNamed(level, LONGEST_LIST, messages);
    const worth =
      field === null || first.value === null
        ? messages.projectCount(first.size)
        : worthText(first, field, answer, told);
    return headlineOf(worth, (shown) => messages[operation === 'max' ? 'bestGroups' : 'leastGroups'](names, shown));
  }
  // Two sets beside each other are not added up.
  if (groupBy === 'asked') return line(messages.setsCompared(label, operation === 'average'));
  if ((label === null || operation === 'count') && groupBy !== null) {
    const parts = groups.filter(({ id }) => id !== null && !isCountry(id, knowledge)).length;
    return headline(
      messages.projectCount(total),
      messages.splitOf(parts, groupBy, filters),
      messages.countSplit(total, parts, groupBy, filters),
    );
  }
  if (field === null || label === null) return countHeadline(answer, told);
  if (value === null) return line(messages.noAmountKnown(label, total, filters));
  const middle = operation === 'average' || operation === 'median' ? operation : 'sum';
  return computedHeadline({ ...answer, operation: middle, field, value }, told);
}

/** The bars, with the table that they are drawn from behind a press; the table where there is nothing to draw. */
function pictured(answer: AggregateAnswer, figures: Table | null, { locale, knowledge }: Told): readonly Block[] {
  const bars = barsOf({ ...answer, locale }, knowledge);
  const tables = figures === null || figures.rows.length === 0 ? [] : [figures];
  return bars === null ? tables : [{ kind: 'picture', bars }, ...folded(cardMessagesFor(locale).figures, tables)];
}

/** The amounts that were left aside because they are of another nature, behind a press. */
function othersFold(others: readonly Amount[], field: AmountField, told: Told): readonly Block[] {
  const { others: title } = cardMessagesFor(told.locale);
  const heading = told.messages.othersHeading;
  return folded(title, others.length === 0 ? [] : [amountTable(others, others.length, field, title, heading, told)]);
}

/** Amounts by project; `count`: how many there are, of which the answer may hold the first. */
function amountTable(
  amounts: readonly Amount[],
  count: number,
  field: AmountField,
  title: string,
  heading: string,
  { locale, messages, knowledge }: Told,
): Table {
  const words = cardMessagesFor(locale);
  const records = amounts.flatMap(({ project }) => knowledge.projectById.get(project) ?? []);
  const shown = records.slice(0, LONGEST_LIST);
  const rows = records.map((record) => [cell(shortName(record)), cell(amountText(record, field, messages))]);
  const sentences = [
    heading,
    ...shown.map((record) => `- ${messages.detail(projectName(record), amountText(record, field, messages))}`),
    ...(count > shown.length ? [messages.andMore(count - shown.length)] : []),
  ];
  return table(title, [column(words.project), column(words.counted, true)], rows, { french: 'rows', sentences });
}

/** A value with what the amounts that it was made of are: "16,5 M€ sur 4 ans". */
export function worthText(
  made: Pick<Group, 'value' | 'projects'>,
  field: AmountField,
  { amounts: [example], operation }: AggregateAnswer,
  voice: Voice,
): string {
  const like = example === undefined ? undefined : voice.knowledge.projectById.get(example.project);
  const amount = measureText(made, operation, field, voice);
  return like ? `${amount} ${natureText(like, field, voice.messages)}`.trimEnd() : amount;
}
