import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { type Question, seriesOf } from '../../model/question';
import { classesIn } from '../../language/language-words';
import { readCount } from '../../language/amounts';
import { type Locale, LOCALES } from '../../language/locale';
import { readTerm } from '../../language/words';
import type { FundFigure } from '../../model/records';
import type { Operator, Span } from '../../model/tag';
import { isAmountField } from '../../model/project-fields';
import { isOperator } from '../open-slots';
import { type Reading, readQuestion, unique } from '../reading';
import { NOTHING_TOLD, type Place, placeMeant } from './fund-facts';

/** What a figure has in common with the one told before it counts less than what the message says. */
const GONE_ON = 0.1;

/** That it is of the unit asked for counts like so many words in common. */
const OF_UNIT = 3;

/** The words that say what a figure is: "dossiers déposés". */
const HEAD = 2;

/** Shorter words are what others are joined by. */
const SHORTEST_WORD = 4;

/**
 * Ids of the figures of a fact that a message asks for, "combien de dossiers déposés ?", "et en 2020 ?": the one or two that its words fit best.
 *
 * @param before the figures that it goes on from
 * @param years those that it is about
 */
export function figuresAsked(
  reading: Reading,
  fact: string,
  before: readonly string[],
  years: readonly number[],
  knowledge: KnowledgeBase,
): readonly string[] {
  const { words, spans, operators, fields, session, locale } = reading;
  const { is } = knowledge.language;
  // "Payé en 2020 et 2021": of each year its own.
  const ofEachYear =
    years.length > 1 ? years.map((year) => figuresAsked(reading, fact, before, [year], knowledge)) : [];
  const row = unique(ofEachYear.flat());
  if (row.length === years.length && years.length > 1 && ofEachYear.every(({ length }) => length === 1)) return row;
  // "Au total" is no word of a figure, nor are "projets" in the name of a call.
  const isOfElse = (span: Span): boolean =>
    isOperator(span, 'sum', 'compare', 'share', 'how-much') || span.tags.some(({ kind }) => kind === 'call');
  const isAsking = (at: number): boolean => spans.some((span) => span.start <= at && at < span.end && isOfElse(span));
  const stems = words.flatMap(({ stem }, at) => (isAsking(at) || /^(?:19|20)\d\d$/.test(stem) ? [] : [stem]));
  const said = new Set([...stems, ...years.map(String)].map((stem) => keyOf(stem, knowledge)));
  const told = before.flatMap((id) => wordsOf(id, locale, knowledge).filter((key) => !/\d/.test(key)));
  const amounts = spans.filter((span) => isOperator(span, 'how-much'));
  // "Quel montant ?", not "combien de dossiers ?", but "combien de millions ?"
  const isCounted = amounts.some(
    ({ end }) =>
      is('interrogative', words[end - 1]?.folded ?? '') &&
      is('among', words[end]?.folded ?? '') &&
      !is('units', words[end + 1]?.folded ?? ''),
  );
  const asksMoney = fields.some(isAmountField) || (amounts.length > 0 && !isCounted);
  const asksRate = operators.has('share') || words.some(({ folded }) => is('rating', folded) || is('sharing', folded));
  // "Dont la procédure pénale ?" of an amount is another amount.
  const goesOn = !asksMoney && !isCounted && !operators.has('count');
  const isOfUnit = (unit: FundFigure['unit']): boolean =>
    unit === 'percent'
      ? asksRate
      : goesOn
        ? unit === knowledge.figureById.get(before[0] ?? '')?.unit
        : (unit === 'MEUR') === asksMoney;
  const all = thingsOf(knowledge).filter((thing) => thing.fact === fact);
  const wordsOfAll = all.flatMap(({ id }) => wordsOf(id, locale, knowledge));
  // A word of one figure alone says more than the source that it shares with others; what it is stands first.
  const weightOf = (key: string, at: number): number =>
    (at < HEAD ? 1.5 : 1) / wordsOfAll.filter((word) => word === key).length ** 2;
  const fits = all.map(({ id, unit, session: its }) => {
    const own = wordsOf(id, locale, knowledge);
    // One of the session that is asked for has something in common with it, that of another one less.
    const ofSession = its === null || session === null ? 0 : its === session ? 0.5 : -0.5;
    const asked = own.reduce((sum, key, at) => (said.has(key) ? sum + weightOf(key, at) : sum), ofSession);
    // "Sur une enveloppe de combien ?" is of another one than was just told.
    const goneOn = before.includes(id) ? 0 : own.filter((key) => told.includes(key)).length;
    return asked <= 0 ? 0 : asked + GONE_ON * (goneOn + (isOfUnit(unit) ? OF_UNIT : 0));
  });
  const most = Math.max(0, ...fits);
  const best = all.flatMap(({ id }, at) => (most > 0 && most - (fits[at] ?? 0) < 1e-9 ? [id] : []));
  // "Sollicité combien, obtenu combien ?"
  const areTwo = amounts.length > 1 || words.some(({ folded }, at) => at > 0 && is('coordinating', folded));
  if (best.length < 2 || (best.length === 2 && areTwo)) return best;
  return best[0] === all[0]?.id ? best.slice(0, 1) : [];
}

/** A message says nothing but what it computes, and words of these figures. */
export function isExplained(
  { words, leftoverStems, years, locale }: Reading,
  figures: readonly string[],
  knowledge: KnowledgeBase,
): boolean {
  const known = new Set(figures.flatMap((id) => wordsOf(id, locale, knowledge)));
  return (
    figures.length > 0 &&
    years.every((year) => known.has(String(year))) &&
    words.every(
      ({ folded, stem }) =>
        !leftoverStems.includes(stem) ||
        known.has(keyOf(stem, knowledge)) ||
        readCount(folded) !== null ||
        knowledge.language.partNamed(folded) !== null ||
        OPERATING.some((one) => knowledge.language.is(one, folded)),
    )
  );
}

export const OPERATING = [
  ...(['per', 'dividing', 'winners', 'rating', 'leaving', 'growing'] as const),
  ...(['uniting', 'adding', 'units', 'sharing', 'durations', 'courteous'] as const),
] as const;

/** Every word of a message is a word of the figure, one at least that is no year: it asks for that one, and for no more. */
export function isFigureAlone(
  id: string,
  { words, spans, operators, leftoverStems, locale }: Reading,
  last: Question | null,
  knowledge: KnowledgeBase,
): boolean {
  const own = new Set(wordsOf(id, locale, knowledge));
  const isOfOne =
    [...operators].every((one) => COMPUTING.has(one)) &&
    spans.filter((span) => isOperator(span, 'how-much')).length < 2;
  if (!isOfOne || !leftoverStems.every((stem) => own.has(keyOf(stem, knowledge)))) return false;
  const isOfFund = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kind === 'fund'));
  // "Et en 2020 ?" of a figure that was asked for
  const isAnew =
    last?.kind === 'programme' &&
    last.isOfFigure === true &&
    figuresOf(last).some((one) => inAnyYear(one) === inAnyYear(id));
  return (
    isAnew ||
    words.some(({ folded, stem }, at) => !/\d/.test(folded) && !isOfFund(at) && own.has(keyOf(stem, knowledge)))
  );
}

/** One for the same thing of each year. */
function inAnyYear(id: string): string {
  return id.replaceAll(/\d{4}/g, '');
}

/** What may stand in a message that asks for a computation and no more. */
export const COMPUTING: ReadonlySet<Operator> = new Set<Operator>([
  ...(['share', 'compare', 'remove', 'sum', 'count', 'how-much', 'pays', 'more-than', 'less-than', 'average'] as const),
  ...(['polite', 'between', 'and-what-about', 'plural-subject', 'by-year', 'correction'] as const),
]);

/** A figure of the fund by what it is of: the thing, "paid", and the call or the year. */
export type Thing = ReturnType<typeof thingOf>;

const things = new WeakMap<KnowledgeBase, readonly Thing[]>();

export function thingsOf(knowledge: KnowledgeBase): readonly Thing[] {
  const found = things.get(knowledge) ?? [...knowledge.figureById].map((entry) => thingOf(entry, knowledge));
  things.set(knowledge, found);
  return found;
}

function thingOf([id, figure]: readonly [string, FundFigure & { readonly fact: string }], knowledge: KnowledgeBase) {
  const has = classesIn(readTerm(figure.fr), knowledge.language);
  const { calls, session } = placeMeant(readQuestion(figure.fr, knowledge), NOTHING_TOLD.place, knowledge);
  const place = placeNamed({ calls, session });
  // What it is called first, in each language: "payés"
  const heads = LOCALES.map((locale) => wordsOf(id, locale, knowledge).slice(0, HEAD));
  const [isWhole, areWinners] = [has('wholes'), has('winners')];
  return { ...figure, id, series: seriesOf(figure.key), calls, session, place, heads, isWhole, areWinners };
}

export function placeNamed({ calls, session }: Pick<Place, 'calls' | 'session'>): string {
  return calls.length === 0 ? '' : `${calls.join()}/${String(session ?? '')}`;
}

export type OfFund = Question & { readonly kind: 'programme' };

export function figuresOf(question: Question | null): readonly string[] {
  return question?.kind === 'programme' ? (question.figures ?? []) : [];
}

/** What a figure is called, each word as `keyOf`: in the language of the message, in both where that is not known. */
export function wordsOf(id: string, locale: Locale | null, knowledge: KnowledgeBase): readonly string[] {
  const figure = knowledge.figureById.get(id);
  const called = figure === undefined ? '' : locale === null ? `${figure.fr} ${figure.en}` : figure[locale];
  const stems = readTerm(called).flatMap(({ folded, stem }) => (folded.length < SHORTEST_WORD ? [] : [stem]));
  return unique(stems.map((stem) => keyOf(stem, knowledge)));
}

/** Words that ask for the same kind of figure, "demandés", "sollicités", are one. */
export function keyOf(stem: string, { language }: KnowledgeBase): string {
  return language.figureWord(stem) ?? stem;
}
