import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { yearOf } from '../knowledge/facets';
import { type Quantity, readCount } from '../language/amounts';
import type { AggregateAnswer, AnswerBody, FactAnswer, FieldTold } from '../model/answer';
import { isAmountField } from '../model/project-fields';
import type { Project } from '../model/records';
import { isFloor, plainComparison } from './limits';
import type { Reading } from './reading';

/**
 * Whether what is answered bears out what the message says of it: "c'est bien plus de 300 M€ ?", "retenu en 2021, non ?", "le plus cher, c'est PILAT ?".
 * Null where it says nothing of it, asks openly or denies, and where the sources do not settle it.
 */
export function verdictOn(answer: AnswerBody, reading: Reading, knowledge: KnowledgeBase): boolean | null {
  const { words, operators, fields } = reading;
  const { is } = knowledge.language;
  // "D’où viennent les 30 millions ?" doubts nothing.
  const isOpen =
    fields.includes('sources') || words.some(({ folded }) => is('interrogative', folded) || is('which', folded));
  // "…, non ?" only asks to agree.
  const isDenied = words.slice(0, -1).some(({ folded }) => is('denying', folded) || is('confining', folded));
  if (isOpen || isDenied || OPEN.some((operator) => operators.has(operator))) return null;
  if (answer.kind === 'fact') return ofFact(answer, reading, knowledge);
  return answer.kind === 'aggregate' && answer.groups.length === 0 ? ofComputation(answer, reading, knowledge) : null;
}

/** With these a message asks how much or which, or says a set: it claims nothing. */
const OPEN = ['how-much', 'count', 'or', 'remove', 'except', 'compare', 'correction'] as const;

function ofFact(
  { project: id, also, ...first }: FactAnswer,
  reading: Reading,
  knowledge: KnowledgeBase,
): boolean | null {
  const project = knowledge.projectById.get(id);
  const told = [first, ...also];
  // Of two amounts told, which one is meant is not known.
  const areOneAmount = told.filter(({ field }) => isAmountField(field)).length < 2;
  const judged = told.map((one) => ({
    isAmount: isAmountField(one.field),
    verdict:
      project === undefined || (isAmountField(one.field) && !areOneAmount)
        ? null
        : ofField(one, project, reading, knowledge),
  }));
  if (judged.some(({ verdict }) => verdict === false)) return false;
  // "Annoncé en novembre 2018, avec 9 M€ ?": nothing is so while something said with it is not judged.
  const { sums, years, months, calls, spans } = reading;
  const isJudged = (isAmount: boolean): boolean =>
    judged.some((one) => one.isAmount === isAmount && one.verdict === true);
  const saysSum = sums.some(({ factor }) => factor !== null);
  const saysTime = years.length + months.length + calls.length > 0;
  const saysBody = spans.some(({ tags }) => tags.some(({ kind }) => kind === 'organisation'));
  const isAllJudged = !saysBody && (isJudged(true) || !saysSum) && (isJudged(false) || !saysTime);
  return isAllJudged && (saysSum || saysTime) ? true : null;
}

function ofField(
  { field, valueMEUR, conflicts, isPublished }: Pick<FieldTold, 'field' | 'valueMEUR' | 'conflicts' | 'isPublished'>,
  project: Project,
  reading: Reading,
  knowledge: KnowledgeBase,
): boolean | null {
  if (!isPublished || conflicts.length > 0) return null;
  // "2,3 M€ chaque année" of savings over four years
  const saysTime = reading.words.some(
    ({ folded }) => knowledge.language.is('durations', folded) || knowledge.language.partNamed(folded) === 'year',
  );
  if (field === 'savings' && saysTime) return null;
  if (isAmountField(field)) return ofAmount(valueMEUR, reading, knowledge);
  return field === 'date' || field === 'call' ? ofCall(field, project, reading) : null;
}

function ofCall(field: 'date' | 'call', project: Project, reading: Reading): boolean | null {
  const { announced, number, session, confidence } = project.call;
  const { calls, years, months, quantities } = reading;
  if (confidence !== 'sourced') return null;
  const [call, ...otherCalls] = calls;
  if (field === 'call' && call !== undefined && call.number !== null) {
    const saidSession = call.session ?? reading.session ?? session;
    return otherCalls.length > 0 ? null : call.number === number && saidSession === session;
  }
  const [month, ...otherMonths] = months;
  if (month === undefined) return years.length === 1 ? yearOf(project) === years[0] : null;
  if (otherMonths.length > 0 || announced === null) return null;
  const day = quantities.find(({ factor, isFigure }) => factor === null && isFigure)?.value;
  if (!announced.startsWith(month) || day === undefined) return announced.startsWith(month);
  return announced.length > month.length ? Number(announced.slice(month.length + 1)) === day : null;
}

function ofComputation(
  { operation, value, field, filter, projects, counted }: AggregateAnswer,
  reading: Reading,
  knowledge: KnowledgeBase,
): boolean | null {
  if (filter.amounts.length > 0 || value === null) return null;
  const [named, ...others] = reading.named;
  const [winner] = named ?? [];
  const isExtreme = operation === 'max' || operation === 'min';
  // "Le plus cher, c'est LiDAR HD ?"
  if (isExtreme && winner !== undefined) {
    const isSaid = others.length + reading.references.length === 0 && !filter.except.projects.includes(winner);
    return isSaid && counted > 1 && isAsked(reading) ? projects.includes(winner) : null;
  }
  return field === null ? ofCount(value, reading, knowledge) : ofAmount(value, reading, knowledge);
}

/** "Ils sont bien trois ?", not "les trois" */
function ofCount(count: number, reading: Reading, { language: { is, isFunctionWord } }: KnowledgeBase): boolean | null {
  const { words, quantities, operators } = reading;
  const [number, ...others] = quantities.filter(
    ({ word, isFigure }) => isFigure || readCount(words[word]?.folded ?? '') !== null,
  );
  const next = number === undefined ? undefined : words[number.word + 1];
  const isCount =
    next === undefined ||
    next.startsClause ||
    isFunctionWord(next.folded) ||
    is('projects', next.folded) ||
    is('projectPlurals', next.folded);
  if (number === undefined || others.length > 0 || !isCount || operators.has('sum') || !isAsked(reading)) return null;
  const before = words[number.word - 1]?.folded ?? '';
  const isTold = TELLING.some((wordClass) => is(wordClass, before));
  return isTold ? null : isBorneOut(count, number.value, HALF, reading);
}

/** Behind these a number says which are meant: "les deux", "in '21". */
const TELLING = ['articles', 'among', 'designating', 'showing', 'narrowing'] as const;

/** @param value M€ */
function ofAmount(value: number | null, reading: Reading, { language: { is } }: KnowledgeBase): boolean | null {
  const [sum, ...others] = reading.sums.filter(({ factor }) => factor !== null);
  if (value === null || sum?.factor == null || others.length > 0) return null;
  const claimed = sum.value * sum.factor;
  const isAbout = reading.words.some(({ folded }) => is('approximating', folded));
  return isBorneOut(value, claimed, isAbout ? claimed * ABOUT : precisionOf(sum) * sum.factor, reading);
}

/** "Autour de 20 M€" is meant within a tenth. */
const ABOUT = 0.1;

/** "85,9" is meant to a tenth, "450 000" to ten thousand: half of what the last figure that is no zero counts. */
function precisionOf({ value }: Quantity): number {
  const [whole = '', decimals = ''] = String(value).split('.');
  const zeros = value >= LEAST_ROUNDED ? whole.length - whole.replace(/0+$/, '').length : 0;
  return HALF * 10 ** (zeros - decimals.length);
}

const HALF = 0.5;
/** Below this, what ends in zeros is as exact as any other number. */
const LEAST_ROUNDED = 10_000;

function isAsked({ text }: Reading): boolean {
  return text.includes('?');
}

/**
 * Null where it is too near to tell: of just so much a floor may be meant ("plus de 30 M€" of 30), and of a little more or less a round figure.
 *
 * @param within what the number said may be off by
 */
function isBorneOut(value: number, claimed: number, within: number, reading: Reading): boolean | null {
  const comparison = plainComparison(reading);
  const off = Math.abs(value - claimed);
  if (comparison === 'exact') return off < within ? true : off < 2 * within && within < claimed * ABOUT ? null : false;
  if (off < within && (comparison === 'above' || comparison === 'below')) return null;
  return off < within || (isFloor(comparison) ? value > claimed : value < claimed);
}
