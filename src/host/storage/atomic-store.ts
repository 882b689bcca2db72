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

/** What a piece of work would write. */
interface Draft {
  /** Null: deleted. */
  readonly documents: Map<string, { readonly expected: number | null | undefined; readonly kept: Kept | null }>;
  /** Texts by number, of each log; null: deleted. */
  readonly lines: Map<string, Map<number, string | null>>;
}

/** The same store, with pieces of work kept whole. The one who works needs not know: an inbox or a state written in a turn is of the turn. */
export function createAtomicStore(store: Store): AtomicStore {
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
        const draft: Draft = { documents: new Map(), lines: new Map() };
        const result = await underWay.run(draft, task);
        const changes = changesOf(draft);
        if (changes.length > 0) await store.commit(changes);
        return result;
      });
    },
  };

  async function read(key: string): Promise<Kept | null> {
    const drafted = underWay.getStore()?.documents.get(key);
    return drafted === undefined ? store.read(key) : drafted.kept;
  }

  /** Judged as the store will: what is expected of a document written before in the same piece of work is the drafted one. */
  async function add({ documents, lines }: Draft, changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      if ('log' in change) {
        const log = lines.get(change.log) ?? new Map<number, string | null>();
        lines.set(change.log, log.set(change.number, change.text));
        continue;
      }
      const { key, text, expected } = change;
      const drafted = documents.get(key);
      const found =
        drafted === undefined ? ((await store.read(key))?.version ?? null) : (drafted.kept?.version ?? null);
      if (expected !== undefined && expected !== found) throw new VersionConflict(expected, found);
      documents.set(key, {
        expected: drafted === undefined ? expected : drafted.expected,
        kept: text === null ? null : { version: (found ?? 0) + 1, text },
      });
    }
  }
}

/** A document counts one version more, however often it was written in between. */
function changesOf({ documents, lines }: Draft): readonly Change[] {
  return [
    ...[...documents].map(([key, { expected, kept }]) => ({
      key,
      text: kept?.text ?? null,
      ...(expected === undefined ? {} : { expected }),
    })),
    ...[...lines].flatMap(([log, texts]) => [...texts].map(([number, text]) => ({ log, number, text }))),
  ];
}
