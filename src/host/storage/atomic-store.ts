import { AsyncLocalStorage } from 'node:async_hooks';
import { againOnConflict, type Change, type Kept, type Store, VersionConflict } from './store';

/** A store in which whole pieces of work are kept at once, whoever writes in them. */
export interface AtomicStore extends Store {
  /**
   * Runs the task; all that it and what it calls write is read back there at once, and becomes durable together at its end. When the
   * task or the keeping fails nothing was written; when somebody else wrote meanwhile the task is run again. Inside another such task
   * it is a part of that one.
   */
  atomically<T>(task: () => Promise<T>): Promise<T>;
}

/** What a piece of work has seen and would write. */
interface Draft {
  /** Documents as first read, or as written since: what was decided on one reading is not written over what came after it. */
  readonly seen: Map<string, Kept | null>;
  /** The versions that those to be written must still have in the end; undefined: any. */
  readonly written: Map<string, number | null | undefined>;
  /** Texts by number, of each log; null: deleted. */
  readonly lines: Map<string, Map<number, string | null>>;
}

/** The same store, with pieces of work kept whole. The one who works needs not know: an inbox or a state written in a turn is of the turn. */
export function createAtomicStore<Kind extends Store>(store: Kind): Kind & AtomicStore {
  const underWay = new AsyncLocalStorage<Draft>();
  return {
    ...store,
    read,
    lines: async (log, after) => {
      const kept = await store.lines(log, after);
      const drafted = underWay.getStore()?.lines.get(log);
      if (drafted === undefined) return kept;
      const fresh = [...drafted].flatMap(([number, text]) =>
        text === null || number <= after ? [] : [{ number, text }],
      );
      return [...kept.filter(({ number }) => !drafted.has(number)), ...fresh].sort((a, b) => a.number - b.number);
    },
    commit: async (changes) => {
      const draft = underWay.getStore();
      if (draft === undefined) await store.commit(changes);
      else await add(draft, changes);
    },
    atomically: async (task) => {
      if (underWay.getStore() !== undefined) return task();
      return againOnConflict(async () => {
        const draft: Draft = { seen: new Map(), written: new Map(), lines: new Map() };
        const result = await underWay.run(draft, task);
        const changes = changesOf(draft);
        if (changes.length > 0) await store.commit(changes);
        return result;
      });
    },
  };

  async function read(key: string): Promise<Kept | null> {
    const draft = underWay.getStore();
    if (draft === undefined) return store.read(key);
    const seen = draft.seen.get(key);
    if (seen !== undefined) return seen;
    const found = await store.read(key);
    draft.seen.set(key, found);
    return found;
  }

  /** Judged as the store will: what is expected of a document written before in the same piece of work is the drafted one. */
  async function add({ seen, written, lines }: Draft, changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      if ('log' in change) {
        const log = lines.get(change.log) ?? new Map<number, string | null>();
        lines.set(change.log, log.set(change.number, change.text));
        continue;
      }
      const { key, text, expected } = change;
      const found = (await read(key))?.version ?? null;
      if (expected !== undefined && expected !== found) throw new VersionConflict(expected, found);
      if (!written.has(key)) written.set(key, expected);
      seen.set(key, text === null ? null : { version: (found ?? 0) + 1, text });
    }
  }
}

/** A document counts one version more, however often it was written in between. */
function changesOf({ seen, written, lines }: Draft): readonly Change[] {
  return [
    ...[...written].map(([key, expected]) => ({
      key,
      text: seen.get(key)?.text ?? null,
      ...(expected === undefined ? {} : { expected }),
    })),
    ...[...lines].flatMap(([log, texts]) => [...texts].map(([number, text]) => ({ log, number, text }))),
  ];
}
