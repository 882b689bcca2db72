import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import { classesIn, type WordClass } from '../../language/language-words';
import type { Word } from '../../language/words';
import { isAmountField } from '../../model/project-fields';
import type { Memory, Question } from '../../model/question';
import { isAsked } from '../claims';
import { turnedRound } from '../limits';
import { isOperator } from '../open-slots';
import type { Field } from '../../model/records';
import type { Reading } from '../reading';

/**
 * What was told last, once more, with the one thing that a bare message says: "et la part de chacun ?" of parts, "c'est tout ?", "et avec ?" after those
 * without, "et par financement ?" after the dearest, "juste ceux du ministère". Null where it says more, or nothing of the kind was told.
 */
export function onceMore(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const told = partsWanted(reading, memory, knowledge) ?? shareOfAll(reading, memory, knowledge);
  if (told !== null) return told;
  if (asksWhetherAll(reading, memory, knowledge)) return memory.question;
  return (
    turned(reading, memory, knowledge) ??
    yearsBefore(reading, memory, knowledge) ??
    byOther(reading, memory, knowledge) ??
    ofItsBody(reading, memory, knowledge)
  );
}

/** "Projets justice", then "juste ceux portés par le ministère": those that the ministry carries by which the set is called. */
function ofItsBody({ words, spans }: Reading, { question }: Memory, knowledge: KnowledgeBase): Question | null {
  if (question?.kind !== 'list') return null;
  const carriers = question.filter.topics.flatMap(({ organisations }) => organisations);
  const isCarrying = (at: number): boolean =>
    spans.some((span) => span.start <= at && at < span.end && isOperator(span, 'said-carried', 'carried-by', 'only'));
  const isPart = ({ folded }: Word): boolean => knowledge.language.partNamed(folded) === 'ministry';
  const isNoMore = words.every((word, at) => isCarrying(at) || isPart(word) || isIdle(word.folded, OF_BODY, knowledge));
  return carriers.length > 0 && words.some(isPart) && isNoMore
    ? { ...question, filter: { ...question.filter, carriers }, from: 0 }
    : null;
}

/** "Le plus cher ?", then "et par financement ?", "and which by funding?": the first by another amount. */
function byOther({ words, spans }: Reading, { question }: Memory, knowledge: KnowledgeBase): Question | null {
  const isEnd = question?.kind === 'aggregate' && (question.operation === 'max' || question.operation === 'min');
  const { is } = knowledge.language;
  const [by, ...others] = spans.flatMap(({ start, end, tags }) =>
    tags.flatMap((tag) => (tag.kind === 'field' && isAmountField(tag.id) ? [{ start, end, field: tag.id }] : [])),
  );
  if (!isEnd || by === undefined || others.length > 0 || !is('asking', words[by.start - 1]?.folded ?? '')) return null;
  const isNoMore = words.every(
    ({ folded }, at) => (by.start <= at && at < by.end) || isIdle(folded, OF_OTHER, knowledge),
  );
  return isNoMore ? { ...question, field: by.field } : null;
}

/** "Et avec ?", "et ceux sans ?" of those of which an amount is not published, or is. */
function turned(reading: Reading, { question }: Memory, knowledge: KnowledgeBase): Question | null {
  if (question === null || !('filter' in question)) return null;
  const { filter } = question;
  const { known, unknown } = turnedRound(filter, reading, knowledge.language);
  const isNoMore = reading.words.every(({ folded }) => isIdle(folded, TURNING, knowledge));
  if (!isNoMore || known.length + unknown.length === 0) return null;
  const left = (before: readonly Field[], gone: readonly Field[], come: readonly Field[]): readonly Field[] => [
    ...before.filter((field) => !gone.includes(field)),
    ...come,
  ];
  const other = { ...filter, known: left(filter.known, unknown, known), unknown: left(filter.unknown, known, unknown) };
  return question.kind === 'list'
    ? { ...question, filter: other, sort: null, from: 0 }
    : { ...question, filter: other };
}

/** "Projets de 2021 ?", then "et avant ?": of the years that lie before it. */
function yearsBefore({ words, references, spans, yearShift }: Reading, { question }: Memory, knowledge: KnowledgeBase) {
  if (question === null || !('filter' in question) || question.filter.years.length === 0) return null;
  const { filter } = question;
  const isBefore = references.some(({ id }) => id === 'before') && yearShift === 0;
  const isPointing = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kind === 'reference'));
  const isNoMore = words.every(({ folded }, at) => isPointing(at) || isIdle(folded, OF_YEARS, knowledge));
  if (!isNoMore || !isBefore) return null;
  const first = Math.min(...filter.years);
  const all = [...knowledge.facets.year.keys()].map(Number);
  const years = all.filter((year) => year < first).sort();
  const other = { ...filter, years };
  if (years.length === 0) return null;
  return question.kind === 'list' ? { ...question, filter: other, from: 0 } : { ...question, filter: other };
}

function partsWanted({ words, operators, spans }: Reading, { question }: Memory, knowledge: KnowledgeBase) {
  const isSplit = question?.kind === 'aggregate' && question.groupBy !== null && question.groupBy !== 'asked';
  if (!isSplit || (question.operation !== 'count' && question.operation !== 'sum')) return null;
  const { language } = knowledge;
  const { groupBy } = question;
  const asks = operators.has('share') || classesIn(words, language)('sharing');
  const isOfEach = (at: number): boolean =>
    spans.some((span) => span.start <= at && at < span.end && isOperator(span, 'each', 'share', `by-${groupBy}`));
  const isIdleAt = ({ folded }: Word, at: number): boolean =>
    isOfEach(at) || language.partNamed(folded) === groupBy || isIdle(folded, OF_PARTS, knowledge);
  return asks && words.every(isIdleAt) ? { ...question, standing: 'part' as const } : null;
}

/** "Projets de la DINUM", then "en pourcentage de tous les projets ?": how many they are, which tells it. */
function shareOfAll({ words, operators }: Reading, { question }: Memory, knowledge: KnowledgeBase): Question | null {
  if (question?.kind !== 'list' || question.sort !== null || question.limit !== null || !operators.has('share'))
    return null;
  const isNoMore = words.every(({ folded }) => isIdle(folded, OF_SHARE, knowledge));
  const { filter } = question;
  return isNoMore && filter.amounts.length === 0
    ? { kind: 'aggregate', operation: 'count', field: null, filter, limit: 1, groupBy: null }
    : null;
}

/** "C'est tout ?", "il n'y a que ça ?", "rien d'autre ?", "seulement 7 ?" of a list or a count that told all. */
export function asksWhetherAll(
  reading: Reading,
  { question, shown }: Pick<Memory, 'question' | 'shown'>,
  knowledge: KnowledgeBase,
): boolean {
  const { words, spans, operators, quantities } = reading;
  const isCount = question?.kind === 'aggregate' && question.operation === 'count' && question.groupBy === null;
  if (!isAsked(reading) || (question?.kind !== 'list' && !isCount)) return false;
  const total = selectPositions(question.filter, knowledge).length;
  const has = classesIn(words, knowledge.language);
  const isNoMore = spans.some(({ tags }) => tags.some(({ kind, id }) => kind === 'smalltalk' && id === 'goodbye'));
  const counts = quantities.map(({ value }) => value);
  const isOnly = operators.has('only') || has('restricting');
  // "Que ça", "only those"
  const isOfThese = words.some(
    ({ folded }, at) =>
      knowledge.language.is('restricting', folded) && knowledge.language.is('pronouns', words[at + 1]?.folded ?? ''),
  );
  const isOfAll = counts.length > 0 ? isOnly && counts.every((count) => count === total) : isOfThese;
  return (
    shown.length === total &&
    (isNoMore || isOfAll) &&
    words.every(
      ({ folded }) =>
        counts.includes(Number(folded)) || readCount(folded) !== null || isIdle(folded, OF_ALL, knowledge),
    )
  );
}

function isIdle(folded: string, classes: readonly WordClass[], { language: { is, isFunctionWord } }: KnowledgeBase) {
  return isFunctionWord(folded) || classes.some((one) => is(one, folded));
}

const TURNING = ['accompanying', 'lacking', 'courteous', 'pointing'] as const;
const OF_SHARE = ['sharing', 'projects', 'projectPlurals', 'lifting', 'courteous', 'computing'] as const;
const OF_PARTS = ['sharing', 'per', 'displaying', 'computing', 'courteous', 'wholes'] as const;
const OF_YEARS = ['courteous', 'projects', 'projectPlurals', 'durations', 'pronouns'] as const;
const OF_OTHER = ['asking', 'choosing', 'which', 'courteous'] as const;
const OF_BODY = ['restricting', 'confining', 'designating', 'refusing', 'courteous', 'casting'] as const;
const OF_ALL = ['restricting', 'confining', 'projects', 'projectPlurals', 'courteous', 'another'] as const;
