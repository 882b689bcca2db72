import { classesIn, type LanguageWords } from '../../language/language-words';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import { EMPTY_FILTER, type Filter, type Frame, type Memory, onlyThese } from '../../model/question';
import { selectIds } from '../../answering/select';
import { isOperator } from '../open-slots';
import { isTotal } from '../referents';
import { framesOf, lastAmountField, setOf } from '../patch';
import { type Reading, unique } from '../reading';

// What a message says it is about is put on the table before anything else is made of it.

/** "Les six", "de la liste": the set that the message goes back to, in the place of what was told since; else the table as it is. */
export function withSetMeant(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Memory {
  const { language } = knowledge;
  const { operators, references, named, words } = reading;
  // "Leur part dans le total de ces 11" is of those told last.
  const asksPart = operators.has('share') || words.some(({ folded }) => language.is('sharing', folded));
  if (asksPart || references.some(({ id }) => id !== 'these') || named.length > 0) return memory;
  const count = countOfThese(reading, language);
  const { shown } = memory;
  const frames = framesOf(memory);
  const told = count > 1 && count !== shown.length ? toldTogether(count, frames) : null;
  if (told !== null) return { ...memory, shown: told };
  const published = count > 1 ? ofPublished(count, reading, memory, knowledge) : null;
  if (published !== null) return { ...memory, ...published, earlier: frames };
  if (count < 3 && !saysSet(reading, language)) return memory;
  // What is added up tells only those of it whose amount is published.
  const holds = (frame: Frame): boolean =>
    count < 3 || frame.shown.length === count || selectIds(setOf(frame) ?? EMPTY_FILTER, knowledge).length === count;
  const found = frames.find((frame) => isSet(frame) && holds(frame));
  const ofShown = count > 2 && count === shown.length ? listOf(onlyThese(shown), shown) : undefined;
  if (found === frames[0]) return memory;
  // "Projets entre 1 et 5 M€", then "lesquels des 11 ?": the number bounds nothing.
  const isBounded = count > 2 && found !== undefined && (setOf(found)?.amounts.length ?? 0) > 0;
  const meant = isBounded ? listOf(onlyThese(found.shown), found.shown) : (found ?? ofShown);
  if (meant === undefined) return memory;
  // "Total pour l'Intérieur ?", then "non, pour les 6 projets": the same number of these.
  const question = isTotal(memory.question)
    ? { ...memory.question, filter: setOf(meant) ?? EMPTY_FILTER }
    : meant.question;
  return { ...memory, question, shown: meant.shown, focus: null, earlier: frames.filter((one) => one !== found) };
}

/** A list, or what was computed of one, not one project or a fact. */
function isSet({ question, shown }: Frame): boolean {
  return (question?.kind === 'list' || question?.kind === 'aggregate') && shown.length > 1;
}

function listOf(filter: Filter, shown: readonly string[]): Frame {
  return { question: { kind: 'list', filter, sort: null, limit: null, found: [], show: [] }, shown, focus: null };
}

/** "Projets de la Justice, avec les montants", then "les deux sans montant": just so many of the set, whose amount is published or is not. */
function ofPublished(count: number, reading: Reading, memory: Memory, knowledge: KnowledgeBase): Frame | null {
  const is = (operator: string): boolean => reading.spans.some((span) => isOperator(span, operator));
  const field = lastAmountField(memory);
  const set = framesOf(memory).flatMap((frame) => (isSet(frame) ? (setOf(frame) ?? []) : []))[0];
  if (field === null || set === undefined || !(is('known') || is('not-known'))) return null;
  const key = is('not-known') ? 'unknown' : 'known';
  const filter = { ...set, [key]: [...set[key], field] };
  const held = selectIds(filter, knowledge);
  return held.length === count ? listOf(filter, held) : null;
}

/** "Histologe ?", "et DossierFacile ?", then "les deux": so many projects told one after another, in the place of the list that they were of. */
function toldTogether(count: number, frames: readonly Frame[]): readonly string[] | null {
  const end = frames.findIndex(({ question }) => question?.kind !== 'fact');
  const told = unique((end < 0 ? frames : frames.slice(0, end)).flatMap(({ focus }) => focus ?? []));
  return told.length < count ? null : told.slice(0, count).reverse();
}

/** "Lesquels de la liste ?", "tous ceux de la Justice", "the total for all of them", not "leur coût ?" */
function saysSet({ words, spans }: Reading, language: LanguageWords): boolean {
  const { is } = language;
  const areThese = spans.some(({ start, end, tags }) => {
    const within = words.slice(start, end);
    const isPlural = classesIn(within, language)('sets', 'ofThem', 'designating', 'lifting');
    const isCounted = within.some(({ folded }) => readCount(folded) !== null);
    return within.length > 1 && isPlural && !isCounted && tags.some(({ id }) => id === 'these');
  });
  const areAll = words.some(
    ({ folded }, at) => is('designating', folded) && folded.endsWith('x') && is('lifting', words[at - 1]?.folded ?? ''),
  );
  return areThese || areAll;
}

/** "Les deux", "total des trois", "both", not "les deux plus chers" nor "les deux ministères"; 0 where no number is said so. */
function countOfThese({ words, spans }: Reading, { is, isFunctionWord }: LanguageWords): number {
  const isEnd = (at: number): boolean => spans.some((span) => span.start === at && isOperator(span, 'max', 'min'));
  const isThese = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ id }) => id === 'these'));
  const counts = words.map(({ folded }, at): number => {
    const [last = '', next = ''] = [words[at - 1]?.folded, words[at + 1]?.folded];
    const isOfThem = isThese(at) || is('ofThem', last) || is('articles', last);
    const isLast = next === '' || isFunctionWord(next) || is('counted', next) || is('uniting', next);
    const areOthers = is('another', next) || is('remaining', next);
    return isOfThem && isLast && !areOthers && !isEnd(at + 1) ? (readCount(folded) ?? 0) : 0;
  });
  return Math.max(0, ...counts);
}
