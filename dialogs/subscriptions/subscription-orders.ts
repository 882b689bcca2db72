import { fold } from '../../src/core/language/fold';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { SubscriptionOrders } from '../../src/core/knowledge/order-patterns';
import { type Locale, LOCALES } from '../../src/core/language/locale';
import { editDistance } from '../../src/core/search/vocabulary';
import { withoutCourtesy } from '../guides/orders';

/** What a person orders about what they want to be told of. `about`: their words for it, as typed. */
export type SubscriptionOrder =
  | {
      readonly kind: 'follow';
      readonly about: string;
      /** "Suivre X" may as well look for a project that follows X: X must be a project's name. */
      readonly isWeak: boolean;
      /** Only new projects were spoken of, where every change of a set is told. */
      readonly isOfNew: boolean;
    }
  | { readonly kind: 'follow-everything'; readonly isOfNew: boolean }
  /** "Préviens-moi si ça change": what was just spoken of; `isValue`: that very value, and not the whole project. */
  | { readonly kind: 'follow-this'; readonly isValue: boolean }
  | { readonly kind: 'unfollow'; readonly about: string }
  /** `follow-what`: "abonne-moi" and not a word more; `how`: "comment suivre un projet ?" */
  | { readonly kind: 'follow-what' | 'list' | 'how' | 'unfollow-this' | 'unfollow-what' | 'unfollow-all' };

/** How both languages order. */
type Orders = KnowledgeBase['orders'];

/** The order that a text is, and the language that it is given in; null when it is none. */
export function subscriptionOrderIn(text: string, { orders }: Pick<KnowledgeBase, 'orders'>) {
  const said = foldedText(text, orders);
  const { from: start, to: end } = withoutCourtesy(said.folded, orders, 'subscriptions');
  const bare = said.folded.slice(start, end);
  for (const locale of LOCALES) {
    const order = orderSaid(bare, locale, orders, (from, to) => said.slice(start + from, start + to));
    if (order !== null) return { order, locale };
  }
  return null;
}

/**
 * The word by which people everywhere leave what writes to them, and which names no subscription: "stop" answers a notice as
 * well as it gives up a question, so that it is an order only where something is followed.
 */
export function isOptOut(text: string, { orders }: Pick<KnowledgeBase, 'orders'>): boolean {
  const { folded } = foldedText(text, orders);
  const { from, to } = withoutCourtesy(folded, orders, 'subscriptions');
  return fitsAny('optOut', folded.slice(from, to), orders);
}

/** Whether words fit this list of either language. */
function fitsAny(list: 'optOut' | 'all' | 'plurals', folded: string, orders: Orders): boolean {
  return LOCALES.some((locale) => orders[locale].subscriptions[list].test(folded));
}

function orderSaid(
  bare: string,
  locale: Locale,
  orders: Orders,
  written: (from: number, to: number) => string,
): SubscriptionOrder | null {
  const grammar = orders[locale].subscriptions;
  if (grammar.list.test(bare)) return { kind: 'list' };
  if (grammar.how.test(bare)) return { kind: 'how' };
  for (const pattern of grammar.unfollow) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const { about, from, to } = subjectAt(match, bare, grammar);
    if (about === '') return fitsAny('plurals', bare, orders) ? { kind: 'unfollow-all' } : { kind: 'unfollow-what' };
    if (fitsAny('all', about, orders) || grammar.everything.test(about)) return { kind: 'unfollow-all' };
    if (grammar.this.test(about) || grammar.thisValue.test(about)) return { kind: 'unfollow-this' };
    return { kind: 'unfollow', about: written(from, to) };
  }
  for (const pattern of grammar.follow) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const { about, from, to } = subjectAt(match, bare, grammar);
    if (about === '') return { kind: 'follow-what' };
    const isOfNew = grammar.ofNew.test(bare);
    if (grammar.thisValue.test(about)) return { kind: 'follow-this', isValue: true };
    if (grammar.this.test(about)) return { kind: 'follow-this', isValue: false };
    if (grammar.everything.test(about)) return { kind: 'follow-everything', isOfNew };
    return { kind: 'follow', about: written(from, to), isWeak: false, isOfNew };
  }
  const weak = grammar.weak.exec(bare);
  if (weak === null) return null;
  const { about, from, to } = subjectAt(weak, bare, grammar);
  if (grammar.this.test(about) || grammar.thisValue.test(about)) return { kind: 'follow-this', isValue: false };
  return { kind: 'follow', about: written(from, to), isWeak: true, isOfNew: false };
}

/** Where the subject stands in "si … change", without what only says that it changes. */
function subjectAt(match: RegExpExecArray, bare: string, { heads, tails, everything }: SubscriptionOrders) {
  const about = match.groups?.['about'] ?? '';
  const [from = bare.length] = match.indices?.groups?.['about'] ?? [];
  if (everything.test(about)) return { about, from, to: from + about.length };
  const tail = tails.exec(` ${about}`)?.[0].length ?? 0;
  const left = about.slice(0, Math.max(0, about.length - tail));
  const kept = left === '' || everything.test(left) ? left : left.slice(heads.exec(left)?.[0].length ?? 0);
  const end = from + left.length;
  return { about: kept, from: end - kept.length, to: end };
}

/**
 * The words of a text as patterns compare them, mistyped words of an order put right, with the way back to what was typed: `slice` is the
 * text as typed between two places of the folded one, which are ends of words.
 */
function foldedText(text: string, orders: Orders) {
  const typed = text.normalize('NFC');
  const words = [...typed.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    folded: asOrderWord(fold(match[0]), orders),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const folded = words.map((word) => word.folded).join(' ');
  const wordAt = (place: number): number => (place <= 0 ? 0 : folded.slice(0, place).split(' ').length - 1);
  return {
    folded,
    slice: (from: number, to: number): string => {
      const first = words[wordAt(from)];
      const last = words[wordAt(to)];
      return first === undefined || last === undefined || to <= from ? '' : typed.slice(first.from, last.to);
    },
  };
}

/** Shorter words have too many neighbours. */
const SHORTEST = 6;

/** The word of an order that a folded word was meant to be, or the word itself. */
function asOrderWord(folded: string, orders: Orders): string {
  if (folded.length < SHORTEST) return folded;
  const lists = LOCALES.map((locale) => orders[locale].subscriptions.spelled);
  if (lists.some((words) => words.has(folded))) return folded;
  for (const words of lists) for (const word of words) if (editDistance(folded, word, 1) !== null) return word;
  return folded;
}
