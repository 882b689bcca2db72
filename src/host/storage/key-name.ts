/** A key as a name that every store takes: never empty, halves of characters told apart, and beginning as the key does. */
export function nameOf(key: string): string {
  return JSON.stringify(key).slice(0, -1);
}

/** The key that has this name. */
export function keyOf(name: string): string {
  return String(JSON.parse(`${name}"`));
}
