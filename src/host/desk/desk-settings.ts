import { z } from 'zod';

/** The editors' desk; it is there only where ADMIN opens it. */
export interface DeskSettings {
  /** What somebody changed is published by somebody else. */
  readonly needsSecondPerson: boolean;
}

const YES_OR_NO = 'write true or false';

const deskSchema = z.strictObject({
  ADMIN: z.enum(['on', 'off'], 'write on or off').default('off'),
  ADMIN_SECOND_PERSON: z.enum(['true', 'false'], YES_OR_NO).default('false'),
});

/** Part of the schema of the environment. Each message is the remedy. */
export const deskVariables = deskSchema.shape;

/** The desk out of an environment that was parsed; undefined where it is shut. */
export function toDeskSettings(env: z.infer<typeof deskSchema>): DeskSettings | undefined {
  return env.ADMIN === 'off' ? undefined : { needsSecondPerson: env.ADMIN_SECOND_PERSON === 'true' };
}
