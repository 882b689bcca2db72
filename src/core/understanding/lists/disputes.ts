import type { WordClass } from '../../language/language-words';
import type { Word } from '../../language/words';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Way } from '../../model/disagreements';
import { isAmountField } from '../../model/project-fields';
import type { Dispute, Filter, Memory, Question } from '../../model/question';
import type { Decision } from '../decide';
import { setOf } from '../patch';
import type { Reading } from '../reading';
import type { Filled } from '../said';

/**
 * "Quels projets coûtent plus cher que prévu ?", "lesquels ont pris du retard ?", "sur combien les sources se contredisent-elles ?": what of the projects
 * the sources do not agree on, or said otherwise later; null where the message asks for none of these, or of one project.
 */
export function disputeAsked(
  reading: Reading,
  { question, shown }: Memory,
  { language }: KnowledgeBase,
): Dispute | null {
  const { words, operators, named, fields, sums, leftoverStems } = reading;
  const has = (...classes: readonly WordClass[]): boolean =>
    words.some(({ folded }) => classes.some((one) => language.is(one, folded)));
  const areOfSet =
    question === null
      ? has('choosing') || (operators.has('existence') && !has('projects'))
      : shown.length > 1 && has('choosing', 'designating');
  const isSaid = ({ folded }: Word): boolean => DISPUTING.some((one) => language.is(one, folded));
  // "Un retard de loyer", "des projets abandonnés ou en retard" are more than late.
  const saysMore = words.some((word) => leftoverStems.includes(word.stem) && !isSaid(word));
  const isComputed = operators.has('average') || operators.has('sum');
  if (named.length + sums.length > 0 || isComputed || saysMore || !(has('projectPlurals') || areOfSet)) return null;
  const saysAmount = fields.some(isAmountField);
  // "Plus cher que prévu", "dépassent les prévisions"; not "le plus d'économies prévues".
  const isThanPlanned = words.some(
    ({ folded }, at) =>
      language.is('planned', folded) &&
      words.slice(Math.max(0, at - MOST_BETWEEN), at).some((before) => language.is('than', before.folded)),
  );
  const isBeyond = operators.has('more-than') && has('planned');
  const disagrees = has('contradicting') || (has('concurring') && has('denying') && fields.includes('sources'));
  const isLess = isThanPlanned && (operators.has('min') || operators.has('less-than'));
  const way: Way | null = disagrees
    ? 'any'
    : has('late') && !words.slice(1).some(({ folded }) => language.is('coordinating', folded))
      ? 'later'
      : (has('falling') && saysAmount) || isLess
        ? 'down'
        : has('overrunning') || (has('rising') && saysAmount) || isThanPlanned || isBeyond
          ? 'up'
          : null;
  if (way === null) return null;
  const [said] = fields.filter((field) => field !== 'summary' && field !== 'sources' && field !== 'status');
  // "Lesquels ont dérapé ?" is of the cost.
  const field = way === 'later' ? 'status' : (said ?? (way === 'any' ? null : 'cost'));
  return { field, way };
}

const DISPUTING = [
  'contradicting',
  'concurring',
  'overrunning',
  'rising',
  'falling',
  'late',
  'planned',
  'undergoing',
] as const;

/** "Que le budget initial" */
const MOST_BETWEEN = 3;

/** "Sur quoi les sources se contredisent-elles ?", then "et sur le coût ?": the same of another field. */
function fieldAnew({ fields, leftoverStems, operators }: Reading, last: Question | null): Dispute | null {
  const [before] = last !== null && 'filter' in last ? last.filter.disputes : [];
  const [field, ...others] = fields;
  const saysMore = others.length + leftoverStems.length > 0 || [...operators].some((one) => one !== 'and-what-about');
  return before === undefined || before.way === 'later' || field === undefined || saysMore
    ? null
    : { ...before, field };
}

/** Those of a set that are so, or how many; null where none is asked for. */
export function composeDisputes(
  { reference }: Decision,
  { limits, memory, reading, knowledge }: Filled,
): Question | null {
  const { question } = memory;
  const anew = fieldAnew(reading, question);
  const dispute = disputeAsked(reading, memory, knowledge) ?? anew;
  if (dispute === null) return null;
  const last = reference === 'alone' && anew === null ? null : setOf(memory);
  const base = last ?? limits;
  const filter: Filter = { ...base, known: [], unknown: [], amounts: [], disputes: [dispute] };
  const wasCounted = anew !== null && question?.kind === 'aggregate';
  const isCounted = wasCounted || reading.operators.has('count') || reading.operators.has('how-much');
  return isCounted
    ? { kind: 'aggregate', operation: 'count', field: null, filter, limit: 1, groupBy: null }
    : { kind: 'list', filter, sort: null, limit: null, found: [], show: [] };
}
