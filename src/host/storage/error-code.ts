/** An error whose name and code are those of its class. */
export class NamedError extends Error {
  override readonly name = this.constructor.name;
  readonly code = this.name;
}

/** The code of a system's error. Asked by its shape alone: an error of Node's core is no `instanceof Error` inside a test's own realm. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** What a task comes to, or the other where it fails as it may. */
export async function orElse<Result, Other>(
  task: Promise<Result>,
  mayFail: (error: unknown) => boolean,
  other: Other,
): Promise<Result | Other> {
  try {
    return await task;
  } catch (error) {
    if (mayFail(error)) return other;
    throw error;
  }
}

/** What is read, or the other where there is nothing to read. */
export function unlessMissing<Read, Other>(reading: Promise<Read>, other: Other): Promise<Read | Other> {
  return orElse(reading, (error) => codeOf(error) === 'ENOENT', other);
}

/** As a folder that may not be written to, or a disk that is full, says it; the store by the numbers of the system. */
const UNWRITABLE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 5, 13, 28, 30, 122]);

/** Whether nothing can be written at all, which whoever operates the assistant has to mend. */
export function isCannotWrite(error: unknown): boolean {
  return UNWRITABLE.has(codeOf(error));
}
