import type { LanguageWords, Part } from '../language/language-words';
import type { Dimension } from './patch';
import type { Field } from '../model/records';
import type { Comparison, Condition, Role } from './classes';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type PlacedTopic, combineTopics, idsOf, isCarried } from './topics';
import type { Mention } from '../model/tag';
import { amountLimits } from './money';
import { EMPTY_FILTER, type AmountCondition, type CallReference, type Filter, type Topic } from '../model/question';
import { type Reading, unique } from './reading';

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
  const said = !isSaid
    ? []
    : amountLimits(reading, comparison ?? 'exact', fields, last?.amounts ?? [], knowledge.language);
  const amounts = ofAmount?.role === 'out' ? said.map(opposite) : said;
  const conditioned = conditionedFields(fields);
  const base: Filter = {
    ...EMPTY_FILTER,
    carriers: unique(inside.flatMap((entry) => carriersOf(entry, knowledge))),
    territories: unique(inside.flatMap(({ mention }) => idsIn(mention, 'territory'))),
    ...periodOf(inside, reading, knowledge),
    amounts,
    known: condition === 'known' ? conditioned : [],
    unknown: condition === 'unknown' ? conditioned : [],
    except: {
      topics: outside.flatMap((entry) => topicOf(entry, knowledge).map(({ topic }) => topic)),
      carriers: unique(outside.flatMap((entry) => carriersOf(entry, knowledge))),
      territories: unique(outside.flatMap(({ mention }) => idsIn(mention, 'territory'))),
      projects: unique(outside.flatMap(({ mention }) => idsIn(mention, 'project'))),
      calls: outside.flatMap(({ mention }) => callsIn(mention)),
      years: outside.some(({ mention }) => mention.kind === 'years') ? reading.years : [],
    },
  };
  return {
    ...base,
    topics: combineTopics(
      inside.flatMap((entry) => topicOf(entry, knowledge)),
      reading,
      base,
      knowledge,
    ),
  };
}

/** "Enlève ceux de moins de 10 M€" keeps those of at least as much. */
function opposite(condition: AmountCondition): AmountCondition {
  const { min, max, includesBounds } = condition;
  return { ...condition, min: max, max: min, includesBounds: !includesBounds };
}

/** What may lack a value; a condition on anything else is one on the fund's money. */
function conditionedFields(fields: readonly Field[]): readonly Field[] {
  const own = fields.filter((field) => field !== 'summary' && field !== 'sources' && field !== 'themes');
  return own.length > 0 ? own : ['funding'];
}

function idsIn({ span }: Mention, kind: 'project' | 'territory' | 'organisation'): readonly string[] {
  return span === null ? [] : idsOf(span.tags, kind);
}

function callsIn({ span }: Mention): readonly CallReference[] {
  return span?.tags.flatMap((tag) => (tag.kind === 'call' ? [tag.call] : [])) ?? [];
}

/** A body said to carry, or that is nothing but a body which carries. */
function carriersOf({ mention, role }: Cast, knowledge: KnowledgeBase): readonly string[] {
  const ids = idsIn(mention, 'organisation');
  return isCarrier({ mention, role }, knowledge) ? ids : [];
}

function isCarrier({ mention, role }: Cast, knowledge: KnowledgeBase): boolean {
  const { span } = mention;
  if (span === null || mention.kind !== 'subject') return false;
  const isOnlyBody = span.tags.every(({ kind }) => kind !== 'theme' && kind !== 'beneficiary');
  const carries = idsOf(span.tags, 'organisation').some((id) => isCarried(id, knowledge));
  return (
    role === 'carrier' ||
    (isOnlyBody && (carries || idsOf(span.tags, 'organisation').length > 0) && !takesPartOnly(mention, knowledge))
  );
}

/** A body that is only ever a partner is a subject. */
function takesPartOnly({ span }: Mention, knowledge: KnowledgeBase): boolean {
  const ids = span === null ? [] : idsOf(span.tags, 'organisation');
  return ids.every((id) => !isCarried(id, knowledge)) && ids.some((id) => knowledge.facets.participant.has(id));
}

/** A theme, a public or a body as a subject, with all its readings. */
function topicOf(entry: Cast, knowledge: KnowledgeBase): readonly PlacedTopic[] {
  const { mention } = entry;
  if (mention.span === null || mention.kind !== 'subject' || isCarrier(entry, knowledge)) return [];
  const { tags, start, end } = mention.span;
  const topic: Topic = {
    themes: idsOf(tags, 'theme'),
    beneficiaries: idsOf(tags, 'beneficiary'),
    organisations: idsOf(tags, 'organisation').filter((id) => knowledge.facets.participant.has(id)),
  };
  return [{ topic, start, end }];
}

/** Calls, years and months. "2e session de 2019" is a session of the call of that year. */
function periodOf(
  inside: readonly Cast[],
  { years, months, session }: Reading,
  knowledge: KnowledgeBase,
): Pick<Filter, 'calls' | 'years' | 'months'> {
  const calls = inside.flatMap(({ mention }) => callsIn(mention));
  const isOfYears = inside.some(({ mention }) => mention.kind === 'years');
  const ofMonths = isOfYears ? months : [];
  const own = isOfYears && months.length === 0 ? years : [];
  if (session === null) return { calls, years: own, months: ofMonths };
  const numbers = unique(
    knowledge.calls.flatMap(({ number, announced }) =>
      number !== null && isOfYears && years.includes(Number(announced?.slice(0, 4))) ? [number] : [],
    ),
  );
  const named =
    calls.length > 0 ? calls : numbers.map((number): CallReference => ({ number, session: null, scheme: null }));
  return named.length === 0
    ? { calls, years: own, months: ofMonths }
    : { calls: named.map((call) => ({ ...call, session })), years: [], months: [] };
}

/** The limits that each part of a set stands for. */
const DIMENSION_OF: Readonly<Record<Part, Dimension>> = {
  theme: 'subject',
  ministry: 'body',
  carrier: 'body',
  territory: 'place',
  call: 'period',
  year: 'period',
  amount: 'amount',
};

/**
 * The limits that a message names without saying which: "toutes les années", "tous ministères confondus", "sans le seuil".
 *
 * @param isLifted only where a word of the message says that they go: not "les deux ministères ensemble"
 */
export function dimensionsNamed(
  { words }: Reading,
  { partNamed, is }: LanguageWords,
  isLifted = false,
): readonly Dimension[] {
  if (isLifted && !words.some(({ folded }) => is('lifting', folded))) return [];
  const starts = words.flatMap(({ startsClause, folded }, index) =>
    index === 0 || startsClause || is('coordinating', folded) ? [index] : [],
  );
  return unique(
    starts.flatMap((start, at) => {
      const clause = words.slice(start, starts[at + 1]);
      // "En conservant ce seuil": that one stays.
      if (clause.some(({ folded }) => is('keeping', folded))) return [];

      return clause.flatMap(({ folded }) => {
        const part = partNamed(folded);
        return part === null ? [] : [DIMENSION_OF[part]];
      });
    }),
  );
}
