import { z } from 'zod';

/**
 * How people order, in a language: the part `orders` of data/grammar. A pattern is of folded words: (a|b) is one of them, x? may be left out,
 * … is any words, <…> what the order is about, {name} one of the list of this name. Read, a list of patterns is one that any of them fits.
 */
const patterns = z.array(z.string().regex(/^[\p{Ll}\p{N} ()|?!=*+[\]{}<>…-]+$/u, 'a pattern'));

/** What simple orders are: none of them says what it is about. `rest` is one only where a list was cut. */
export const PLAIN_ORDERS = ['rephrase', 'forget', 'cancel', 'back', 'help', 'restart', 'more', 'rest'] as const;
/** The guided conversations, each started by an order of its own. */
export const GUIDE_NAMES = ['find', 'savings', 'compare', 'note', 'opinion', 'report'] as const;
export type GuideName = (typeof GUIDE_NAMES)[number];

/** Where patterns must stand in what is said. */
type Around = (any: string) => string;
const whole: Around = (any) => `^(?:${any})$`;
const begins: Around = (any) => `^(?:${any})(?= |$)`;
const ends: Around = (any) => `(?:^| )(?:${any})$`;
const severalFirst: Around = (any) => `^(?:(?:${any}) )+`;
const severalLast: Around = (any) => `(?: (?:${any}))+$`;

/** Each for itself: only one of them can say what it is about. */
const each = patterns.transform((list, context) =>
  list.map((pattern, index) => compiled([pattern], whole, context, [index])),
);

const guides = z.strictObject({
  /** What is said around any order, here and below. */
  before: read(severalFirst),
  after: read(severalLast),
  plain: z.record(z.enum(PLAIN_ORDERS), read(whole)),
  starts: z.record(z.enum(GUIDE_NAMES), read(whole)),
  /** "Prépare une note sur Mentor et PILAT", "signaler une erreur sur PILAT" name the projects at once. */
  startsOn: z.strictObject({ note: each, report: each }),
  /** A table is ordered by a verb, a format, or both; a weak verb counts beside a format only, a bare format where nothing else is said. */
  table: z.strictObject({
    verb: read(begins),
    weakVerb: read(begins),
    format: read(ends),
    bareFormat: read(ends),
    /** What was shown last. */
    shown: read(whole),
  }),
});

const subscriptions = z.strictObject({
  before: read(severalFirst),
  after: read(severalLast),
  follow: each,
  /** "Suivre X" may as well look for X. */
  weak: read(whole),
  list: read(whole),
  /** Who asks how to follow, and names nothing yet. */
  how: read(whole),
  unfollow: each,
  /** "Stop", where something is followed. */
  optOut: read(whole),
  /** What stands before and after the subject in "si … change". */
  heads: read((any) => `^(?:${any})+`),
  tails: read(severalLast),
  everything: read(whole),
  /** All subscriptions: by a word, by how an order ends. */
  all: read(whole),
  plurals: read(ends),
  /** Who only waits for new projects. */
  ofNew: read((any) => `\\b(?:${any})\\b`),
  this: read(whole),
  thisValue: read(whole),
  /** Words of orders that are known with a letter too many, too few or wrong; near words of other meanings stand among them. */
  spelled: z.array(z.string()).transform((words): ReadonlySet<string> => new Set(words)),
});

/** Lists that patterns name; each may name those before it. A name that is not there stays, and no pattern compiles with it. */
const named = z.looseObject({ words: z.record(z.string(), patterns) }).transform(({ words, ...lists }): unknown => {
  let text = JSON.stringify(lists);
  for (const [name, list] of Object.entries(words).reverse())
    text = text.replaceAll(`{${name}}`, `(${list.join('|')})`);
  return JSON.parse(text);
});

export const ordersFile = z.strictObject({ guides, subscriptions: named.pipe(subscriptions) });
export type GuideOrders = z.infer<typeof guides>;
export type SubscriptionOrders = z.infer<typeof subscriptions>;

function read(around: Around) {
  return patterns.transform((list, context) => compiled(list, around, context));
}

/** The group `about`, with its place, is what the order is about. */
function compiled(list: readonly string[], around: Around, context: z.RefinementCtx, path: number[] = []): RegExp {
  const sources = list.map((pattern) =>
    pattern
      .replace(/\((?!\?)/gu, '(?:')
      .replace(/<([^>]*)>/u, '(?<about>$1)')
      .replaceAll('…', '.+'),
  );
  try {
    return new RegExp(list.length === 0 ? '(?!)' : around(sources.join('|')), 'du');
  } catch {
    context.addIssue({ code: 'custom', message: 'a pattern', input: list, path });
    return z.NEVER;
  }
}
