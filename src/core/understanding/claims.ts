import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { yearOf } from '../knowledge/facets';
import { HALF, inMillions, precisionOf, readCount } from '../language/amounts';
import type { AggregateAnswer, AnswerBody, CompareAnswer, FactAnswer, Verdict } from '../model/answer';
import {
  type AmountField,
  amountOf,
  conflictsOn,
  isAmountField,
  isFloorOf,
  isPublished,
  OTHER_SIDE,
} from '../model/project-fields';
import type { Field, Project } from '../model/records';
import { liesIn } from '../answering/select';
import { pointedAt } from './evidence';
import { isFloor, plainComparison } from './limits';
import { sidesOf, toldIn } from './talk/quoted';
import type { Reading } from './reading';

/**
 * Whether what is answered bears out what the message says of it: "c'est bien plus de 300 M€ ?", "retenu en 2021, non ?", "le plus cher, c'est PILAT ?".
 * Null where it says nothing of it, asks openly or denies, and where the sources do not settle it.
 */
export function verdictOn(answer: AnswerBody, reading: Reading, knowledge: KnowledgeBase): Verdict | null {
  const { words, operators, fields } = reading;
  const { is } = knowledge.language;
  // "…, non ?", "…, n’est-ce pas ?" only ask to agree.
  const tag = words.findLastIndex(({ startsClause }) => startsClause);
  const isTagged = tag > 0 && words.length - tag <= LONGEST_TAG;
  const claimed = isTagged ? words.slice(0, tag) : words;
  const isDenied = claimed.some(
    ({ folded }, at) =>
      is('confining', folded) ||
      // "C’est que du fonds ?"
      (is('restricting', folded) && is('casting', words[at - 1]?.folded ?? '')) ||
      (at < words.length - 1 && is('denying', folded)),
  );
  // "D’où viennent les 30 millions ?" doubts nothing.
  if (isDenied || isOpen(reading, knowledge) || fields.includes('sources')) return null;
  if (answer.kind === 'compare') return ofComparison(answer, reading, knowledge);
  if (OPEN.some((operator) => operators.has(operator))) return null;
  if (answer.kind === 'fact') return ofFact(answer, reading, knowledge);
  return answer.kind === 'aggregate' && answer.groups.length === 0 ? ofComputation(answer, reading, knowledge) : null;
}

/** "N’est-ce pas" */
const LONGEST_TAG = 4;

/** It asks which, or who, or how. */
export function isOpen({ words }: Reading, { language: { is } }: KnowledgeBase): boolean {
  return words.some(({ folded }) => is('interrogative', folded) || is('which', folded));
}

/** With these a message asks how much or which, or says a set: it claims nothing. */
const OPEN = ['how-much', 'count', 'or', 'remove', 'except', 'compare', 'correction'] as const;

function ofFact({ project: id, also, ...first }: FactAnswer, reading: Reading, knowledge: KnowledgeBase) {
  const project = knowledge.projectById.get(id);
  if (project === undefined) return null;
  const told = [first, ...also];
  const amounts = told.flatMap(({ field }) => (isAmountField(field) ? [field] : []));
  const judged = [
    { part: 'amount', verdict: ofAmounts(amounts, project, reading, knowledge) },
    ...told.map(({ field }) => ofField(field, project, reading, knowledge)),
  ].filter(({ verdict }) => verdict !== null);
  const isJudged = (wanted: string): boolean => judged.some(({ part }) => part === wanted);
  // A body that is no carrier may be a partner.
  const isPartner = judged.some(({ part, verdict }) => part === 'organisation' && verdict === true);
  const verdicts = judged
    .filter(({ part, verdict }) => verdict !== true && !(part === 'organisation' && isPartner))
    .map(({ verdict }) => verdict);
  if (verdicts.includes(false)) return false;
  // "Annoncé en novembre 2018, avec 9 M€ ?": nothing is so while something said with it is not judged.
  const { sums, years, months, calls, spans } = reading;
  const saysSum = sums.some(({ factor }) => factor !== null);
  const saysTime = years.length + months.length + calls.length > 0;
  const saysBody = spans.some(({ tags }) => tags.some(({ kind }) => kind === 'organisation'));
  // "24 millions, ça marche ?": what a text tells is judged by who reads it.
  const isOfText = told.some(({ field }) => field === 'status' || field === 'summary');
  const isLeft =
    isOfText ||
    (saysBody && !isJudged('organisation')) ||
    (saysSum && !isJudged('amount')) ||
    (saysTime && !isJudged('time'));
  return judged.length === 0 || isLeft ? null : (verdicts[0] ?? true);
}

function ofField(field: Field, project: Project, reading: Reading, knowledge: KnowledgeBase) {
  const isSettled = isPublished(project, field) && conflictsOn(project, field).length === 0;
  const isTime = field === 'date' || field === 'call';
  if (isTime) return { part: 'time', verdict: isSettled ? ofCall(field, project, reading) : null };
  const held = HELD.find((one) => one.field === field);
  // Words that a project was found by claim nothing of it.
  const isOfIt = field !== 'themes' || reading.named.length > 0;
  if (held === undefined || !isSettled || !isAsked(reading) || !isOfIt) return { part: field, verdict: null };
  const verdicts = reading.spans
    .map(({ tags }) => tags.filter(({ kind }) => kind === 'project' || kind === held.kind))
    .filter((tags) => tags.length > 0 && tags.every(({ kind }) => kind === held.kind))
    .map((tags) => tags.map(({ id }) => isHeld(id, held, project, knowledge)))
    .map((ways) => (ways.includes(true) ? true : ways.includes(null) ? null : held.otherwise));
  const verdict = [false, 'not-said', null, true] as const;
  return { part: held.kind, verdict: verdict.find((one) => verdicts.includes(one)) ?? null };
}

/** What of the base a field names, and what is told of anything else: who carries a project and where is told in full. The first of a kind is what is claimed. */
export const HELD = [
  { field: 'carrier', kind: 'organisation', ids: 'carrierIds', broader: 'broaderOrganisations', otherwise: false },
  {
    field: 'partners',
    kind: 'organisation',
    ids: 'partnerIds',
    broader: 'broaderOrganisations',
    otherwise: 'not-said',
  },
  { field: 'territory', kind: 'territory', ids: 'territories', broader: 'broaderTerritories', otherwise: false },
  { field: 'themes', kind: 'theme', ids: 'themes', broader: 'broaderThemes', otherwise: 'not-said' },
  { field: 'beneficiaries', kind: 'beneficiary', ids: 'beneficiaryIds', broader: null, otherwise: 'not-said' },
] as const;

/** Whether a thing is one that the record names, or lies above one; null where one that lies above it is told in full. */
function isHeld(
  id: string,
  { ids, broader, otherwise }: (typeof HELD)[number],
  { exceptTerritories = [], ...project }: Project,
  knowledge: KnowledgeBase,
): boolean | null {
  const above = (one: string): readonly string[] => (broader && knowledge[broader].get(one)) ?? [one];
  // "Dans toutes les régions ?" is not so of two of them.
  if (knowledge.territoryById.get(id)?.kind === 'country') return project[ids].includes(id);
  if (project[ids].some((own) => above(own).includes(id))) return true;
  const wider = above(id).filter((one) => project[ids].includes(one));
  if (wider.some((one) => knowledge.territoryById.get(one)?.kind === 'country'))
    return !liesIn(id, exceptTerritories, knowledge);
  return wider.length > 0 && otherwise === false ? null : false;
}

/** Of two amounts told, which one is meant is not known; where one of them is not published, the other may be what is claimed of it. */
function ofAmounts(fields: readonly AmountField[], project: Project, reading: Reading, knowledge: KnowledgeBase) {
  // "8 700 euros par bracelet", not "2,3 M€ par an", is no amount of the record.
  const { is } = knowledge.language;
  const isPerThing = (at: number): boolean =>
    is('per', reading.words[at]?.folded ?? '') && !is('durations', reading.words[at + 1]?.folded ?? '');
  const isOfEach = reading.sums.some(({ word }) => [1, 2, 3].some((step) => isPerThing(word + step)));
  if (isOfEach) return null;
  const [published, ...others] = fields.filter((field) => isPublished(project, field));
  const missing = fields.find((field) => !isPublished(project, field));
  if (published === undefined || others.length > 0) return null;
  if (missing !== undefined) return otherClaimed(missing, project, reading, knowledge);
  const verdict = ofValues(published, project, reading, knowledge);
  if (verdict !== false) return verdict;
  // "30 M€ donnés pour 0,5 M€ d'économies ?", "5,55 M€ dépensés, c'est normal ?": a sum that the record tells of something else is no untrue one.
  const isOwn = ofAmount(amountOf(project, published), reading, knowledge) === true;
  const isTold = !isOwn && pointedAt(project.id, reading, knowledge).figures.length > 0;
  return otherClaimed(published, project, reading, knowledge) ?? (isTold ? null : false);
}

/** "Mentor a coûté 5,4 M€ ?": what the fund gives is said to be the cost, or the cost what it gives. */
function otherClaimed(field: AmountField, project: Project, reading: Reading, knowledge: KnowledgeBase) {
  const other = field === 'savings' ? null : OTHER_SIDE[field];
  if (other === null || plainComparison(reading) !== 'exact') return null;
  return ofAmount(amountOf(project, other), reading, knowledge) === true ? other : null;
}

/** What the record gives of an amount, and what its sources give otherwise. */
function ofValues(field: AmountField, project: Project, reading: Reading, knowledge: KnowledgeBase): Verdict | null {
  const isOfTime = field === 'savings' ? isOverItsTime(project, reading, knowledge) : true;
  if (isOfTime !== true) return isOfTime;
  const value = amountOf(project, field);
  const retained = isFloorOf(project, field) ? ofLeast(value, reading, knowledge) : ofAmount(value, reading, knowledge);
  const others = otherValues(project, field, knowledge).map((other) => ofAmount(other, reading, knowledge));
  if (retained === true) return others.includes(false) ? 'retained' : true;
  if (retained !== false || others.every((verdict) => verdict === false)) return retained;
  return others.includes(true) ? 'other-value' : null;
}

/** The figures of disagreements on the amount itself: "5 M€ (estimation de départ)" begins with one. */
function otherValues(project: Project, field: AmountField, knowledge: KnowledgeBase): readonly number[] {
  const sides = sidesOf(conflictsOn(project, field).filter(({ what }) => what === null));
  const said = toldIn(sides, [], 'MEUR', knowledge).filter(({ unit, isInText }) => unit === 'MEUR' && !isInText);
  return said.map(({ value }) => value);
}

/** "2,3 M€ chaque année" of savings over four years is not so; null where it is not known over which time they are, or which is meant. */
function isOverItsTime(
  { expectedSavings: { period } }: Project,
  { words }: Reading,
  { language: { is, partNamed } }: KnowledgeBase,
): boolean | null {
  const at = words.findIndex(({ folded }) => is('durations', folded) || partNamed(folded) === 'year');
  if (at < 0) return true;
  const [before = '', folded = ''] = words.slice(at - 1, at + 1).map((word) => word.folded);
  const isYearly = is('asking', before) || is('single', before);
  const said = is('units', folded) ? (isYearly ? 1 : readCount(before)) : null;
  const years = period === null ? null : YEARS[period];
  if (said === null || years === null) return null;
  return said === years ? true : said === 1 ? false : null;
}

/** So many does what is saved cover. */
export const YEARS = { 'four-years': 4, 'one-year': 1, 'not-stated': null } as const;

function ofCall(field: 'date' | 'call', project: Project, reading: Reading): boolean | null {
  const { announced, number, session, confidence } = project.call;
  const { calls, years, months, quantities } = reading;
  if (confidence !== 'sourced') return null;
  const [call, ...otherCalls] = calls;
  if (field === 'call' && call !== undefined && call.number !== null) {
    const saidSession = call.session ?? reading.session ?? session;
    return otherCalls.length > 0 ? null : call.number === number && saidSession === session;
  }
  const [month, ...otherMonths] = months;
  if (month === undefined) return years.length === 1 ? yearOf(project) === years[0] : null;
  if (otherMonths.length > 0 || announced === null) return null;
  const day = quantities.find(({ factor, isFigure }) => factor === null && isFigure)?.value;
  if (!announced.startsWith(month) || day === undefined) return announced.startsWith(month);
  return announced.length > month.length ? Number(announced.slice(month.length + 1)) === day : null;
}

/** "PILAT est plus cher que PPN ?": so of the values that the records give, and of those of other sources or not. */
function ofComparison({ field, difference }: CompareAnswer, reading: Reading, knowledge: KnowledgeBase) {
  const comparison = plainComparison(reading);
  const [first = [], second = [], ...others] = reading.named.map((ids) => valuesGiven(ids, field, knowledge));
  const [[a = null], [b = null]] = [first, second];
  if (a === null || b === null || difference === null || others.length > 0 || !isAsked(reading)) return null;
  if (comparison !== 'above' && comparison !== 'below') return null;
  // Of a minimum what lies below it is sure, and nothing else.
  const isFloor = ([id = '']: readonly string[]): boolean => isFloorOf(knowledge.projectById.get(id), field);
  const [lesser, greater] = a < b ? reading.named : [...reading.named].reverse();
  if (isFloor(lesser ?? []) || (a === b && isFloor(greater ?? []))) return 'at-least';
  const isSo = (one: number, other: number): boolean => (comparison === 'above' ? one > other : one < other);
  const all = first.flatMap((one) => second.map((other) => isSo(one, other)));
  if (isSo(a, b)) return all.includes(false) ? 'retained' : true;
  return all.includes(true) ? 'other-value' : false;
}

/** The amount that a record gives, then those that sources give otherwise; none where it is not known. */
function valuesGiven([id = '', ...others]: readonly string[], field: Field | null, knowledge: KnowledgeBase) {
  const project = knowledge.projectById.get(id);
  if (project === undefined || others.length > 0 || !isAmountField(field)) return [];
  const value = amountOf(project, field);
  return value === null ? [] : [value, ...otherValues(project, field, knowledge)];
}

function ofComputation(
  { operation, value, field, filter, projects, counted, total, amounts, shareOfAll }: AggregateAnswer,
  reading: Reading,
  knowledge: KnowledgeBase,
): Verdict | null {
  if (filter.amounts.length > 0 || value === null || shareOfAll?.published === 0) return null;
  const [named, ...others] = reading.named;
  const [winner] = named ?? [];
  const isExtreme = operation === 'max' || operation === 'min';
  // "Le plus cher, c'est LiDAR HD ?"
  if (isExtreme && winner !== undefined) {
    const isSaid = others.length + reading.references.length === 0 && !filter.except.projects.includes(winner);
    if (!isSaid || counted < 2 || !isAsked(reading)) return null;
    if (projects.includes(winner)) return true;
    return isFloorOf(knowledge.projectById.get(winner), field) ? 'at-least' : false;
  }
  const place = placeClaimed(reading, knowledge);
  if (place !== null && shareOfAll !== null && shareOfAll.rank !== null) {
    const { published, rank } = shareOfAll;
    if (isFloorOf(knowledge.projectById.get(winner ?? ''), field)) return 'at-least';
    return place === (reading.operators.has('min') ? published + 1 - rank.place : rank.place);
  }
  if (field === null) return ofCount(value, reading, knowledge);
  const verdict = ofAmount(value, reading, knowledge);
  // What is not published comes on top of a sum; the sum of what is published is what the sources give.
  const isShort = amounts.some(({ project: id }) => isFloorOf(knowledge.projectById.get(id), field));
  const isSo = verdict === true && plainComparison(reading) === 'exact';
  if (operation !== 'sum' || isSo || !(counted < total || isShort)) return verdict;
  return ofLeast(value, reading, knowledge) === 'at-least' ? 'incomplete' : verdict;
}

/** "InSERRE est le 2e projet le plus financé ?": the place that the one project named is said to have; null where none is. */
export function placeClaimed(reading: Reading, knowledge: KnowledgeBase): number | null {
  const { operators, references, named } = reading;
  const [place, ...others] = references;
  const isEnd = operators.has('max') || operators.has('min');
  const isClaim = isEnd && named.length === 1 && isAsked(reading) && !isOpen(reading, knowledge);
  return isClaim && place?.id === 'ordinal' && place.position > 0 && others.length === 0 ? place.position : null;
}

/** "Ils sont bien trois ?", not "les trois" */
function ofCount(count: number, reading: Reading, { language: { is, isFunctionWord } }: KnowledgeBase): boolean | null {
  const { words, quantities, operators, spans } = reading;
  const [number, ...others] = quantities.filter(
    ({ word, isFigure }) => isFigure || readCount(words[word]?.folded ?? '') !== null,
  );
  const next = number === undefined ? undefined : words[number.word + 1];
  const isCount =
    next === undefined ||
    next.startsClause ||
    isFunctionWord(next.folded) ||
    (['projects', 'projectPlurals'] as const).some((one) => is(one, next.folded));
  if (number === undefined || others.length > 0 || !isCount || operators.has('sum') || !isAsked(reading)) return null;
  const before = words[number.word - 1]?.folded ?? '';
  const comparison = plainComparison(reading);
  const isCompared =
    comparison !== 'exact' &&
    spans.some(({ end, tags }) => end === number.word && tags.some(({ kind }) => kind === 'operator'));
  // "Plus de 10 projets", not "les deux": how many is said exactly.
  if (isCompared && comparison === 'above') return count > number.value;
  if (isCompared && comparison === 'below') return count < number.value;
  const isTold = !isCompared && TELLING.some((wordClass) => is(wordClass, before));
  return isTold ? null : isBorneOut(count, number.value, HALF, reading);
}

/** Behind these a number says which are meant: "les deux", "in '21". */
const TELLING = ['articles', 'among', 'designating', 'showing', 'narrowing'] as const;

/** Of no more than a minimum, what is above it is neither so nor not: "50 M€ ?" of "plus de 30 M€". */
function ofLeast(value: number | null, reading: Reading, knowledge: KnowledgeBase): boolean | 'at-least' | null {
  const comparison = plainComparison(reading);
  const claimed = claimedIn(reading);
  if (value === null || claimed === null) return null;
  if (isFloor(comparison)) return value >= claimed.value ? true : 'at-least';
  return ofAmount(value, reading, knowledge) === false && value > claimed.value ? false : 'at-least';
}

/** @param value M€ */
function ofAmount(value: number | null, reading: Reading, { language: { is } }: KnowledgeBase): boolean | null {
  const claimed = claimedIn(reading);
  if (value === null || claimed === null) return null;
  const isAbout = reading.words.some(({ folded }) => is('approximating', folded));
  return isBorneOut(value, claimed.value, isAbout ? claimed.value * ABOUT : claimed.within, reading);
}

/** The one sum that is said with its unit, in M€, and what it may be off by. */
function claimedIn({ sums }: Reading): { readonly value: number; readonly within: number } | null {
  const [sum, ...others] = sums.filter(({ factor }) => factor !== null);
  if (sum?.factor == null || others.length > 0) return null;
  return { value: inMillions(sum), within: precisionOf(sum) * sum.factor };
}

/** "Autour de 20 M€" is meant within a tenth. */
const ABOUT = 0.1;

export function isAsked({ text }: Reading): boolean {
  return text.includes('?');
}

/**
 * Null where it is too near to tell: of just so much a floor may be meant ("plus de 30 M€" of 30), and of a little more or less a round figure.
 *
 * @param within what the number said may be off by
 */
function isBorneOut(value: number, claimed: number, within: number, reading: Reading): boolean | null {
  const comparison = plainComparison(reading);
  const off = Math.abs(value - claimed);
  if (comparison === 'exact') return off < within ? true : off < 2 * within && within < claimed * ABOUT ? null : false;
  if (off < within && (comparison === 'above' || comparison === 'below')) return null;
  return off < within || (isFloor(comparison) ? value > claimed : value < claimed);
}
