import { z } from 'zod';
import { textMark } from '../cards/answer-card';
import { saidTo, type Turn } from './turn';

/** Messages of Teams that were heard, for when they are edited or deleted: the latest last. */
const schema = z.array(
  z.strictObject({
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
  }),
);
export type Heard = Readonly<z.infer<typeof schema>[number]>;

/** People mend what they have just written; each one holds a memory, of one kilobyte or two. */
export const MOST_REMEMBERED = 10;

/** The last messages heard; what another version of the program kept is as good as none. */
export async function readHeard({ parts, context }: Turn): Promise<readonly Heard[]> {
  return schema.safeParse(await parts.heard.get(context)).data ?? [];
}

/** Remembers a message, in the place of what was known of it. Only Teams tells of edits. */
export async function writeHeard(turn: Turn, answered: Heard['answered'], vain: Heard['vain'] = null): Promise<void> {
  const { parts, context, profile } = turn;
  const { id } = context.activity;
  if (!profile.hasMentions || id === undefined) return;
  const others = (await readHeard(turn)).filter(({ message }) => message !== id);
  await parts.heard.set(context, [...others, { message: id, answered, vain }].slice(-MOST_REMEMBERED));
}

/** Remembers that nothing came of a message: an order that was refused, a file that is not read. */
export function writeVain(turn: Turn): Promise<void> {
  return writeHeard(turn, null, textMark(saidTo(turn.context).text));
}

/** Forgets a message. */
export async function forgetHeard(turn: Turn, id: string): Promise<void> {
  const heard = await readHeard(turn);
  await turn.parts.heard.set(
    turn.context,
    heard.filter(({ message }) => message !== id),
  );
}
