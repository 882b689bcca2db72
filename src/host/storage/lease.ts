import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { NamedError } from './error-code';
import { type Change, isCommitted, type Kept, type Store, VersionConflict } from './store';

/**
 * Runs the task while no other process runs one under this name; waits for its turn, or, impatient, throws TurnTaken when another one that
 * lives has it. A task that lost its turn, because its process was not heard of for too long, cannot write any more. Not re-entrant.
 */
export type Alone = <T>(name: string, task: () => Promise<T>, how?: { readonly isPatient: boolean }) => Promise<T>;

/** A process that is not heard of for so long has gone, or will find its turn lost. */
const LEASE_MS = 6_000;

/** Another process has the turn. */
export class TurnTaken extends NamedError {}

/** Another process took this one for dead, and has the turn now. */
export class TurnLost extends NamedError {
  constructor(name: string, cause: unknown) {
    super(`${name}: another process has taken the turn (this one did not reach the store for ${LEASE_MS} ms)`, {
      cause,
    });
  }
}

/** The document whose version says who has the turn. */
interface Lease {
  readonly key: string;
  readonly holder: string;
  version: number;
  /** Writes of one turn go one after the other: each is the next version. */
  last: Promise<unknown>;
}

/**
 * Turns over a store that several processes have open. Each is a document, written again every two seconds and with all that is written in
 * it, at the version that its holder knows: no clocks are compared. `commit` is that of the store, for those who work in turns.
 */
export function createLeases(store: Store, leaseMs = LEASE_MS): { readonly alone: Alone } & Pick<Store, 'commit'> {
  const held = new AsyncLocalStorage<Lease>();
  return {
    alone: async (name, task, { isPatient } = { isPatient: true }) => {
      const lease = await acquire(name, isPatient);
      const renewing = setInterval(() => {
        // Whoever writes next hears that it failed.
        commit(lease, []).catch(() => undefined);
      }, leaseMs / 3);
      try {
        return await held.run(lease, task);
      } finally {
        clearInterval(renewing);
        await release(lease);
      }
    },
    commit: async (changes) => {
      const lease = held.getStore();
      if (lease === undefined) await store.commit(changes);
      else await commit(lease, changes);
    },
  };

  /** Resolves when the document says that this holder has the turn. */
  async function acquire(name: string, isPatient: boolean): Promise<Lease> {
    const [key, holder] = [`lease/${name}`, JSON.stringify(randomUUID())];
    let wake: () => void = () => undefined;
    let isOver = false;
    const unfollow = await store.follow(key, () => wake());
    try {
      for (let before: Kept | null = null; ;) {
        const woken = new Promise<boolean>((resolve) => {
          wake = () => resolve(false);
        });
        const found: Kept | null = await store.read(key);
        const isUnchanged: boolean = found?.text === before?.text && found?.version === before?.version;
        const isFree: boolean = found === null || (isOver && isUnchanged);
        const expected = found?.version ?? null;
        if (isFree && (await isCommitted(store, [{ key, text: holder, expected }])))
          return { key, holder, version: (expected ?? 0) + 1, last: Promise.resolve() };
        if (!isFree && !isPatient && before !== null && !isUnchanged) throw new TurnTaken(key);
        before = found;
        // Whoever lives writes again in that time; who is woken before it is over may have heard of the release of somebody before.
        isOver = !isFree && (await Promise.race([woken, wait(leaseMs, true, { ref: false })]));
      }
    } finally {
      unfollow();
    }
  }

  async function commit(lease: Lease, changes: readonly Change[]): Promise<void> {
    const { key, holder } = lease;
    const turn = lease.last.then(async () => {
      const fence = { key, text: holder, expected: lease.version };
      try {
        await store.commit([...changes, fence]);
        lease.version += 1;
      } catch (error) {
        if (error instanceof VersionConflict && (await store.read(key))?.version !== lease.version)
          throw new TurnLost(key, error);
        throw error;
      }
    });
    lease.last = turn.catch(() => undefined);
    return turn;
  }

  async function release(lease: Lease): Promise<void> {
    await lease.last;
    // Lost, or the store cannot be reached: it runs out by itself.
    await store.commit([{ key: lease.key, text: null, expected: lease.version }]).catch(() => undefined);
    store.tell(lease.key, 'released');
  }
}
