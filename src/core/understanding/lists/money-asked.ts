import { selectIds, selectPositions } from '../../answering/select';
import { computed, publishedAt, valuesAt } from '../../answering/like-amounts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { inMillions, type Quantity } from '../../language/amounts';
import type { Word } from '../../language/words';
import { isAmountField } from '../../model/project-fields';
import { EMPTY_FILTER, type Filter, isEmptyFilter, onlyThese, type Question } from '../../model/question';
import { composeSet } from '../compose-set';
import { type Decision } from '../decide';
import { bodiesNamed, COMPARING, isOperator, unexplainedIn } from '../open-slots';
import { framesOf, lastAmountField, recentFocuses, setOf } from '../patch';
import { askedInARow, isTotal, isUniting, pickedFromShown } from '../referents';
import type { Filled, Said } from '../said';

/** "Combien touche la DGFiP ?": what a body received, "quelles économies attend-on ?" of nothing: of all, whatever else was made of it. */
export function receivedBy(decision: Decision, { reading, memory, mentions, knowledge }: Said): Decision {
  const { spans, operators, fields, leftoverStems, named, words } = reading;
  const [amount, ...more] = spans.filter(({ tags }) => tags.some(({ kind }) => kind === 'field'));
  const areMany = words.slice(amount?.start, amount?.end).some(({ folded }) => /[sx]$/.test(folded));
  const isBare = mentions.length + leftoverStems.length + named.length + more.length === 0 && !reading.mentionsFund;
  const isOfAll = memory.question === null && fields.length === 1 && fields.every(isAmountField) && areMany && isBare;
  if (isOfAll && [...operators].every((one) => OF_ALL.has(one))) return { intent: 'sum', reference: 'alone', fields };
  const asks = spans.some(
    (span, at) =>
      isOperator(span, 'how-much') &&
      spans.slice(at + 1, at + 2).some((next) => isOperator(next, 'pays') && next.start === span.end),
  );
  const saysMore =
    named.length + fields.length + leftoverStems.length > 0 || [...operators].some((one) => !OF_RECEIVED.has(one));
  const [body, ...others] = mentions;
  const isBody = body?.kind === 'subject' && others.length === 0 && bodiesNamed(body, reading, knowledge).length > 0;
  // "Est-ce que la DGFiP a bénéficié du fonds ?" is of what it carries, no fact on the fund.
  const isWhether = decision.intent === 'programme' && operators.has('pays') && reading.mentionsFund;
  return (!asks && !isWhether) || saysMore || !isBody ? decision : { ...decision, intent: 'sum', fields: ['funding'] };
}

const OF_ALL: ReadonlySet<string> = new Set(['how-much', 'count', 'list', 'polite', 'sum']);

const OF_RECEIVED: ReadonlySet<string> = new Set(['how-much', 'pays', 'list', 'plural-subject', 'and-what-about']);

/** "L'aide de la PPN ?", "et celle des partenaires ?", then "et au total ?": what those asked one after another have together. */
export function addedInARow(said: Filled): Question | null {
  const { memory, reading, mentions } = said;
  const { question: last } = memory;
  const { operators, fields, references, leftoverStems, words } = reading;
  const saysMore = mentions.length + fields.length + references.length + leftoverStems.length > 0;
  const isSum = operators.has('sum') && [...operators].every((one) => OF_MONEY.has(one));
  // "Plus de 20 M€ ?", "et plus de 30 ?", which is one, then "ils font combien ensemble ?"
  const wide = framesOf(memory).find(({ shown }) => shown.length > 1);
  if (isUniting(said) && memory.shown.length === 1 && wide !== undefined && !saysMore)
    return { ...SUM, field: lastAmountField(memory) ?? 'funding', filter: onlyThese(wide.shown) };
  if (last?.kind !== 'fact' || !isAmountField(last.field) || saysMore || !isSum) return null;
  const asked = recentFocuses(memory).slice(0, askedInARow(memory));
  const before = memory.earlier[0]?.question;
  const areAlike = before?.kind === 'fact' && before.field === last.field && before.project !== last.project;
  return asked.length < 2 || words.length > MOST_WORDS_OF_MONEY || !areAlike
    ? null
    : { ...SUM, field: last.field, filter: onlyThese([...asked].reverse()) };
}

const SUM = { kind: 'aggregate', operation: 'sum', limit: 1, groupBy: null } as const;

/** "Combien de projets DGFiP ?", "projets sur la PAC", then "et en montant ?", "combien ?": what they received; null where the message says more. */
export function moneyAsked({ memory, reading, mentions, limits, knowledge: { language } }: Filled): Question | null {
  const { question: last, shown } = memory;
  const { words, operators, fields, references, leftoverStems } = reading;
  const isCount = last?.kind === 'aggregate' && last.operation === 'count' && last.groupBy === null;
  const set = last?.kind === 'list' || isCount ? setOf(memory) : null;
  const saysMoney = words.some(({ folded }) => language.partNamed(folded) === 'amount' || language.is('units', folded));
  const isAsked = saysMoney || (operators.has('how-much') && shown.length === 1);
  // "En euros", not "l’année d’avant"
  const units = words.filter(({ folded }) => language.is('units', folded) && !language.is('durations', folded));
  const left = leftoverStems.filter((stem) => !units.some((word) => word.stem === stem));
  const saysMore =
    mentions.length + fields.length + references.length + left.length > 0 ||
    limits.known.length + limits.unknown.length > 0 ||
    [...operators].some((one) => !OF_MONEY.has(one));
  if (set === null || !isAsked || saysMore) return null;
  const [only, ...others] = shown;
  return only !== undefined && others.length === 0
    ? { kind: 'fact', project: only, field: 'funding', also: [] }
    : { kind: 'aggregate', operation: 'sum', field: 'funding', filter: set, limit: 1, groupBy: null };
}

const OF_MONEY: ReadonlySet<string> = new Set(['how-much', 'and-what-about', 'polite', 'sum']);

/** "Et en montant, ça donne ?" */
const MOST_WORDS_OF_MONEY = 5;

/**
 * "Quelle part des 700 M€ ?", "la part du 4e appel dans les 252", "PILAT, quelle part de ces 320 M€ ?": what the set told last, the one said or projects
 * named are of a sum that the message says, or that was told; null where it says more.
 */
export function partOfSum(decision: Decision, said: Filled): Question | null {
  const { reading, limits, named, memory, knowledge } = said;
  const { operators, words, quantities, references } = reading;
  const { is } = knowledge.language;
  const asksPart = operators.has('share') || words.some(({ folded }) => is('sharing', folded));
  const saysMore = unexplainedIn(reading, knowledge.language, 'sharing').length > 1;
  const { question: last } = memory;
  const field = reading.fields.find(isAmountField) ?? lastAmountField(memory) ?? 'funding';
  const [told] = framesOf(memory).flatMap(({ question }) =>
    isTotal(question) && question.operation === 'sum' ? question : [],
  );
  const total = told === undefined ? null : valueOf(told, knowledge);
  const isTold = ({ value }: Quantity): boolean => total !== null && Math.abs(total - value) < 1;
  // "Les 252" are more than there are projects.
  const isShown = ({ folded }: Word): boolean => is('articles', folded) || is('ofThem', folded);
  const [whole, ...others] = quantities.filter(
    (sum) =>
      sum.factor !== null ||
      (sum.value > knowledge.projects.length && words.slice(sum.word - 1, sum.word).some(isShown)) ||
      (isTold(sum) && named.length > 0),
  );
  const isCompared = COMPARING.some((one) => operators.has(one));
  if (!asksPart || saysMore || isCompared || others.length > 0) return null;
  // "InSERRE, 35 M€, c'est quelle part de la Justice ?": of what all that it is one of received.
  const set = { ...limits, amounts: [], known: [], unknown: [] };
  const held = isEmptyFilter(set) ? [] : selectIds(set, knowledge);
  if (named.length > 0 && held.length > named.length && named.every((id) => held.includes(id)))
    return { ...SUM, field, filter: onlyThese(named), of: set };
  if (whole === undefined) return null;
  const of = isTold(whole) ? { of: told?.filter } : { ofMEUR: inMillions(whole) };
  const part = (filter: Filter): Question | null => partWithin({ ...SUM, field, filter, ...of }, whole, knowledge);
  if (named.length > 0) return part(onlyThese(named));
  const areThese = references.some(({ id }) => id === 'these');
  const isOwn = !areThese && held.length > 0;
  const isAmount = last?.kind === 'fact' && isAmountField(last.field);
  if (!isOwn && !(last?.kind === 'list' || last?.kind === 'compare' || isTotal(last) || isAmount || areThese))
    return null;
  // "Les trois premiers, quelle part des 126 M€ ?"
  const placed = references.some(({ id }) => id === 'ordinal') ? pickedFromShown(said, true) : [];
  if (!isOwn && placed.length > 1) return part(onlyThese(placed));
  if (!isOwn && last?.kind === 'compare') return part(onlyThese(last.projects));
  const asked: Decision = { ...decision, intent: 'sum', reference: isOwn ? 'alone' : 'shown', fields: [field] };
  const composed = composeSet(asked, 'sum', { ...said, limits: isOwn ? set : EMPTY_FILTER })?.question;
  return composed?.kind === 'aggregate' ? partWithin({ ...composed, ...of }, whole, knowledge) : null;
}

/** Null of what is more than its whole: another figure is meant. */
function partWithin(question: Question & { kind: 'aggregate' }, whole: Quantity, knowledge: KnowledgeBase) {
  return (valueOf(question, knowledge) ?? 0) > inMillions(whole) ? null : question;
}

function valueOf({ filter, field }: Question & { kind: 'aggregate' }, knowledge: KnowledgeBase): number | null {
  const amount = field ?? 'funding';
  const published = publishedAt(selectPositions(filter, knowledge), amount, knowledge);
  return computed('sum', valuesAt(published, amount, knowledge));
}
