import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { LanguageWords, Part } from '../../language/language-words';
import type { Word } from '../../language/words';
import type { Group } from '../../model/answer';
import { EMPTY_FILTER, type Filter, type Grouping, type Memory, type Question } from '../../model/question';
import type { Dimension } from '../limits';
import { isOperator } from '../open-slots';
import { type Reading, unique } from '../reading';

/**
 * "Par ministère", "quel ministère", "liste des thèmes": what a set is split by; null when it is not.
 *
 * @param isOfSeveral only a plural asks for the parts themselves: "quelles régions", not "dans quelle région"
 */
export function groupingAsked(
  { operators, words, spans, years }: Reading,
  { partNamed, is }: LanguageWords,
  isOfSeveral = false,
): Exclude<Grouping, 'asked'> | null {
  const by = (['ministry', 'theme', 'year', 'call', 'territory'] as const).find((one) => operators.has(`by-${one}`));
  if (by !== undefined) return by;
  if (years.length === 2 && (operators.has('or') || operators.has('compare'))) return 'year';
  // "L'année avec le plus de projets", "porteur qui a le plus reçu", not "le porteur du projet le plus cher"
  const most = spans.find((span) => isOperator(span, 'max', 'min'))?.start ?? -1;
  const isOneProject = (folded: string): boolean => is('projects', folded) && !is('projectPlurals', folded);
  const isOfName = (index: number): boolean =>
    spans.some(({ start, end, tags }) => start <= index && index < end && !tags.some(({ kind }) => kind === 'field'));
  const asked = words.flatMap(({ folded }, index) => {
    const part = partNamed(folded);
    const near = words.slice(Math.max(0, index - REACH), index).map((before) => before.folded);
    // "Quel projet du ministère" asks for a project.
    const asksAt = near.findLastIndex((before) => is('asking', before));
    const isBody = spans.some(
      ({ start, end, tags }) => start <= index && index < end && tags.every(({ kind }) => kind === 'organisation'),
    );
    // "Donne-moi les thèmes"
    const isListed = spans.some(
      (span) => isOperator(span, 'list', 'sort') && index - span.end < 2 && span.end <= index,
    );
    // "Les ministères classés par nombre de projets"
    const isSorted = spans.some((span) => isOperator(span, 'sort') && span.start === index + 1);
    const isNear = asksAt >= 0 || isListed || (isSorted && folded.endsWith('s'));
    const asksForPart = isNear && !isBody && !near.slice(Math.max(0, asksAt)).some((before) => is('projects', before));
    // "Le porteur du projet le plus cher" is of one project.
    const isOfProject = words
      .slice(index + 1, Math.max(index + 1, most))
      .some(({ folded: next }) => isOneProject(next));
    // "Appel de 2018 : lequel a reçu le plus ?" asks for a project.
    const isOfMost = index < most && !words.slice(index + 1, most + 1).some(({ startsClause }) => startsClause);
    const isAsked = asksForPart || (isOfMost && !isOfName(index) && words[index]?.startsClause === true);
    const isWanted = !isOfSeveral || folded.endsWith('s');
    return part !== null && part !== 'amount' && isAsked && isWanted && !isOfProject
      ? [part === 'day' ? 'year' : part]
      : [];
  });
  return asked[0] ?? null;
}

/** "C’est quoi les thèmes ?", "which ministries run projects?" as a first message: how many projects each part has; null where it says more. */
export function partsAlone(
  { words, spans, leftoverStems, mentionsFund, named, years, quantities }: Reading,
  memory: Memory,
  { language }: KnowledgeBase,
): Question | null {
  const partIn = ({ folded }: Word) =>
    folded.endsWith('s') ? LISTED.find((one) => one === language.partNamed(folded)) : undefined;
  const [groupBy, ...others] = unique(words.flatMap((word) => partIn(word) ?? []));
  const said = new Set(words.flatMap((word) => (partIn(word) === undefined ? [] : word.stem)));
  const saysMore =
    leftoverStems.some((stem) => !said.has(stem)) ||
    spans.some(({ tags }) => !tags.some(({ kind, id }) => (kind === 'operator' || kind === 'field') && AROUND.has(id)));
  const isOfElse = mentionsFund || named.length + years.length + quantities.length + others.length > 0;
  if (groupBy === undefined || memory.question !== null || saysMore || isOfElse) return null;
  return { kind: 'aggregate', operation: 'count', field: null, filter: EMPTY_FILTER, limit: 1, groupBy };
}

export const LISTED = ['theme', 'ministry', 'carrier', 'territory'] as const;
const AROUND: ReadonlySet<string> = new Set([
  ...[
    'list',
    'polite',
    'sort',
    'existence',
    'subject',
    'plural-subject',
    'said-carried',
    'carried-by',
    'count',
    'remove',
  ],
  ...['by-theme', 'by-ministry', 'by-territory', 'themes', 'carrier', 'territory', 'summary'],
]);

/** So many words at most stand between what asks for a part and the part: "combien de ministères", "liste de vos thèmes". */
const REACH = 3;

/** The limits that each part of a set stands for. */
export const DIMENSION_OF: Readonly<Record<Part, Dimension>> = {
  theme: 'subject',
  ministry: 'body',
  carrier: 'body',
  territory: 'place',
  call: 'period',
  year: 'period',
  day: 'period',
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
      return clause.flatMap(({ folded }) => partNamed(folded) ?? []).map((part) => DIMENSION_OF[part]);
    }),
  );
}

export const PARTS = {
  ministry: 'carriers',
  carrier: 'carriers',
  year: 'years',
  call: 'calls',
  territory: 'territories',
} as const;

/** What a part of a split set holds, as the limits of its own; null for those that have no part, and of the calls, which are told by their number. */
export function setOfPart(
  { id, projects, size }: Group,
  { groupBy, filter }: Pick<Question & { kind: 'aggregate' }, 'groupBy' | 'filter'>,
  knowledge: KnowledgeBase,
): Filter | null {
  if (id === null || groupBy === null || groupBy === 'asked' || groupBy === 'call') return null;
  const limited: Filter =
    groupBy === 'theme'
      ? { ...filter, topics: [...filter.topics, { themes: [id], beneficiaries: [], organisations: [] }] }
      : { ...filter, [PARTS[groupBy]]: [groupBy === 'year' ? Number(id) : id] };
  // A body as a part is itself alone, as a limit those below it too.
  return selectPositions(limited, knowledge).length > size ? { ...limited, among: projects } : limited;
}
