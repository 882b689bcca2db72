import { z } from 'zod';

/**
 * How people order, in a language: the part `orders` of data/grammar. A pattern is of folded words: (a|b) is one of them, x? may be left out,
 * … is any words, <…> what the order is about, {name} one of the list of this name. Read, a list of patterns is one that any of them fits.
 */
const patterns = z.array(z.string().regex(/^[\p{Ll}\p{N} ()|?!=*+[\]{}<>…-]+$/u, 'a pattern'));

/** What simple orders are: none of them says what it is about. */
export const PLAIN_ORDERS = ['rephrase', 'forget', 'cancel', 'back', 'help', 'restart', 'more'] as const;
const GUIDES = ['find', 'savings', 'compare', 'note', 'opinion', 'report'] as const;

/** Where a pattern must stand in what is said. */
const whole = (any: string): string => `^(?:${any})$`;
const begins = (any: string): string => `^(?:${any})(?= |$)`;
const ends = (any: string): string => `(?:^| )(?:${any})$`;
const severalFirst = (any: string): string => `^(?:(?:${any}) )+`;
const severalLast = (any: string): string => `(?: (?:${any}))+$`;

/** Each for itself: only one of them can say what it is about. */
const readEach = patterns.transform((list, context) => eachOf(list, {}, context));

const courtesy = { before: read(severalFirst), after: read(severalLast) };

const guides = z.strictObject({
  /** What is said around any order. */
  ...courtesy,
  plain: z.record(z.enum(PLAIN_ORDERS), read(whole)),
  starts: z.record(z.enum(GUIDES), read(whole)),
  /** "Prépare une note sur Mentor et PILAT", "signaler une erreur sur PILAT" name the projects at once. */
  startsOn: z.strictObject({ note: readEach, report: readEach }),
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

const subscriptions = z
  .strictObject({
    /** Lists that patterns name; each may name those before it. */
    words: z.record(z.string(), patterns),
    before: patterns,
    after: patterns,
    follow: patterns,
    /** "Suivre X" may as well look for X. */
    weak: patterns,
    list: patterns,
    /** Who asks how to follow, and names nothing yet. */
    how: patterns,
    unfollow: patterns,
    /** "Stop", where something is followed. */
    optOut: patterns,
    /** What stands before and after the subject in "si … change". */
    heads: patterns,
    tails: patterns,
    everything: patterns,
    /** All subscriptions: by a word, by how an order ends. */
    all: patterns,
    plurals: patterns,
    /** Who only waits for new projects. */
    ofNew: patterns,
    this: patterns,
    thisValue: patterns,
    /** Words of orders that are known with a letter too many, too few or wrong; near words of other meanings stand among them. */
    spelled: z.array(z.string()),
  })
  .transform(({ words, spelled, ...lists }, context) => {
    const named: Record<string, string> = {};
    for (const [name, list] of Object.entries(words)) named[name] = anyOf(list, named);
    const made = (list: Exclude<keyof typeof lists, 'follow' | 'unfollow'>, around = whole): RegExp =>
      compiled(lists[list], around, named, context, [list]);
    return {
      before: made('before', severalFirst),
      after: made('after', severalLast),
      follow: eachOf(lists.follow, named, context, ['follow']),
      weak: made('weak'),
      list: made('list'),
      how: made('how'),
      unfollow: eachOf(lists.unfollow, named, context, ['unfollow']),
      optOut: made('optOut'),
      heads: made('heads', (any) => `^(?:${any})+`),
      tails: made('tails', severalLast),
      everything: made('everything'),
      all: made('all'),
      plurals: made('plurals', ends),
      ofNew: made('ofNew', (any) => `\\b(?:${any})\\b`),
      this: made('this'),
      thisValue: made('thisValue'),
      spelled: new Set(spelled),
    };
  });

export const ordersFile = z.strictObject({ guides, subscriptions });
export type GuideOrders = z.infer<typeof guides>;
export type SubscriptionOrders = z.infer<typeof subscriptions>;

function read(around: (any: string) => string) {
  return patterns.transform((list, context) => compiled(list, around, {}, context));
}

function eachOf(
  list: readonly string[],
  named: Readonly<Record<string, string>>,
  context: z.RefinementCtx,
  path: readonly string[] = [],
): readonly RegExp[] {
  return list.map((pattern, index) => compiled([pattern], whole, named, context, [...path, index]));
}

/** The group `about`, with its place, is what the order is about. */
function compiled(
  list: readonly string[],
  around: (any: string) => string,
  named: Readonly<Record<string, string>>,
  context: z.RefinementCtx,
  path: readonly (string | number)[] = [],
): RegExp {
  try {
    return new RegExp(list.length === 0 ? '(?!)' : around(anyOf(list, named)), 'du');
  } catch {
    context.addIssue({ code: 'custom', message: 'a pattern', input: list, path: [...path] });
    return z.NEVER;
  }
}

function anyOf(list: readonly string[], named: Readonly<Record<string, string>>): string {
  const sources = list.map((pattern) =>
    pattern
      .replace(/\((?!\?)/gu, '(?:')
      .replace(/<([^>]*)>/u, '(?<about>$1)')
      .replaceAll('…', '.+')
      // A name that is not there stays, and does not compile.
      .replace(/\{(\w+)\}/gu, (written, name: string) => named[name] ?? written),
  );
  return `(?:${sources.join('|')})`;
}
