import { answerQuestion } from '../../answering/answer-question';
import { LONGEST_LIST } from '../../model/answer';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import type { WordClass } from '../../language/language-words';
import { isEmptyFilter, type Memory, type Question } from '../../model/question';
import type { Reference } from '../../model/tag';
import { COMPARING, takesOut } from '../open-slots';
import { lastSetQuestion } from '../patch';
import type { Reading } from '../reading';
import { stepSaid } from '../referents';
import type { Filled } from '../said';

/* Which stretch of a list is asked for: its first ones, its last ones, more of it. */

type List = Question & { readonly kind: 'list' };

/**
 * "Les 3 premiers", "seulement 3", "les 3 derniers", "la suite" of the list told last: the stretch of it that is asked for; null where the message says
 * more.
 */
export function stretchAsked(
  { words, spans, quantities, operators, references }: Reading,
  { question: last, shown }: Memory,
  knowledge: KnowledgeBase,
): Question | null {
  if (last?.kind !== 'list' || quantities.some(({ factor }) => factor !== null)) return null;
  const { is } = knowledge.language;
  const has = (wordClass: WordClass): boolean => words.some(({ folded }) => is(wordClass, folded));
  const [count = null, ...others] = words.flatMap(({ folded }) => readCount(folded) ?? []);
  const placed = spans.find(({ tags }) => tags.some(({ id }) => id === 'ordinal'));
  const { from = 0, limit, filter, sort } = last;
  const whole = wholeOf(last, knowledge);
  // No more than so many are told at once; of the first one, all that are level with it.
  const told = Math.min(shown.length, LONGEST_LIST);
  const isCut = limit === null && from + told < whole.length;
  const saysMore = words.some(
    ({ folded }, at) =>
      readCount(folded) === null &&
      !AROUND.some((wordClass) => is(wordClass, folded)) &&
      !(isCut && is('lifting', folded)) &&
      !(at >= (placed?.start ?? Infinity) && at < (placed?.end ?? 0)),
  );
  if (saysMore || others.length > 0 || count === 0) return null;
  if (placed !== undefined && count === null) {
    // "Et le 11e ?" of a list of which ten were told; those told, and those of a ranking, are pointed at like any other.
    const at = sort === null ? (references[0]?.position ?? 0) - 1 : -1;
    const project = at >= from && at < from + told ? undefined : whole[at];
    return project === undefined ? null : { kind: 'fact', project, field: 'summary', also: [] };
  }
  // "Tous" of a list of which ten were told asks for the others.
  if (has('remaining') || has('onward') || (isCut && count === null && has('lifting'))) {
    // "La suite" is what is left of as many as were asked for, then as many again; "le reste" is all.
    const further = limit !== null && limit > told ? limit - told : limit;
    const asked = count ?? (has('onward') ? further : null);
    return from + told < whole.length || has('onward') ? { ...last, from: from + told, limit: asked } : null;
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

const AROUND = [
  'aroundNumber',
  'cutting',
  'foremost',
  'hindmost',
  'onward',
  'remaining',
  'refusing',
  'courteous',
  'projects',
  'projectPlurals',
] as const;

/** The projects of a list, were none of them cut off. */
function wholeOf(list: List, knowledge: KnowledgeBase): readonly string[] {
  const whole = answerQuestion({ ...list, from: 0, limit: null }, [], knowledge);
  return whole.kind === 'list' ? whole.projects : [];
}

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
  const isOther = count !== reading.count || isOfAll || isClaim;
  return isOther ? null : count;
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
  return isRanked && count !== null && named.length === 0 && isNoOther && !takesOut(reading)
    ? { ...last, limit: count }
    : null;
}

/** "Et les trois suivants ?" after the first of a ranking: as many beyond its last; null where none are asked for, or none are left. */
export function furtherIn(said: Filled): Question | null {
  const { memory, reading, knowledge } = said;
  const { question } = memory;
  const has = (wanted: Reference): boolean => reading.references.some(({ id }) => id === wanted);
  if (question?.kind !== 'list' || question.limit === null || question.sort === null) return null;
  const { field } = question.sort;
  const { count } = reading;
  if (field === 'date' || count === null || stepSaid(has, memory) < 1) return null;
  const from = (question.from ?? 0) + Math.min(memory.shown.length, LONGEST_LIST);
  return from < wholeOf(question, knowledge).length ? { ...question, from, limit: count } : null;
}
