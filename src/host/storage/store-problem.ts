import type { StoreProblemKind } from '../../messages/store-problem-text';
import { NamedError } from './error-code';

/** Why the assistant cannot keep anything in its folder; the sentence for whoever started it is in the messages. */
export class StoreProblem extends NamedError {
  constructor(
    readonly kind: StoreProblemKind,
    readonly path: string,
    cause?: unknown,
  ) {
    super(`${path}: ${kind}`, { cause });
  }
}
