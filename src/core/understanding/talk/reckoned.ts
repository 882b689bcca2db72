import { answerQuestion } from '../../answering/answer-question';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { NUMBER, readCount, readQuantities } from '../../language/amounts';
import { fold } from '../../language/fold';
import { PERCENT, type Reckoning, reckonedIn, saysNumber } from '../../language/reckoning';
import { FRACTIONS, withNumbersInFigures } from '../../language/spoken-numbers';
import { readWords, type Word } from '../../language/words';
import { isAmountField, natureOf, noteBeside } from '../../model/project-fields';
import type { Memory } from '../../model/question';
import { isOperator } from '../open-slots';
import type { Reading } from '../reading';

/**
 * What is made of numbers that a message says, or of the figure told before it where it says nothing else: "divisé par 4", "fois trois", "moins 3,6", "sur
 * les 126 M€ ?", "il reste combien sur les 827 ?", "la moitié ?", "et par an ?" of what is told of four years.
 *
 * @param isOfEach as of `reckonedIn`
 */
export function reckonedOf(
  { text: typed, words, quantities, years, saysSum, spans }: Reading,
  isOfEach: boolean,
  memory: Memory,
  knowledge: KnowledgeBase,
): readonly Reckoning[] {
  const { language } = knowledge;
  // "8,7 m pr 1000 bracelets, cb le bracelet"
  const text = typed.replace(/\p{L}+/gu, (word) => {
    const spelled = language.readColloquial(fold(word)).join(' ');
    return spelled === fold(word) ? word : spelled;
  });
  const has = (one: 'sharing' | 'durations'): boolean => words.some(({ folded }) => language.is(one, folded));
  const isRemark = (at: number): boolean =>
    spans.some((span) => span.start <= at && at < span.end && isOperator(span, 'correction'));
  // "Sur 4 ans" limits; "plus 241 %" was told.
  const isNoMore = words.every((word, at) => isRemark(at) || (isIdle(word, knowledge) && !word.isPercent));
  const own = saysNumber(text)
    ? reckonedIn(asking(text, knowledge), isOfEach, language, isNoMore && quantities.length === 2)
    : [];
  const isPercent = PERCENT.test(fold(text));
  const isPerYear = words.some(
    ({ folded }, at) => language.is('per', folded) && isYear(words[at + 1]?.folded, knowledge),
  );
  const isOfOne = quantities.length < (has('durations') ? 1 : 2) && years.length === 0;
  const told = own.length === 0 && isNoMore && isOfOne ? figureTold(memory, knowledge) : null;
  if (told === null || (saysSum && !told.isMoney)) return own;
  const figure = `(${written(told.value)}${told.isMoney ? ' m€' : ''})`;
  // "Sur les 126 M€ ?" asks for the part that it is.
  const ofTold = (asked: string): readonly Reckoning[] =>
    [asked, `${asked} %`]
      .map((one) => reckonedIn(`${figure} ${one}`, false, language).slice(0, 1))
      .find(([one]) => one?.terms[0]?.value === told.value) ?? [];
  if (quantities.length === 0) {
    // "126 sur 827 ?", then "en pourcentage"
    const [first, second] = memory.reckoned?.at(-1)?.terms.map(({ value }) => written(value)) ?? [];
    if (isPercent && first !== undefined && second !== undefined)
      return reckonedIn(`${first} sur ${second} %`, false, language);
    // "Le quart, combien en pourcent ?" asks for none.
    const [fraction] = has('sharing') ? [] : words.flatMap(({ folded }) => FRACTIONS.get(folded) ?? []);
    if (fraction !== undefined) return ofTold(`* ${written(fraction)}`);
    return isPerYear && told.years !== null ? ofTold(`/ ${written(told.years)}`) : [];
  }
  // "Moins 3,6" of money is money, "divisé par 4" is not.
  const inUnit = (asked: string): readonly Reckoning[] => {
    const [like] = saysSum || !told.isMoney ? [] : ofTold(asked.replace(new RegExp(NUMBER), '$& m€'));
    return like === undefined || like.operation === 'ratio' || like.operation === 'product' ? ofTold(asked) : [like];
  };
  const said = fold(withNumbersInFigures(text)).split(' ');
  const from = said.map((_, at) => inUnit([...said.slice(at), ...said.slice(0, at)].join(' ')));
  return from.find(({ length }) => length > 0) ?? [];
}

/** "63,6 sur 126, donc 50,5 %. Les huit projets, lesquels ?": without the sentences that claim something before another one asks for something else. */
function asking(text: string, knowledge: KnowledgeBase): string {
  const sentences = text.split(/(?<=[?!;]|\.(?!\d))\s+/).map((sentence) => {
    const words = readWords(sentence, knowledge.language);
    const asks = words.some(
      ({ folded, endsQuestion }) => endsQuestion || knowledge.language.is('interrogative', folded),
    );
    return { sentence, asks, asksElse: asks && !words.every((word) => isIdle(word, knowledge)) };
  });
  const last = sentences.findLastIndex(({ asksElse }) => asksElse);
  return sentences.flatMap(({ sentence, asks }, at) => (asks || at > last ? sentence : [])).join(' ');
}

/** A word that may stand in a message that asks for a computation and no more. */
function isIdle({ folded }: Pick<Word, 'folded'>, { language: { is, isFunctionWord } }: KnowledgeBase): boolean {
  const isAsking = ASKING_ELSE.some((one) => is(one, folded));
  const isNumber = /^\d/.test(folded) || readCount(folded) !== null;
  return isNumber || IDLE.some((one) => is(one, folded)) || (isFunctionWord(folded) && !isAsking);
}

const IDLE = [
  ...(['computing', 'growing', 'dividing', 'adding', 'leaving', 'sharing', 'per'] as const),
  ...(['units', 'counting', 'courteous', 'refusing', 'durations'] as const),
];
const ASKING_ELSE = ['who', 'saying', 'timing', 'choosing'] as const;

function isYear(folded = '', { language: { is, partNamed } }: KnowledgeBase): boolean {
  return partNamed(folded) === 'year' || (is('durations', folded) && is('units', folded));
}

/** The figure that the last answer gave, with how many years it covers where that is said, "sur 4 ans"; null where it gave none, or several. */
function figureTold({ question, reckoned }: Memory, knowledge: KnowledgeBase) {
  const told = (value: number | null | undefined, isMoney = true, years: number | null = null) =>
    value == null || value <= 0 ? null : { value, isMoney, years };
  // "Fois trois", then "plus 12"
  const last = reckoned?.at(-1);
  if (last !== undefined) return last.unit === 'percent' ? null : told(last.value, last.unit === 'MEUR');
  const answer = question === null ? null : answerQuestion(question, [], knowledge);
  if (answer?.kind === 'compare') return told(answer.difference);
  if (answer?.kind === 'aggregate')
    return answer.groupBy === null ? told(answer.value, answer.field !== null && answer.operation !== 'count') : null;
  if (answer?.kind === 'programme')
    return answer.figure?.unit === 'MEUR' || answer.figure?.unit === 'number'
      ? told(answer.figure.value, answer.figure.unit === 'MEUR')
      : null;
  if (answer?.kind !== 'fact' || !isAmountField(answer.field)) return null;
  const project = knowledge.projectById.get(answer.project);
  const covers = project && (natureOf(project, answer.field)?.horizon ?? noteBeside(project, answer.field, 'fr'));
  const words = readWords(covers ?? '', knowledge.language);
  // "Sur 4 ans", not "plus deux ans de fonctionnement"
  const isOver = (word: number): boolean =>
    isYear(words[word + 1]?.folded, knowledge) && knowledge.language.is('among', words[word - 1]?.folded ?? '');
  const years = readQuantities(words).find(({ word }) => isOver(word));
  return told(answer.valueMEUR, true, years?.value);
}

function written(value: number): string {
  return String(value).replace('.', ',');
}
