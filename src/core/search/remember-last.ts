/** The same is looked up or read several times in one turn: the last few are kept. */
const KEPT = 12;

/** A function of a text, or of stems, that keeps its last results. */
export function rememberLast<Asked extends string | readonly string[], Result>(
  make: (asked: Asked) => Result,
): (asked: Asked) => Result {
  const kept = new Map<string, Result>();
  return (asked) => {
    const key = String(asked);
    const found = kept.get(key) ?? make(asked);
    if (kept.has(key)) return found;
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, found);
    return found;
  };
}
