import { selectIds } from '../../answering/select';
import { classesIn, type LanguageWords, type WordClass } from '../../language/language-words';
import type { Word } from '../../language/words';
import { isEmptyFilter, type Question } from '../../model/question';
import type { Decision } from '../decide';
import { framesOf, setOf } from '../patch';
import { type Filled, projectOf, type Said } from '../said';
import { asksForContact } from '../talk/leads';
import { withoutThese } from './rankings';

/* What plain words ask for, whatever was learned of words like them. */

/** "DossierFacile ?", then "y a-t-il autre chose sur le logement ?": those of a subject but the ones that were told last. */
export function withoutSpoken(question: Question, { reading, memory, knowledge }: Said): Question {
  // "Les autres de la DGFiP" of the one spoken of
  const areOthers = memory.focus !== null && reading.references.some(({ id }) => id === 'others');
  const isOther = areOthers || asksForOthers(reading.words, knowledge.language);
  if (!isOther || question.kind !== 'list' || question.filter.among !== null || isEmptyFilter(question.filter))
    return question;
  const told = memory.focus === null ? memory.shown : [memory.focus];
  const spoken = selectIds({ ...question.filter, among: told }, knowledge);
  return spoken.length === 0 ? question : { ...question, filter: withoutThese(question.filter, spoken) };
}

/** "Son porteur a-t-il un autre projet ?" of the project spoken of asks for others, not for the part of it that is said. */
export function othersAsked(decision: Decision, { reading, memory, knowledge }: Said): Decision {
  const isOfFocus = decision.intent === 'fact' && decision.reference === 'focus' && memory.focus !== null;
  const isOfOthers = isOfFocus && asksForOthers(reading.words, knowledge.language);
  return isOfOthers ? { ...decision, intent: 'list' } : decision;
}

/**
 * "La fiche complète", "toutes les infos" ask what the project is, "ajoute le lieu", "un tableau : porteur, coût, avancement" that of each of those shown,
 * and no more; "combien a-t-il été versé ?" counts no projects; "qui appeler ?" asks for no call; "Mentor divisé par Histologe" adds nothing up; "remettez
 * LiDAR HD", "refaites la liste : PILAT, Mentor et RECE" compare nothing.
 */
export function plainlyAsked(decision: Decision, said: Said): Decision {
  const { reading, memory, mentions, knowledge } = said;
  const { fields, operators, words } = reading;
  const { intent, reference } = decision;
  const isOfCall = (decision.fields.length === 0 ? fields : decision.fields).join() === 'call';
  if (isOfCall && asksForContact(reading, knowledge)) return { ...decision, fields: ['carrier'] };
  const has = classesIn(words, knowledge.language);
  const named = mentions.filter(({ kind }) => kind === 'project').length;
  if (intent === 'sum' && named === 2 && has('dividing')) return { ...decision, intent: 'compare' };
  const isOfOnes = intent === 'compare' || intent === 'fact';
  if (isOfOnes && comesBackIn(said)) return { intent: 'list', reference: 'widen', fields: [] };
  if (isOfOnes && named > 2 && (operators.has('list') || has('sets')) && !operators.has('compare'))
    return { intent: 'list', reference: 'alone', fields: [] };
  const isPaid = operators.has('how-much') && operators.has('pays') && !operators.has('count');
  if (intent === 'count' && reference === 'alone' && mentions.length === 0 && isPaid && decision.fields.length > 0)
    return { ...decision, intent: 'sum' };
  if (asksForColumns(said)) return { intent: 'list', reference: 'shown', fields };
  if (!isPlain(said)) return decision;
  if (intent === 'fact' && memory.focus !== null && fields.join() === 'summary')
    return { ...decision, reference: 'focus', fields };
  const isOfEach = intent === 'list' && reference === 'widen' && fields.length > 0;
  return isOfEach ? { ...decision, reference: 'shown', fields } : decision;
}

/** "En tableau, avec le porteur, le territoire et le financement": several fields of those that were shown. */
export function asksForColumns(said: Said): boolean {
  const { reading, memory, knowledge } = said;
  const { fields, references, words } = reading;
  const isOfAll = memory.shown.length > 1 && memory.question?.kind === 'list';
  const areThese = references.every(({ id }) => id === 'these');
  // "Par aide, pas par coût" asks for one.
  const has = classesIn(words, knowledge.language);
  const areJoined = has('joining') || words.some(({ startsClause }, at) => at > 0 && startsClause);
  const isDenied = has('denying', 'rulingOut');
  const areAsked = fields.length > 1 && !fields.includes('summary') && areJoined && !isDenied;
  return isOfAll && areThese && areAsked && isPlain(said);
}

/** Nothing is said but what is asked for, and that it is to be shown. */
function isPlain({ reading: { leftoverStems, operators, words }, mentions, knowledge }: Said): boolean {
  const isTable = (stem: string): boolean =>
    words.some((word) => word.stem === stem && knowledge.language.is('reshaping', word.folded));
  return mentions.length === 0 && leftoverStems.every(isTable) && [...operators].every((one) => IDLE.has(one));
}

/** "Remettez LiDAR HD", "add Calypso back": what is named was in a set of before, and is not in the last. */
export function comesBackIn({ reading: { words }, memory, mentions, knowledge }: Said): boolean {
  const [last, ...before] = framesOf(memory).flatMap((frame) => setOf(frame) ?? []);
  const isSaid = classesIn(words, knowledge.language)('restoring', 'adding');
  if (last === undefined || !isSaid || memory.question?.kind === 'compare') return false;
  const [held, were] = [selectIds(last, knowledge), before.flatMap((set) => selectIds(set, knowledge))];
  const isBack = (id: string): boolean => !held.includes(id) && were.includes(id);
  return held.length > 1 && mentions.flatMap(projectOf).some(isBack);
}

const IDLE: ReadonlySet<string> = new Set(['polite', 'pays', 'list', 'plural-subject']);

/** "Quoi d'autre comme projet ?", "autre chose", not "cet autre projet, combien ?" */
export function asksForOthers(words: readonly Word[], language: LanguageWords): boolean {
  const is = (wordClass: WordClass, at: number): boolean => language.is(wordClass, words[at]?.folded ?? '');
  return words.some((_, at) => {
    const areProjects = is('projects', at + 1) || is('projects', at + 2);
    return is('another', at) && (areProjects || is('things', at + 1) || is('things', at - 1)) && !is('showing', at - 1);
  });
}

/** "Les dernières sélections", "the latest winners", and no more: those announced last, no fact on the fund. */
export function asksForLatest({
  reading: { operators, fields, leftoverStems, mentionsFund },
  mentions,
}: Filled): boolean {
  const isNoMore = mentions.length + fields.length + leftoverStems.length === 0 && !mentionsFund;
  return isNoMore && operators.has('newest');
}
