/** The code of a system's error. Asked by its shape alone: an error of Node's core is no `instanceof Error` inside a test's own realm. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What is read, or the other where there is nothing to read. */
export async function unlessMissing<Read, Other>(reading: Promise<Read>, other: Other): Promise<Read | Other> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return other;
    throw error;
  }
}

/** As a folder that may not be written to, or a disk that is full, says it; the store by the numbers of the system. */
const UNWRITABLE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 5, 13, 28, 30, 122]);

/** Whether nothing can be written at all, which whoever operates the assistant has to mend. */
export function isCannotWrite(error: unknown): boolean {
  return UNWRITABLE.has(codeOf(error));
}
