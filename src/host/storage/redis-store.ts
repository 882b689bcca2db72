import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, ErrorReply } from '@redis/client';
import type { Log } from '../log';
import { within } from '../time-limit';
import { keyOf, nameOf } from './key-name';
import { COMMIT, documentKey, DOCUMENTS, logKey, LOGS } from './redis-commit';
import { requireFit } from './redis-fitness';
import { type Kept, VersionConflict, type Line, type WholeStore } from './store';
import { StoreProblem } from './store-problem';

/** One call; a Redis that is well takes a few milliseconds. */
const ANSWER_MS = 3_000;
/** All attempts of one piece of work together: as long as Redis is started again, and less than a turn may take. */
const PATIENCE_MS = 5_000;
const BETWEEN_ATTEMPTS_MS = 50;
const SLOWEST_RECONNECT_MS = 500;

/** Read at a time, so that what others ask gets its turn between. */
const LISTED_AT_ONCE = 200;

/**
 * Redis at this address (redis:// or rediss://, with user, password and number of the database), which others may write in too. While it
 * does not answer, what is asked is asked again for 5 s, a commit under the same id, so that it is made once. A commit that fails even
 * then (Redis stayed away after it had heard it) may still have been made: whoever reads again sees which.
 *
 * @throws StoreProblem when it does not answer, lets nobody in, or would not keep what it acknowledges
 */
export async function openRedisStore(url: string, log: Log): Promise<WholeStore> {
  const place = placeOf(url);
  const state = { isOpen: false, isAway: false };
  const client = createClient({
    url,
    name: 'assistant',
    scripts: { commitChanges: COMMIT },
    // What waited for Redis would still be written after the caller was told that it was not.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: ANSWER_MS,
      reconnectStrategy: (retries) => state.isOpen && Math.min(2 ** retries * 10, SLOWEST_RECONNECT_MS),
    },
  });
  client.on('error', (error: unknown) => {
    if (state.isOpen && !state.isAway) log.error('Redis does not answer', error);
    state.isAway = true;
  });
  client.on('ready', () => {
    if (state.isAway) log.info('Redis answers again');
    state.isAway = false;
  });
  try {
    await within(PATIENCE_MS, client.connect());
    await requireFit(client, place, log);
    // A key of ours: a node of a cluster that has none of them, or a user without rights to them, says so.
    await client.zCard(DOCUMENTS);
  } catch (error) {
    client.destroy();
    if (error instanceof StoreProblem) throw error;
    throw new StoreProblem(error instanceof ErrorReply ? 'redis-refuses' : 'redis-silent', place, error);
  }
  state.isOpen = true;

  return {
    read: async (key) => {
      const kept = await answered(() => client.get(documentKey(nameOf(key))));
      return kept === null ? null : parseKept(kept);
    },
    lines,
    list: async function* (prefix) {
      const first = nameOf(prefix);
      for await (const names of pages(DOCUMENTS, first)) {
        const kept = await answered(() => client.mGet(names.map(documentKey)));
        for (const [at, name] of names.entries()) {
          if (!name.startsWith(first)) return;
          const text = kept[at] ?? null;
          if (text !== null) yield { key: keyOf(name), ...parseKept(text) };
        }
      }
    },
    everyLine: async function* () {
      for await (const names of pages(LOGS, ''))
        for (const log of names.map(keyOf)) for (const line of await lines(log, 0)) yield { log, ...line };
    },
    commit: async (changes) => {
      const id = randomUUID();
      // To delete takes no memory: when there is none left, somebody can still be forgotten.
      const ordered = [...changes.filter(({ text }) => text === null), ...changes.filter(({ text }) => text !== null)];
      const conflict = await answered(() => client.commitChanges(id, ordered));
      if (conflict === null) return;
      const change = ordered[conflict.change];
      const expected = change !== undefined && 'key' in change ? (change.expected ?? null) : null;
      throw new VersionConflict(expected, conflict.found === 0 ? null : conflict.found);
    },
    close: async () => {
      // What is under way is answered first, unless nobody is there.
      if (client.isReady) await within(ANSWER_MS, client.close()).catch(() => undefined);
      if (client.isOpen) client.destroy();
    },
  };

  async function lines(log: string, after: number): Promise<readonly Line[]> {
    const kept = await answered(() => client.zRange(logKey(nameOf(log)), `(${after}`, '+inf', { BY: 'SCORE' }));
    return kept.map((line) => {
      const at = line.indexOf(':');
      return { number: Number(line.slice(0, at)), text: line.slice(at + 1) };
    });
  }

  async function* pages(index: string, first: string): AsyncIterable<readonly string[]> {
    for (let from = `[${first}`; ;) {
      const start = from;
      const names = await answered(() =>
        client.zRange(index, start, '+', { BY: 'LEX', LIMIT: { offset: 0, count: LISTED_AT_ONCE } }),
      );
      if (names.length > 0) yield names;
      if (names.length < LISTED_AT_ONCE) return;
      from = `(${names.at(-1) ?? ''}`;
    }
  }

  /** Asks until Redis answers, or it has been away for too long; what it refuses is not asked again. */
  async function answered<T>(ask: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await within(ANSWER_MS, ask());
      } catch (error) {
        if (isRefusal(error) || Date.now() > deadline) throw error;
        await wait(BETWEEN_ATTEMPTS_MS);
      }
    }
  }
}

/** Said by a Redis that is there and did nothing; one that is still reading its file will answer soon. */
function isRefusal(error: unknown): boolean {
  return error instanceof ErrorReply && !error.message.startsWith('LOADING');
}

function parseKept(kept: string): Kept {
  const at = kept.indexOf(' ');
  return { version: Number(kept.slice(0, at)), text: kept.slice(at + 1) };
}

/** The address to tell people: without user and password. */
function placeOf(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
