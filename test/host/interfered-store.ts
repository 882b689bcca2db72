import { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenStore } from '../../src/host/storage/open-store';
import type { News } from '../../src/host/storage/store';

/** A store whose look-ups and writes can be held back, with what was found, or made to fail; what is told of a log can be lost. */
export interface Interference {
  /** Given to the host in the place of its store. */
  readonly interfere: (store: OpenStore) => OpenStore;
  /** Runs after each reading of a document, before its reader hears of it. */
  afterRead: (key: string) => Promise<void>;
  /** Runs after each reading of a log, before its reader hears of it. */
  afterLines: () => Promise<void>;
  /** Runs before what was written becomes durable. */
  beforeCommit: () => Promise<void>;
  /** Whether whoever follows a log hears of this. */
  isHeard: (news: News) => boolean;
}

export function interference(): Interference {
  /** Inside, what is written is only drafted. */
  const drafting = new AsyncLocalStorage<true>();
  const hooks: Interference = {
    afterRead: () => Promise.resolve(),
    afterLines: () => Promise.resolve(),
    beforeCommit: () => Promise.resolve(),
    isHeard: () => true,
    interfere: (store) => ({
      ...store,
      read: async (key) => {
        const found = await store.read(key);
        await hooks.afterRead(key);
        return found;
      },
      lines: async (log, after) => {
        const found = await store.lines(log, after);
        await hooks.afterLines();
        return found;
      },
      follow: (log, hear) =>
        store.follow(log, (news) => {
          if (hooks.isHeard(news)) hear(news);
        }),
      commit: async (changes) => {
        if (drafting.getStore() !== true) await hooks.beforeCommit();
        await store.commit(changes);
      },
      atomically: (task) =>
        store.atomically(async () => {
          const result = await drafting.run(true, task);
          await hooks.beforeCommit();
          return result;
        }),
    }),
  };
  return hooks;
}

/** Holds the next reading of a log back until it is released. */
export function holdLines(hooks: Interference): { readonly isHeld: Promise<void>; readonly release: () => void } {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const isHeld = new Promise<void>((resolve) => {
    hooks.afterLines = () => {
      hooks.afterLines = () => Promise.resolve();
      resolve();
      return released;
    };
  });
  return {
    isHeld,
    release: () => {
      release();
    },
  };
}
