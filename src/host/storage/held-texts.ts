/** Texts of files kept in memory, each for as long as its file is still the one that was read or written. */
export interface HeldTexts {
  /** The text, if the file of this path is known and is still this one. */
  get(path: string, identity: string): string | undefined;
  hold(path: string, identity: string, text: string): void;
}

/** Twice that many bytes at the most; the state of a conversation takes about 5,000. */
const MOST_CHARACTERS = 20_000_000;

/** Lets the texts go that were held longest when they are too much together. */
export function createHeldTexts(): HeldTexts {
  const held = new Map<string, { readonly identity: string; readonly text: string }>();
  let total = 0;
  return {
    get: (path, identity) => {
      const found = held.get(path);
      return found?.identity === identity ? found.text : undefined;
    },
    hold: (path, identity, text) => {
      release(path);
      held.set(path, { identity, text });
      total += text.length;
      for (const oldest of held.keys()) {
        if (total <= MOST_CHARACTERS) break;
        release(oldest);
      }
    },
  };

  function release(path: string): void {
    total -= held.get(path)?.text.length ?? 0;
    held.delete(path);
  }
}
