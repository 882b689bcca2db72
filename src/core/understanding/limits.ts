import { type LanguageWords, type WordClass } from '../language/language-words';
import { type Field } from '../model/records';
import { type Comparison, type Condition, type Role } from './decide';
import { conditionedFields, lackingFields } from './lists/conditions';
import { bodiesNamed, isOperator, takesOut } from './open-slots';
import { type KnowledgeBase } from '../knowledge/knowledge-base';
import { type Mention, type Operator, type Tag } from '../model/tag';
import { EMPTY_FILTER, type AmountCondition, type CallReference, type Filter, type Topic } from '../model/question';
import { type Reading, unique } from './reading';
import { type AmountField, isAmountField } from '../model/project-fields';
import { inMillions, type Quantity, readCount } from '../language/amounts';
import { positionsOn, selectPositions } from '../answering/select';

/** What limits a set, in the groups in which one limit takes the place of another. */
export const DIMENSIONS = ['subject', 'place', 'period', 'amount', 'known'] as const;
/** A body is a part of what is the subject: "tous ministères confondus" leaves the theme. */
export type Dimension = (typeof DIMENSIONS)[number] | 'body';

/** A mention and what it does. */
export interface Cast {
  readonly mention: Mention;
  readonly role: Role;
}

/** The limits of a set: what its mentions say in their roles, its amounts and months, and what must be published. */
export function limitsOf(
  cast: readonly Cast[],
  condition: Condition,
  comparison: Comparison | null,
  fields: readonly Field[],
  last: Filter | null,
  reading: Reading,
  knowledge: KnowledgeBase,
): Filter {
  const inside = cast.filter(({ role }) => role === 'in' || role === 'carrier');
  const outside = cast.filter(({ role }) => role === 'out');
  const ofAmount = cast.find(({ mention }) => mention.kind === 'amount');
  // A number in letters is no mention: it counts where the last set was bounded by one.
  const isSaid = ofAmount === undefined ? (last?.amounts.length ?? 0) > 0 : ofAmount.role !== 'none';
  const said = !isSaid ? [] : amountLimits(reading, comparison ?? 'exact', fields, last, knowledge.language);
  const conditioned = conditionedFields(fields, reading, knowledge.language);
  // "Un coût mais pas d'aide publiée": each field has a condition of its own.
  const lacking = lackingFields(reading, knowledge.language);
  const others = reading.fields.filter((field) => isAmountField(field) && !lacking.includes(field));
  // "Sans montant du fonds" is known of none; "vire ceux sans montant" leaves those of which it is.
  const isWithout = reading.words.some(({ folded }) => knowledge.language.is('lacking', folded)) && !takesOut(reading);
  const areSeveral = lacking.length + others.length > 1 || isWithout;
  const areApart = condition !== 'none' && lacking.length > 0 && areSeveral;
  const turned = last === null || areApart ? EMPTY_FILTER : turnedRound(last, reading, knowledge.language);
  const base: Filter = {
    ...EMPTY_FILTER,
    carriers: unique(inside.flatMap((entry) => carriersOf(entry, reading, knowledge))),
    territories: unique(inside.flatMap(({ mention }) => idsIn(mention, 'territory'))),
    ...periodOf(inside, reading, knowledge),
    amounts: ofAmount?.role === 'out' ? said.map(opposite) : said,
    known: areApart ? others : condition === 'known' ? conditioned : turned.known,
    unknown: areApart ? lacking : condition === 'unknown' ? conditioned : turned.unknown,
    except: {
      topics: outside.flatMap((entry) => topicOf(entry, reading, knowledge).map(({ topic }) => topic)),
      carriers: unique(outside.flatMap((entry) => carriersOf(entry, reading, knowledge))),
      territories: unique(outside.flatMap(({ mention }) => idsIn(mention, 'territory'))),
      projects: unique(outside.flatMap(({ mention }) => idsIn(mention, 'project'))),
      calls: outside.flatMap(({ mention }) => callsIn(mention)),
      years: outside.some(({ mention }) => mention.kind === 'years') ? reading.years : [],
    },
  };
  const placed = inside.flatMap((entry) => topicOf(entry, reading, knowledge));
  const filter = { ...base, topics: combineTopics(placed, reading, base, knowledge) };
  const isEither = placed.length > 0 && isJoinedToBody(inside, reading, knowledge);
  // "La DGFiP ou la douane" is either; "et" is both, where some are.
  return !isEither || (!reading.operators.has('or') && selectPositions(filter, knowledge).length > 0)
    ? filter
    : { ...filter, topics: [filter.topics.reduce(union, { ...NO_TOPIC, organisations: base.carriers })], carriers: [] };
}

/** "Sans montant du fonds", then "et avec montant ?", "avec un coût", then "et sans ?": what lacked is there, what was there lacks. */
export function turnedRound(last: Filter, { words, spans }: Reading, { is, isFunctionWord, partNamed }: LanguageWords) {
  const saysOf = (turning: WordClass, before: readonly Field[]): readonly Field[] => {
    const at = words.findLastIndex(({ folded }) => is(turning, folded));
    const next = words.findIndex(({ folded }, index) => index > at && !isFunctionWord(folded));
    const ofAmount = before.filter(isAmountField);
    const isSaid = (field: Field): boolean =>
      spans.some(({ start, tags }) => start === next && tags.some((tag) => tag.kind === 'field' && tag.id === field));
    const isOfAll = next < 0 || partNamed(words[next]?.folded ?? '') === 'amount';
    return at < 0 ? [] : isOfAll ? ofAmount : ofAmount.filter(isSaid);
  };
  return { known: saysOf('accompanying', last.unknown), unknown: saysOf('lacking', last.known) };
}

const NO_TOPIC: Topic = { themes: [], beneficiaries: [], organisations: [] };

/** "La culture et la DGFiP": a word that joins stands between a body and a subject that is none. */
function isJoinedToBody(inside: readonly Cast[], reading: Reading, knowledge: KnowledgeBase): boolean {
  return inside.some((entry, at) => {
    const before = inside[at - 1];
    if (before === undefined || isCarrier(before, reading, knowledge) === isCarrier(entry, reading, knowledge))
      return false;
    const between = reading.words.slice(before.mention.end, entry.mention.start);
    return between.some(({ folded }) => knowledge.language.is('coordinating', folded));
  });
}

/** "Enlève ceux de moins de 10 M€" keeps those of at least as much. */
function opposite(condition: AmountCondition): AmountCondition {
  const { min, max, includesBounds } = condition;
  return { ...condition, min: max, max: min, includesBounds: !includesBounds };
}

export const idsIn = ({ span }: Mention, kind: 'project' | 'territory' | 'organisation'): readonly string[] =>
  span === null ? [] : idsOf(span.tags, kind);

function callsIn({ span }: Mention): readonly CallReference[] {
  return span?.tags.flatMap((tag) => (tag.kind === 'call' ? [tag.call] : [])) ?? [];
}

/** A body said to carry, or that is nothing but a body which carries. */
function carriersOf(entry: Cast, reading: Reading, knowledge: KnowledgeBase): readonly string[] {
  return isCarrier(entry, reading, knowledge) ? bodiesNamed(entry.mention, reading, knowledge) : [];
}

function isCarrier({ mention, role }: Cast, reading: Reading, knowledge: KnowledgeBase): boolean {
  if (mention.span === null || mention.kind !== 'subject') return false;
  const { tags } = mention.span;
  const bodies = idsOf(tags, 'organisation');
  const areOnlyBodies = bodies.length > 0 && tags.every(({ kind }) => kind !== 'theme' && kind !== 'beneficiary');
  // "Portés par la Gendarmerie", which is no body of the base, are those on it.
  const isSaidToCarry = role === 'carrier' && bodiesNamed(mention, reading, knowledge).length > 0;
  // A body that is only ever a partner is a subject.
  const takePart = bodies.some((id) => knowledge.facets.participant.has(id));
  return isSaidToCarry || (areOnlyBodies && (!takePart || bodies.some((id) => isCarried(id, knowledge))));
}

/** A theme, a public or a body as a subject, with all its readings. */
function topicOf(entry: Cast, reading: Reading, knowledge: KnowledgeBase): readonly PlacedTopic[] {
  const { mention } = entry;
  if (mention.span === null || mention.kind !== 'subject' || isCarrier(entry, reading, knowledge)) return [];
  const { tags, start, end } = mention.span;
  const topic: Topic = {
    themes: idsOf(tags, 'theme'),
    beneficiaries: idsOf(tags, 'beneficiary'),
    organisations: idsOf(tags, 'organisation').filter((id) => knowledge.facets.participant.has(id)),
  };
  return [{ topic, start, end }];
}

/** Calls, years and months. "2e session de 2019" is a session of the call of that year. */
function periodOf(inside: readonly Cast[], { years, months, session }: Reading, knowledge: KnowledgeBase) {
  const calls = inside.flatMap(({ mention }) => callsIn(mention));
  const isOfYears = inside.some(({ mention }) => mention.kind === 'years');
  const plain = { calls, years: isOfYears && months.length === 0 ? years : [], months: isOfYears ? months : [] };
  if (session === null) return plain;
  const named = calls.length > 0 ? calls : callsOf(isOfYears ? years : [], knowledge);
  return named.length === 0 ? plain : { calls: named.map((call) => ({ ...call, session })), years: [], months: [] };
}

/** The calls whose winners were announced in these years. */
export function callsOf(years: readonly number[], { calls }: KnowledgeBase): readonly CallReference[] {
  const numbers = calls.flatMap(({ number, announced }) =>
    number !== null && years.includes(Number(announced?.slice(0, 4))) ? [number] : [],
  );
  return unique(numbers).map((number) => ({ number, session: null, scheme: null }));
}

// ---- amounts

const SAID: readonly (readonly [Operator, Comparison])[] = [
  ['between', 'between'],
  ['at-least', 'from'],
  ['at-most', 'up-to'],
  ['more-than', 'above'],
  ['less-than', 'below'],
];

/** The comparison that the grammar finds in a message, where nothing was learned. */
export function plainComparison({ operators, sums: quantities }: Reading): Comparison {
  const found = SAID.find(([operator]) => operators.has(operator) && (operator !== 'between' || quantities.length > 1));
  return found?.[1] ?? 'exact';
}

/**
 * The limits on amounts that a message says: its sums with how they bound, on the field said nearest before them. A number without a unit takes that
 * of the others, or millions where sums are spoken of.
 *
 * @param filter the limits of the question before, when the message goes on from it
 */
function amountLimits(
  reading: Reading,
  comparison: Comparison,
  fields: readonly Field[],
  filter: Filter | null,
  language: LanguageWords,
): readonly AmountCondition[] {
  const { spans, words } = reading;
  const last = filter?.amounts ?? [];
  // Where a sum bounded the last set, letters are one too, unless they count ("et les deux suivants ?"): "et plus de vingt-cinq ?", "portez le seuil à vingt".
  // So is another number said for the one before: "non, mets vingt-cinq plutôt".
  const isSetAnew =
    reading.operators.has('correction') || words.some(({ folded }) => language.partNamed(folded) === 'amount');
  const bounds = plainComparison(reading) !== 'exact' || isSetAnew;
  const isBound = ({ word }: Quantity): boolean =>
    last.length > 0 && (bounds || readCount(words[word]?.folded ?? '') === null);
  const quantities = reading.quantities
    .filter((number) => reading.sums.includes(number) || isBound(number))
    .filter(({ factor, word }) => factor !== null || !language.is('counted', words[word + 1]?.folded ?? ''));
  // What was learned is of the first number said: where that one counts projects, the words of the comparison tell.
  const isLearned = reading.sums.length > 0 && quantities.length >= reading.sums.length;
  const how = isLearned ? comparison : sameWay(plainComparison(reading), last);
  const unit = quantities.find((quantity) => quantity.factor !== null)?.factor ?? null;
  const isMoney = unit !== null || fields.some(isAmountField) || last.length > 0;
  // "Moins de 500 000": so many are euros.
  const valueOf = (said: Quantity): number => inMillions(said, said.value >= LEAST_IN_EUROS ? EURO : (unit ?? 1));
  const bounding = new Set(last.flatMap(({ min, max }) => [min, max]));
  // "Lire 40, pas 30": the bound of before is said beside the one that takes its place.
  const come = quantities.filter((quantity) => !bounding.has(valueOf(quantity)));
  // "Laisse tomber le million": the bound of before is said to go.
  if (come.length === 0 && last.length > 0 && reading.operators.has('remove')) return [];
  const [first, second] = come.length > 0 && how !== 'between' ? come : quantities;
  if (first === undefined) return beyond(plainComparison(reading), last);
  if (!isMoney) return [];
  // "Dans 10 min", "la somme des 3": a number that has no unit, bounds nothing and follows no limit is no sum.
  if (unit === null && last.length === 0 && how === 'exact') return [];
  const field = fieldOf(first, reading, fields, filter, language);
  if (how === 'between') {
    // "Entre un et trois millions": the article is a number too.
    const isFromOne = second === undefined && language.is('single', words[first.word - 2]?.folded ?? '');
    const [min, max] = [isFromOne ? (unit ?? 1) : valueOf(first), valueOf(second ?? first)].sort((a, b) => a - b);
    return [{ field, min: min ?? null, max: max ?? null, includesBounds: true }];
  }
  const [before] = last;
  const value = valueOf(first);
  // "Entre 20 et 30", then "jusqu'à 40": one end of what lay between; "et au-dessus de 30 ?", "et en dessous de 8 ?" are beyond it.
  const isBeyond =
    (value >= (before?.max ?? Infinity) && isFloor(how)) || (value <= (before?.min ?? -Infinity) && isCeiling(how));
  if (second === undefined && before?.min != null && before.max !== null && before.min < before.max && !isBeyond)
    return [{ ...before, ...(value > (before.min + before.max) / 2 ? { max: value } : { min: value }) }];
  const bound = conditionOn(field, value, how);
  if (second === undefined) return [bound];
  // "Plus de 10 M€ d'aide et moins de 50 M€ de coût": the second sum with the comparison that stands before it.
  const other = SAID.slice(1).find(([operator]) =>
    spans.some((span) => span.start > first.word && isOperator(span, operator)),
  );
  return other === undefined
    ? [bound]
    : [bound, conditionOn(fieldOf(second, reading, fields, filter, language), valueOf(second), other[1])];
}

/** No project is of so many millions. */
const LEAST_IN_EUROS = 10_000;
const EURO = 1e-6;

/** "Plus de 5 M€", then "lesquels sont en dessous ?": what lies on the other side of the last bound. */
function beyond(said: Comparison, last: readonly AmountCondition[]): readonly AmountCondition[] {
  const [bound, ...others] = last;
  if (bound === undefined || others.length > 0) return [];
  const [min, max] = [isFloor(said) ? bound.max : null, isCeiling(said) ? bound.min : null];
  return min === null && max === null ? [] : [{ ...bound, min, max, includesBounds: false }];
}

/** "Relève le seuil à cent": said without a comparison, a limit bounds as the last one did. */
function sameWay(said: Comparison, [last]: readonly AmountCondition[]): Comparison {
  if (said !== 'exact' || last === undefined) return said;
  if (last.max === null) return last.includesBounds ? 'from' : 'above';
  if (last.min === null) return last.includesBounds ? 'up-to' : 'below';
  return 'exact';
}

export function conditionOn(field: AmountField, value: number, comparison: Comparison): AmountCondition {
  const [min, max] = [isCeiling(comparison) ? null : value, isFloor(comparison) ? null : value];
  return { field, min, max, includesBounds: comparison !== 'above' && comparison !== 'below' };
}

/** "Plus de", "au moins" */
export function isFloor(comparison: Comparison | null): boolean {
  return comparison === 'above' || comparison === 'from';
}

/** "Moins de", "au plus" */
export function isCeiling(comparison: Comparison | null): boolean {
  return comparison === 'below' || comparison === 'up-to';
}

/** The amount said right behind a number ("50 M€ de coût"), else nearest before it, else limited before, else asked, else the fund's money. */
function fieldOf(
  { word }: Quantity,
  { spans, words }: Reading,
  fields: readonly Field[],
  last: Filter | null,
  { is }: LanguageWords,
): AmountField {
  const said = spans.flatMap(({ start, tags }) =>
    tags.flatMap((tag) => (tag.kind === 'field' && isAmountField(tag.id) ? [{ field: tag.id, start }] : [])),
  );
  const isRightBehind = (start: number): boolean =>
    start > word && words.slice(word + 1, start).every(({ folded }) => is('units', folded) || is('among', folded));
  const near = said.find(({ start }) => isRightBehind(start)) ?? said.findLast(({ start }) => start < word) ?? said[0];
  return near?.field ?? (last && boundedBy(last)) ?? fields.find(isAmountField) ?? 'funding';
}

/** The amount that a set was limited by: "projets de plus de 50 M€ de coût", "dont les économies sont publiées". */
export function boundedBy({ amounts, known }: Filter): AmountField | null {
  return [...amounts.map(({ field }) => field), ...known].find(isAmountField) ?? null;
}

// ---- topics

type PlacedTopic = Pick<Mention, 'start' | 'end'> & { readonly topic: Topic };

/**
 * Topics joined by "et", "ou" widen ("police ou gendarmerie"); with nothing between them ("handicap emploi") or joined by a preposition they narrow
 * ("IA dans la fiscalité"), unless that leaves nothing.
 */
function combineTopics(placed: readonly PlacedTopic[], reading: Reading, base: Filter, knowledge: KnowledgeBase) {
  const isAny = placed.length < 2 || reading.operators.has('common');
  // A theme of more than half of the base ("numérique") tells nothing beside another one.
  const half = knowledge.projects.length / 2;
  const specific = isAny ? placed : placed.filter(({ topic }) => positionsOn(topic, knowledge).length <= half);
  const kept = specific.length > 0 ? specific : placed;
  const ways = [false, true].map((bareJoins) => grouped(kept, bareJoins, reading, knowledge.language));
  const isOfSome = (topics: readonly Topic[]): boolean => selectPositions({ ...base, topics }, knowledge).length > 0;
  const [narrow = [], wide = narrow] = ways;
  const found = narrow.length < 2 ? narrow : (ways.find(isOfSome) ?? wide);
  return found.length > 1 && !isOfSome(found) && !reading.operators.has('common') ? [found.reduce(union)] : found;
}

function grouped(placed: readonly PlacedTopic[], bareJoins: boolean, reading: Reading, language: LanguageWords) {
  const groups: PlacedTopic[] = [];
  for (const next of placed) {
    const last = groups.at(-1);
    const word = reading.words[next.start];
    // Not "la culture l'archéologie"
    const isBare = last?.end === next.start && word?.startsClause === false && !language.is('joining', word.folded);
    const isSame = JSON.stringify(next.topic) === JSON.stringify(last?.topic);
    if (last && (isSame || (isBare ? bareJoins : joins(reading, last.end, next.start, language))))
      groups[groups.length - 1] = { topic: union(last.topic, next.topic), start: last.start, end: next.end };
    else groups.push(next);
  }
  return groups.map(({ topic }) => topic);
}

function joins(reading: Reading, from: number, to: number, language: LanguageWords): boolean {
  const between = reading.words.slice(from, to).map(({ folded }) => folded);
  const has = (meaning: WordClass): boolean => between.some((word) => language.is(meaning, word));
  // "À la fois la santé et la justice", not "à la fois les projets de santé et ceux de justice"
  if (reading.operators.has('common') && !has('projects') && !has('designating')) return false;
  return has('coordinating') || (!has('narrowing') && between.every((word) => language.is('joining', word)));
}

export function union(a: Topic, b: Topic): Topic {
  return {
    themes: unique([...a.themes, ...b.themes]),
    beneficiaries: unique([...a.beneficiaries, ...b.beneficiaries]),
    organisations: unique([...a.organisations, ...b.organisations]),
  };
}

/** True when some project is carried by the body. */
export function isCarried(organisation: string, { facets }: KnowledgeBase): boolean {
  return facets.carrier.has(organisation);
}

/** The ids of the tags of one kind. */
export function idsOf(tags: readonly Tag[], kind: 'project' | 'theme' | 'beneficiary' | 'organisation' | 'territory') {
  return tags.flatMap((tag) => (tag.kind === kind ? [tag.id] : []));
}
