import { areAllAlike } from '../model/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Call } from '../model/records';
import { type AggregateAnswer, type FundTotal, MOST_LISTED } from '../model/answer';
import { EMPTY_FILTER, type Filter, type Question, isEmptyFilter } from '../model/question';
import { amountsAt, computed, differenceOf, publishedAt, splitByLikeness, sum, valuesAt } from './like-amounts';
import { groupsOf } from './groups';
import { byName, idsAt, selectPositions } from './select';

type Aggregate = Question & { kind: 'aggregate' };

/**
 * Counts, adds or ranks the projects of a filter. Only like amounts are added or ranked: the kind that most projects of the set publish
 * (the greater total on a tie); the other kinds are given beside it.
 */
export function answerAggregate(question: Aggregate, knowledge: KnowledgeBase): AggregateAnswer {
  const { operation, field, filter, limit, groupBy } = question;
  const selected = selectPositions(filter, knowledge);
  const base = {
    kind: 'aggregate',
    operation,
    field,
    filter,
    total: selected.length,
    outOf: outOf(filter, selected.length, knowledge),
    announced: announcedOf(question, knowledge),
    ...announcedByPart(question, knowledge),
    groupBy,
    // "Les 3 ministères les plus financés": of one alone the others are told beside it.
    groups: groupBy === null ? [] : groupsOf(selected, question, knowledge).slice(0, limit > 1 ? limit : undefined),
    fundTotals: fundTotals(question, knowledge),
    shareOfAll: null,
    ...(groupBy !== null && question.standing === 'part' ? { areParts: true as const } : {}),
  } as const;
  const nothing = { amounts: [], others: [], withoutFigure: [], withoutCount: 0, counted: 0 };
  const [best] = operation === 'max' || operation === 'min' ? base.groups : [];
  // Sets that stand side by side are not added up.
  const apart =
    groupBy === 'asked' && best === undefined ? { value: differenceOf(base.groups.map(({ value }) => value)) } : {};
  if (operation === 'count' || field === null)
    return {
      ...base,
      ...nothing,
      value: best ? best.value : selected.length,
      projects: best ? best.projects : idsAt(byName(selected, knowledge), knowledge),
      ...apart,
    };

  const kinds = splitByLikeness(selected, field, knowledge);
  // An amount that is the only one of its nature is neither added to the others nor ranked among them.
  const isMixed = groupBy === null && kinds.alike.length === 1 && kinds.others.length > 0;
  const alike = isMixed ? [] : kinds.alike;
  const others = isMixed ? [...kinds.alike, ...kinds.others] : kinds.others;
  const told = { amounts: amountsAt(alike, field, knowledge), others: amountsAt(others, field, knowledge) };
  // "Quel ministère a reçu le plus ?": the part that comes first is the answer.
  if (best) return { ...base, ...nothing, ...told, value: best.value, projects: best.projects };
  const without = selected.filter((position) => Number.isNaN(knowledge.amounts[field].values[position]));
  const coverage = {
    ...told,
    withoutFigure: idsAt(without, knowledge),
    withoutCount: without.length,
    counted: alike.length,
  };
  if (isMixed) return { ...base, ...coverage, value: null, projects: idsAt(others, knowledge) };
  if (operation === 'max' || operation === 'min') {
    const ranked = operation === 'max' ? alike : [...alike].reverse();
    const values = valuesAt(ranked.slice(0, MOST_LISTED), field, knowledge);
    const winners = ranked.filter((_, index) => index < limit || (index < MOST_LISTED && values[index] === values[0]));
    return { ...base, ...coverage, value: values[0] ?? null, projects: idsAt(winners, knowledge) };
  }

  const value = computed(operation, valuesAt(alike, field, knowledge));
  return {
    ...base,
    ...coverage,
    value,
    shareOfAll: operation === 'sum' && groupBy === null ? shareOfAll(value, selected, question, knowledge) : null,
    projects: idsAt(alike, knowledge),
    ...apart,
  };
}

/** Savings are of many kinds, of which no total holds all: no part of them is told. */
function shareOfAll(
  value: number | null,
  selected: readonly number[],
  { field, of = EMPTY_FILTER, ofMEUR, standing }: Aggregate,
  knowledge: KnowledgeBase,
): AggregateAnswer['shareOfAll'] {
  if (value !== null && ofMEUR !== undefined)
    return { part: value / ofMEUR, totalMEUR: ofMEUR, published: 0, asked: 'part', middleMEUR: null, rank: null };
  const all = selectPositions(of, knowledge);
  if (value === null || field === null || !areAllAlike(field) || selected.length === all.length) return null;
  const published = valuesAt(publishedAt(all, field, knowledge), field, knowledge);
  const totalMEUR = sum(published);
  // Of one amount alone neither a part nor a rank tells anything.
  if (totalMEUR === 0 || published.length < 2) return null;
  const place = published.indexOf(value) + 1;
  const rank = selected.length > 1 || place === 0 ? null : { place, isTied: published[place] === value };
  const middleMEUR = standing === 'average' || standing === 'median' ? computed(standing, published) : null;
  return { part: value / totalMEUR, totalMEUR, published: published.length, asked: standing ?? null, middleMEUR, rank };
}

/** What the projects are a part of: those that conditions on amounts and on what is published keep out, else the whole base; null of all of it and of none. */
function outOf(filter: Filter, count: number, knowledge: KnowledgeBase): number | null {
  const { amounts, known, unknown, among } = filter;
  if (amounts.length + known.length + unknown.length > 0)
    return selectPositions({ ...filter, amounts: [], known: [], unknown: [] }, knowledge).length;
  return among !== null || isEmptyFilter(filter) || count === 0 ? null : knowledge.projects.length;
}

/** The winners that were announced, or what they were granted, when the filter is one call, or one year, and nothing else. */
export function announcedOf(
  { operation = 'count', field = null, filter, groupBy = null }: Pick<Aggregate, 'filter'> & Partial<Aggregate>,
  { calls }: KnowledgeBase,
): AggregateAnswer['announced'] {
  const [call, ...more] = filter.calls;
  const isAlone = more.length === 0 && isEmptyFilter({ ...filter, calls: [], years: [] });
  const key = field === null ? 'winners' : field === 'funding' && operation === 'sum' ? 'fundingMEUR' : null;
  const isOne = call === undefined ? filter.years.length === 1 : call.number !== null;
  if (!isOne || key === null || groupBy !== null || !isAlone) return null;
  const isOfYear = ({ announced }: Call): boolean =>
    filter.years.length === 0 || filter.years.some((year) => announced?.startsWith(String(year)) === true);
  const sessions = calls.filter(({ number }) => (call === undefined ? number !== null : number === call.number));
  // A call that was held at once has no session.
  const ofSession = sessions.length > 1 ? sessions.slice((call?.session ?? 1) - 1, call?.session ?? undefined) : [];
  const rows = (call?.session == null ? sessions : ofSession).filter(isOfYear);
  const values = rows.flatMap((row) => row[key] ?? []);
  if (values.length === 0 || values.length < rows.length) return null;
  return { value: sum(values), sources: rows.flatMap(({ sources }) => sources) };
}

/** How many were announced of what a filter holds: a call, a year, all that the fund financed; null where nobody says. */
export function countAnnounced(filter: Filter, knowledge: KnowledgeBase): number | null {
  const [ofFund] = fundTotals({ operation: 'count', field: null, filter, groupBy: null }, knowledge);
  return announcedOf({ filter }, knowledge)?.value ?? ofFund?.value ?? null;
}

/** What was announced of each call, or year, of which all sessions are known, where nothing limits what is split by them: the base may hold fewer. */
function announcedByPart(question: Aggregate, knowledge: KnowledgeBase): Pick<AggregateAnswer, 'announcedParts'> {
  const { groupBy } = question;
  if ((groupBy !== 'call' && groupBy !== 'year') || !isEmptyFilter(question.filter)) return {};
  const operation = question.field === null ? 'count' : 'sum';
  const isAverage = question.operation === 'average' || question.operation === 'median';
  const ofCalls = knowledge.calls.flatMap(({ number, announced }) =>
    number === null ? [] : groupBy === 'call' ? number : Number((announced ?? '').slice(0, 4)),
  );
  const parts = [...new Set(isAverage ? [] : ofCalls)].flatMap((part) => {
    const only = groupBy === 'call' ? { calls: [{ number: part, session: null, scheme: null }] } : { years: [part] };
    const filter = { ...question.filter, ...only };
    const announced = announcedOf({ ...question, operation, groupBy: null, filter }, knowledge);
    return announced === null ? [] : [{ id: String(part), ...announced }];
  });
  const sign = question.operation === 'min' ? 1 : -1;
  return parts.length < 2 ? {} : { announcedParts: parts.sort((a, b) => sign * (a.value - b.value)) };
}

/** What the records on the fund itself say of a total that is asked over every project, latest source first; none for a part of them. */
function fundTotals(
  { operation, field, filter, groupBy }: Pick<Aggregate, 'operation' | 'field' | 'filter' | 'groupBy'>,
  { facts }: KnowledgeBase,
): readonly FundTotal[] {
  const asked = operation === 'count' ? 'projects' : operation === 'sum' ? field : null;
  if (asked === null || groupBy !== null || !isEmptyFilter(filter)) return [];
  return facts
    .flatMap(({ id, figures, sources, tellsTotal = [] }) =>
      tellsTotal.flatMap((told) => {
        const value = figures.find(({ key }) => key === told.figure)?.value;
        const source = sources.find(({ name }) => name === told.source);
        if (told.field !== asked || value === undefined || source === undefined) return [];
        const unit = asked === 'projects' ? ('projects' as const) : ('MEUR' as const);
        return [{ fact: id, value, unit, what: { fr: told.fr, en: told.en }, source }];
      }),
    )
    .sort((a, b) => (b.source.date ?? '').localeCompare(a.source.date ?? ''));
}
