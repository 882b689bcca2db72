import type { StoreProblemKind } from '../../messages/store-problem-text';

/** Why the assistant cannot keep anything in its folder; the sentence for whoever started it is in the messages. */
export class StoreProblem extends Error {
  readonly code = 'StoreProblem';

  constructor(
    readonly kind: StoreProblemKind,
    readonly path: string,
    cause?: unknown,
  ) {
    super(`${path}: ${kind}`, { cause });
    this.name = 'StoreProblem';
  }
}
