import { computed, publishedAt, valuesAt } from '../../answering/like-amounts';
import { selectIds, selectPositions } from '../../answering/select';
import { inMillions } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { amountOf, areAllAlike, isAmountField } from '../../model/project-fields';
import { EMPTY_FILTER, type Filter, isEmptyFilter, onlyThese, type Question } from '../../model/question';
import { conditionOn, isCeiling, isFloor, plainComparison } from '../limits';
import { COMPARING, isOperator } from '../open-slots';
import { framesOf, lastAmountField, setOf } from '../patch';
import { isRanking, isTotal } from '../referents';
import { type Filled, projectOf, type Said } from '../said';

/**
 * What is set beside a mean or a median: the amount of the one project named or spoken of ("c'est plus que la moyenne ?"), how many of a set or which lie
 * beyond it ("combien dépassent la moyenne ?", "ils sont au-dessus, tous ?"), of all or of the set whose middle was told last; null where nothing is.
 */
export function besideMiddle(said: Filled): Question | null {
  const { reading, memory, mentions, limits, named, knowledge } = said;
  const { operators, fields, sums, words, references, leftoverStems } = reading;
  const comparison = plainComparison(reading);
  const isBeyond = isFloor(comparison) || isCeiling(comparison);
  const middle = middleSaid(said);
  const asked = middle?.operation;
  const [told] = framesOf(memory).flatMap(({ question }) =>
    isTotal(question) && MIDDLES.some((one) => one === question.operation && (asked ?? one) === one) ? question : [],
  );
  // "Et combien au-dessus ?" of the middle just told, not "combien en dessous de ce coût ?"
  const isBare = mentions.length + leftoverStems.length === 0 && told === memory.question && isBeyond;
  const operation = asked ?? (isBare ? MIDDLES.find((one) => one === told.operation) : undefined);
  if (operation === undefined || sums.length > 0) return null;
  const field = fields.find(isAmountField) ?? told?.field ?? lastAmountField(memory) ?? 'funding';
  // "C'est plus que la moyenne des projets ?" is not of several.
  const has = classesIn(words.slice(0, middle?.at), knowledge.language);
  const isIt = references.some(({ id }) => id === 'it');
  const isHowMany = operators.has('count') || (operators.has('how-much') && isBeyond && !isIt);
  const isThey = has('they') && memory.shown.length > 1;
  const areSome =
    has('choosing', 'projectPlurals') || isThey || (has('designating') && memory.question?.kind !== 'fact');
  const ones = [...new Set(mentions.flatMap(projectOf))];
  // The last question may be of the fund, or of a whole set.
  const isOfFocus = isIt || memory.question?.kind === 'fact' || isRanking(memory.question);
  const isBareOne = ones.length === 0 && isOfFocus && !areSome && isEmptyFilter(limits);
  const one = isBareOne ? (memory.focus ?? '') : ones[0];
  const project = knowledge.projectById.get(one ?? '');
  if (project !== undefined && ones.length < 2 && !isHowMany) {
    // Of whom the cost is not published the aid is.
    const known = [field, 'funding' as const].find((each) => areAllAlike(each) && amountOf(project, each) !== null);
    if (known === undefined) return { kind: 'fact', project: project.id, field, also: [] };
    const of = told !== undefined && selectIds(told.filter, knowledge).includes(project.id) ? { of: told.filter } : {};
    return { ...OF_ONE, field: known, filter: onlyThese([project.id]), standing: operation, ...of };
  }
  if (named.length > 0 || !isBeyond || !(isHowMany || areSome)) return null;
  // Beyond the middle of all lie some of those shown.
  const [shown] = framesOf(memory).flatMap((frame) => (frame.shown.length > 1 ? (setOf(frame) ?? []) : []));
  const set = isEmptyFilter(limits) ? (told?.filter ?? (isHowMany ? undefined : shown) ?? EMPTY_FILTER) : limits;
  const whole = selectPositions(told?.filter ?? (isEmptyFilter(limits) ? EMPTY_FILTER : set), knowledge);
  const value = computed(operation, valuesAt(publishedAt(whole, field, knowledge), field, knowledge));
  if (value === null) return null;
  const bound = conditionOn(field, inMillions({ value, factor: null }), comparison);
  const filter: Filter = { ...set, amounts: [...set.amounts, bound] };
  return isHowMany
    ? { kind: 'aggregate', operation: 'count', field: null, filter, limit: 1, groupBy: null }
    : { kind: 'list', filter, sort: { field, direction: 'descending' }, limit: null, found: [], show: [] };
}

const MIDDLES = ['average', 'median'] as const;
const OF_ONE = { kind: 'aggregate', operation: 'sum', limit: 1, groupBy: null } as const;

/** "Au-dessus de la moyenne", "par rapport à la médiane", "3 fois la moyenne", "dans la moyenne". */
export function middleSaid({ reading: { spans, words, references }, knowledge: { language } }: Said) {
  const compared = spans.filter((span) => isOperator(span, ...COMPARING, 'compare'));
  // "Et la moyenne, il est au-dessus ?"
  const isIt = compared.length > 0 && references.some(({ id }) => id === 'it');
  const isSetBeside = (at: number): boolean =>
    isIt ||
    compared.some(({ end }) => end <= at) ||
    classesIn(words.slice(Math.max(0, at - 2), at), language)('within', 'computing');
  const [said] = MIDDLES.flatMap((operation) =>
    spans.flatMap((span) =>
      isOperator(span, operation) && isSetBeside(span.start) ? { operation, at: span.start } : [],
    ),
  );
  return said;
}
