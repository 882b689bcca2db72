import type { RecordLogs } from '../../src/host/storage/record-logs';

/** Logs of which looking one up can be held back, with what was found, or made to fail. */
export interface InterferedLogs extends RecordLogs {
  /** Runs after each look-up (`read` or `versionOf`), before its caller hears of it. */
  afterLookUp: () => Promise<void>;
}

/** The same logs, with the look-ups open to interference. */
export function interfered(logs: RecordLogs): InterferedLogs {
  const interferedLogs: InterferedLogs = {
    append: (key, record, version) => logs.append(key, record, version),
    replace: (key, records, version) => logs.replace(key, records, version),
    read: async (key) => {
      const found = await logs.read(key);
      await interferedLogs.afterLookUp();
      return found;
    },
    versionOf: async (key) => {
      const found = await logs.versionOf(key);
      await interferedLogs.afterLookUp();
      return found;
    },
    afterLookUp: () => Promise.resolve(),
  };
  return interferedLogs;
}

/** Holds the next look-up back until it is released. */
export function holdLookUp(
  logs: InterferedLogs,
  which = 1,
): { readonly isHeld: Promise<void>; readonly release: () => void } {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let count = 0;
  const isHeld = new Promise<void>((resolve) => {
    logs.afterLookUp = () => {
      count += 1;
      if (count !== which) return Promise.resolve();
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
