/** The code of a system's error. Asked by its shape alone: an error of Node's core is no `instanceof Error` inside a test's own realm. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
