import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { inMillions } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import { exact, type Reckoning } from '../../language/reckoning';
import { isAmountField, isPublished } from '../../model/project-fields';
import type { Memory, Question } from '../../model/question';
import type { Project } from '../../model/records';
import type { Operator } from '../../model/tag';
import { YEARS } from '../claims';
import type { Reading } from '../reading';

/** What is asked of a record, and what is reckoned from it, null where the record does not hold it. */
export interface OfRecord {
  readonly question: Question;
  readonly reckoned: Reckoning | null;
}

/**
 * "Amorti en combien d'années ?", "combien d'années pour couvrir 11 M€ avec 1,5 M€ par an ?", then "et avec 1,3 M€ ?"; "c'est rentable ?", "is it worth it?":
 * what the record tells of savings and cost, and after how many years the one covers the other; of numbers of no record only that. Null of other messages.
 */
export function paybackAsked(reading: Reading, memory: Memory, knowledge: KnowledgeBase): OfRecord | null {
  const { words, named, operators, fields, leftoverStems, mentionsFund, spans } = reading;
  const { is } = knowledge.language;
  const has = classesIn(words, knowledge.language);
  const said = sumsIn(reading, knowledge);
  const last = memory.reckoned?.at(-1);
  const isOpen = has('interrogative') || has('which');
  const asksTime = has('timing') || (isOpen && has('lasting'));
  const left = words.filter(
    ({ stem, folded }) => leftoverStems.includes(stem) && !BESIDE.some((one) => is(one, folded)),
  );
  const isAgain = last?.operation === 'payback' && said.length === 1 && !isOpen && left.length < 2;
  // Not "combien de temps pour couvrir les communes ?", "… la Bretagne ?"
  const isOfThing = spans.some(({ tags }) => tags.every(({ kind }) => kind === 'territory' || kind === 'beneficiary'));
  const isOfMoney = said.length > 0 || fields.length > 0 || (left.length === 0 && !isOfThing);
  const isAsked = isAgain || (has('profitable') && (asksTime || !isOpen)) || (has('repaying') && asksTime && isOfMoney);
  const isOfSeveral = mentionsFund || has('projectPlurals') || OF_SEVERAL.some((one) => operators.has(one));
  const asksElse = fields.some((field) => !isAmountField(field) && !(field === 'date' && asksTime));
  const [id = memory.focus, ...others] = named.flat();
  if (!isAsked || isOfSeveral || others.length > 0 || asksElse) return null;
  const project = knowledge.projectById.get(id ?? '');
  const own = sidesOf(project);
  const terms = withSaid(said, isAgain ? last.terms.map(({ value }) => value) : own);
  const [cost = null, yearly = null] = said.length > (asksTime ? 2 : 1) ? [] : terms;
  const payback: Reckoning | null =
    cost === null || yearly === null
      ? null
      : {
          operation: 'payback',
          terms: [cost, yearly].map((value) => ({ value, unit: 'MEUR' })),
          value: exact(cost / yearly),
          unit: 'years',
        };
  const isOfRecord = payback === null || own.some((side, at) => side !== null && side === terms[at]);
  if (project !== undefined && isOfRecord) {
    const amounts = (['cost', 'funding'] as const).filter((field) => isPublished(project, field));
    const also = amounts.length > 0 ? amounts : (['cost'] as const);
    return { question: { kind: 'fact', project: project.id, field: 'savings', also }, reckoned: payback };
  }
  return payback === null
    ? null
    : { question: { kind: 'smalltalk', act: 'reckoning', reckoned: [payback] }, reckoned: payback };
}

const BESIDE = ['repaying', 'lasting', 'units'] as const;
/** With these it asks of several, or of a set. */
const OF_SEVERAL: readonly Operator[] = ['max', 'min', 'top', 'list', 'remove', 'except', 'plural-subject'];

/** A cost and what is saved each year, M€. What is left once the investment is paid, or as much as was invested, holds what covers it. */
function sidesOf(project: Project | undefined): readonly (number | null)[] {
  const { amountMEUR = null, period = null, measure } = project?.expectedSavings ?? {};
  const years = period === null || measure !== undefined ? null : YEARS[period];
  const yearly = amountMEUR === null || years === null ? null : amountMEUR / years;
  return [project?.totalCostMEUR ?? project?.ftapFundingMEUR ?? null, yearly];
}

/** The sums of money that a message says, M€ where no unit is; "7 à 8 ans" is none, "1,5 par an" is one. */
function sumsIn({ words, sums }: Reading, { language: { is, isFunctionWord } }: KnowledgeBase): readonly number[] {
  const isMoney = (word: number): boolean => {
    const next = words.findIndex(({ folded }, at) => at > word && !isFunctionWord(folded) && !/^\d/.test(folded));
    const isEach = (['asking', 'single'] as const).some((one) => is(one, words[next - 1]?.folded ?? ''));
    return isEach || !is('durations', words[next]?.folded ?? '');
  };
  return sums.filter(({ word, factor }) => factor !== null || isMoney(word)).map((sum) => inMillions(sum));
}

/** Of two sums the greater is the cost, one is of the side that it is nearer to. */
function withSaid([first, second]: readonly number[], [cost = null, yearly = null]: readonly (number | null)[]) {
  if (first === undefined) return [cost, yearly];
  if (second !== undefined) return [Math.max(first, second), Math.min(first, second)];
  const isYearly = cost !== null && first < (yearly === null ? cost : Math.sqrt(cost * yearly));
  return isYearly ? [cost, first] : [first, yearly];
}
