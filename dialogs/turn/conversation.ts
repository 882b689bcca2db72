import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Unchanging } from '../../src/core/model/records';
import { keptLog } from '../answer-log';
import { keptWalks } from '../guides/walks';

/** Messages of Teams that were heard, for when they are edited or deleted: the latest last. */
const heard = z.strictObject({
  /** Teams' id of the message. */
  message: z.string(),
  /** Null when it got no answer of the brain: an order, a reply to a guide. */
  answered: z
    .strictObject({
      /** Teams' id of our reply. */
      reply: z.string(),
      /** Number of the answer in the conversation. */
      answer: z.int().positive(),
      /** What the conversation remembered before the question, as it is kept. */
      before: z.unknown(),
    })
    .nullable(),
  /** Mark of its words when nothing came of them, so that others in their place are heard as a new message; null when something did. */
  vain: z.string().nullable().default(null),
});
export type Heard = Readonly<z.infer<typeof heard>>;
export type Answered = NonNullable<Heard['answered']>;

/** What was pressed: the last thing done when that was a press, and what was last pressed on each card. */
const presses = z.strictObject({
  last: z.string().nullable(),
  cards: z.array(z.strictObject({ nonce: z.string(), press: z.string() })).readonly(),
});

/** By the names under which it is kept. What another version of the program left there is as good as nothing. */
const schema = z.object({
  /** As it is kept: it is read with the base. */
  memory: z.unknown().optional(),
  answers: keptLog,
  guides: keptWalks,
  presses: presses.catch({ last: null, cards: [] }),
  /** Kept under this name by the conversations of before. */
  asked: z.array(heard).readonly().catch([]),
  /** True while « Que faut-il arrêter ? » waits for its reply. */
  asksStop: z.boolean().catch(false),
  /** Number of the answer of which « Pourquoi ? », said to a thumb, waits for its reply. */
  asksWhy: z.int().positive().nullable().catch(null),
  isWelcomed: z.boolean().catch(false),
});

type Kept = z.infer<typeof schema>;

/** What a conversation remembers from one turn to the next: a turn puts other values in their place, and changes none of them. */
export type Conversation = { [Name in keyof Kept]: Unchanging<Kept[Name]> };

/** What is kept of the conversations. */
export interface States {
  /** The same object all through a turn: what is put into it is kept once the changes are saved. */
  readonly load: (context: TurnContext) => Promise<object>;
  readonly saveChanges: (context: TurnContext) => Promise<void>;
  readonly delete: (context: TurnContext) => Promise<void>;
}

/** Opens it for a turn; it is saved once, at its end. Only what was put in the place of something is written: to look at a card again changes nothing. */
export async function openConversation(state: States, context: TurnContext): Promise<Conversation> {
  const stored = await state.load(context);
  return new Proxy(schema.parse(stored), {
    set: (read, name, value) => Reflect.set(read, name, value) && Reflect.set(stored, name, value),
  });
}
