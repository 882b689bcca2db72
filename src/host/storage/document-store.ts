/** A document as it was last written. */
export interface StoredDocument {
  /** 1 when first written, one more at each write. */
  readonly version: number;
  /** Any JSON value. */
  readonly value: unknown;
}

/** Where the assistant keeps what must survive a restart. */
export interface DocumentStore {
  /** The document, or null when nothing was ever written under this key. A damaged document throws UnreadableDocument. */
  read(key: string): Promise<StoredDocument | null>;
  /**
   * Writes and returns the new version. `expectedVersion` is the version that the caller read: null says "nothing there
   * yet". When something else is there, VersionConflict is thrown and nothing changes; the caller reads and tries again.
   * Once the promise resolves, the document survives a power cut.
   */
  write(key: string, value: unknown, expectedVersion: number | null): Promise<number>;
  /**
   * Deletes what is under the key, damaged or not, whatever its version, and for good: what a person asks to be forgotten must
   * not stay because it cannot be read. Versions of the key then count from 1 again.
   */
  erase(key: string): Promise<void>;
}

/** What a store holds. */
export interface StoreListing {
  /** In no order. */
  readonly keys: readonly string[];
  /** Documents whose keys cannot be told; the others are none the worse. */
  readonly damaged: readonly UnreadableDocument[];
}

/** A store whose documents can be gone through and taken out. */
export interface DocumentCollection extends DocumentStore {
  list(): Promise<StoreListing>;
  /**
   * Deletes the document, of which the caller read this version; VersionConflict as for a write. Nothing is left of it, and
   * versions of the key count from 1 again. It stays deleted after a power cut.
   */
  delete(key: string, expectedVersion: number): Promise<void>;
}

/** Someone else wrote since the caller read: read again, then write again. */
export class VersionConflict extends Error {
  readonly code = 'VersionConflict';

  constructor(
    readonly expectedVersion: number | null,
    readonly foundVersion: number | null,
  ) {
    super(
      `expected version ${String(expectedVersion)}, found ${String(foundVersion)} (read the document again, then write)`,
    );
    this.name = 'VersionConflict';
  }
}

/** What is stored is not what was written: cut, changed by hand, or another document's. Nothing is ever emptied for it. */
export class UnreadableDocument extends Error {
  readonly code = 'UnreadableDocument';

  constructor(
    readonly place: string,
    cause: unknown,
  ) {
    super(`${place}: not a document of the assistant (restore it from a copy, or move it away to start it anew)`, {
      cause,
    });
    this.name = 'UnreadableDocument';
  }
}
