import { z } from 'zod';
import { classifierFile, createClassifier, type Models, TRAINED } from '../knowledge/classifier';
import { FIELDS } from '../model/records';
import {
  COMPARISONS,
  CONDITIONS,
  DIRECTIONS,
  INTENTS,
  REFERENCES,
  ROLES,
  SCOPES,
  VERDICTS,
} from '../understanding/decide';

/** A classifier of just these classes: a class that the program does not know would never be chosen. */
function classifierOf(heads: Readonly<Record<string, readonly string[]>>): typeof classifierFile {
  return classifierFile.superRefine((file, context) => {
    for (const [at, { name, classes }] of file.heads.entries()) {
      const known = heads[name];
      if (known?.join() !== classes.join())
        context.addIssue({
          code: 'custom',
          path: ['heads', at, known === undefined ? 'name' : 'classes'],
          message: `${(known ?? Object.keys(heads)).join(', ')}, ${TRAINED}`,
        });
    }
  });
}

/** What understands a message: what is decided, the three slots that take judgement, and the check of the whole. */
export const weightsFile = z.strictObject({
  /** Digest of the questions that they were made from. */
  trainedOn: z.string().regex(/^[0-9a-f]{64}$/, 'un SHA-256 en hexadécimal, écrit par « npm run train »'),
  decision: classifierOf({ intent: INTENTS, reference: REFERENCES, field: FIELDS }),
  role: classifierOf({ role: ROLES }),
  condition: classifierOf({ condition: CONDITIONS }),
  scope: classifierOf({ scope: SCOPES }),
  comparison: classifierOf({ comparison: COMPARISONS }),
  direction: classifierOf({ direction: DIRECTIONS }),
  check: classifierOf({ verdict: VERDICTS }),
  subject: classifierFile,
  /** What each judge of a fact on the fund, and of a project or theme, counts for: see `FACT_JUDGES`, `RECORD_JUDGES`. */
  facts: z.array(z.number()),
  records: z.array(z.number()),
});
export type WeightsFile = Readonly<z.infer<typeof weightsFile>>;

const made = new WeakMap<WeightsFile, WeakRef<Models>>();

/** The same weights give the same models, as long as anybody has them. */
export function createModels(weights: WeightsFile): Models {
  const before = made.get(weights)?.deref();
  if (before !== undefined) return before;
  const models: Models = {
    decision: createClassifier(weights.decision),
    role: createClassifier(weights.role),
    condition: createClassifier(weights.condition),
    scope: createClassifier(weights.scope),
    comparison: createClassifier(weights.comparison),
    direction: createClassifier(weights.direction),
    check: createClassifier(weights.check),
    subject: createClassifier(weights.subject),
    facts: weights.facts,
    records: weights.records,
  };
  made.set(weights, new WeakRef(models));
  return models;
}
