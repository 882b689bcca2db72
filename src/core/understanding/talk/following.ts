import { answerQuestion } from '../../answering/answer-question';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { inMillions, precisionOf, readCount } from '../../language/amounts';
import type { WordClass } from '../../language/language-words';
import { exact, OF_TWO, type Reckoning } from '../../language/reckoning';
import { FRACTIONS } from '../../language/spoken-numbers';
import type { Memory, Question } from '../../model/question';
import { OPEN } from '../claims';
import { plainComparison } from '../limits';
import { type Reading, unique } from '../reading';
import { paybackAsked } from './payback';
import { figuresTold } from './quoted';

/** What is made of figures told; `verdict`: whether the message says it right, null where it asks for it. */
interface Following {
  readonly verdict: boolean | null;
  readonly made: Reckoning;
}

/** What is asked for or claimed that follows from the figures of this answer or of the one before; null where nothing does. */
export function followingFrom(
  question: Question,
  reading: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): Following | null {
  const payback = paybackAsked(reading, memory, knowledge)?.payback;
  if (payback !== undefined) return payback && question.kind === 'fact' ? { verdict: null, made: payback } : null;
  const last = memory.question;
  const isOther = last?.kind === 'fact' && question.kind === 'fact' && last.project !== question.project;
  const before = last === null || isOther ? [] : [last];
  const found = [before, [question], [...before, question]].map((told) => claimedOf(told, reading, knowledge));
  return question.kind === 'clarify' ? null : (found.find((one) => one?.verdict === true) ?? found.at(-1) ?? null);
}

/** "Donc 129 millions non dépensés ?" of 122 of 251 that were told, and nothing else: the question of before; null elsewhere. */
export function claimOfTold(reading: Reading, { question, focus }: Memory, knowledge: KnowledgeBase): Question | null {
  const saysElse = reading.spans.some(({ tags }) =>
    tags.some(({ kind, id }) => kind !== 'operator' && kind !== 'reference' && id !== focus),
  );
  return question === null || saysElse || claimedOf([question], reading, knowledge) === null ? null : question;
}

/** Whether what the message claims is made of two figures that some questions were answered with; null where no two make it, or more than two do. */
function claimedOf(told: readonly Question[], reading: Reading, knowledge: KnowledgeBase): Following | null {
  const claim = claimIn(reading, knowledge);
  if (claim === null || !told.every(({ kind }) => kind === 'fact' || kind === 'programme')) return null;
  const { operation, value, within, isSaid } = claim;
  // What is left of the cost is made of two others itself.
  const left = told
    .map((question) => answerQuestion(question, [], knowledge))
    .flatMap((answer) => (answer.kind === 'fact' ? (answer.share?.restMEUR ?? []) : []));
  const figures = told.flatMap((one) => figuresTold(one, knowledge)).filter((one) => !left.includes(one.value));
  const isNear = (one: number, off = within): boolean => Math.abs(one - value) <= off + Number.EPSILON * value;
  const isPart = operation === 'share';
  const isSum = operation === 'sum' || operation === 'difference';
  // What is told itself is no conclusion.
  if (figures.some((one) => one.unit === (isPart ? 'percent' : 'MEUR') && isNear(one.value))) return null;
  const made = (isSum ? ['MEUR' as const] : ['MEUR' as const, 'number' as const]).flatMap((unit) => {
    const values = unique(figures.flatMap((one) => (one.unit === unit && one.value > 0 ? [one.value] : [])));
    if (values.length > MOST[operation]) return [];
    return values.flatMap((a) =>
      values
        .filter((b) => b < a)
        .map((b): Reckoning => ({
          operation,
          terms: (isPart ? [b, a] : [a, b]).map((one) => ({ value: one, unit })),
          value: exact(isPart ? 100 * OF_TWO.share(b, a) : OF_TWO[operation](a, b)),
          unit: isPart ? 'percent' : isSum ? unit : 'number',
        })),
    );
  });
  const so = made.filter((one) => isNear(one.value));
  const [one] = so.length > 0 ? so : made;
  if (one === undefined || so.length > 1) return null;
  const isNot = made.length === 1 && isSaid && !isNear(one.value, 2 * within);
  return so.length === 1 || isNot ? { verdict: so.length === 1, made: one } : null;
}

/** Of more figures than that two make any number by chance. */
const MOST = { difference: 8, sum: 8, ratio: 4, share: 4 } as const;

/** The one number that a message concludes, and what it may be made by; `isSaid`: its words say by what. Null where it says or asks more. */
function claimIn(reading: Reading, knowledge: KnowledgeBase) {
  const { words, quantities, operators, text, contentStems, leftoverStems } = reading;
  const { is } = knowledge.language;
  const has = (one: WordClass): boolean => words.some(({ folded }) => is(one, folded));
  const isMade = (at: number): boolean => is('multiplying', words[at]?.folded ?? '');
  const ofSum = operators.has('sum') || has('uniting') ? 'sum' : 'difference';
  const [claim, ...others] = words.flatMap(({ folded, isPercent, isDecimal }, at) => {
    const told = (operation: keyof typeof MOST, value: number, within: number, isSaid: boolean) => [
      { operation, value, within, isSaid, at },
    ];
    // "Deux fois", "la moitié"
    const times = FRACTIONS.get(folded) ?? (isMade(at + 1) ? readCount(folded) : null);
    if (times !== null && times > 1) return told('ratio', times, ABOUT * times, true);
    if (times !== null) return told('share', 100 * times, ABOUT * 100 * times, true);
    const percent = Number.parseFloat(isDecimal ? `${words[at - 1]?.folded ?? ''}.${folded}` : folded);
    if (isPercent) return told('share', percent, precisionOf({ value: percent }), false);
    const sum = quantities.find(({ word }) => word === at);
    return sum === undefined ? [] : told(ofSum, inMillions(sum), precisionOf(sum) * (sum.factor ?? 0), has('leaving'));
  });
  if (claim === undefined || others.length > 0 || claim.within === 0 || plainComparison(reading) !== 'exact')
    return null;
  // "La moitié ?" asks for it.
  const isClaimed = has('concluding') || (claim.isSaid && contentStems.length > 1 && text.includes('?'));
  const behind = words.findIndex(({ startsClause }, at) => startsClause && at > claim.at);
  const saysMore = words.some(({ folded, stem, startsClause }, at) => {
    const isOpen = is('interrogative', folded) || is('which', folded);
    // "Twice what it cost" asks nothing, "donc 129 millions, non ?" no more.
    const isBeside = claim.isSaid && !startsClause && (at === claim.at + 1 || isMade(at - 1));
    const isLeft = behind > 0 && at >= behind && leftoverStems.includes(stem);
    return (isOpen && !isBeside) || (isLeft && !is('vouching', folded) && !is('accepting', folded));
  });
  const isDenied = is('denying', words[claim.at - 1]?.folded ?? '');
  return !isClaimed || saysMore || isDenied || OPEN.some((one) => operators.has(one)) ? null : claim;
}

/** "La moitié" of 53 % */
const ABOUT = 0.1;
