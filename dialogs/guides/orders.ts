import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { foldedText } from '../../src/core/language/fold';
import { GUIDE_NAMES, type GuideName, type GuideOrders, PLAIN_ORDERS } from '../../src/core/knowledge/order-patterns';
import { type Locale, LOCALES } from '../../src/core/language/locale';

/** What a person orders rather than asks. */
export type Order =
  | { readonly kind: 'cancel' | 'back' | 'help' | 'restart' }
  /** `on`: what the guide is to begin with: "prépare une note sur Mentor et PILAT". */
  | { readonly kind: 'start'; readonly guide: GuideName; readonly on: string | null }
  | { readonly kind: 'more' | 'rest' }
  /** To be told how to ask in other words. */
  | { readonly kind: 'rephrase' }
  | { readonly kind: 'forget' }
  /** A table; `on`: of which projects, null = of what was shown last. */
  | { readonly kind: 'export'; readonly on: string | null };

/** An order as it was given. The language is null where the words don't tell: "stop", "export" and "back" are said in French as well. */
export interface SaidOrder {
  readonly order: Order;
  readonly locale: Locale | null;
}

/** The order that a text is, and the language that it is given in; null when it is none. */
export function orderIn(text: string, { orders }: Pick<KnowledgeBase, 'orders'>): SaidOrder | null {
  const folded = foldedText(text);
  const { from, to } = withoutCourtesy(folded, orders, 'guides');
  const said = folded.slice(from, to).trim();
  for (const locale of LOCALES) {
    const { plain, starts, startsOn, table } = orders[locale].guides;
    const kind = PLAIN_ORDERS.find((simple) => plain[simple].test(said));
    const isEnglishOnly = kind === 'rephrase' || kind === 'forget';
    if (kind) return { order: { kind }, locale: locale === 'en' && !isEnglishOnly ? null : locale };
    const started = GUIDE_NAMES.find((guide) => starts[guide].test(said));
    if (started) return { order: { kind: 'start', guide: started, on: null }, locale };
    for (const guide of ['note', 'report'] as const) {
      const on = startsOn[guide]
        .map((pattern) => pattern.exec(said)?.groups?.['about'])
        .find((about) => about !== undefined);
      // "Une note sur 20" is a mark.
      if (on !== undefined && !/^\d+$/u.test(on)) return { order: { kind: 'start', guide, on }, locale };
    }
    const ordered = tableIn(said, table);
    if (ordered !== null)
      return { order: { kind: 'export', ...ordered }, locale: locale === 'en' && ordered.on === null ? null : locale };
  }
  return null;
}

type Orders = KnowledgeBase['orders'][Locale];

/** A stretch of what is said, in letters. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Folded words without the courtesy around an order; French and English stand beside each other: "hello, je voudrais…". */
export function withoutCourtesy(said: string, orders: KnowledgeBase['orders'], of: keyof Orders): Stretch {
  let [from, to] = [0, said.length];
  for (let length = -1; length !== to - from;) {
    length = to - from;
    for (const locale of LOCALES) {
      const { before, after } = orders[locale][of];
      from += before.exec(said.slice(from, to))?.[0].length ?? 0;
      to -= after.exec(said.slice(from, to))?.[0].length ?? 0;
    }
  }
  return { from, to };
}

/** "Exporte les projets de la DGFiP en csv", "les projets de la DGFiP en csv", "exporte ça", "en csv". Null when no table is ordered. */
function tableIn(said: string, words: GuideOrders['table']): { readonly on: string | null } | null {
  const rest = said.replace(words.verb, '');
  const isOrdered = rest !== said;
  const bare = rest.replace(words.bareFormat, '');
  const named = rest.replace(words.format, '');
  const isFormatted = named !== rest || (bare !== rest && bare.trim() === '');
  if (!isOrdered && !isFormatted) return null;
  const of = named !== rest ? named : bare;
  const on = (isOrdered ? of : of.replace(words.weakVerb, '')).trim();
  return { on: on === '' || words.shown.test(on) ? null : on };
}
