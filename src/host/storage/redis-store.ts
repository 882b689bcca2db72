import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ErrorReply } from '@redis/client';
import type { Log } from '../log';
import { within } from '../time-limit';
import { redisAddressOf } from './redis-address';
import { redisNames } from './redis-commit';
import { bytesIn, requireFit } from './redis-fitness';
import { ANSWER_MS, openRedisLine, type RedisClient } from './redis-line';
import { type Kept, keyOf, type Line, nameOf, type News, type Spend, VersionConflict, type WholeStore } from './store';
import { StoreProblem } from './store-problem';

/** How long a Redis that answers nobody is waited for: as long as it takes to be started again, and less than a turn may take. */
const PATIENCE_MS = 5_000;
/** What is asked of one that has been away for longer: it may be coming back. */
const LEAST_PATIENCE_MS = 1_000;
const BETWEEN_ATTEMPTS_MS = 50;

/** A store on Redis, which other processes may have open too. */
export interface RedisStore extends WholeStore {
  readonly spend: Spend;
  /** Of memory, that all in this Redis takes. */
  bytes(): Promise<number>;
}

/** Read at a time, so that what others ask gets its turn between. */
const LISTED_AT_ONCE = 200;

/**
 * Redis at this address (see `redisAddressOf`), which others may write in too. While it
 * does not answer, what is asked is asked again until it has been away for 5 s, a commit under the same id, so that it is made once. A commit that fails even
 * then (Redis stayed away after it had heard it) may still have been made: whoever reads again sees which.
 *
 * What is said in passing reaches other processes while Redis answers, and the followers of this one always.
 *
 * @param prefix tells apart the assistants that share a Redis
 * @throws StoreProblem when it does not answer, lets nobody in, or would not keep what it acknowledges; and so does all that is asked of it, once it has
 *   been away for too long
 */
export async function openRedisStore(url: string, prefix: string, log: Log): Promise<RedisStore> {
  const address = redisAddressOf(url);
  if (address === null) throw new RangeError('this is not the address of a Redis');
  const { place, database } = address;
  const names = redisNames(prefix, database);
  const ownId = randomUUID();
  const followers = new EventEmitter<Record<string, [News]>>().setMaxListeners(0);
  const state = { failingSince: Infinity };
  const line = await openRedisLine(address, {
    prepare: async (client) => {
      await requireFit(client, place, log);
      // A key and a channel of ours: a node of a cluster that has none of them, or a user without rights to them, says so.
      await client.zCard(names.documents);
      await client.publish(names.channel(''), '');
      for (const channel of followers.eventNames()) await client.subscribe(channel, onMessage);
    },
    onLost: (why) => log.error('Redis does not answer', why),
    onFound: () => {
      log.info('Redis answers again');
      // What was said meanwhile was not heard.
      for (const channel of followers.eventNames()) followers.emit(channel, { kind: 'missed' });
    },
  }).catch((error: unknown) => {
    if (error instanceof StoreProblem) throw error;
    throw new StoreProblem(error instanceof ErrorReply ? 'redis-refuses' : 'redis-silent', place, error);
  });
  // What was deleted stays in its file until that is written anew; whoever may not ask for it has it done by the host.
  attempt((client) => client.bgRewriteAof());

  return {
    read: async (key) => {
      const kept = await answered((client) => client.get(names.document(key)));
      return kept === null ? null : parseKept(kept);
    },
    lines,
    list: async function* (prefix) {
      const first = nameOf(prefix);
      for await (const page of pages(names.documents, first)) {
        const keys = page.filter((name) => name.startsWith(first)).map(keyOf);
        if (keys.length === 0) return;
        const kept = await answered((client) => client.mGet(keys.map(names.document)));
        for (const [at, key] of keys.entries()) {
          const text = kept[at] ?? null;
          if (text !== null) yield { key, ...parseKept(text) };
        }
      }
    },
    count: (prefix) => {
      const first = nameOf(prefix);
      return answered((client) => client.zLexCount(names.documents, `[${first}`, `[${first}\u{10ffff}`));
    },
    everyLine: async function* () {
      for await (const page of pages(names.logs, ''))
        for (const log of page.map(keyOf)) for (const line of await lines(log, 0)) yield { log, ...line };
    },
    commit: async (changes) => {
      const id = randomUUID();
      // To delete takes no memory: when there is none left, somebody can still be forgotten.
      const ordered = [...changes.filter(({ text }) => text === null), ...changes.filter(({ text }) => text !== null)];
      const conflict = await answered((client) => client.commitChanges(names, id, ordered));
      if (conflict === null) return;
      const change = ordered[conflict.change];
      const expected = change !== undefined && 'key' in change ? (change.expected ?? null) : null;
      throw new VersionConflict(expected, conflict.found === 0 ? null : conflict.found);
    },
    follow: async (log, hear) => {
      const channel = names.channel(log);
      followers.on(channel, hear);
      const unfollow = (): void => {
        followers.off(channel, hear);
        // With its listener: without it the package forgets whoever subscribes before Redis has answered.
        if (followers.listenerCount(channel) === 0) attempt((client) => client.unsubscribe(channel, onMessage));
      };
      try {
        await answered((client) => client.subscribe(channel, onMessage));
      } catch (error) {
        unfollow();
        throw error;
      }
      return unfollow;
    },
    tell: (log, text) => {
      const channel = names.channel(log);
      followers.emit(channel, { kind: 'told', text });
      attempt((client) => client.publish(channel, `${ownId}:${text}`));
    },
    spend: async (milliseconds) => {
      const [keys, values] = [[...milliseconds.keys()], [...milliseconds.values()]];
      const left = await within(ANSWER_MS, line.client().spendTime(keys.map(names.debt), values));
      return new Map(keys.map((key, at) => [key, left[at] ?? 0]));
    },
    bytes: () => answered(bytesIn),
    close: () => line.close(),
  };

  async function lines(log: string, after: number): Promise<readonly Line[]> {
    const kept = await answered((client) => client.zRange(names.log(log), `(${after}`, '+inf', { BY: 'SCORE' }));
    return kept.map(parseLine);
  }

  /** A line that was put into a log, or what another process says; what this one says was heard before. */
  function onMessage(message: string, channel: string): void {
    if (message.startsWith(ownId)) return;
    const line = parseLine(message);
    const isLine = Number.isInteger(line.number);
    followers.emit(channel, isLine ? { kind: 'line', ...line } : { kind: 'told', text: line.text });
  }

  async function* pages(index: string, first: string): AsyncIterable<readonly string[]> {
    for (let from = `[${first}`; ;) {
      const start = from;
      const page = await answered((client) =>
        client.zRange(index, start, '+', { BY: 'LEX', LIMIT: { offset: 0, count: LISTED_AT_ONCE } }),
      );
      if (page.length > 0) yield page;
      if (page.length < LISTED_AT_ONCE) return;
      from = `(${page.at(-1) ?? ''}`;
    }
  }

  /** Asks once; what comes of it is nobody's. */
  function attempt(ask: (client: RedisClient) => Promise<unknown>): void {
    ask(line.client()).catch(() => undefined);
  }

  /** Asks until Redis answers, or it has answered nobody for too long. What it refuses is not asked again. */
  async function answered<T>(ask: (client: RedisClient) => Promise<T>): Promise<T> {
    for (const start = performance.now(); ;) {
      const client = line.client();
      try {
        const answer = await within(ANSWER_MS, ask(client));
        state.failingSince = Infinity;
        return answer;
      } catch (error) {
        // Said by a Redis that is there and well, and did nothing.
        if (error instanceof ErrorReply && !SOON_WELL.test(error.message)) throw error;
        if (!(error instanceof ErrorReply) || ONLY_COPIES.test(error.message)) line.lose(client, error);
        state.failingSince = Math.min(state.failingSince, performance.now());
        if (performance.now() > Math.max(state.failingSince + PATIENCE_MS, start + LEAST_PATIENCE_MS))
          throw new StoreProblem('redis-silent', place, error);
        await wait(BETWEEN_ATTEMPTS_MS);
      }
    }
  }
}

/** Of one that reads its file still, has just become a copy or waits for its copies. */
const SOON_WELL = /^(?:LOADING|READONLY|MASTERDOWN|NOREPLICAS|CLUSTERDOWN)\b/u;

/** Another one is written to now. */
const ONLY_COPIES = /^READONLY\b/u;

/** `number:text`. */
function parseLine(line: string): Line {
  const at = line.indexOf(':');
  return { number: Number(line.slice(0, at)), text: line.slice(at + 1) };
}

function parseKept(kept: string): Kept {
  const at = kept.indexOf(' ');
  return { version: Number(kept.slice(0, at)), text: kept.slice(at + 1) };
}
