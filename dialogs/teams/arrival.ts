import { z } from 'zod';

/** What Teams tells of the assistant's own coming and going; null when it tells of somebody else's, or of a new version. */
export type Arrival = 'added' | 'removed' | null;

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

/** Teams tells of an installation twice, by both types, and of one made again by the second only. */
export function arrivalIn(activity: unknown): Arrival {
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
