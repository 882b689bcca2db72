import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { FigureOperation, Question } from '../../model/question';
import { readCount } from '../../language/amounts';
import type { Locale } from '../../language/locale';
import type { WordClass } from '../../language/language-words';
import { readTerm } from '../../language/words';
import type { FundFigure } from '../../model/records';
import type { Operator, Span } from '../../model/tag';
import { isAmountField } from '../../model/project-fields';
import { isOperator } from '../open-slots';
import { framesOf } from '../patch';
import { type Reading, readQuestion, unique } from '../reading';
import { figuresIn } from '../evidence';
import { factStems } from './fund-facts';
import { isUniting, saidCount } from '../referents';
import type { Filled } from '../said';

/** What a figure has in common with the one told before it counts less than what the message says. */
const GONE_ON = 0.1;

/** That it is of the unit asked for counts like so many words in common. */
const OF_UNIT = 3;

/** What was told before is gone on from so far back. */
const MOST_TURNS = 3;

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
  { words, spans, operators, fields, session, locale }: Reading,
  fact: string,
  before: readonly string[],
  years: readonly number[],
  knowledge: KnowledgeBase,
): readonly string[] {
  const { is } = knowledge.language;
  // "Au total" is no word of a figure, nor are "projets" in the name of a call.
  const isOfElse = (span: Span): boolean =>
    isOperator(span, 'sum', 'compare', 'share', 'how-much') || span.tags.some(({ kind }) => kind === 'call');
  const isAsking = (at: number): boolean => spans.some((span) => span.start <= at && at < span.end && isOfElse(span));
  const stems = words.flatMap(({ stem }, at) => (isAsking(at) ? [] : [stem]));
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
  const isOfUnit = (unit: FundFigure['unit'] | undefined): boolean =>
    unit === 'percent'
      ? asksRate
      : goesOn
        ? unit === unitOf(before[0] ?? '', knowledge)
        : (unit === 'MEUR') === asksMoney;
  const all = ofFact(fact, knowledge);
  const wordsOfAll = all.flatMap((id) => wordsOf(id, locale, knowledge));
  // A word of one figure alone says more than the source that it shares with others; what it is stands first.
  const weightOf = (key: string, at: number): number =>
    (at < HEAD ? 1.5 : 1) / wordsOfAll.filter((word) => word === key).length ** 2;
  const fits = all.map((id) => {
    const own = wordsOf(id, locale, knowledge);
    const asked = own.reduce(
      (sum, key, at) => (said.has(key) ? sum + weightOf(key, at) : sum),
      sessionFit(id, session, knowledge),
    );
    // "Sur une enveloppe de combien ?" is of another one than was just told.
    const goneOn = before.includes(id) ? 0 : own.filter((key) => told.includes(key)).length;
    return asked <= 0 ? 0 : asked + GONE_ON * (goneOn + (isOfUnit(unitOf(id, knowledge)) ? OF_UNIT : 0));
  });
  const most = Math.max(0, ...fits);
  const best = all.filter((_, at) => most > 0 && most - (fits[at] ?? 0) < 1e-9);
  // "Sollicité combien, obtenu combien ?"
  const areTwo = amounts.length > 1 || words.some(({ folded }, at) => at > 0 && is('coordinating', folded));
  if (best.length < 2 || (best.length === 2 && areTwo)) return best;
  return best[0] === all[0] ? best.slice(0, 1) : [];
}

/**
 * "Demandé au premier appel ?", "et accordé ?", then "ça fait quel pourcentage ?": what is computed from the figures of the fund that were told last;
 * null where no computation is asked for, or of something else.
 */
export function figuresComputed(said: Filled): Question | null {
  const { reading, memory, mentions, knowledge } = said;
  const operation = operationSaid(said);
  const questions = framesOf(memory).map(({ question }) => question);
  const end = questions.findIndex((question) => question?.kind !== 'programme');
  const told = (end < 0 ? questions : questions.slice(0, end)).flatMap((question) =>
    question?.kind === 'programme' ? [question] : [],
  );
  // "L'écart entre les 251 prévus et les 122 consommés ?"
  const quoted = reading.quantities.map(({ value }) => value);
  const ofNumbers = told
    .flatMap(({ facts }) => facts.flatMap((fact) => ofFact(fact, knowledge)))
    .filter((id) => quoted.includes(knowledge.figureById.get(id)?.value ?? NaN));
  const isOfElse =
    mentions.some(({ kind }) => kind !== 'years' && !(kind === 'amount' && ofNumbers.length === 2)) ||
    reading.words.some(({ folded }) => knowledge.language.is('confining', folded)) ||
    reading.fields.some((field) => field !== 'date' && field !== 'summary' && field !== 'funding') ||
    [...reading.operators].some((one) => !COMPUTING.has(one) && !(one === 'plural-subject' && operation === 'average'));
  const ofOne = operation === null ? null : inOneFact(operation, told[0] ?? null, said);
  if (ofOne !== null) return ofOne;
  // Of what was computed nothing more is.
  const isOfComputed = told[0]?.operation !== undefined && ofNumbers.length !== 2;
  if (operation === null || isOfElse || isOfComputed || !isExplained(reading, told, knowledge)) return null;
  const asked = (before: readonly string[], years = reading.years) =>
    told.map(({ facts }) => facts.flatMap((fact) => figuresAsked(reading, fact, before, years, knowledge)));
  const [last = []] = told.map(figuresOf);
  // "Quelle proportion de l'enveloppe ?", which was told before the last one; "total de l'année 2020" names none of that year.
  const [[named, ...more] = []] = asked(last, operation === 'sum' ? [] : reading.years)
    .slice(0, MOST_TURNS)
    .filter(([id]) => id !== undefined && !last.includes(id));
  // "Et combien d'opérateurs en tout ?" adds nothing up; "le taux de sélection" is the name of a rate where no figure was told.
  const isNamed = operation === 'sum' || (last.length === 0 && !reading.operators.has('share'));
  if (named !== undefined && isNamed && ofNumbers.length !== 2) return null;
  const count = Math.max(2, saidCount(reading));
  // "La différence de dossiers déposés entre les deux ?" of two calls
  const ofBoth = asked([]).slice(0, count);
  const terms =
    ofNumbers.length === 2
      ? ofNumbers
      : unique(ofBoth.flat()).length === count && ofBoth.every(({ length }) => length === 1)
        ? ofBoth.flat().reverse()
        : named !== undefined && more.length === 0
          ? [
              last.length === 1
                ? last[0]
                : besideThese(
                    knowledge.figureById.get(named)?.fact ?? '',
                    [named],
                    operation === 'average',
                    knowledge,
                  )[0],
              named,
            ]
          : last.length === 2
            ? last
            : rowOf(told.slice(0, count), operation === 'average', knowledge);
  const figures = unique(terms.flatMap((id) => id ?? []));
  const units = unique(figures.map((id) => unitOf(id, knowledge)));
  const areMany = operation === 'sum' ? figures.length === terms.length && figures.length > 1 : figures.length === 2;
  const areOfUnits =
    operation === 'average'
      ? units.length === 2 && !units.includes('percent')
      : units.length === 1 && (operation === 'difference' || units[0] !== 'percent');
  const facts = unique(figures.flatMap((id) => knowledge.figureById.get(id)?.fact ?? []));
  // Winners of one call are no part of those of another, nor less than the files sent to it.
  const isOfRow = facts.length === 2 && unique(facts.map(inAnyOne)).length === 1;
  const areAlike = unique(figures.map(inAnyOne)).length === 1;
  const isOfTwo = operation === 'share' && facts.length === 2 && named === undefined && ofNumbers.length !== 2;
  const areApart = operation === 'share' ? isOfTwo || (facts.length === 2 && areAlike) : isOfRow && !areAlike;
  if (!areMany || !areOfUnits || areApart) return null;
  // Of the same thing at two times the earlier one first.
  return { kind: 'programme', facts, figures: operation === 'difference' ? [...figures].sort() : figures, operation };
}

/**
 * "Ça fait combien par lauréat ?", "il restait combien ?" of what one fact tells, "enveloppe 780, accordés 764, il reste combien ?" of two figures that are
 * said: null where no fact holds them, or the message says more.
 */
function inOneFact(
  operation: FigureOperation,
  last: (Question & { kind: 'programme' }) | null,
  { reading, knowledge }: Filled,
): Question | null {
  const { words, leftoverStems, quantities } = reading;
  const { is } = knowledge.language;
  const quoted = quantities.map(({ value }) => value);
  const told = last?.facts ?? [];
  const idOf = (fact: string, value: number): readonly string[] =>
    ofFact(fact, knowledge).filter((id) => knowledge.figureById.get(id)?.value === value);
  const holds = (id: string): boolean => quoted.every((value) => idOf(id, value).length > 0);
  // "La somme du 2 et du 4" of a list is of no fact that happens to hold them.
  const ofTold = told.filter(holds);
  const isOfTold = ofTold.length > 0 || figuresIn(reading).length < 2;
  const holding = isOfTold ? ofTold : knowledge.facts.map(({ id }) => id).filter(holds);
  const [fact, ...others] = quoted.length === 2 ? holding : told;
  if (fact === undefined || (others.length > 0 && quoted.length !== 2)) return null;
  const held = factStems(fact, knowledge);
  const isKnown = (stem: string): boolean =>
    held.has(stem) || words.some((word) => word.stem === stem && OPERATING.some((one) => is(one, word.folded)));
  if (!leftoverStems.every(isKnown)) return null;
  const ids = ofFact(fact, knowledge);
  const money = ids.filter((id) => unitOf(id, knowledge) === 'MEUR');
  const winners = ids.find((id) => {
    const isOfThem = readTerm(knowledge.figureById.get(id)?.fr ?? '').some(({ folded }) => is('winners', folded));
    return isOfThem && unitOf(id, knowledge) === 'number';
  });
  // "122 consommés sur 251 prévus", then "en % ?": one of two amounts is the whole of the other.
  const isWhole = (id: string): boolean =>
    readTerm(knowledge.figureById.get(id)?.fr ?? '').some(({ folded }) => is('wholes', folded));
  const asksLeft = operation === 'difference' && words.some(({ folded }) => is('leaving', folded));
  const isLeft = money.length === 2 && (asksLeft || (operation === 'share' && money.some(isWhole)));
  const pair =
    quoted.length === 2
      ? quoted.flatMap((value) => idOf(fact, value).slice(0, 1))
      : operation === 'average'
        ? [...money.slice(0, 1), ...(winners === undefined ? [] : [winners])]
        : isLeft
          ? [...money].sort((a, b) => Number(isWhole(a)) - Number(isWhole(b)))
          : [];
  const units = unique(pair.map((id) => unitOf(id, knowledge)));
  return pair.length !== 2 || units.length !== (operation === 'average' ? 2 : 1)
    ? null
    : { kind: 'programme', facts: [fact], figures: pair, operation };
}

/** A message says nothing but what it computes, and words of the figures that were told. */
function isExplained(
  { words, leftoverStems, years, locale }: Reading,
  told: readonly (Question & { kind: 'programme' })[],
  knowledge: KnowledgeBase,
): boolean {
  const figures = told.flatMap(({ facts }) => facts.flatMap((fact) => ofFact(fact, knowledge)));
  const known = new Set(figures.flatMap((id) => wordsOf(id, locale, knowledge)));
  const asksOperation = (folded: string): boolean => OPERATING.some((one) => knowledge.language.is(one, folded));
  return (
    told.length > 0 &&
    years.every((year) => known.has(String(year))) &&
    words.every(
      ({ folded, stem }) =>
        !leftoverStems.includes(stem) ||
        known.has(keyOf(stem, knowledge)) ||
        readCount(folded) !== null ||
        knowledge.language.partNamed(folded) !== null ||
        asksOperation(folded),
    )
  );
}

const OF_EACH = ['per', 'dividing', 'winners'] as const;
const OPERATING = [...OF_EACH, 'rating', 'leaving', 'growing', 'uniting', 'adding', 'units', 'sharing'] as const;

/** Every word of a message is a word of the figure, one at least that is no year: it asks for that one, and for no more. */
export function isFigureAlone(
  id: string,
  { words, spans, operators, leftoverStems, locale }: Reading,
  last: Question | null,
  knowledge: KnowledgeBase,
): boolean {
  const own = new Set(wordsOf(id, locale, knowledge));
  const isOfOne =
    [...operators].every((one) => COMPUTING.has(one) || one === 'plural-subject') &&
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

/** One for the same thing of each call or year. */
function inAnyOne(id: string): string {
  return id.replaceAll(/\d/g, '');
}

/** One for the same thing of each year. */
function inAnyYear(id: string): string {
  return id.replaceAll(/\d{4}/g, '');
}

/** What may stand in a message that asks for a computation and no more. */
const COMPUTING: ReadonlySet<Operator> = new Set<Operator>([
  ...(['share', 'compare', 'remove', 'sum', 'count', 'how-much', 'pays', 'more-than', 'less-than', 'average'] as const),
  ...(['polite', 'between', 'and-what-about'] as const),
]);

/** What a message asks to be made of two figures. */
function operationSaid(said: Filled): FigureOperation | null {
  const { operators, words } = said.reading;
  const { is } = said.knowledge.language;
  const has = (...classes: readonly WordClass[]): boolean =>
    words.some(({ folded }) => classes.some((one) => is(one, folded)));
  // "Par lauréat", "764 divisé par 126"
  const isOfEach = words.some(({ folded }, at) => is('per', folded) && is('winners', words[at + 1]?.folded ?? ''));
  if (operators.has('average') || isOfEach || has('dividing')) return 'average';
  // "Quelle part du total ?"
  if (operators.has('share') || has('rating') || (has('sharing') && has('which'))) return 'share';
  if (operators.has('compare') || has('leaving', 'growing')) return 'difference';
  return operators.has('sum') || isUniting(said) ? 'sum' : null;
}

/**
 * The figure of each question, the last one last: the one asked, else what is most like the others ("sur combien ?"), of another unit where so much for each
 * is asked; none twice.
 */
function rowOf(
  told: readonly (Question & { kind: 'programme' })[],
  isOfEach: boolean,
  knowledge: KnowledgeBase,
): readonly string[] {
  const asked = told.flatMap((question) => figuresOf(question).slice(0, 1));
  return told.reduce<readonly string[]>((row, { facts, figures }) => {
    const [figure] =
      figures === undefined
        ? facts.flatMap((fact) => besideThese(fact, asked.length > 0 ? asked : row, isOfEach, knowledge))
        : figures.filter((id) => !row.includes(id));
    return figure === undefined ? row : [figure, ...row];
  }, []);
}

/** The figures of a fact, in the unit of some others or not, by what they have in common with them: what was observed beside what was expected. */
function besideThese(
  fact: string,
  others: readonly string[],
  isOfEach: boolean,
  knowledge: KnowledgeBase,
): readonly string[] {
  const words = others.flatMap((id) => wordsOf(id, null, knowledge));
  const alike = (id: string): number => wordsOf(id, null, knowledge).filter((word) => words.includes(word)).length;
  const isOfUnit = (id: string): boolean => others.every((one) => unitOf(one, knowledge) === unitOf(id, knowledge));
  return ofFact(fact, knowledge)
    .filter((id) => !others.includes(id) && (others.length === 0 || isOfUnit(id) !== isOfEach))
    .sort((a, b) => alike(b) - alike(a));
}

function unitOf(id: string, { figureById }: KnowledgeBase): FundFigure['unit'] | undefined {
  return figureById.get(id)?.unit;
}

export function figuresOf(question: Question | null): readonly string[] {
  return question?.kind === 'programme' ? (question.figures ?? []) : [];
}

function ofFact(fact: string, { figureById }: KnowledgeBase): readonly string[] {
  return [...figureById.entries()].flatMap(([id, figure]) => (figure.fact === fact ? [id] : []));
}

/** A figure of the session that is asked for has something in common with it, that of another one less. */
function sessionFit(id: string, session: number | null, knowledge: KnowledgeBase): number {
  const { fr = '' } = knowledge.figureById.get(id) ?? {};
  const own = session === null ? null : readQuestion(fr, knowledge).session;
  return own === null ? 0 : own === session ? 0.5 : -0.5;
}

/** What a figure is called, each word as `keyOf`: in the language of the message, in both where that is not known. */
function wordsOf(id: string, locale: Locale | null, knowledge: KnowledgeBase): readonly string[] {
  const figure = knowledge.figureById.get(id);
  const called = figure === undefined ? '' : locale === null ? `${figure.fr} ${figure.en}` : figure[locale];
  const stems = readTerm(called).flatMap(({ folded, stem }) => (folded.length < SHORTEST_WORD ? [] : [stem]));
  return unique(stems.map((stem) => keyOf(stem, knowledge)));
}

/** Words that ask for the same kind of figure, "demandés", "sollicités", are one. */
function keyOf(stem: string, { language }: KnowledgeBase): string {
  return language.figureWord(stem) ?? stem;
}
