import { foldedText } from '../../language/fold';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { isAmountField } from '../../model/project-fields';
import { EMPTY_FILTER, type Filter } from '../../model/question';
import type { Decision } from '../decide';
import { type Reading, readQuestion, unique } from '../reading';
import type { Composed, Filled } from '../said';
import {
  type AskedFact,
  FACT_JUDGES,
  factsAsked,
  factStems,
  NOTHING_TOLD,
  placeMeant,
  toldLast,
  yearsGoneOnTo,
} from './fund-facts';
import { figuresAsked, figuresOf, isFigureAlone } from './fund-figures';

/** What was told last stands above: it is told again to words that it does not hold only where it leads any other fact by far. */
const BY_FAR = 2;

/** Two facts whose weights are this close answer together. */
const TIE = 0.15;

const [HERE, ELSEWHERE, SERIES, YEAR, LAST] = (['here', 'elsewhere', 'series', 'year', 'last'] as const).map((judge) =>
  FACT_JUDGES.indexOf(judge),
);

function isOf({ judged }: AskedFact, judge = -1): boolean {
  return judged[judge] === 1;
}

/** What the fund's facts answer; null where none does. */
export function composeFund({ reference }: Decision, said: Filled): Composed | null {
  const { reading, memory, knowledge } = said;
  const asWritten = factsVerbatim(reading, knowledge);
  const earlier = memory.earlier.find(({ question }) => question?.kind === 'programme');
  const frame = reference === 'previous' ? (earlier ?? memory) : memory;
  const told = reference === 'alone' ? NOTHING_TOLD : toldLast(frame, knowledge);
  const asked = told === NOTHING_TOLD ? said.facts : factsAsked(reading, told, knowledge);
  // Of a call that is named by its number no fact on another one tells.
  const calls = unique(reading.calls.flatMap(({ number }) => (number === null ? [] : String(number))));
  const isOnIt = calls.length > 0 && asked.some((fact) => isOf(fact, HERE));
  const onIt = isOnIt ? asked.filter((fact) => !isOf(fact, ELSEWHERE)) : asked;
  const ranked = onIt
    .map((fact) => {
      const isLess = isOf(fact, LAST) && reading.contentStems.some((stem) => !factStems(fact.id, knowledge).has(stem));
      return isLess ? { ...fact, weight: fact.weight - BY_FAR } : fact;
    })
    .sort((a, b) => b.weight - a.weight);
  // Asked in its very words, a fact is asked: "FTAP 2" stands within many wordings of others.
  const verbatim = ranked.filter(({ id }) => asWritten.includes(id));
  const isAllSaid = reading.leftoverStems.length === 0 || reading.yearShift !== 0;
  const series = isAllSaid ? ranked.filter((fact) => isOf(fact, SERIES)) : [];
  // "L'année d'avant ?" is on another call than the one told, or on the year before the one told.
  const isOfYears = told.place.years.length > 0;
  const isThatOne = isOfYears && reading.words.some(({ folded }) => knowledge.language.is('designating', folded));
  const steps = reading.yearShift !== 0 || (isThatOne && reading.references.some(({ id }) => id !== 'it'));
  const moved = steps ? ranked.filter((fact) => isOf(fact, isOfYears ? YEAR : HERE)) : [];
  const [best, second] =
    verbatim.length === 1 ? verbatim : series.length === 1 ? series : moved.length > 0 ? moved : ranked;
  const years = reading.years.map(String);
  // "On peut encore candidater en 2026 ?" is asked for in these words, "l'enveloppe en 2031 ?" is told by none.
  const isSoAsked = (id: string): boolean =>
    knowledge.factById.get(id)?.wordings.fr.some((text) => years.some((year) => text.includes(year))) === true;
  if (best === undefined) return null;
  if (asWritten.length === 0 && isOfUntoldYears(reading.years, knowledge) && !isSoAsked(best.id)) return null;
  // "Le premier et le deuxième appel": what is asked, of each; of a call of two sessions, of both.
  const ofEach = calls.map((call) => {
    const ofIt = ranked.filter((fact) => fact.calls.join() === call);
    const alike = ofIt.filter(({ form }) => form === best.form);
    return (alike.length > 0 ? alike : ofIt.slice(0, 1)).map(({ id }) => id).sort();
  });
  if (ofEach.flat().length > 1 && ofEach.every((ids) => ids.length > 0))
    return { question: { kind: 'programme', facts: ofEach.flat() }, support: 1 };
  // Another call than the one meant is no second answer.
  const isBeside =
    second !== undefined && second.weight > best.weight - TIE && !(isOf(best, HERE) && isOf(second, ELSEWHERE));
  const facts = isBeside ? [best.id, second.id] : [best.id];
  // What goes on to the next of a series, or to the year before, says so in few words.
  const support = series.length === 1 || moved.length > 0 ? 1 : Math.min(1, 0.3 + best.fit);
  const last = memory.question;
  const before = figuresOf(last);
  // "Année par année, le fonds a payé…", then "et 2021 ?"
  const { isFunctionWord } = knowledge.language;
  const isOfYear =
    last?.kind === 'programme' &&
    last.facts.join() === facts.join() &&
    reading.years.length === 1 &&
    reading.words.every(({ folded }) => isFunctionWord(folded) || /^\d/.test(folded));
  const ofYears = [...reading.years, ...yearsGoneOnTo(reading, memory, knowledge)];
  const asksNumber =
    (['how-much', 'count', 'share'] as const).some((operator) => reading.operators.has(operator)) ||
    reading.fields.some(isAmountField) ||
    (last?.kind === 'programme' && last.isOfFigure === true);
  const figures =
    facts.map((fact) => figuresAsked(reading, fact, before, ofYears, knowledge)).find(({ length }) => length > 0) ?? [];
  const [figure, ...others] = figures;
  const isOfFigure =
    figure !== undefined &&
    others.length === 0 &&
    (isOfYear || (asksNumber && isFigureAlone(figure, reading, last, knowledge)));
  // What says something and no figure of the fact is of none of them.
  const isOfNone = figure === undefined && reading.leftoverStems.length > 0;
  const slot = isOfFigure ? { figures, isOfFigure } : figure === undefined && !isOfNone ? {} : { figures };
  return { question: { kind: 'programme', facts, ...slot }, support, others: othersOf(ranked, facts) };
}

/** "Pourquoi ?" after a fact of which another one tells the cause, "pourquoi lit-on 1,5 ?": that one; null where none does. */
export function causeAsked({ reading, memory, knowledge }: Filled): string | null {
  const told = toldLast(memory, knowledge);
  const questionOf = (id: string): Reading => readQuestion(knowledge.factById.get(id)?.questionFr ?? '', knowledge);
  const tellsCause = told.facts.some((id) => questionOf(id).operators.has('why'));
  if (!reading.operators.has('why') || told.facts.length === 0 || tellsCause) return null;
  const stems = new Set(told.facts.flatMap((id) => questionOf(id).leftoverStems));
  const asked = factsAsked(reading, told, knowledge).filter(({ id }) => !told.facts.includes(id));
  const cause = asked.find(({ id }, at) => {
    const { operators, leftoverStems } = questionOf(id);
    return operators.has('why') && (at === 0 || leftoverStems.some((stem) => stems.has(stem)));
  });
  return cause?.id ?? null;
}

/** The facts that come next, each with its share of the likelihood. */
function othersOf(ranked: readonly AskedFact[], told: readonly string[]): NonNullable<Composed['others']> {
  const powers = ranked.map(({ weight }) => Math.exp(weight - (ranked[0]?.weight ?? 0)));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return ranked.flatMap(({ id }, at) =>
    told.includes(id)
      ? []
      : [{ question: { kind: 'programme', facts: [id] }, probability: (powers[at] ?? 0) / all } as const],
  );
}

/** "L'enveloppe en 2031 ?": no fact tells of the years asked. */
function isOfUntoldYears(years: readonly number[], { facts }: KnowledgeBase): boolean {
  const isTold = (year: number): boolean =>
    facts.some(({ questionFr, answerFr }) => `${questionFr} ${answerFr}`.includes(String(year)));
  return years.length > 0 && !years.some(isTold);
}

/** The facts that are asked for so, word for word. */
export function factsVerbatim(reading: Reading, { askedAs }: KnowledgeBase): readonly string[] {
  return (askedAs.get(foldedText(reading.text)) ?? []).flatMap(({ kind, id }) => (kind === 'fact' ? [id] : []));
}

/** "Que s'est-il passé au premier appel ?", then "dans cet appel, lesquels ?": the call that a fact told is of, where it goes on, or the one said. */
export function callTold({ memory, reading, knowledge }: Filled): Filter | null {
  if (memory.question?.kind !== 'programme') return null;
  const { place } = toldLast(memory, knowledge);
  const isPlaced = reading.references.some(({ id, position }) => id === 'ordinal' && position > 0);
  const { calls, session } = isPlaced ? placeMeant(reading, place, knowledge) : place;
  const [told, ...others] = calls;
  if (others.length > 0) return null;
  const number = knowledge.calls.find((call) => String(call.number) === told)?.number ?? null;
  const scheme = (['ftap2', 'windows'] as const).find((one) => one === told) ?? null;
  return number === null && scheme === null ? null : { ...EMPTY_FILTER, calls: [{ number, session, scheme }] };
}
