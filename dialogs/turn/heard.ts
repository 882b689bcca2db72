import { z } from 'zod';
import { parseMemory } from '../../src/core/model/parse-memory';
import type { Memory } from '../../src/core/model/question';
import { textMark } from '../cards/answer-card';
import { saidTo, type Turn } from './turn';

/** A message of Teams that was heard, for when it is edited or deleted. */
export interface Heard {
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
  /** Mark of its words when nothing came of them, so that others in their place are heard as a new message; null when something did. */
  readonly vain: string | null;
}

const schema = z.array(
  z.strictObject({
    message: z.string(),
    answered: z.strictObject({ reply: z.string(), answer: z.int().positive(), before: z.unknown() }).nullable(),
    vain: z.string().nullable().default(null),
  }),
);

/** People mend what they have just written; each one holds a memory, of one kilobyte or two. */
export const MOST_REMEMBERED = 10;

/** The last messages heard, the latest last; what another version of the program kept is as good as none. */
export async function readHeard({ parts, context }: Turn): Promise<readonly Heard[]> {
  const stored = schema.safeParse(await parts.heard.get(context)).data ?? [];
  return stored.map(({ message, answered, vain }) => ({
    message,
    vain,
    answered:
      answered === null
        ? null
        : { ...answered, before: parseMemory(answered.before, (id) => parts.knowledge.projectById.has(id)) },
  }));
}

/** Remembers a message, in the place of what was known of it. */
export async function writeHeard(turn: Turn, answered: Heard['answered']): Promise<void> {
  await remember(turn, { answered, vain: null });
}

/** Remembers that nothing came of a message: an order that was refused, a file that is not read. */
export async function writeVain(turn: Turn): Promise<void> {
  await remember(turn, { answered: null, vain: textMark(saidTo(turn.context).text) });
}

/** Only Teams tells of edits. */
async function remember(turn: Turn, became: Omit<Heard, 'message'>): Promise<void> {
  const { parts, context, profile } = turn;
  const { id } = context.activity;
  if (!profile.hasMentions || id === undefined) return;
  const others = (await readHeard(turn)).filter(({ message }) => message !== id);
  await parts.heard.set(context, [...others, { message: id, ...became }].slice(-MOST_REMEMBERED));
}

/** Forgets a message. */
export async function forgetHeard(turn: Turn, id: string): Promise<void> {
  const heard = await readHeard(turn);
  await turn.parts.heard.set(
    turn.context,
    heard.filter(({ message }) => message !== id),
  );
}
