/** A log as it stands. */
export interface StoredLog {
  /** Tells this state of the log from every earlier one; to be compared, and nothing else. */
  readonly version: number;
  /** Any JSON values, oldest first; never none. */
  readonly records: readonly unknown[];
}

/**
 * Where the assistant keeps what grows record by record, and would be costly to write whole at each turn. Once a promise
 * resolves, what was written survives a power cut; a record is kept whole or not at all. `expectedVersion` is the version that
 * the caller knows, null for "nothing there yet"; when something else is there, VersionConflict is thrown and nothing changes.
 */
export interface RecordLogs {
  /** The log, or null when nothing was ever written under this key. A damaged one throws UnreadableDocument. */
  read(key: string): Promise<StoredLog | null>;
  /** The version alone, without reading the records. */
  versionOf(key: string): Promise<number | null>;
  /** Adds a record and returns the new version. */
  append(key: string, record: unknown, expectedVersion: number | null): Promise<number>;
  /** Puts these records in the place of all that were there, of which nothing stays on the disk. */
  replace(key: string, records: readonly [unknown, ...unknown[]], expectedVersion: number | null): Promise<number>;
}
