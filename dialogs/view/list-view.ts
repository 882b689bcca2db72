import { boundingAmount, isOfPeriod } from '../../src/core/answering/list-order';
import { sum } from '../../src/core/answering/like-amounts';
import { liesIn, selectIds, selectPositions } from '../../src/core/answering/select';
import { announcedOn } from '../../src/core/knowledge/facets';
import { type Amount, type ListAnswer, LONGEST_LIST } from '../../src/core/model/answer';
import {
  type AmountField,
  amountOf,
  isAmountField,
  isMadeOfBoth,
  measureOf,
  shareOfCost,
} from '../../src/core/model/project-fields';
import { widestRevision, widthOf } from '../../src/core/model/disagreements';
import { projectName } from '../../src/core/model/project-name';
import { amountRanked, type Filter } from '../../src/core/model/question';
import type { Field, Project } from '../../src/core/model/records';
import type { Messages } from '../../src/messages/fr/answers';
import { cardMessagesFor, standingMessagesFor } from '../../src/messages/messages-for';
import { disputeTexts } from '../text/conflict-text';
import { describeFilter, measureName, measureText } from '../text/filter-text';
import {
  amountText,
  exceptText,
  firstNamed,
  firstSentence,
  placeNames,
  shortNameOf,
  valueText,
} from '../text/project-text';
import { questionOn } from '../text/suggestions';
import type { Voice } from '../text/voice';
import { type Block, headline, line, type Row } from './view';

/** Ten projects of a list from the `from`th on, each with the fact that tells it from the others. */
export function listBlocks(answer: ListAnswer, voice: Voice, from: number): readonly Block[] {
  const { locale, messages, knowledge } = voice;
  const { projects, others, nationwide, total, level, sort, announced } = answer;
  const amount = amountRanked(answer.sort);
  // An address that was cut, or written by hand, may begin beyond the end.
  const first = from < projects.length ? from : 0;
  const shown = projects.slice(first, first + LONGEST_LIST);
  const rows = rowsOf(shown, voice, (project) => detailOf(project, answer, voice));
  const list = [
    ...(answer.isOfName === true ? bodyLines(answer.filter, voice) : []),
    headingOf(answer, rows.length, first, voice),
    ...(isMadeOfBoth(sort?.field) && first === 0 ? sharesTogether(answer, voice) : []),
    ...(first === 0 ? apartTogether(answer, voice) : []),
    ...(rows.length === 0 ? [] : [{ kind: 'rows', before: first, left: total - first - rows.length, rows } as const]),
  ];
  if (first > 0) return list;
  const names = nationwide.flatMap((id) => {
    const project = knowledge.projectById.get(id);
    if (!project) return [];
    const except = exceptText(project, voice);
    return `${projectName(project)}${except === null ? '' : ` (${except})`}`;
  });
  const filters = describeFilter(answer.filter, voice);
  const alike = level.map((id) => shortNameOf(id, knowledge));
  return [
    ...list,
    ...(announced === undefined ? [] : [line(messages.countAgainstOfficial(announced.value, total, filters), 'quiet')]),
    ...(alike.length === 0 ? [] : [line(standingMessagesFor(locale).level(firstNamed(alike, LONGEST_LIST, messages)))]),
    ...regionLines(answer.filter, projects, voice),
    ...undatedLines(answer.filter, sort?.field === 'date' ? projects : null, voice),
    ...(amount === null || rows.length === 0 ? [] : coverage(answer, amount, voice)),
    ...unlikeBeside(others, amount, voice),
    ...(names.length === 0 ? [] : [line(messages.nationwide(names), 'quiet')]),
  ];
}

/** "DHUP : Direction de l’habitat, de l’urbanisme et des paysages (ministère…)": what the body asked about is called in full. */
function bodyLines({ carriers: [id = ''] }: Filter, { locale, messages, knowledge }: Voice): readonly Block[] {
  const nameOf = (one: string): string => knowledge.organisationById.get(one)?.name[locale] ?? one;
  const above = (knowledge.broaderOrganisations.get(id) ?? []).filter((one) => one !== id).slice(-1);
  const [acronym = id] = knowledge.organisationById.get(id)?.acronyms ?? [];
  return [line(messages.detail(acronym, nameOf(id) + above.map((one) => ` (${nameOf(one)})`).join('')))];
}

/** Of how many projects it is known what part the fund pays; then what part it is of all these costs, or what it leaves of them. */
function sharesTogether({ projects, filter, sort }: ListAnswer, { locale, messages, knowledge }: Voice) {
  const held = projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const totalOf = (field: AmountField): number => sum(held.map((project) => amountOf(project, field) ?? 0));
  const mean = sum(held.map((project) => shareOfCost(project) ?? 0)) / held.length;
  const [funding, cost] = [messages.amount(totalOf('funding')), messages.amount(totalOf('cost'))];
  const words = standingMessagesFor(locale);
  const together =
    sort?.field === 'rest'
      ? words.restsTogether(messages.amount(totalOf('cost') - totalOf('funding')), funding, cost)
      : words.sharesTogether(funding, cost, totalOf('funding') / totalOf('cost'), mean);
  const known = filter.known.filter((field) => !isAmountField(field));
  const of = selectPositions({ ...filter, known, amounts: [] }, knowledge).length;
  const published = selectPositions({ ...filter, amounts: [] }, knowledge).length;
  return [
    ...(held.length < 2 ? [] : [line(together)]),
    ...(published === of ? [] : [line(words.sharesKnown(published, of), 'quiet')]),
  ];
}

/** What amounts that were revised were together, then became; of what was put back, by how many years. */
function apartTogether({ projects, filter }: ListAnswer, { locale, messages, knowledge }: Voice): readonly Block[] {
  const [dispute] = filter.disputes;
  const words = standingMessagesFor(locale);
  const held = projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  if (dispute?.way === 'later') {
    const years = held.map((project) => widthOf(project, dispute)).filter((one) => one > 0);
    return years.length < 2 ? [] : [line(words.lateTogether(sum(years), years.length))];
  }
  const revisions = held.flatMap((project) => (dispute === undefined ? null : widestRevision(project, dispute)) ?? []);
  if (dispute === undefined || revisions.length < 2) return [];
  const [from, to] = [sum(revisions.map((one) => one.from)), sum(revisions.map((one) => one.to))];
  const apart = Math.abs(to - from);
  const [all, mean] = [messages.amount(apart), messages.amount(apart / revisions.length)];
  return [line(words.revised(messages.amount(from), messages.amount(to), all, mean, to > from))];
}

/** Where a department is asked for, how many of these projects are recorded for its region and not for it. */
export function regionLines({ territories: asked }: Filter, ids: readonly string[], voice: Voice): readonly Block[] {
  const { messages, knowledge } = voice;
  const departments = asked.filter((id) => knowledge.territoryById.get(id)?.kind === 'department');
  const placesOfEach = ids.map((id) => knowledge.projectById.get(id)?.territories ?? []);
  const regional = placesOfEach.filter((places) => !places.some((place) => liesIn(place, asked, knowledge)));
  if (departments.length === 0 || regional.length === 0) return [];
  const held = new Set(regional.flat().filter((region) => departments.some((id) => liesIn(id, [region], knowledge))));
  const regions = placeNames([...held], voice);
  return [line(messages.ofRegion(regional.length, ids.length, regions, departments.length), 'caveat')];
}

/** Of a time, or of those that come first in it, the projects of which nobody knows when they were announced; `ordered`: those put in its order. */
export function undatedLines(filter: Filter, ordered: readonly string[] | null, voice: Voice): readonly Block[] {
  if (ordered === null && !isOfPeriod(filter)) return [];
  const { months } = filter;
  const undated = selectIds({ ...filter, years: [], months: [] }, voice.knowledge).filter((id) => {
    const announced = dateOf(id, voice);
    // Of one of which the year alone is known nobody knows whether it is of the month.
    return (
      announced === null || (announced.length === YEAR_LENGTH && months.some((month) => month.startsWith(announced)))
    );
  });
  const listed = new Set(ordered);
  const left = undated.filter((id) => !listed.has(id)).length;
  return left === 0 ? [] : [line(standingMessagesFor(voice.locale).undated(left), 'caveat')];
}

/** "2018" */
const YEAR_LENGTH = 4;

function dateOf(id: string, { knowledge }: Voice): string | null {
  const project = knowledge.projectById.get(id);
  return project === undefined ? null : announcedOn(project);
}

/** Of how many projects the amount is published, where it is not of all: who orders five and sees one is told why. */
function coverage({ filter, others }: ListAnswer, field: AmountField, { messages, knowledge }: Voice) {
  const size = selectPositions(filter, knowledge).length;
  const published = selectPositions({ ...filter, known: [...filter.known, field] }, knowledge).length;
  if (published === size) return [];
  return [line(messages.extremeCoverage(published - others.length, size, others.length > 0), 'quiet')];
}

interface RowTold {
  readonly amount: string;
  readonly detail: string;
  /** What the line of text tells; the detail when left out. */
  readonly inText?: string;
}

/** Projects as rows; a ranking tells the amount after a colon, other lists what they tell after a dash. */
export function rowsOf(
  ids: readonly string[],
  { locale, messages, knowledge }: Voice,
  tell: (project: Project) => RowTold,
): readonly Row[] {
  return ids.flatMap((id) => {
    const project = knowledge.projectById.get(id);
    if (!project) return [];
    const name = projectName(project);
    const { amount, detail, inText = detail } = tell(project);
    const told = messages.items([amount, inText].filter((part) => part !== ''));
    return {
      project: id,
      name,
      detail,
      amount,
      sentence: told === '' ? name : amount === '' ? `${name} — ${told}` : messages.detail(name, told),
      opens: questionOn(project, locale),
    };
  });
}

/** A project beside others: its amount if one was asked for, and who carries it, which a line of text leaves out. */
export function withBody({ carrier }: Project, amount: string, messages: Messages): RowTold {
  return { amount, detail: carrier ?? messages.carrierUnknown, inText: '' };
}

/** The amounts of another nature than those compared, each with what it is; none where there is none. */
export function unlikeBeside(others: readonly Amount[], field: AmountField | null, { messages, knowledge }: Voice) {
  if (others.length === 0 || field === null) return [];
  const named = others.map(({ project }) => {
    const record = knowledge.projectById.get(project);
    return record ? messages.detail(projectName(record), amountText(record, field, messages)) : project;
  });
  return [line(messages.unlikeBeside(firstNamed(named, LONGEST_LIST, messages)), 'quiet')];
}

function headingOf(answer: ListAnswer, shown: number, first: number, voice: Voice): Block {
  const { sort, total, filter, isSearch } = answer;
  const { locale, messages } = voice;
  const { from, of } = answer.stretch ?? { from: 0, of: total };
  // What part of the cost is paid is known of those alone of which both are published.
  const known = isMadeOfBoth(sort?.field) ? filter.known.filter((field) => !isAmountField(field)) : filter.known;
  const filters = isSearch ? [] : describeFilter({ ...filter, known }, voice);
  if (from > 0 && from >= of) return line(cardMessagesFor(locale).noMore);
  const before = from + first;
  if (before > 0) return line(messages.listPage(before + 1, before + shown, of, filters));
  if (shown === 0) {
    // Of projects that are there, but without the amount that they are ranked by, no one comes first.
    const amount = amountRanked(answer.sort);
    const unranked = amount === null ? 0 : selectPositions(filter, voice.knowledge).length;
    return line(
      amount === null || unranked === 0
        ? messages.emptyList(filters)
        : messages.noAmountKnown(messages.fields[amount], unranked, filters),
    );
  }
  if (sort?.field === 'date') {
    const dates = new Set(answer.projects.map((id) => dateOf(id, voice)));
    return line(
      dates.size === 1 && total > 1
        ? standingMessagesFor(locale).levelHeading(total, sort.direction, filters)
        : messages.chronologicalHeading(total, sort.direction, filters),
    );
  }
  if (sort !== null)
    return line(messages.rankingHeading(total, measureName(sort.field, voice), sort.direction, filters));
  if (isSearch) return line(messages.searchHeading(total));
  return headline(
    messages.projectCount(of),
    messages.listWhat(shown, of, filters),
    messages.listHeading(shown, of, filters),
  );
}

/** What it is ranked or limited by, then each field that was asked for; else who carries it. */
function detailOf(project: Project, { sort, show, filter, isBrief }: ListAnswer, voice: Voice): RowTold {
  if (isBrief === true) return { amount: '', detail: '' };
  const { messages } = voice;
  const measure = sort?.field;
  if (isMadeOfBoth(measure)) {
    const [funding, cost] = [amountText(project, 'funding', messages), amountText(project, 'cost', messages)];
    return {
      amount: measureText(measure, measureOf(project, measure) ?? 0, voice),
      detail: standingMessagesFor(voice.locale).fundingOfCost(funding, cost),
    };
  }
  const main = amountRanked(sort) ?? boundingAmount(filter);
  const amount = main === undefined ? '' : amountText(project, main, messages);
  // Of one year or month the day is told where nothing else is.
  const isOfSeveral = Math.max(filter.years.length, filter.months.length) > 1;
  const isAlone = isOfPeriod(filter) && main === undefined && show.length === 0;
  const isDated = sort?.field === 'date' || show.includes('date') || isOfSeveral || isAlone;
  const announced = announcedOn(project);
  const dated =
    announced === null ? messages.detail(messages.fields.date, messages.unpublished('date')) : messages.date(announced);
  // An amount stands with what it is, not with how it was reckoned: that is for the answer on one project.
  const valueOf = (field: Field): string =>
    isAmountField(field) ? amountText(project, field, messages) : firstSentence(valueText(project, field, voice));
  const share = show.includes('cost') && show.includes('funding') ? shareOfCost(project) : null;
  const told = [
    ...(isDated ? [dated] : []),
    ...filter.disputes.flatMap((dispute) => disputeTexts(project, dispute, voice)),
    ...show
      .filter((field) => field !== main && field !== 'date')
      .map((field) => messages.detail(messages.fields[field], valueOf(field))),
    ...(share === null ? [] : [standingMessagesFor(voice.locale).partOfCost(share)]),
  ];
  if (told.length > 0) return { amount, detail: messages.items(told) };
  const withCarrier = withBody(project, amount, messages);
  const { carrier } = project;
  // The heading says it already.
  const isSaid = filter.carriers.some((id) => voice.knowledge.organisationById.get(id)?.name.fr === carrier);
  if (amount !== '' || isSaid) return withCarrier;
  return { ...withCarrier, inText: carrier === null ? messages.carrierUnknown : messages.carriedBy(carrier) };
}
