import { answerQuestion } from '../../answering/answer-question';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { inMillions, NUMBER, readCount, readQuantities } from '../../language/amounts';
import { fold } from '../../language/fold';
import { exact, PERCENT, type Reckoning, reckonedIn, saysNumber } from '../../language/reckoning';
import { FRACTIONS, withNumbersInFigures } from '../../language/spoken-numbers';
import { readWords, type Word } from '../../language/words';
import { isAmountField, isPublished, natureOf, noteBeside } from '../../model/project-fields';
import type { Memory } from '../../model/question';
import { isOperator } from '../open-slots';
import type { Reading } from '../reading';
import { type OfRecord, paybackAsked } from './payback';

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
  const own = saysNumber(text)
    ? reckonedIn(asking(text, knowledge), isOfEach, language, isNoMore && quantities.length === 2, moneyTold)
    : [];
  const ofEach = own.length === 0 && isOfEach ? eachOfSaid(reading, moneyTold, knowledge) : null;
  if (ofEach !== null) return [ofEach];
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
    const [fraction] = has('sharing') ? [] : words.flatMap(({ folded }) => FRACTIONS.get(folded) ?? []);
    if (fraction !== undefined) return ofTold(`* ${written(fraction)}`);
    return isPerYear && told.years !== null ? ofTold(`/ ${written(told.years)}`) : [];
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

/**
 * "Amorti en combien d'années ?", "ça fait combien par usager ?": what the record of a project is asked, with what is reckoned from it; null of anything
 * else.
 */
export function reckonedOfRecord(reading: Reading, memory: Memory, knowledge: KnowledgeBase): OfRecord | null {
  return paybackAsked(reading, memory, knowledge) ?? eachOfRecord(reading, memory, knowledge);
}

/** An amount for each of the things that a text of the project spoken of counts: the one that stands beside the count, else the one told, else the aid. */
function eachOfRecord(reading: Reading, memory: Memory, knowledge: KnowledgeBase): OfRecord | null {
  const [id = memory.focus, ...others] = reading.named.flat();
  const project = others.length > 0 ? undefined : knowledge.projectById.get(id ?? '');
  const noun = nounOfEach(reading, knowledge);
  // "Combien par foyer pour les projets de la justice ?" is of no one project.
  const isElse = reading.operators.has('plural-subject') || reading.quantities.length > 0;
  if (project === undefined || noun === null || isElse || !asksEach(reading, knowledge)) return null;
  const told = id === memory.focus ? figureTold(memory, knowledge) : null;
  const texts = [
    ['status', project.statusFr],
    ['summary', project.summaryFr],
  ] as const;
  const [found] = texts.flatMap(([field, text]) => {
    const counted = countedIn(readWords(text ?? '', knowledge.language), noun);
    return counted === null ? [] : [{ field, ...counted }];
  });
  if (found === undefined) return null;
  const { field, things, beside } = found;
  const money = told?.isMoney === true ? told.value : null;
  const amount = [beside, money, project.ftapFundingMEUR, project.totalCostMEUR].find((one) => one != null);
  if (amount == null) return null;
  const also = beside === null ? (['funding', 'cost'] as const).filter((one) => isPublished(project, one)) : [];
  return { question: { kind: 'fact', project: project.id, field, also }, reckoned: forEach(amount, things) };
}

/** "610 utilisateurs, ça fait combien par utilisateur ?": what was told, or is said, for each of what the message counts. */
function eachOfSaid(reading: Reading, moneyTold: number | null, knowledge: KnowledgeBase): Reckoning | null {
  const noun = nounOfEach(reading, knowledge);
  if (noun === null) return null;
  // "8,7 M, ça fait combien par bracelet si 835 ?": the one of two numbers that is no money counts them.
  const [sums, counts] = [true, false].map((isMoney) =>
    reading.quantities.filter(({ factor }) => (factor !== null) === isMoney),
  );
  const [sum, count] = [sums?.[0], counts?.[0]];
  const isPair = reading.quantities.length === 2 && sum !== undefined && count !== undefined && count.value > 0;
  const paired = isPair ? { things: count.value, beside: inMillions(sum) } : null;
  const counted = countedIn(reading.words, noun) ?? paired;
  const amount = counted?.beside ?? moneyTold;
  // "180 places chacune": of several.
  return counted === null || amount === null || reading.operators.has('each') ? null : forEach(amount, counted.things);
}

function forEach(amount: number, things: number): Reckoning {
  return {
    operation: 'average',
    terms: [
      { value: amount, unit: 'MEUR' },
      { value: things, unit: 'number' },
    ],
    value: exact(amount / things),
    unit: 'MEUR',
  };
}

/** "Par usager", "combien la place": what so much is asked for each of; no project, year or winner, of which the base tells by itself. */
function nounOfEach({ words }: Reading, { language: { is } }: KnowledgeBase): Word | null {
  const noun = words.find((_, at) => {
    const [second = '', first = ''] = [words[at - 1]?.folded, words[at - 2]?.folded];
    return is('per', second) || (is('counting', first) && is('pointing', second));
  });
  const isOfBase = (['projects', 'durations', 'winners'] as const).some((one) => is(one, noun?.folded ?? ''));
  return noun === undefined || isOfBase ? null : noun;
}

/** How many of these a text counts, with the one amount that it tells beside, M€; null where it counts none. */
function countedIn(
  written: readonly Word[],
  noun: Word,
): { readonly things: number; readonly beside: number | null } | null {
  const numbers = readQuantities(written);
  const count = numbers.find(({ word }, index) =>
    written
      .slice(word, Math.min(word + FAR_FROM_NUMBER, numbers[index + 1]?.word ?? Infinity))
      .some(({ stem }) => stem === noun.stem),
  );
  if (count === undefined || count.value === 0) return null;
  const [sum, ...more] = numbers.filter((number) => number !== count && number.factor !== null);
  return {
    things: count.factor === null ? count.value : inMillions(count) * A_MILLION,
    beside: sum === undefined || more.length > 0 ? null : inMillions(sum),
  };
}

/** "Sur les 3 sites" */
const OF_THINGS = /^(?:sur|pour|over|for) (?:les |the )?/;
/** "1,3 million d’usagers" */
const FAR_FROM_NUMBER = 5;
const A_MILLION = 1e6;

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

/** "Ça fait combien par compte ?", "combien chacune ?", "5 millions de visites : combien la visite ?", "coût moyen", not "35 M€ pour 3 sites ou par site ?" */
function asksEach({ words, operators, fields }: Reading, { language: { is, isFunctionWord } }: KnowledgeBase): boolean {
  const isEach = words.some(({ folded }, at) => {
    const isOr = is('coordinating', words[at - 1]?.folded ?? '');
    const next = words[at + 1]?.folded ?? 'a';
    return is('per', folded) && !isOr && (is('durations', next) || !isFunctionWord(next));
  });
  const isOfOne = words.some(
    ({ folded, stem }, at) =>
      is('counting', words[at - 2]?.folded ?? '') &&
      is('pointing', words[at - 1]?.folded ?? '') &&
      words.some((word, other) => other < at && word.stem === stem && word.folded !== folded),
  );
  const asksNumber = operators.has('how-much') || operators.has('count') || fields.some(isAmountField);
  return operators.has('average') || ((isEach || isOfOne || operators.has('each')) && asksNumber);
}
