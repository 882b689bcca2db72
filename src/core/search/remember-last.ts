/** The same look-up is made several times in one turn: the last few are kept. */
const KEPT = 6;

/** A function of stems that keeps its last results. */
export function rememberLast<Result>(
  search: (stems: readonly string[]) => Result,
): (stems: readonly string[]) => Result {
  const kept = new Map<string, Result>();
  return (stems) => {
    const key = stems.join(' ');
    const before = kept.get(key);
    if (before !== undefined) return before;
    const found = search(stems);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, found);
    return found;
  };
}
