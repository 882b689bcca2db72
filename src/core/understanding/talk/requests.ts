import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { fold, foldedWords } from '../../language/fold';
import type { Question } from '../../model/question';
import type { Operator } from '../../model/tag';
import { LONGEST_QUESTION } from '../reading';
import { readOnce } from './read-once';

/**
 * A message that asks twice, in its two parts: "c'est refait tous les combien ? et le prix ?", "OCS GE c'est quoi et c'est qui dedans". Null where it is
 * one question, or none.
 */
export function requestsIn(written: string, knowledge: KnowledgeBase): readonly [string, string] | null {
  const text = written.trim();
  if (text.length > LONGEST_QUESTION) return null;
  const { is, isFunctionWord, readColloquial } = knowledge.language;
  const isAsking = (word: string): boolean => is('interrogative', word) || is('which', word);
  const tokens = [...text.matchAll(/\S+/gu)];
  const texts = tokens.map(([token]) => token);
  const folded = texts.map((token) => foldedWords(token).flatMap(readColloquial).join(' '));
  // "Le plus cher et le moins cher"
  const isJoining = (word = ''): boolean => is('coordinating', word) && is('ranging', word);
  const operators = folded.some(isJoining) ? readOnce(text, knowledge).operators : new Set<Operator>();
  const measured = MEASURES.filter((one) => operators.has(one)).length > 1;
  const both = measured ? twoMeasures(texts, isJoining, knowledge) : null;
  if (both !== null) return both;
  const isOfBoth = operators.has('compare') || operators.has('between');
  const asksEnds = !isOfBoth && ENDS.some((ends) => ends.every((one) => operators.has(one)));
  const cuts = tokens.flatMap(({ index }, at) => {
    const before = texts[at - 1] ?? '';
    // "Entre 5 et 10 M€, lesquels ?", "la DGFiP ou la DINUM, qui en a le plus ?" are one.
    const isJoined = isJoining(folded[at]) && !/^\d/.test(folded[at + 1] ?? '');
    const isNear = folded.slice(at + 1, at + 1 + NEAR).some((words) => words.split(' ').some(isAsking));
    const isApart = before.endsWith(',');
    const begins = isJoined ? isNear || isApart || asksEnds : at <= SHORT && isApart && isAsking(folded[at] ?? '');
    return at > 0 && (/[.?!…]$/u.test(before) || begins) ? [{ index, isJoined }] : [];
  });
  const asks = (part: string, isJoined: boolean): boolean => {
    // "Nobody can tell me which pound it is in." states something.
    const isStated = /[.!…]$/u.test(part.trim());
    const { words: all, fields, operators } = readOnce(part, knowledge);
    // "Les projets du logement et lequel a eu le plus ?", not "parmi les projets du logement, lequel a eu le plus ?"
    const isOrder = fields.length > 0 || ORDERS.some((one) => operators.has(one));
    const isOfItself = !isStated && !operators.has('between') && !all.some(({ folded: word }) => isAsking(word));
    if (isJoined && isOrder && isOfItself) return true;
    return all.some(({ folded: word, endsQuestion, startsClause }, at, words) => {
      const last = words[at - 1]?.folded ?? '';
      // "Le projet qui aide les sans-abri et qui coûte le moins"
      const isNoun = !isFunctionWord(last) || is('designating', last) || is('showing', last) || is('projects', last);
      const isRelative = is('who', word) && !startsClause && isNoun;
      const isFirst = at === 0 || words[at]?.startsSentence === true;
      return endsQuestion || (isAsking(word) && (isFirst || !(isRelative || isStated)));
    });
  };
  const areEnds = (before: string, behind: string): boolean => {
    const [first, second] = [before, behind].map((part) => readOnce(part, knowledge).operators);
    return ENDS.some(([one, other]) => first?.has(one) !== first?.has(other) && second?.has(one) === first?.has(other));
  };
  const cut = cuts.find(({ index, isJoined }) => {
    const [before, behind] = [text.slice(0, index), text.slice(index)];
    if (isJoined && asksEnds) return areEnds(before, behind);
    return asks(before, isJoined) && asks(behind, isJoined);
  });
  return cut === undefined ? null : [text.slice(0, cut.index).trim(), text.slice(cut.index)];
}

/** "La moyenne et la médiane des coûts ?": each of what is said behind both. */
function twoMeasures(
  tokens: readonly string[],
  isJoining: (word: string) => boolean,
  knowledge: KnowledgeBase,
): readonly [string, string] | null {
  const { isFunctionWord } = knowledge.language;
  const measureAt = (at: number): Operator | undefined => {
    const { operators } = readOnce(tokens[at] ?? '', knowledge);
    return MEASURES.find((one) => operators.has(one));
  };
  const joins = tokens.findIndex(
    (token, at) => isJoining(fold(token)) && tokens[at - 1]?.endsWith(',') === false && measureAt(at - 1) !== undefined,
  );
  const second = joins + (isFunctionWord(fold(tokens[joins + 1] ?? '')) ? 2 : 1);
  const [one, other] = [measureAt(joins - 1), measureAt(second)];
  const without = (from: number, to: number): string => tokens.filter((_, at) => at < from || at >= to).join(' ');
  return joins < 0 || other === undefined || one === other
    ? null
    : [without(joins, second + 1), without(joins - 1, second)];
}

const MEASURES = ['sum', 'average', 'median'] as const;

const ENDS = [
  ['max', 'min'],
  ['newest', 'oldest'],
] as const;

const ORDERS = ['plural-subject', 'count', 'sum', 'average', 'list', 'max', 'min', 'newest', 'oldest'] as const;

/** "Et c’est qui dedans": the word that asks stands so near behind the one that goes on. */
const NEAR = 6;

/** "Quels projets, quel total ?": a first request without a word that joins the second to it is no longer than so many words. */
const SHORT = 8;

/** What an answer was asked, and the projects that it tells of. */
export interface Covering {
  readonly question: Question;
  readonly projects: readonly string[];
}

/** Who is told the second needs not be told the first: the same of the same, whatever is told besides, or a list of which it is a part. */
export function isWithin(first: Covering, second: Covering): boolean {
  const [a, b] = [first.question, second.question];
  if (a.kind === 'list' && b.kind === 'list')
    return (
      second.projects.every((id) => first.projects.includes(id)) && a.show.every((field) => b.show.includes(field))
    );
  if (a.kind === 'programme' && b.kind === 'programme') return a.facts.every((id) => b.facts.includes(id));
  // "Le total, et la part du total ?": a total tells its part as well, whichever comes first.
  const toldOf = (one: Question): string => JSON.stringify({ ...one, standing: undefined });
  if (a.kind !== 'fact') return toldOf(a) === toldOf(b);
  const told = b.kind === 'fact' ? [b.field, ...b.also] : b.kind === 'compare' ? [b.field] : [];
  return second.projects.includes(a.project) && told.includes(a.field);
}
