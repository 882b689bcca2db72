import { z } from 'zod';
import { createLinearModel, type LinearModel, linearModelFile } from './linear-model';

/** The four models that understand a message: what is decided, and the three slots that take judgement. */
export const weightsFile = z.strictObject({
  /** Digest of the questions that they were made from. */
  trainedOn: z.string().regex(/^[0-9a-f]{64}$/, 'un SHA-256 en hexadécimal, écrit par « npm run train »'),
  decision: linearModelFile,
  role: linearModelFile,
  condition: linearModelFile,
  scope: linearModelFile,
});
export type WeightsFile = Readonly<z.infer<typeof weightsFile>>;

export interface Models {
  readonly decision: LinearModel;
  readonly role: LinearModel;
  readonly condition: LinearModel;
  readonly scope: LinearModel;
}

export function createModels({ decision, role, condition, scope }: WeightsFile): Models {
  return {
    decision: createLinearModel(decision),
    role: createLinearModel(role),
    condition: createLinearModel(condition),
    scope: createLinearModel(scope),
  };
}
