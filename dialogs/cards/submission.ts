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
const text = z.string().max(4000);
/** Which showing of the card: written onto it as it is sent (`nonce.ts`). */
const nonce = z.string().min(1).max(100).optional();

/** What a button or a form of our cards sends. Anything else is refused: a card is filled in by whoever holds the conversation. */
const SCHEMAS = {
  start: z.strictObject({ action: z.literal('start'), nonce, guide }),
  /** Of a question of a guide; `value` is the button's, `choice` and `text` are what the form holds. */
  answer: z.strictObject({
    action: z.literal('answer'),
    nonce,
    guide,
    run,
    step: name,
    value: name.optional(),
    choice: z.string().max(200).optional(),
    text: text.optional(),
  }),
  order: z.strictObject({
    action: z.literal('order'),
    nonce,
    guide,
    run,
    order: z.enum(['back', 'cancel', 'help', 'keep']),
    choice: z.string().max(200).optional(),
    text: text.optional(),
  }),
  more: z.strictObject({ action: z.literal('more'), nonce, answer, from: z.int().nonnegative().max(100_000) }),
  /** One of the ways in which a question could be read, by its place in that answer: what it asks is in the log, out of anybody's hands. */
  reading: z.strictObject({ action: z.literal('reading'), nonce, answer, reading: z.int().nonnegative().max(100) }),
  /** Sent by Teams itself, of a card that is looked at again; `said` is the mark of the text above it. */
  refresh: z.strictObject({ action: z.literal('refresh'), nonce, answer, said: z.string().max(50) }),
  /** Why an answer was rated as it was: a good reason says that it was useful, a bad one that it was not. */
  rate: z.strictObject({ action: z.literal('rate'), nonce, answer, reason: z.enum([...GOOD_REASONS, ...BAD_REASONS]) }),
  follow: z.strictObject({ action: z.literal('follow'), nonce, project: name }),
  /** Null = all of the conversation's. */
  unfollow: z.strictObject({ action: z.literal('unfollow'), nonce, subscription: z.int().positive().nullable() }),
};

export type Submission = { [Action in keyof typeof SCHEMAS]: z.infer<(typeof SCHEMAS)[Action]> }[keyof typeof SCHEMAS];

/** A Map: the name of an action comes from outside, and "constructor" or "__proto__" must find nothing. */
const BY_ACTION = new Map<string, z.ZodType<Submission>>(Object.entries(SCHEMAS));

/** What was pressed; "none" when the activity carries no form at all, "unknown" for anything that our cards do not send. */
export type PressedButton =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly submission: Submission };

/** Reads the value of an activity. Never throws. */
export function pressedButton(value: unknown): PressedButton {
  if (value === undefined || value === null) return { kind: 'none' };
  const action = z.object({ action: z.string() }).safeParse(value);
  const parsed = action.success ? BY_ACTION.get(action.data.action)?.safeParse(value) : undefined;
  return parsed?.success === true ? { kind: 'known', submission: parsed.data } : { kind: 'unknown' };
}
