import { answerQuestion } from '../../answering/answer-question';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { inMillions, NUMBER, readCount, readQuantities } from '../../language/amounts';
import { fold } from '../../language/fold';
import { asksGap, PERCENT, type Reckoning, reckonedIn, saysNumber } from '../../language/reckoning';
import { FRACTIONS, withNumbersInFigures } from '../../language/spoken-numbers';
import { readWords, type Word } from '../../language/words';
import { type AmountField, isAmountField, natureOf, noteBeside } from '../../model/project-fields';
import type { Memory } from '../../model/question';
import type { Project } from '../../model/records';
import { COMPARING, isOperator } from '../open-slots';
import type { Reading } from '../reading';

/**
 * What is made of numbers that a message says, or of the figure told before it where it says nothing else: "divisé par 4", "fois trois", "moins 3,6", "sur
 * les 126 M€ ?", "il reste combien sur les 827 ?", "la moitié ?", "et par an ?" of what is told of four years.
 */
export function reckonedOf(reading: Reading, memory: Memory, knowledge: KnowledgeBase): readonly Reckoning[] {
  const { text: typed, words, quantities, years, saysSum, spans } = reading;
  const isOfEach = asksEach(reading, knowledge);
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
  // "Divisez par les 15 000 foyers"
  const isCounted = (at: number): boolean => /^\d/.test(words[at - 1]?.folded ?? '') && quantities.length === 1;
  const isNoMore = words.every(
    (word, at) => isRemark(at) || isCounted(at) || (isIdle(word, knowledge) && !word.isPercent),
  );
  const figureBefore = figureTold(memory, knowledge);
  const moneyTold = figureBefore?.isMoney === true ? figureBefore.value : null;
  // "La différence entre le FTAP 1 et le 2"
  const areFunds = reading.mentionsFund && quantities.every(({ value }) => value === 1 || value === 2);
  const own =
    saysNumber(text) && !areFunds
      ? reckonedIn(asking(text, knowledge), isOfEach, language, isNoMore && quantities.length === 2, moneyTold)
      : [];
  const isPercent = PERCENT.test(fold(text));
  const isPerYear = words.some(
    ({ folded }, at) => language.is('per', folded) && isYear(words[at + 1]?.folded, knowledge),
  );
  const isOfOne = quantities.length < (has('durations') ? 1 : 2) && years.length === 0;
  const told = own.length === 0 && isNoMore && isOfOne ? figureBefore : null;
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
    // "Moins de la moitié ?" asks whether it is.
    const isCompared = COMPARING.some((one) => reading.operators.has(one));
    // "And the third?" is the place of one.
    const isPlace = (at: number): boolean =>
      spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ id }) => id === 'ordinal'));
    const [fraction] =
      has('sharing') || isCompared
        ? []
        : words.flatMap(({ folded }, at) => (isPlace(at) ? [] : (FRACTIONS.get(folded) ?? [])));
    if (fraction !== undefined) return ofTold(`* ${written(fraction)}`);
    return isPerYear && told.years !== null ? ofTold(`/ ${written(told.years)}`) : [];
  }
  // "Il manque combien pour arriver à 60 ?", "l'écart avec 195 ?"
  const [other] = asksGap(text) ? quantities : [];
  if (other !== undefined) {
    const unit = told.isMoney ? ' m€' : '';
    const value = other.factor === null ? other.value : inMillions(other);
    return reckonedIn(`ecart entre ${written(told.value)}${unit} et ${written(value)}${unit}`, false, language);
  }
  const saysThings = words.some((word, at) => isCounted(at) && !isIdle(word, knowledge));
  // "Moins 3,6" of money is money, "divisé par 4" and "sur 3 sites" are not.
  const inUnit = (asked: string): readonly Reckoning[] => {
    if (saysThings) return ofTold(asked.replace(OF_THINGS, '/ '));
    const [like] = saysSum || !told.isMoney ? [] : ofTold(asked.replace(new RegExp(NUMBER), '$& m€'));
    return like === undefined || like.operation === 'ratio' || like.operation === 'product' ? ofTold(asked) : [like];
  };
  const said = fold(withNumbersInFigures(text)).split(' ');
  const from = said.map((_, at) => inUnit([...said.slice(at), ...said.slice(0, at)].join(' ')));
  return from.find(({ length }) => length > 0) ?? [];
}

/** "Sur les 3 sites" */
const OF_THINGS = /^(?:sur|pour|over|for) (?:les |the )?/;

/** "63,6 sur 126, donc 50,5 %. Les huit projets, lesquels ?": without the sentences that claim something before another one asks for something else. */
export function asking(text: string, knowledge: KnowledgeBase): string {
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
export function figureTold({ question, reckoned }: Memory, knowledge: KnowledgeBase) {
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
  return told(answer.valueMEUR, true, project === undefined ? null : yearsCovered(project, answer.field, knowledge));
}

/** How many years an amount is said to cover, "sur 4 ans", not "plus deux ans de fonctionnement"; null where it is not said. */
export function yearsCovered(project: Project, field: AmountField, knowledge: KnowledgeBase): number | null {
  const words = readWords(
    natureOf(project, field)?.horizon ?? noteBeside(project, field, 'fr') ?? '',
    knowledge.language,
  );
  const isOver = (word: number): boolean =>
    isYear(words[word + 1]?.folded, knowledge) && knowledge.language.is('among', words[word - 1]?.folded ?? '');
  return readQuantities(words).find(({ word }) => isOver(word))?.value ?? null;
}

function written(value: number): string {
  return String(value).replace('.', ',');
}

/** "Ça fait combien par compte ?", "combien chacune ?", "5 millions de visites : combien la visite ?", "coût moyen", not "35 M€ pour 3 sites ou par site ?" */
export function asksEach(
  { words, operators, fields, quantities }: Reading,
  { language: { is, isFunctionWord } }: KnowledgeBase,
): boolean {
  const isEach = words.some(({ folded }, at) => {
    const isOr = is('coordinating', words[at - 1]?.folded ?? '');
    const next = words[at + 1]?.folded ?? 'a';
    return is('per', folded) && !isOr && (is('durations', next) || !isFunctionWord(next));
  });
  const isOfOne = words.some(
    ({ folded, stem }, at) =>
      is('counting', words[at - 2]?.folded ?? '') &&
      is('pointing', words[at - 1]?.folded ?? '') &&
      // "1,25 M€ pour 96 000 signalements, combien l'unité ?"
      (quantities.length > 1 ||
        words.some((word, other) => other < at && word.stem === stem && word.folded !== folded)),
  );
  const asksNumber = operators.has('how-much') || operators.has('count') || fields.some(isAmountField);
  return operators.has('average') || ((isEach || isOfOne || operators.has('each')) && asksNumber);
}
