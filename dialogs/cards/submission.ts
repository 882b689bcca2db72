import { z } from 'zod';
import { GUIDE_NAMES } from '../../src/core/knowledge/order-patterns';

/** The three good and the six bad reasons of a rating. */
export const GOOD_REASONS = ['exact', 'clear', 'sourced'] as const;
export const BAD_REASONS = ['wrong', 'incomplete', 'misunderstood', 'outdated', 'unclear', 'other'] as const;

const guide = z.enum(GUIDE_NAMES);
const run = z.int().nonnegative();
const answer = z.int().nonnegative();
/** Ids of the base and names of steps are short; what people write in a field is bounded as in the chat. */
const name = z.string().min(1).max(200);
/** Which showing of the card: written onto it as it is sent (`nonce.ts`). */
const nonce = z.string().min(1).max(100).optional();

/** The schema of what is sent by one action. */
const sent = <Action extends string, Shape extends z.core.$ZodLooseShape>(action: Action, shape: Shape) =>
  z.strictObject({ action: z.literal(action), nonce, ...shape });
const filledIn = { choice: z.string().max(200).optional(), text: z.string().max(4000).optional() };

/** What a button or a form of our cards sends. Anything else is refused: a card is filled in by whoever holds the conversation. */
const submissionSchema = z.discriminatedUnion('action', [
  sent('start', { guide }),
  /** Of a question of a guide; `value` is the button's, `choice` and `text` are what the form holds. */
  sent('answer', { guide, run, step: name, value: name.optional(), ...filledIn }),
  sent('order', { guide, run, order: z.enum(['back', 'cancel', 'help', 'keep']), ...filledIn }),
  sent('more', { answer, from: z.int().nonnegative().max(100_000), isFirst: z.literal(true).optional() }),
  /** One of the ways in which a question could be read, by its place in that answer: what it asks is in the log, out of anybody's hands. */
  sent('reading', { answer, reading: z.int().nonnegative().max(100) }),
  /** Sent by Teams itself, of a card that is looked at again; `said` is the mark of the text above it. */
  sent('refresh', { answer, said: z.string().max(50) }),
  /** Why an answer was rated as it was: a good reason says that it was useful, a bad one that it was not. */
  sent('rate', { answer, reason: z.enum([...GOOD_REASONS, ...BAD_REASONS]) }),
  sent('follow', { project: name }),
  /** Null = all of the conversation's. */
  sent('unfollow', { subscription: z.int().positive().nullable() }),
]);

export type Submission = z.infer<typeof submissionSchema>;

/** What was pressed; "none" when the activity carries no form at all, "unknown" for anything that our cards do not send. */
export type PressedButton =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly submission: Submission };

/** Reads the value of an activity. Never throws. */
export function pressedButton(value: unknown): PressedButton {
  if (value === undefined || value === null) return { kind: 'none' };
  const parsed = submissionSchema.safeParse(value);
  return parsed.success ? { kind: 'known', submission: parsed.data } : { kind: 'unknown' };
}
