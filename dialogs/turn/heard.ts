import { textMark } from '../answer-log';
import type { Heard } from './conversation';
import { saidTo, type Turn } from './turn';

/** People mend what they have just written; each one holds a memory, of one kilobyte or two. */
export const MOST_REMEMBERED = 10;

/** Remembers a message, in the place of what was known of it. Only Teams tells of edits. */
export function writeHeard(turn: Turn, answered: Heard['answered'], vain: Heard['vain'] = null): void {
  const { conversation, context, profile } = turn;
  const { id } = context.activity;
  if (!profile.hasMentions || id === undefined) return;
  forgetHeard(turn, id);
  conversation.asked = [...conversation.asked, { message: id, answered, vain }].slice(-MOST_REMEMBERED);
}

/** Remembers that nothing came of a message: an order that was refused, a file that is not read. */
export function writeVain(turn: Turn): void {
  writeHeard(turn, null, textMark(saidTo(turn.context).text));
}

export function forgetHeard({ conversation }: Turn, id: string): void {
  conversation.asked = conversation.asked.filter(({ message }) => message !== id);
}
