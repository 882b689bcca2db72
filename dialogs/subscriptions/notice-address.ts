import type { Activity } from 'botbuilder';
import { z } from 'zod';

const text = z.string().max(2000);

/** All that is needed to write to a conversation later, and no more: no name, and of a group not who asked. */
export const noticeAddressSchema = z.strictObject({
  channelId: text,
  serviceUrl: text,
  conversation: z.strictObject({
    id: text,
    name: z.literal(''),
    conversationType: text,
    isGroup: z.boolean(),
    tenantId: text.exactOptional(),
  }),
  bot: z.strictObject({ id: text, name: z.literal('') }),
  user: z.strictObject({ id: text, name: z.literal('') }).exactOptional(),
});

export type NoticeAddress = Readonly<z.infer<typeof noticeAddressSchema>>;

/** Teams leaves out of a personal conversation what makes it none. */
const conversationSchema = z.looseObject({
  id: text,
  conversationType: text.default('personal'),
  isGroup: z.boolean().default(false),
  tenantId: text.optional(),
});

/** The address of the conversation that an activity belongs to. */
export function addressOf({ channelId, serviceUrl, conversation, recipient, from }: Activity): NoticeAddress {
  const { id, conversationType, isGroup, tenantId } = conversationSchema.parse(conversation);
  const isShared = isGroup || conversationType !== 'personal';
  return noticeAddressSchema.parse({
    channelId,
    serviceUrl,
    conversation: { id, name: '', conversationType, isGroup, ...(tenantId === undefined ? {} : { tenantId }) },
    bot: { id: recipient.id, name: '' },
    ...(isShared ? {} : { user: { id: from.id, name: '' } }),
  });
}
