import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { FigureOperation, Question } from '../../model/question';
import { readCount } from '../../language/amounts';
import { readTerm, type Word } from '../../language/words';
import type { FundFigure } from '../../model/records';
import type { Operator } from '../../model/tag';
import { isAmountField } from '../../model/project-fields';
import { isOperator } from '../open-slots';
import { framesOf } from '../patch';
import { type Reading, unique } from '../reading';
import { isUniting, saidCount } from '../referents';
import type { Filled } from '../said';

/** What a figure has in common with the one told before it counts less than what the message says. */
const GONE_ON = 0.1;

/** Shorter words are what others are joined by. */
const SHORTEST_WORD = 4;

/**
 * Ids of the figures of facts that a message asks for, "combien de dossiers déposés ?", "et en 2020 ?": of each fact the one or two that its words fit best.
 *
 * @param before the figures that it goes on from
 * @param years those that it is about
 */
export function figuresAsked(
  { words, spans, operators, fields }: Reading,
  facts: readonly string[],
  before: readonly string[],
  years: readonly number[],
  knowledge: KnowledgeBase,
): readonly string[] {
  // "Au total" is no word of a figure.
  const isAsking = (at: number): boolean =>
    spans.some((span) => span.start <= at && at < span.end && isOperator(span, 'sum', 'compare', 'share'));
  const stems = words.flatMap(({ stem }, at) => (isAsking(at) ? [] : [stem]));
  const said = new Set([...stems, ...years.map(String)].map((stem) => keyOf(stem, knowledge)));
  const told = before.flatMap((id) => wordsOf(id, knowledge).filter((key) => !/\d/.test(key)));
  const { is } = knowledge.language;
  // "Quel montant ?", not "combien de dossiers ?", but "combien de millions ?"
  const isCounted = spans.some(
    (span) =>
      isOperator(span, 'how-much') &&
      is('among', words[span.end]?.folded ?? '') &&
      !is('units', words[span.end + 1]?.folded ?? ''),
  );
  const asksMoney = fields.some(isAmountField) || (operators.has('how-much') && !isCounted);
  const asksRate = operators.has('share') || words.some(({ folded }) => is('rating', folded));
  return facts.flatMap((fact) => {
    const fits = figuresIn(fact, knowledge).map((id) => {
      const own = wordsOf(id, knowledge);
      const asked = own.filter((key) => said.has(key)).length;
      const unit = unitOf(id, knowledge);
      const isOfUnit = unit === 'percent' ? asksRate : (unit === 'MEUR') === asksMoney;
      const goneOn = own.filter((key) => told.includes(key)).length + (isOfUnit ? 1 : 0);
      return { id, fit: asked === 0 ? 0 : asked + GONE_ON * goneOn };
    });
    const most = Math.max(0, ...fits.map(({ fit }) => fit));
    const best = most === 0 ? [] : fits.filter(({ fit }) => fit === most);
    return best.length > 2 ? [] : best.map(({ id }) => id);
  });
}

/**
 * "Demandé au premier appel ?", "et accordé ?", then "ça fait quel pourcentage ?": what is computed from the figures of the fund that were told last;
 * null where no computation is asked for, or of something else.
 */
export function figuresComputed(said: Filled): Question | null {
  const { reading, memory, mentions, knowledge } = said;
  const operation = operationSaid(said);
  const isOfElse =
    mentions.length > 0 ||
    reading.fields.some((field) => field !== 'date' && field !== 'summary') ||
    [...reading.operators].some((operator) => !COMPUTING.has(operator));
  if (operation === null || isOfElse) return null;
  const questions = framesOf(memory).map(({ question }) => question);
  const end = questions.findIndex((question) => question?.kind !== 'programme');
  const told = (end < 0 ? questions : questions.slice(0, end)).flatMap((question) =>
    question?.kind === 'programme' ? [question] : [],
  );
  const known = new Set(
    told
      .flatMap(({ facts }) => facts.flatMap((fact) => figuresIn(fact, knowledge)))
      .flatMap((id) => wordsOf(id, knowledge)),
  );
  const isExplained = ({ folded, stem }: Word): boolean =>
    known.has(keyOf(stem, knowledge)) || readCount(folded) !== null || asksOperation(folded, knowledge);
  if (!reading.words.every((word) => !reading.leftoverStems.includes(word.stem) || isExplained(word))) return null;
  const [last = []] = told.map(figuresOf);
  const asked = figuresAsked(reading, told[0]?.facts ?? [], last, reading.years, knowledge);
  const count = Math.max(2, saidCount(reading));
  // "La différence de dossiers déposés entre les deux ?" of two calls
  const ofBoth = told.slice(0, count).map(({ facts }) => figuresAsked(reading, facts, [], reading.years, knowledge));
  const [named] = asked;
  // "Et combien d'opérateurs en tout ?" adds nothing up.
  if (operation === 'sum' && named !== undefined) return null;
  const terms =
    unique(ofBoth.flat()).length === count && ofBoth.every(({ length }) => length === 1)
      ? ofBoth.flat().reverse()
      : named !== undefined && asked.length === 1
        ? [last.length === 1 ? last[0] : besideIt(named, knowledge), named]
        : last.length === 2
          ? last
          : rowOf(told.slice(0, count).reverse(), knowledge);
  const figures = unique(terms.flatMap((id) => id ?? []));
  const [unit, ...others] = unique(figures.map((id) => unitOf(id, knowledge)));
  const isOfTwo = operation === 'sum' ? figures.length === terms.length : figures.length === 2;
  if (figures.length < 2 || !isOfTwo || unit === undefined || others.length > 0) return null;
  if (operation !== 'difference' && unit === 'percent') return null;
  const facts = unique(figures.flatMap((id) => knowledge.figureById.get(id)?.fact ?? []));
  // Of the same thing at two times the earlier one first.
  return { kind: 'programme', facts, figures: operation === 'difference' ? [...figures].sort() : figures, operation };
}

/** Every word of a message is a word of the figure: it asks for that one, and for no more. */
export function isFigureAlone(id: string, reading: Reading, knowledge: KnowledgeBase): boolean {
  const words = wordsOf(id, knowledge);
  const isOfOne = [...reading.operators].every((one) => COMPUTING.has(one) || one === 'plural-subject');
  return isOfOne && reading.leftoverStems.every((stem) => words.includes(keyOf(stem, knowledge)));
}

/** What may stand in a message that asks for a computation and no more. */
const COMPUTING: ReadonlySet<Operator> = new Set<Operator>([
  ...(['share', 'compare', 'remove', 'sum', 'count', 'how-much', 'pays', 'more-than', 'less-than'] as const),
  ...(['polite', 'between', 'and-what-about'] as const),
]);

/** What a message asks to be made of two figures. */
function operationSaid(said: Filled): FigureOperation | null {
  const { operators, words, leftoverStems } = said.reading;
  const { is } = said.knowledge.language;
  // "Le taux de sélection" is the name of a rate.
  const isRate = words.some(({ folded, stem }) => is('rating', folded) && leftoverStems.every((one) => one === stem));
  if (operators.has('share') || isRate) return 'share';
  if (operators.has('compare') || words.some(({ folded }) => is('leaving', folded) || is('growing', folded)))
    return 'difference';
  return operators.has('sum') || isUniting(said) ? 'sum' : null;
}

function asksOperation(folded: string, { language: { is } }: KnowledgeBase): boolean {
  return (['rating', 'leaving', 'growing', 'uniting', 'adding'] as const).some((one) => is(one, folded));
}

/** The figure of each question: the one asked, else the first of its fact that is of the unit of the others. */
function rowOf(told: readonly (Question & { kind: 'programme' })[], knowledge: KnowledgeBase): readonly string[] {
  const wanted = told.flatMap(figuresOf).map((id) => unitOf(id, knowledge))[0];
  return told.flatMap((question) => {
    const all = question.facts.flatMap((fact) => figuresIn(fact, knowledge));
    const [asked] = figuresOf(question);
    return asked ?? all.find((id) => wanted === undefined || unitOf(id, knowledge) === wanted) ?? [];
  });
}

/** The figure of the same fact, in the same unit, that has most in common with one: what was observed beside what was expected. */
function besideIt(id: string, knowledge: KnowledgeBase): string | undefined {
  const words = wordsOf(id, knowledge);
  const alike = (other: string): number => wordsOf(other, knowledge).filter((word) => words.includes(word)).length;
  return figuresIn(knowledge.figureById.get(id)?.fact ?? '', knowledge)
    .filter((other) => other !== id && unitOf(other, knowledge) === unitOf(id, knowledge))
    .sort((a, b) => alike(b) - alike(a))[0];
}

function unitOf(id: string, { figureById }: KnowledgeBase): FundFigure['unit'] | undefined {
  return figureById.get(id)?.unit;
}

export function figuresOf(question: Question | null): readonly string[] {
  return question?.kind === 'programme' ? (question.figures ?? []) : [];
}

function figuresIn(fact: string, { figureById }: KnowledgeBase): readonly string[] {
  return [...figureById.entries()].flatMap(([id, figure]) => (figure.fact === fact ? [id] : []));
}

/** What a figure is called, in both languages, each word as `keyOf`. */
function wordsOf(id: string, knowledge: KnowledgeBase): readonly string[] {
  const figure = knowledge.figureById.get(id);
  const words = figure === undefined ? [] : readTerm(`${figure.fr} ${figure.en}`);
  const stems = words.flatMap(({ folded, stem }) => (folded.length < SHORTEST_WORD ? [] : [stem]));
  return unique(stems.map((stem) => keyOf(stem, knowledge)));
}

/** Words that ask for the same kind of figure, "demandés", "sollicités", are one. */
function keyOf(stem: string, { language }: KnowledgeBase): string {
  return language.figureWord(stem) ?? stem;
}
