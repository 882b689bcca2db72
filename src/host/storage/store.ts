import { setTimeout as wait } from 'node:timers/promises';
import { NamedError, orElse } from './error-code';

/** A document as it was last written. */
export interface Kept {
  /** 1 when first written, one more at each write; from 1 again after it was deleted. */
  readonly version: number;
  readonly text: string;
}

export interface Line {
  /** Counts from 1; a line that was deleted leaves a gap. */
  readonly number: number;
  readonly text: string;
}

/** What is to become of a document, of which the caller read version `expected`: null says "nothing there", absent "whatever is there". */
export interface DocumentChange {
  readonly key: string;
  /** Null deletes it. */
  readonly text: string | null;
  readonly expected?: number | null;
}

/** What is to become of a line of a log. Whoever writes into a log changes a document too, whose version keeps others from it. */
export interface LineChange {
  readonly log: string;
  readonly number: number;
  /** Null deletes it. */
  readonly text: string | null;
}

export type Change = DocumentChange | LineChange;

/**
 * What whoever follows a log hears: a line that was put there, something said in passing that nobody keeps, or that there may be lines
 * which were not heard of, to be read.
 */
export type News =
  ({ readonly kind: 'line' } & Line) | { readonly kind: 'told'; readonly text: string } | { readonly kind: 'missed' };

/**
 * Where the assistant keeps what must survive a restart: JSON texts, as documents under keys and as lines of logs. Keys come from
 * the network in part: any text is one. Everything that a person said stands under keys that can be named, so that it can be erased
 * without being read.
 */
export interface Store {
  /** Null when nothing is there. */
  read(key: string): Promise<Kept | null>;
  /** The lines after this number, in order. */
  lines(log: string, after: number): Promise<readonly Line[]>;
  /** The documents whose keys begin so, in order of their keys; what is written meanwhile may be missed. */
  list(prefix: string): AsyncIterable<Kept & { readonly key: string }>;
  /** How many documents have keys that begin so. */
  count(prefix: string): Promise<number>;
  /**
   * Makes all the changes or none; once it resolves they survive a power cut. VersionConflict when another version than the expected
   * one is there; whatever the store itself throws (a full disk) says that nothing changed.
   */
  commit(changes: readonly Change[]): Promise<void>;
  /** Hears, from when it resolves until what it gives is called, what any process puts into this log, in the order of the commits. */
  follow(log: string, hear: (news: News) => void): Promise<() => void>;
  /** Says something to whoever follows this log now, in any process that can be reached. */
  tell(log: string, text: string): void;
}

/** A store as whoever opened it has it. */
export interface WholeStore extends Store {
  /** All lines of all logs, in their order. */
  everyLine(): AsyncIterable<Line & { readonly log: string }>;
  close(): Promise<void>;
}

/**
 * Adds milliseconds (whole, 1 at least) to what each of these keys has still to wait, of which one goes by in each millisecond; gives what
 * they have then to wait because of all processes together, or nothing where there is only this one, which knows by itself.
 */
export type Spend = (milliseconds: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;

/** Someone else wrote since the caller read: read again, then write again. */
export class VersionConflict extends NamedError {
  constructor(
    readonly expected: number | null,
    readonly found: number | null,
  ) {
    super(`expected version ${String(expected)}, found ${String(found)} (read the document again, then write)`);
  }
}

/** What is stored is not what was written: damaged, or of another version of the program. */
export class UnreadableDocument extends NamedError {
  constructor(place: string, cause: unknown) {
    super(`${place}: not a document of the assistant (a restart sets it aside)`, { cause });
  }
}

/** Races with other writers of the same document that are lost for so long need a bug. */
const LOSING_MS = 10_000;
const LATER_MS = 3;
const MOST_LATER_MS = 30;

/** Does what reads and then writes again, as long as somebody else wrote between the two. */
export async function againOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (let later = LATER_MS; ; later = Math.min(later + LATER_MS, MOST_LATER_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VersionConflict) || performance.now() > start + LOSING_MS) throw error;
      // By chance: two that go on at one pace would lose to each other again and again.
      await wait(Math.random() * later);
    }
  }
}

/** Makes the changes; false when somebody else has written since the caller read. */
export function isCommitted(store: Store, changes: readonly Change[]): Promise<boolean> {
  const committed = store.commit(changes).then(() => true);
  return orElse(committed, (error) => error instanceof VersionConflict, false);
}

export async function keysOf(store: Store, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

/** A key as a name that every store takes: never empty, halves of characters told apart, and beginning as the key does. */
export function nameOf(key: string): string {
  return JSON.stringify(key).slice(0, -1);
}

/** The key that has this name. */
export function keyOf(name: string): string {
  return String(JSON.parse(`${name}"`));
}
