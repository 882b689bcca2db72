import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Where in Teams something happens: alone with one person, in a chat of several, or in a team. */
export type Place = 'personal' | 'group' | 'team';

const activitySchema = z.looseObject({
  conversation: z.looseObject({ conversationType: z.string().nullish(), isGroup: z.boolean().nullish() }),
  channelData: z.looseObject({ team: z.unknown() }).nullish().catch(undefined),
});

/** Everything outside Teams is a conversation with one person. */
export function placeOf(activity: Pick<Activity, 'channelId'>): Place {
  if (activity.channelId !== 'msteams') return 'personal';
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return 'personal';
  const { conversation, channelData } = parsed.data;
  // What only happens in a team may come without the type of the conversation.
  if (conversation.conversationType === 'channel' || (channelData?.team ?? null) !== null) return 'team';
  return conversation.conversationType === 'groupChat' || conversation.isGroup === true ? 'group' : 'personal';
}
