import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { inMillions } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { asksGap } from '../../language/reckoning';
import type { FigureOperation, Question } from '../../model/question';
import type { Field } from '../../model/records';
import { figuresIn } from '../evidence';
import { framesOf } from '../patch';
import { type Reading, unique } from '../reading';
import { isUniting, saidCount } from '../referents';
import type { Filled } from '../said';
import { factStems } from './fund-facts';
import {
  COMPUTING,
  figuresAsked,
  figuresOf,
  isExplained,
  OPERATING,
  type OfFund,
  type Thing,
  thingsOf,
  wordsOf,
} from './fund-figures';
import { figuresOfSeries } from './fund-series';

/** "65,3 M€ sur" */
const MOST_BETWEEN = 4;
/** A message of no more words than these asks of what was just told. */
const FEW_WORDS = 8;

/** What was told before is gone on from so far back. */
const MOST_TURNS = 3;

/**
 * "Demandé au premier appel ?", "et accordé ?", then "ça fait quel pourcentage ?": what is computed from the figures of the fund that were told last;
 * null where no computation is asked for, or of something else.
 */
export function figuresComputed(said: Filled): Question | null {
  const { reading, memory, mentions, knowledge } = said;
  const operation = operationSaid(said);
  const questions = framesOf(memory).map(({ question }) => question);
  const end = questions.findIndex((question) => question?.kind !== 'programme');
  // "Comparez le premier et le deuxième appel": what is told together stands one behind the other.
  const told = (end < 0 ? questions : questions.slice(0, end)).flatMap((question): readonly OfFund[] =>
    question?.kind !== 'programme'
      ? []
      : question.figures === undefined && question.facts.length > 1
        ? question.facts.map((fact) => ({ ...question, facts: [fact] })).reverse()
        : [question],
  );
  const all = thingsOf(knowledge);
  const toldThings = [
    ...told.flatMap(({ facts }) => facts.flatMap((fact) => all.filter((thing) => thing.fact === fact))),
    ...totalsTold(memory.question, knowledge),
  ];
  // "L'écart entre les 251 prévus et les 122 consommés ?"
  const quoted = reading.quantities.map((quantity) => inMillions(quantity));
  const ofNumbers = quoted.flatMap((value) => toldThings.find((thing) => thing.value === value)?.id ?? []);
  const isQuoted = quoted.length > 0 && ofNumbers.length === quoted.length;
  // "Le total des 5 années"
  const isCount = reading.quantities.every(({ value, factor }) => factor === null && value === saidCount(reading));
  const isOfElse =
    mentions.some(({ kind }) => kind !== 'years' && kind !== 'call' && !(kind === 'amount' && (isQuoted || isCount))) ||
    reading.words.some(({ folded }) => knowledge.language.is('confining', folded)) ||
    reading.fields.some((field) => !BESIDE.includes(field) && ofNumbers.length !== 2) ||
    [...reading.operators].some((one) => !COMPUTING.has(one));
  const ofSeries = isOfElse || isQuoted ? null : figuresOfSeries(operation, isOfEach(reading, knowledge), told, said);
  if (ofSeries !== null || operation === null) return ofSeries;
  const ofOne = inOneFact(operation, told[0]?.facts ?? [], said);
  if (ofOne !== null) return ofOne;
  // Of what was computed nothing more is.
  const isOfComputed = told[0]?.operation !== undefined && ofNumbers.length !== 2;
  const held = toldThings.map(({ id }) => id);
  if (isOfElse || isOfComputed || !isExplained(reading, held, knowledge)) return null;
  const asked = (before: readonly string[], years = reading.years) =>
    told.map(({ facts }) => facts.flatMap((fact) => figuresAsked(reading, fact, before, years, knowledge)));
  const [last = []] = told.map(figuresOf);
  // "Quelle proportion de l'enveloppe ?", which was told before the last one; "total de l'année 2020" names none of that year.
  const [[named, ...more] = []] =
    ofNumbers.length === 1
      ? [ofNumbers]
      : asked(last, operation === 'sum' ? [] : reading.years)
          .slice(0, MOST_TURNS)
          .filter(([id]) => id !== undefined && !last.includes(id));
  // "Et combien d'opérateurs en tout ?" adds nothing up; "le taux de sélection" is the name of a rate where no figure was told.
  const isNamed = operation === 'sum' || (last.length === 0 && !reading.operators.has('share'));
  if (named !== undefined && isNamed && ofNumbers.length !== 2) return null;
  const count = Math.max(2, saidCount(reading));
  // "La différence de dossiers déposés entre les deux ?" of two calls
  const ofBoth = asked([]).slice(0, count);
  const isOther = operation === 'average';
  const terms =
    ofNumbers.length === 2
      ? ofNumbers
      : unique(ofBoth.flat()).length === count && ofBoth.every(({ length }) => length === 1)
        ? ofBoth.flat().reverse()
        : named !== undefined && more.length === 0
          ? [last.length === 1 && last[0] !== named ? last[0] : besideThese([named], isOther, knowledge)[0], named]
          : last.length === 2
            ? last
            : rowOf(told.slice(0, count), isOther, knowledge);
  const figures = unique(terms.flatMap((id) => id ?? []));
  const things = figures.flatMap((id) => all.find((thing) => thing.id === id) ?? []);
  const units = unique(things.map(({ unit }) => unit));
  const areMany = operation === 'sum' ? figures.length === terms.length && figures.length > 1 : figures.length === 2;
  const areOfUnits =
    operation === 'average'
      ? units.length === 2 && !units.includes('percent')
      : units.length === 1 && (operation === 'difference' || units[0] !== 'percent');
  const facts = unique(things.map(({ fact }) => fact));
  // Winners of one call are no part of those of another, nor less than the files sent to it.
  const isOfRow = facts.length === 2 && unique(facts.map(inAnyOne)).length === 1;
  const areAlike = unique(figures.map(inAnyOne)).length === 1;
  const isOfTwo = operation === 'share' && facts.length === 2 && named === undefined && ofNumbers.length !== 2;
  const areApart = operation === 'share' ? isOfTwo || (facts.length === 2 && areAlike) : isOfRow && !areAlike;
  if (!areMany || !areOfUnits || areApart) return null;
  // Of the same thing at two times the earlier one first.
  return { kind: 'programme', facts, figures: operation === 'difference' ? [...figures].sort() : figures, operation };
}

const BESIDE: readonly Field[] = ['date', 'summary', 'funding'];

/**
 * "Ça fait combien par lauréat ?", "il restait combien ?" of what one fact tells, "enveloppe 780, accordés 764, il reste combien ?" of two figures that are
 * said: null where no fact holds them, or the message says more.
 */
function inOneFact(
  operation: FigureOperation,
  told: readonly string[],
  { reading, knowledge }: Filled,
): Question | null {
  const { words, leftoverStems } = reading;
  const { is } = knowledge.language;
  const all = thingsOf(knowledge);
  // "1,1 milliard" is 1100, as figures are.
  const quoted = reading.quantities.map((quantity) => inMillions(quantity));
  const saidOf = (id: string): readonly Thing[] =>
    quoted.flatMap((value) => all.find(({ fact, value: own }) => fact === id && own === value) ?? []);
  const holds = (id: string): boolean => saidOf(id).length === quoted.length;
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
  const money = all.filter((thing) => thing.fact === fact && thing.unit === 'MEUR');
  const winners = all.filter((thing) => thing.fact === fact && thing.unit === 'number' && thing.areWinners);
  // "122 consommés sur 251 prévus", then "en % ?": one of two amounts is the whole of the other.
  const asksLeft = operation === 'difference' && words.some(({ folded }) => is('leaving', folded));
  // "764 ou 780 M€ ?", then "et l’écart ?"
  const isBetween = quoted.length === 0 && words.length <= FEW_WORDS && asksGap(reading.text);
  const isOfTwo = asksLeft || isBetween || (operation === 'share' && money.some(({ isWhole }) => isWhole));
  // "800 millions consommés sur 1,1 milliard, 615 engagés sur 780", then "il reste combien ?" is of the first ones.
  const [one, other, ...more] = money;
  const isPart =
    one?.isWhole === true && other?.isWhole === true && one.value < other.value && !areNamedAlike(one, other);
  const two = isOfTwo && (more.length === 0 || (asksLeft && isPart)) ? money.slice(0, 2) : [];
  const pair =
    quoted.length === 2
      ? saidOf(fact)
      : operation === 'average'
        ? [...money.slice(0, 1), ...winners.slice(0, 1)]
        : two.sort((a, b) => Number(a.isWhole) - Number(b.isWhole));
  const units = unique(pair.map(({ unit }) => unit));
  return pair.length !== 2 || units.length !== (operation === 'average' ? 2 : 1)
    ? null
    : { kind: 'programme', facts: [fact], figures: pair.map(({ id }) => id), operation };
}

/** The figures of the whole fund that were told with a total of projects. */
function totalsTold(last: Question | null, knowledge: KnowledgeBase): readonly Thing[] {
  const asked = last?.kind === 'aggregate' ? last.field : null;
  if (asked === null) return [];
  const isTold = ({ fact, key }: Thing): boolean =>
    knowledge.factById.get(fact)?.tellsTotal?.some(({ field, figure }) => field === asked && figure === key) === true;
  return thingsOf(knowledge).filter(isTold);
}

function areNamedAlike(one: Thing, other: Thing): boolean {
  return one.heads.flat().some((word) => other.heads.flat().includes(word));
}

/** One for the same thing of each call or year. */
function inAnyOne(id: string): string {
  return id.replaceAll(/\d/g, '');
}

/** What a message asks to be made of two figures. */
function operationSaid(said: Filled): FigureOperation | null {
  const { operators, words, quantities } = said.reading;
  const { is } = said.knowledge.language;
  const has = classesIn(words, said.knowledge.language);
  // "Pourquoi 107 lauréats, quand la somme des appels en donne 112 ?" asks for nothing to be made of them.
  if (operators.has('why')) return null;
  // "Par lauréat", "764 divisé par 126"
  if (operators.has('average') || isOfEach(said.reading, said.knowledge) || has('dividing')) return 'average';
  // "Quelle part du total ?"
  const isDivided = /\p{L}[^/]*[/÷][^/]*\p{L}/u.test(said.reading.text);
  if (isDivided || operators.has('share') || has('rating') || (has('sharing') && has('which'))) return 'share';
  if (operators.has('compare') || has('leaving')) return 'difference';
  // "Ça fait combien sur les deux ans ?"
  const asksNumber = operators.has('count') || operators.has('how-much');
  const isOfAll = asksNumber && saidCount(said.reading) > 1 && has('durations');
  if (operators.has('sum') || isUniting(said) || has('adding') || isOfAll) return 'sum';
  // "65,3 sur 419,9"
  const [first = null, second = null, ...others] = quantities;
  const isNext = first !== null && second !== null && second.word - first.word <= MOST_BETWEEN;
  const isPart = isNext && others.length === 0 && is('among', words[second.word - 1]?.folded ?? '');
  return isPart ? 'share' : has('growing') ? 'difference' : null;
}

/**
 * The figure of each question, the last one last: the one asked, else what is most like the others ("sur combien ?"), of another unit where so much for each
 * is asked; none twice.
 */
function rowOf(told: readonly OfFund[], isOther: boolean, knowledge: KnowledgeBase): readonly string[] {
  const asked = told.flatMap((question) => figuresOf(question).slice(0, 1));
  return told.reduce<readonly string[]>((row, { facts, figures }) => {
    const [figure] =
      figures === undefined
        ? facts.flatMap((fact) => besideThese(asked.length > 0 ? asked : row, isOther, knowledge, fact))
        : figures.filter((id) => !row.includes(id));
    return figure === undefined ? row : [figure, ...row];
  }, []);
}

/** The figures of a fact, in the unit of some others or not, by what they have in common with them: what was observed beside what was expected. */
function besideThese(
  others: readonly string[],
  isOther: boolean,
  knowledge: KnowledgeBase,
  of = knowledge.figureById.get(others[0] ?? '')?.fact,
): readonly string[] {
  const words = others.flatMap((id) => wordsOf(id, null, knowledge));
  const alike = ({ id }: Thing): number => wordsOf(id, null, knowledge).filter((word) => words.includes(word)).length;
  const isOfUnit = ({ unit }: Thing): boolean => others.every((id) => knowledge.figureById.get(id)?.unit === unit);
  return thingsOf(knowledge)
    .filter((one) => one.fact === of && !others.includes(one.id) && (others.length === 0 || isOfUnit(one) !== isOther))
    .sort((a, b) => alike(b) - alike(a))
    .map(({ id }) => id);
}

function isOfEach({ words }: Reading, { language: { is } }: KnowledgeBase): boolean {
  return words.some(({ folded }, at) => is('per', folded) && is('winners', words[at + 1]?.folded ?? ''));
}
