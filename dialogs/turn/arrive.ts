import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { profileOf } from '../cards/profile';
import { sendReply } from '../send-reply';
import { placeOf } from '../teams/place';
import { openConversation, type States } from './conversation';
import { channelLocale } from './turn';
import { welcome } from './welcome';

/**
 * Greets once in each conversation of Teams that the assistant is put into, and forgets those that it is taken out of. Nothing is said to those who join later, and nothing unasked in a team: how many would read it is not known without a call
 * that gives the names and addresses of all. Whoever wants to know calls the assistant by its name.
 */
export async function onArrival(context: TurnContext, conversationState: States): Promise<void> {
  const arrival = arrivalIn(context.activity);
  if (arrival === 'removed') await conversationState.delete(context);
  const place = placeOf(context.activity);
  if (arrival !== 'added' || place === 'team') return;
  const conversation = await openConversation(conversationState, context);
  if (conversation.isWelcomed) return;
  const profile = profileOf(context.activity.channelId);
  // Teams shows questions to begin with itself, to one person alone.
  const reply = welcome(channelLocale(context.activity.locale), profile, { hasStarters: place === 'personal' });
  await sendReply(context, reply, profile);
  conversation.isWelcomed = true;
}

const account = z.looseObject({ id: z.string() });
const accounts = z.array(account).catch([]);

const activitySchema = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('conversationUpdate'),
    recipient: account,
    membersAdded: accounts,
    membersRemoved: accounts,
  }),
  z.looseObject({ type: z.literal('installationUpdate'), action: z.string() }),
]);

/**
 * What Teams tells of the assistant's own coming and going; null when it tells of somebody else's, or of a new version. It tells of an
 * installation twice, by both types, and of one made again by the second only.
 */
function arrivalIn(activity: unknown): 'added' | 'removed' | null {
  const { data } = activitySchema.safeParse(activity);
  switch (data?.type) {
    case 'conversationUpdate':
      if (data.membersAdded.some(({ id }) => id === data.recipient.id)) return 'added';
      return data.membersRemoved.some(({ id }) => id === data.recipient.id) ? 'removed' : null;
    case 'installationUpdate':
      return data.action === 'add' ? 'added' : data.action === 'remove' ? 'removed' : null;
    case undefined:
      return null;
  }
}
