import { codeOf } from '../../storage/error-code';

/** As a folder that may not be written to, or a disk that is full, says it; the store by the numbers of the system. */
const CODES: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 5, 13, 28, 30, 122]);

/** Whether nothing can be written at all, which whoever operates the assistant has to mend. */
export function isCannotWrite(error: unknown): boolean {
  return CODES.has(codeOf(error));
}
