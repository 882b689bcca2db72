import { answerQuestion } from '../../answering/answer-question';
import { LONGEST_LIST } from '../../model/answer';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { idsOfTopic, isEmptyFilter, type Memory, type Question } from '../../model/question';
import type { Span } from '../../model/tag';
import { COMPARING, isOperator, takesOut } from '../open-slots';
import { framesOf, lastSetQuestion } from '../patch';
import type { Reading } from '../reading';
import { isRanking, stepSaid } from '../referents';
import type { Filled } from '../said';

/* Which stretch of a list is asked for: its first ones, its last ones, more of it. */

type List = Question & { readonly kind: 'list' };

/**
 * "Les 3 premiers", "seulement 3", "les 3 derniers", "la suite", "du 6e au 10e" of the list told last, "et les 5 suivants ?" of the ranking of which the
 * first was told, or of which one was spoken of since: the stretch of it that is asked for; null where the message says more.
 */
export function stretchAsked(
  { words: all, spans, quantities, operators, references, fields, leftoverStems, named }: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): Question | null {
  const last = listTold(memory);
  if (last === null || quantities.some(({ factor }) => factor !== null)) return null;
  const { is } = knowledge.language;
  // "Tu me redonnes les 10 mêmes !! La suite ?"
  const begins = all.findLastIndex(({ startsSentence }) => startsSentence);
  const isAside = !spans.some(({ start, tags }) => start < begins && tags.some(({ kind }) => !SAYS_NOTHING.has(kind)));
  const offset = isAside ? Math.max(0, begins) : 0;
  const words = all.slice(offset);
  const has = classesIn(words, knowledge.language);
  const [count = null, ...others] = words.flatMap(({ folded }) => readCount(folded) ?? []);
  const placed = spans.find(isPlace);
  const { from = 0, limit, filter, sort } = last;
  const uncut = answerQuestion({ ...last, from: 0, limit: null }, [], knowledge);
  const whole = uncut.kind === 'list' ? uncut.projects : [];
  // No more than so many are told at once; of the first one, all that are level with it.
  const told = Math.min(memory.shown.length, LONGEST_LIST);
  const spoken = memory.question?.kind === 'fact' ? whole.indexOf(memory.question.project) : null;
  const end = spoken === null ? from + told : spoken + 1;
  const isCut = limit === null && end < whole.length;
  const isAround = (span: Span): boolean =>
    isOperator(span, 'sort') || span.tags.some(({ kind }) => kind === 'reference');
  // "Les 4 de plus, c'est lesquels ?", "les deux autres ?" of fourteen or twelve, "ceux que t'as pas montrés"
  const isLeft = count !== null && count === whole.length - end;
  // "Ceux qui manquent", not "il manque des projets, non ?" of the base
  const areMissing = has('missing') && (has('who') || !has('projectPlurals'));
  const isOfRest =
    (isCut || (from > 0 && end >= whole.length)) && (isLeft || (has('displaying') && has('denying')) || areMissing);
  const held = [...filter.topics.flatMap(idsOfTopic), ...filter.carriers, ...filter.territories];
  // "Les projets sur le logement que tu n'as pas montrés" after those of another theme
  const isOfOther = spans.some(({ tags }) =>
    tags.every(({ kind, id }) => !SAYS_NOTHING.has(kind) && !held.includes(id)),
  );
  const isMore = words.some(
    ({ folded, stem }) =>
      leftoverStems.includes(stem) && readCount(folded) === null && !is('displaying', folded) && !is('missing', folded),
  );
  const isNothingElse = named.length === 0 && !isMore && !isOfOther && fields.every((field) => field === 'summary');
  // What was left and told is told again to who still misses it.
  if (isOfRest && isNothingElse) return { ...last, from: isCut ? end : from, limit: isLeft ? count : null };
  const saysMore = words.some(
    ({ folded }, at) =>
      readCount(folded) === null &&
      !AROUND.some((wordClass) => is(wordClass, folded)) &&
      !(isCut && is('lifting', folded)) &&
      !spans.some((span) => span.start <= at + offset && at + offset < span.end && isAround(span)),
  );
  if (saysMore || count === 0 || end === 0) return null;
  const pages = pagesIn({ words: all, spans, references }, knowledge);
  const [first = 0, final = 0] = [pages[0], pages.at(-1)];
  // "De 6 à 10" may be sums, not "les projets 6 à 10", nor what goes on where the list was cut.
  const arePlaces = placed !== undefined || has('projects') || has('placing') || has('onward') || first === end + 1;
  if (first > 0 && arePlaces && sort !== null && filter.amounts.length === 0 && final <= whole.length)
    return { ...last, from: first - 1, limit: final - first + 1 };
  const goesOn = has('onward') || stepSaid((wanted) => references.some(({ id }) => id === wanted), memory) > 0;
  // Of a winner, and after one of them was spoken of, only so many more are asked for.
  if (others.length > 0 || (memory.question?.kind !== 'list' && !(goesOn && count !== null))) return null;
  // "Les derniers" of a list that goes on.
  if (has('hindmost') && count === null && end < whole.length)
    return { ...last, from: Math.max(end, whole.length - LONGEST_LIST), limit: LONGEST_LIST };
  if (placed !== undefined && count === null) {
    // "Et le 11e ?" of a list of which ten were told; those told, and those of a ranking, are pointed at like any other.
    const at = sort === null ? (references[0]?.position ?? 0) - 1 : -1;
    const project = at >= from && at < end ? undefined : whole[at];
    return project === undefined ? null : { kind: 'fact', project, field: 'summary', also: [] };
  }
  // "Tous" of a list of which ten were told asks for the others.
  if (has('remaining') || goesOn || (isCut && count === null && has('lifting'))) {
    // "La suite" is what is left of as many as were asked for, then as many again; "le reste" is all.
    const further = limit !== null && limit > told ? limit - told : limit;
    const asked = count ?? (goesOn ? further : null);
    // "Encore les mêmes !! La suite ?"
    const isAgain = end >= whole.length && offset > 0 && from > 0;
    return end < whole.length || has('onward') ? { ...last, from: isAgain ? from : end, limit: asked } : null;
  }
  if (count === null) return null;
  // Of a list that went on, or of fewer than are asked for, the ends are those of the whole.
  const isWithin = from === 0 && limit !== null && count < limit;
  if (has('hindmost')) return { ...last, from: Math.max(0, (isWithin ? limit : whole.length) - count), limit: count };
  if (has('foremost')) return { ...last, from: 0, limit: count };
  // Where a sum bounds the set, a number bounds it anew; of a list cut before, it says where to cut.
  const cuts = has('cutting') || (operators.has('at-most') && filter.amounts.length === 0);
  return cuts || (limit !== null && has('refusing')) ? { ...last, limit: count } : null;
}

function isPlace({ tags }: Span): boolean {
  return tags.some(({ id }) => id === 'ordinal');
}

/** The list on the table: told last, or of which a project was spoken of since; of a ranking of which the winner was told, all of it. */
function listTold(memory: Memory): List | null {
  const { shown } = memory;
  // "Leur total ?", then "et les 10 suivants ?"
  const isOfShown = (question: Question | null): boolean => {
    const among = question?.kind === 'aggregate' ? question.filter.among : null;
    return among?.length === shown.length && among.every((id) => shown.includes(id));
  };
  const frame = framesOf(memory).find(({ question }) => question?.kind !== 'fact' && !isOfShown(question));
  const question = frame?.question ?? null;
  if (frame?.shown.join() !== memory.shown.join()) return null;
  if (question?.kind === 'list') return question;
  if (!isRanking(question)) return null;
  const { field, filter, operation } = question;
  const direction = operation === 'max' ? 'descending' : 'ascending';
  return { kind: 'list', filter, sort: { field, direction }, limit: 1, found: [], show: [] };
}

/** "Du 21e au 31e", "6 à 10", "le 2e, 3e et 4e": the places from the first to the last one said, where no other lies between; none else. */
function pagesIn(
  { words, spans, references }: Pick<Reading, 'words' | 'spans' | 'references'>,
  { language: { is } }: KnowledgeBase,
): readonly number[] {
  const places = references.flatMap(({ id, position }) => (id === 'ordinal' ? [position] : []));
  const ends = spans.filter(isPlace).map(({ end }) => end - 1);
  const counts = words.flatMap(({ folded }, at) => (/^\d/.test(folded) && readCount(folded) !== null ? [at] : []));
  const [numbers, at] =
    places.length > 0 ? [places, ends] : [counts.map((index) => readCount(words[index]?.folded ?? '') ?? 0), counts];
  const before = words[(at[1] ?? 0) - 1]?.folded ?? '';
  const isStretch = is('giving', before) || (is('ranging', before) && !is('coordinating', before));
  const [first = 0, second = 0] = numbers;
  if (numbers.length === 2) return isStretch && first > 0 && first < second ? numbers : [];
  const areInRow = numbers.every((number, index) => number === first + index && number > 0);
  return numbers.length > 2 && areInRow ? numbers : [];
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(['operator', 'reference', 'field']);

const AROUND = [
  'sets',
  'aroundNumber',
  'cutting',
  'foremost',
  'hindmost',
  'onward',
  'remaining',
  'refusing',
  'accepting',
  'courteous',
  'projects',
  'projectPlurals',
  'placing',
  'pronouns',
  'giving',
  'ranging',
] as const;

/** "Trois projets sur le logement": so many of them; null where no number is said, or one that counts them all: "les trois projets". */
export function countAsked({ reading, knowledge: { language } }: Filled): number | null {
  const { words, operators } = reading;
  const at = words.findIndex(({ folded }) => language.is('projectPlurals', folded)) - 1;
  const count = readCount(words[at]?.folded ?? '');
  const before = words[at - 1]?.folded ?? '';
  const isOfAll = DEFINITE.some((wordClass) => language.is(wordClass, before));
  // Not "les FTAP 2 projets"
  // "Il y a 4 projets de la Justice ?" asks whether there are.
  const isClaim = operators.has('existence') && reading.text.includes('?');
  return count !== reading.count || isOfAll || isClaim ? null : count;
}

const DEFINITE = ['articles', 'pointing', 'ofThem', 'showing', 'own', 'among'] as const;

/** "Élargis à cinq", "plutôt 10" after a ranking of three: the same with another number; null where none is said. */
export function withOtherLimit({ reading, memory, limits, named }: Filled): (Question & { kind: 'list' }) | null {
  const last = lastSetQuestion(memory);
  const { count, operators, sums } = reading;
  const isRanked = last?.kind === 'list' && last.sort !== null && last.limit !== null;
  // A number without a unit counts, unless a word compares it.
  const isBare = sums.every(({ factor }) => factor === null) && !COMPARING.some((operator) => operators.has(operator));
  const isNoOther = isEmptyFilter(isBare ? { ...limits, amounts: [] } : limits);
  // "Un projet dans les deux ?" counts lists.
  return isRanked && !operators.has('common') && count !== null && named.length === 0 && isNoOther && !takesOut(reading)
    ? { ...last, limit: count, from: operators.has('top') ? 0 : last.from }
    : null;
}
