import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@redis/client';
import { z } from 'zod';
import { within } from '../time-limit';
import type { RedisAddress, RedisNode } from './redis-address';
import { COMMIT, SPEND } from './redis-commit';
import { StoreProblem } from './store-problem';

/** One call; a Redis that is well takes a few milliseconds. */
export const ANSWER_MS = 3_000;
const FIRST_RETRY_MS = 10;
const SLOWEST_RETRY_MS = 500;
/** How often sentinels are asked whether they name another: a second's writes to one that was replaced are lost with it. */
const WATCH_MS = 1_000;

/** A client of the Redis that is written to; it refuses at once whatever is asked while that is away. */
export type RedisClient = ReturnType<typeof createRedisClient>;

/**
 * A line to the Redis of this address, found again by itself whenever it is lost, as long as it takes: the same one, or the one that the
 * sentinels have named instead.
 *
 * @throws whatever keeps the first client from being served: an error of the network, of Redis, or of `prepare`
 */
export async function openRedisLine(
  address: RedisAddress,
  user: {
    /** Makes sure that this client may be served by, before it is; what it throws keeps the line from it. */
    readonly prepare: (client: RedisClient) => Promise<void>;
    readonly onLost: (why: unknown) => void;
    readonly onFound: () => void;
  },
) {
  const state = { isOpen: true, isLost: true };
  let current = await connected();
  state.isLost = false;
  if (address.master !== undefined) void watch();

  async function connected(): Promise<{ readonly client: RedisClient; readonly node: RedisNode }> {
    const node = await nodeOf(address);
    const client = createRedisClient(address, node);
    client.on('error', (error: unknown) => lose(client, error));
    try {
      await within(ANSWER_MS, client.connect());
      await within(ANSWER_MS, user.prepare(client));
      return { client, node };
    } catch (error) {
      end(client);
      throw error;
    }
  }

  /** This client has not answered, or its Redis only copies now: where the Redis is is asked for again. */
  function lose(client: RedisClient, why: unknown): void {
    if (!state.isOpen || state.isLost || client !== current.client) return;
    state.isLost = true;
    end(client);
    user.onLost(why);
    void find();
  }

  async function find(): Promise<void> {
    let unfit: string | undefined;
    for (let delay = FIRST_RETRY_MS; state.isOpen; delay = Math.min(2 * delay, SLOWEST_RETRY_MS)) {
      await wait(delay);
      try {
        const found = await connected();
        if (!isStillOpen()) {
          end(found.client);
          return;
        }
        current = found;
        state.isLost = false;
        user.onFound();
        return;
      } catch (error) {
        // That it is away was said; that it is there and not fit is news, once.
        if (error instanceof StoreProblem && error.kind !== unfit) user.onLost(error);
        unfit = error instanceof StoreProblem ? error.kind : undefined;
      }
    }
  }

  /** Whether the line was closed while something was waited for. */
  function isStillOpen(): boolean {
    return state.isOpen;
  }

  /** Whoever hung and was replaced takes itself for the one that is written to until its sentinels have told it. */
  async function watch(): Promise<void> {
    while (isStillOpen()) {
      await wait(WATCH_MS, undefined, { ref: false });
      if (state.isLost) continue;
      const { client, node } = current;
      const named = await nodeOf(address).catch(() => node);
      if (named.host !== node.host || named.port !== node.port) lose(client, new Error('its sentinels name another'));
    }
  }

  return {
    /** Of now: another one after the line was lost. */
    client: (): RedisClient => current.client,
    lose,
    /** What is under way is answered first, unless nobody is there. */
    close: async (): Promise<void> => {
      state.isOpen = false;
      const { client } = current;
      if (client.isReady) await within(ANSWER_MS, client.close()).catch(() => undefined);
      end(client);
    },
  };
}

function end(client: RedisClient): void {
  if (client.isOpen) client.destroy();
}

function createRedisClient({ isTls, username, password, database }: RedisAddress, node: RedisNode) {
  return createClient({
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    database,
    name: 'assistant',
    scripts: { commitChanges: COMMIT, spendTime: SPEND },
    // What waited for Redis would still be written after the caller was told that it was not.
    disableOfflineQueue: true,
    socket: socketTo(node, isTls),
  });
}

function socketTo({ host, port }: RedisNode, isTls: boolean) {
  return {
    host,
    port,
    connectTimeout: ANSWER_MS,
    reconnectStrategy: false as const,
    ...(isTls && { tls: true as const }),
  };
}

/** Where the Redis is that is written to: what the first sentinel that answers says. */
async function nodeOf({ nodes, master, isTls, place }: RedisAddress): Promise<RedisNode> {
  const [first] = nodes;
  if (master === undefined && first !== undefined) return first;
  let why: unknown = null;
  for (const sentinel of nodes) {
    const client = createClient({ socket: socketTo(sentinel, isTls) });
    client.on('error', () => undefined);
    try {
      await within(ANSWER_MS, client.connect());
      const asked = client.sendCommand(['SENTINEL', 'GET-MASTER-ADDR-BY-NAME', master ?? '']);
      const named = namedSchema.parse(await within(ANSWER_MS, asked));
      if (named !== null) return { host: named[0], port: named[1] };
      why = new StoreProblem('redis-unknown', place);
    } catch (error) {
      why ??= error;
    } finally {
      if (client.isOpen) client.destroy();
    }
  }
  throw why;
}

const namedSchema = z.tuple([z.string(), z.coerce.number().int()]).nullable();
