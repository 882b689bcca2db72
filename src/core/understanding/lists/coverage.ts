import { selectPositions } from '../../answering/select';
import type { WordClass } from '../../language/language-words';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { isAmountField } from '../../model/project-fields';
import { type AmountCondition, EMPTY_FILTER, type Filter, isEmptyFilter, type Question } from '../../model/question';
import { type Decision, isRefusal } from '../decide';
import { COMPARING } from '../open-slots';
import { setOf } from '../patch';
import { type Reading, unique } from '../reading';
import { type Filled, projectOf } from '../said';

/**
 * "Financés à plus de 50 %", "classe-les par taux de couverture", "lequel est le mieux couvert ?", "quelle part du coût le fonds paie-t-il ?": what part of
 * its cost the fund pays, which is neither an amount nor added up.
 */
function asksForShares(
  { intent, fields }: Decision,
  reading: Reading,
  isAgain: boolean,
  knowledge: KnowledgeBase,
): boolean {
  const { words, operators, mentionsFund } = reading;
  const { language } = knowledge;
  const has = (...classes: readonly WordClass[]): boolean =>
    words.some(({ folded }) => classes.some((one) => language.is(one, folded)));
  const saysCost = reading.fields.includes('cost');
  const isPaid = mentionsFund || operators.has('pays') || reading.fields.includes('funding');
  const parts = partsIn(words, language);
  const isOfPart = words.some(({ isPercent }) => isPercent) ? isPaid || saysCost : isPaid && saysCost;
  const isBounded = parts.length > 0 && isOfPart && COMPARING.some((one) => operators.has(one));
  // "La part du fonds" is its money, in the cost it is a part.
  const isRate = has('rating') || isShareIn(reading, knowledge);
  const areSome = has('choosing') || operators.has('plural-subject');
  const isCovered = has('covering') && (isAgain || isRate || (areSome && isExtreme(reading, knowledge)));
  // "Pourcentage du total" is of another whole.
  const isOfEach = intent === 'rank' || intent === 'average' || intent === 'median' || operators.has('each');
  const isOfRate = has('rating') && !operators.has('share') && isOfEach && fields.some(isAmountField);
  return isCovered || (isRate && saysCost && isPaid) || isBounded || isOfRate;
}

/** "Quelle part du coût", "la part du fonds dans le coût", not "la part du fonds et le coût". */
function isShareIn({ words, spans }: Reading, { language }: KnowledgeBase): boolean {
  const costAt = spans.filter(({ tags }) => tags.some(({ id }) => id === 'cost')).map(({ start }) => start);
  return words.some(({ folded }, at) => {
    const own = spans.find(({ start, end }) => start <= at && at < end);
    const end = own?.end ?? at + 1;
    const isBefore = (start: number): boolean =>
      start >= end &&
      start - end <= MOST_BETWEEN &&
      words
        .slice(end, start)
        .every((word) => language.isFunctionWord(word.folded) && !language.is('coordinating', word.folded));
    return language.is('sharing', folded) && costAt.some(isBefore);
  });
}

/** "Du fonds dans le" */
const MOST_BETWEEN = 4;

/** "Le mieux couvert", "le moins couvert". */
function isExtreme({ operators, words }: Reading, { language }: KnowledgeBase): boolean {
  return operators.has('max') || operators.has('min') || words.some(({ folded }) => language.is('best', folded));
}

/** Parts of a whole that are said, 0 to 1: "50 %", "la moitié". */
function partsIn(words: Reading['words'], { is }: KnowledgeBase['language']): readonly number[] {
  return words.flatMap(({ folded, isPercent }) =>
    isPercent ? [Number.parseFloat(folded) / 100] : is('halving', folded) ? [0.5] : [],
  );
}

/** Of one project both amounts; of a set those of which both are published, by the part; null where no part of the cost is asked for. */
export function composeCoverage(decision: Decision, said: Filled): Question | null {
  const { limits, memory, mentions, reading, knowledge } = said;
  const named = unique(mentions.flatMap(projectOf));
  const { intent, reference } = decision;
  const last = memory.question;
  const isAgain = last?.kind === 'list' && last.sort?.field === 'share';
  if (intent === 'programme' || intent === 'compare' || !asksForShares(decision, reading, isAgain, knowledge))
    return null;
  const { operators, words } = reading;
  const choosesOne = words.some(({ folded }) => knowledge.language.is('choosing', folded));
  // Of one that is described, and of a message that nothing was made of, no set is known.
  const isOfEach = operators.has('each') || operators.has('whole-base') || operators.has('sort');
  const areSome = choosesOne || isOfEach || operators.has('plural-subject');
  const isDescribed = intent === 'fact' && reference === 'alone' && !areSome;
  if (named.length === 0 && (isDescribed || (isRefusal(intent) && mentions.length > 0))) return null;
  const isOfOne = reference === 'focus' && !areSome && isEmptyFilter({ ...limits, amounts: [] });
  const project = named.length > 0 ? (named.length === 1 ? named[0] : undefined) : isOfOne ? memory.focus : undefined;
  if (project != null) return { kind: 'fact', project, field: 'funding', also: ['cost'], standing: 'part' };
  // Of several, after one project, no set is spoken of.
  const isAlone = reference === 'alone' || last?.kind === 'fact';
  const before = isAlone ? null : isAgain ? last.filter : setOf(memory);
  const own = isEmptyFilter({ ...limits, amounts: [], known: [], unknown: [] }) ? (before ?? EMPTY_FILTER) : limits;
  const base = named.length > 1 ? { ...EMPTY_FILTER, among: named } : own;
  const known: Filter['known'] = unique([...base.known, 'funding', 'cost']);
  const filter: Filter = { ...base, known, amounts: boundsOn(reading, knowledge.language) };
  const direction = operators.has('min') && !operators.has('max') ? 'ascending' : 'descending';
  const limit = isExtreme(reading, knowledge) && choosesOne ? 1 : filter.amounts.length > 0 ? null : reading.count;
  return selectPositions(filter, knowledge).length === 0 && filter.amounts.length === 0
    ? null
    : { kind: 'list', filter, sort: { field: 'share', direction }, limit, found: [], show: ['funding', 'cost'] };
}

/** "À plus de 50 %", "moins de la moitié du coût", "entre 20 et 40 %". */
function boundsOn({ words, operators }: Reading, language: KnowledgeBase['language']): readonly AmountCondition[] {
  const [part, other] = partsIn(words, language);
  if (part === undefined) return [];
  const [min, max] =
    other !== undefined
      ? [Math.min(part, other), Math.max(part, other)]
      : operators.has('less-than') || operators.has('at-most')
        ? [null, part]
        : [part, null];
  const includesBounds = other !== undefined || operators.has('at-least') || operators.has('at-most');
  return [{ field: 'share', min, max, includesBounds }];
}
