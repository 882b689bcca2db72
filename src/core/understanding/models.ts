import { z } from 'zod';
import { createClassifier, type Classifier, classifierFile } from './classifier';

/** What understands a message: what is decided, the three slots that take judgement, and the check of the whole. */
export const weightsFile = z.strictObject({
  /** Digest of the questions that they were made from. */
  trainedOn: z.string().regex(/^[0-9a-f]{64}$/, 'un SHA-256 en hexadécimal, écrit par « npm run train »'),
  decision: classifierFile,
  role: classifierFile,
  condition: classifierFile,
  scope: classifierFile,
  comparison: classifierFile,
  check: classifierFile,
  /** What each judge of a fact on the fund, and of a project or theme, counts for: see `FACT_JUDGES`, `RECORD_JUDGES`. */
  facts: z.array(z.number()),
  records: z.array(z.number()),
});
export type WeightsFile = Readonly<z.infer<typeof weightsFile>>;

export interface Models {
  readonly decision: Classifier;
  readonly role: Classifier;
  readonly condition: Classifier;
  readonly scope: Classifier;
  readonly comparison: Classifier;
  readonly check: Classifier;
  readonly facts: readonly number[];
  readonly records: readonly number[];
}

export function createModels({ decision, role, condition, scope, comparison, check, facts, records }: WeightsFile): Models {
  return {
    decision: createClassifier(decision),
    role: createClassifier(role),
    condition: createClassifier(condition),
    scope: createClassifier(scope),
    comparison: createClassifier(comparison),
    check: createClassifier(check),
    facts,
    records,
  };
}
