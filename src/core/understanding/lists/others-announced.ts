import { countAnnounced } from '../../answering/aggregate';
import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { EMPTY_FILTER, type Filter, isEmptyFilter, type Memory, type Question } from '../../model/question';
import { toldLast } from '../fund/fund-facts';
import { THINGS } from '../open-slots';
import { framesOf } from '../patch';
import type { Reading } from '../reading';

/**
 * "Et les onze autres lauréats ?", "pourquoi n'en avez-vous que six sur dix-sept ?", "ceux qui ne sont pas dans ta base" of a call, a year or all, of which
 * the base holds fewer than were announced: why it does not hold all, and how many they are; null where the message asks for something else.
 */
export function othersAnnounced(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const { words, operators, spans, fields, leftoverStems, mentionsFund } = reading;
  const filter = setSpokenOf(reading, memory, knowledge);
  const fact = knowledge.facts.find(({ explains }) => explains === 'coverage');
  const announced = filter === null ? null : countAnnounced(filter, knowledge);
  if (fact === undefined || filter === null || announced === null) return null;
  const has = classesIn(words, knowledge.language);
  const counts = words.flatMap(({ folded }) => readCount(folded) ?? []);
  const held = selectPositions(filter, knowledge).length;
  const left = announced - held;
  const isOfThing = spans.some(({ tags }) => tags.some(({ kind }) => THINGS.has(kind)));
  // "Les 6 autres" of those that the base holds and did not show yet.
  const isOfAll = isEmptyFilter(filter);
  const isShorter = memory.question?.kind === 'list' && memory.shown.length < held;
  const isCut = isShorter && !isOfAll && !counts.includes(announced);
  if (left <= 0 || isOfThing || isCut) return null;
  const areOthers = has('another', 'remaining', 'missing');
  const areCounted = areOthers && (counts.includes(left) || counts.includes(announced));
  const saysHeld = counts.includes(held);
  const isFew = saysHeld && (counts.includes(announced) || (operators.has('why') && has('restricting')));
  // "Combien de projets dans la base ?", "lauréats du 1er appel", all of which were told, then "et les autres ?"
  const wereTold = memory.question?.kind === 'aggregate' || memory.shown.length === held;
  const areAll = wereTold && memory.focus === null && leftoverStems.length === 0 && !mentionsFund;
  const areWinners = areAll || (has('winners') && !has('projects'));
  const isOther = counts.length > 0 || !fields.every((field) => field === 'summary');
  // "Pas dans votre base", "la base est donc incomplète ?", "il en manque", not "il manque le coût", "il en manque deux"
  // "Pas dans la base", not "nan, de toute la base"
  const { is } = knowledge.language;
  const isDenied = words.some(({ folded }, at) => {
    const base = words.findIndex((word, index) => index > at && is('holding', word.folded));
    return is('denying', folded) && base > at && (!isOfAll || base - at <= MOST_APART);
  });
  const areNotHeld = !isOther && (has('missing') || (isDenied && !operators.has('not-known')));
  return areCounted || isFew || areNotHeld || (areWinners && areOthers)
    ? { kind: 'programme', facts: [fact.id], lacking: filter }
    : null;
}

/** "Pas dans la base" */
const MOST_APART = 3;

/** The call that the message names, else the set on the table, the call that a fact told, or all of the base; null where none is spoken of. */
function setSpokenOf({ calls, words }: Reading, memory: Memory, knowledge: KnowledgeBase): Filter | null {
  if (calls.length > 0) return { ...EMPTY_FILTER, calls };
  const [set = null] = framesOf(memory).flatMap((frame) => {
    const { question } = frame;
    if (question === null) return [];
    if (question.kind !== 'programme') return 'filter' in question ? question.filter : [];
    const [number, ...others] = toldLast(frame, knowledge).place.calls;
    const told =
      number === undefined || others.length > 0 ? [] : [{ number: Number(number), session: null, scheme: null }];
    return question.lacking ?? (told.length > 0 ? { ...EMPTY_FILTER, calls: told } : []);
  });
  if (set !== null && !isEmptyFilter(set) && countAnnounced(set, knowledge) !== null) return set;
  // "Combien de projets dans la base ?", then "il en manque combien ?"
  const saysBase = words.some(({ folded }) => knowledge.language.is('holding', folded));
  const { question } = memory;
  const isOfAll = question?.kind === 'aggregate' && question.operation === 'count' && isEmptyFilter(question.filter);
  return saysBase || isOfAll ? EMPTY_FILTER : null;
}
