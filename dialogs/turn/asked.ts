import { z } from 'zod';
import { parseMemory } from '../../src/core/understanding/memory';
import type { Memory } from '../../src/core/understanding/question';
import type { Turn } from './turn';

/** A message of Teams that was heard, for when it is edited or deleted. */
export interface Asked {
  /** Teams' id of the message. */
  readonly message: string;
  /** Null when it got no answer of the brain: an order, a reply to a guide. */
  readonly answered: {
    /** Teams' id of our reply. */
    readonly reply: string;
    /** Number of the answer in the conversation. */
    readonly answer: number;
    /** What the conversation remembered before the question. */
    readonly before: Memory;
  } | null;
}

const schema = z.array(
  z.strictObject({
    message: z.string(),
    answered: z.strictObject({ reply: z.string(), answer: z.int().positive(), before: z.unknown() }).nullable(),
  }),
);

/** People mend what they have just written; each one holds a memory, of one kilobyte or two. */
export const MOST_ASKED = 10;

/** The last messages heard, the latest last; what another version of the program kept is as good as none. */
export async function readAsked({ parts, context }: Turn): Promise<readonly Asked[]> {
  const stored = schema.safeParse(await parts.asked.get(context)).data ?? [];
  return stored.map(({ message, answered }) => ({
    message,
    answered:
      answered === null
        ? null
        : { ...answered, before: parseMemory(answered.before, (id) => parts.knowledge.projectById.has(id)) },
  }));
}

/** Remembers a message, in the place of what was known of it. Only Teams tells of edits. */
export async function writeAsked(turn: Turn, answered: Asked['answered']): Promise<void> {
  const { parts, context, profile } = turn;
  const { id } = context.activity;
  if (profile !== 'teams' || id === undefined) return;
  const others = (await readAsked(turn)).filter(({ message }) => message !== id);
  await parts.asked.set(context, [...others, { message: id, answered }].slice(-MOST_ASKED));
}

/** Forgets a message. */
export async function forgetAsked(turn: Turn, id: string): Promise<void> {
  const asked = await readAsked(turn);
  await turn.parts.asked.set(
    turn.context,
    asked.filter(({ message }) => message !== id),
  );
}
