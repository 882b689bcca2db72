import { selectPositions } from '../../answering/select';
import { readCount } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { asksGap } from '../../language/reckoning';
import { isAmountField, isMadeOfBoth } from '../../model/project-fields';
import { type AmountCondition, EMPTY_FILTER, type Filter, isEmptyFilter, type Question } from '../../model/question';
import type { Span } from '../../model/tag';
import { type Decision, isRefusal } from '../decide';
import { COMPARING } from '../open-slots';
import { recentFocuses, setOf } from '../patch';
import { type Reading, unique } from '../reading';
import { filterOf, saidCount } from '../referents';
import { type Filled, projectOf } from '../said';

/**
 * "Financés à plus de 50 %", "classe-les par taux de couverture", "lequel est le mieux couvert ?", "quelle part du coût le fonds paie-t-il ?": what part of
 * its cost the fund pays, which is neither an amount nor added up.
 */
function asksForShares({ intent, fields }: Decision, said: Filled, isAgain: boolean, saysPart: boolean): boolean {
  const { reading, knowledge, mentions, memory } = said;
  const { words, operators, mentionsFund, leftoverStems } = reading;
  const has = classesIn(words, knowledge.language);
  const saysCost = reading.fields.includes('cost');
  const { question } = memory;
  const held = question !== null && 'field' in question ? question.field : null;
  // "Part moyenne payée par le fonds ?", then "non, la part du coût"
  const isPaid = mentionsFund || operators.has('pays') || reading.fields.includes('funding') || held === 'funding';
  const isOfPercent = words.some(({ isPercent }) => isPercent) && (isPaid || saysCost);
  const isOfPart =
    isAgain || isOfPercent || has('covering') || (isPaid && (saysCost || (mentionsFund && operators.has('pays'))));
  const isBounded = saysPart && isOfPart && COMPARING.some((one) => operators.has(one));
  // "La part du fonds" is its money, in the cost it is a part.
  const isRate = has('rating') || isShareIn(said);
  const areSome = has('choosing', 'projects') || operators.has('plural-subject');
  const isEnd = isExtreme(reading, knowledge);
  const isCovered = has('covering') && (isAgain || isRate || (areSome && isEnd));
  // "Le mieux couvert ?", then "et le pire ?"
  const isOther = isAgain && isEnd && reading.fields.length + leftoverStems.length + mentions.length === 0;
  // "En moyenne ?", "la part globale ?" of those listed; "la part moyenne du fonds"; "la part, pas le montant" of those compared
  const isMean = (isAgain || (has('sharing') && (saysCost || operators.has('pays')))) && operators.has('average');
  // "Leur coût en tout ?", then "quelle part le fonds a-t-il payée ?"
  const isPaidOfAll = held === 'cost' && question?.kind === 'aggregate' && mentionsFund && operators.has('pays');
  const isOfTold =
    (isAgain || isPaidOfAll || (question?.kind === 'compare' && isAmountField(held))) &&
    has('sharing') &&
    mentions.length === 0;
  // "Pourcentage du total" is of another whole.
  const isOfEach = intent === 'rank' || intent === 'average' || intent === 'median' || operators.has('each');
  const isOfRate = has('rating') && !operators.has('share') && isOfEach && fields.some(isAmountField);
  const isOfFund = mentionsFund || reading.fields.includes('funding');
  // "Lequel est le plus aidé en proportion ?", "pour chacun, la part du fonds"
  const isOfBest = has('rating') && has('choosing') && isEnd && isPaid;
  const isOfEachPart =
    operators.has('each') && has('sharing') && isOfFund && mentions.length === 0 && !saysCost && !operators.has('sum');
  // "Ceux dont le coût et l'aide sont connus", then "classe-les par part du fonds"
  const known = question?.kind === 'fact' ? [question.field, ...question.also] : (filterOf(question)?.known ?? []);
  const areKnown = known.includes('funding') && known.includes('cost');
  const isOfKnown = areKnown && has('sharing', 'rating') && operators.has('sort');
  const isOfOne =
    isOfFund &&
    mentions.some(({ kind }) => kind === 'project') &&
    (isShareIn(said) || (has('rating') && !operators.has('share')));
  const isSaid = isCovered || isOfOne || isOfKnown || isOfBest || isOfEachPart;
  return isSaid || isOther || isMean || isOfTold || (isRate && saysCost && isPaid) || isBounded || isOfRate;
}

/** "Le plus gros reste à charge", "l'écart entre coût et financement, du plus grand au plus petit": what each cost leaves, in the order of it. */
function asksForRests({ fields }: Decision, { reading, knowledge: { language } }: Filled): boolean {
  const { words, operators, text } = reading;
  const isOrdered = isExtreme(reading, { language }) || operators.has('sort') || operators.has('each');
  const isLeft = words.some(
    ({ folded }, at) => language.is('leaving', folded) && language.is('giving', words[at + 1]?.folded ?? ''),
  );
  const isGap = asksGap(text) && (['cost', 'funding'] as const).every((field) => reading.fields.includes(field));
  return isOrdered && (isGap || (isLeft && fields.some((field) => field === 'cost' || field === 'funding')));
}

/** "Quelle part du coût", "la part du fonds dans le coût", not "la part du fonds et le coût". */
function isShareIn({ reading: { words, spans }, mentions, knowledge: { language } }: Filled): boolean {
  // "La part du montant total du fonds" is of no cost.
  const isOfFund = (end: number): boolean =>
    spans.some(
      ({ start, tags }) =>
        start >= end &&
        words.slice(end, start).every((word) => language.is('among', word.folded)) &&
        tags.some(({ kind }) => kind === 'fund'),
    );
  const costs = spans.filter(({ end, tags }) => tags.some(({ id }) => id === 'cost') && !isOfFund(end));
  const projects = mentions.filter(({ kind }) => kind === 'project');
  return words.some(({ folded }, at) => {
    const own = spans.find(({ start, end }) => start <= at && at < end);
    const end = own?.end ?? at + 1;
    const isBefore = ({ start }: Pick<Span, 'start'>): boolean =>
      start >= end &&
      start - end <= MOST_BETWEEN &&
      words
        .slice(end, start)
        .every((word) => language.isFunctionWord(word.folded) && !language.is('coordinating', word.folded));
    // "La part du fonds dans OCS GE", not "pour OCS GE"
    const isWithin = words.slice(end).some((word) => language.is('within', word.folded)) && projects.some(isBefore);
    return language.is('sharing', folded) && (costs.some(isBefore) || isWithin);
  });
}

/** "Du fonds dans le" */
const MOST_BETWEEN = 4;

/** "Le mieux couvert", "le moins couvert". */
function isExtreme({ operators, words }: Reading, { language }: Pick<KnowledgeBase, 'language'>): boolean {
  return operators.has('max') || operators.has('min') || words.some(({ folded }) => language.is('best', folded));
}

/** Parts of a whole that are said, 0 to 1: "50 %", "la moitié"; "et à plus de 60 ?" after one, not "et les trois où elle pèse le moins ?" */
function partsIn({ words, quantities, operators }: Reading, isAgain: boolean, { language }: KnowledgeBase) {
  const said = words.flatMap(({ folded, isPercent }) => {
    if (isPercent) return Number.parseFloat(folded) / 100;
    return language.is('halving', folded) ? 1 / 2 : language.is('thirding', folded) ? 1 / 3 : [];
  });
  const isCompared = COMPARING.some((one) => operators.has(one));
  return said.length > 0 || !isAgain || !isCompared
    ? said
    : quantities.flatMap(({ value }) => (value <= 100 ? [value / 100] : []));
}

/** Of one project both amounts; of a set those of which both are published, by the part; null where no part of the cost is asked for. */
export function composeCoverage(decision: Decision, said: Filled): Question | null {
  const { limits, memory, mentions, reading, knowledge } = said;
  const named = unique(mentions.flatMap(projectOf));
  const { intent, reference } = decision;
  const last = memory.question;
  const told = last?.kind === 'list' ? last.sort?.field : undefined;
  const isAgain = last?.kind === 'list' && isMadeOfBoth(told);
  const { operators, words } = reading;
  const has = classesIn(words, knowledge.language);
  const isRest = asksForRests(decision, said);
  const measure = isRest ? 'rest' : isAgain && !has('sharing', 'rating', 'covering') ? told : 'share';
  // "Lequel est le mieux couvert, France Identité ou OCS GE ?" compares no amounts.
  const isOfElse = intent === 'compare' && !has('covering', 'rating');
  const parts = partsIn(reading, isAgain, knowledge);
  const saysPart = parts.length > 0;
  // Of projects that are bounded by it, and of each, no fact on the fund tells.
  const isBounded = operators.has('each') || (saysPart && operators.has('plural-subject'));
  const isAsked = isRest || asksForShares(decision, said, isAgain, saysPart);
  if ((intent === 'programme' && !isBounded) || isOfElse || !isAsked) return null;
  // Of one that is described, and of a message that nothing was made of, no set is known.
  const isOrder = isRest && intent === 'rank';
  const isOfEach = operators.has('each') || operators.has('whole-base') || operators.has('sort') || isOrder;
  const areSome = has('choosing') || isOfEach || operators.has('plural-subject');
  const isDescribed = intent === 'fact' && reference === 'alone' && !areSome;
  if (named.length === 0 && (isDescribed || (isRefusal(intent) && mentions.length > 0))) return null;
  const isOfOne = reference === 'focus' && !areSome && isEmptyFilter({ ...limits, amounts: [] });
  const project = named.length > 0 ? (named.length === 1 ? named[0] : undefined) : isOfOne ? memory.focus : undefined;
  if (project != null) return { kind: 'fact', project, field: 'funding', also: ['cost'], standing: 'part' };
  // Of several, after one project, no set is spoken of.
  const isAlone = reference === 'alone' || last?.kind === 'fact';
  const before = isAlone ? null : isAgain ? last.filter : setOf(memory);
  const own = isEmptyFilter({ ...limits, amounts: [], known: [], unknown: [] }) ? (before ?? EMPTY_FILTER) : limits;
  // "Quelle part de CFVR ?", "et d'Intelligence emploi ?", then "lequel des deux ?"
  const recent = last?.kind === 'fact' ? recentFocuses(memory).slice(0, saidCount(reading)) : [];
  const several = [named, recent].find(({ length }) => length > 1);
  const base = several === undefined ? own : { ...EMPTY_FILTER, among: several };
  const known: Filter['known'] = unique([...base.known, 'funding', 'cost']);
  const bounds = boundsOn(parts, reading);
  // "Ceux qui coûtent plus de 50 M€", then "part du fonds, pour chacun" of these.
  const bounded = base === before ? base.amounts.filter(({ field }) => !isMadeOfBoth(field)) : [];
  const filter: Filter = { ...base, known, amounts: [...bounded, ...bounds] };
  const direction = operators.has('min') && !operators.has('max') ? 'ascending' : 'descending';
  const isOne = has('choosing') || !(has('projectPlurals') || isOfEach) || (isAgain && last.limit === 1);
  // "Où les deux montants sont publiés"
  const areAmounts = words.some(
    ({ folded }, at) =>
      readCount(folded) !== null && knowledge.language.partNamed(words[at + 1]?.folded ?? '') === 'amount',
  );
  const isBest = isExtreme(reading, knowledge) && isOne && named.length === 0 && (reading.count ?? 1) === 1;
  const limit = isBest ? 1 : bounds.length > 0 || areAmounts || named.length > 0 ? null : reading.count;
  return selectPositions(filter, knowledge).length === 0 && bounds.length === 0
    ? null
    : { kind: 'list', filter, sort: { field: measure, direction }, limit, found: [], show: ['funding', 'cost'] };
}

/** "À plus de 50 %", "moins de la moitié du coût", "entre 20 et 40 %". */
function boundsOn(parts: readonly number[], { operators }: Reading): readonly AmountCondition[] {
  const areTwo = parts.length > 1;
  const isBelow = operators.has('less-than') || operators.has('at-most');
  const min = areTwo || !isBelow ? Math.min(...parts) : null;
  const max = areTwo || isBelow ? Math.max(...parts) : null;
  const includesBounds = areTwo || operators.has('at-least') || operators.has('at-most');
  return parts.length === 0 ? [] : [{ field: 'share', min, max, includesBounds }];
}
