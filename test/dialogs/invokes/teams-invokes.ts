import { ConversationState, MemoryStorage, TestAdapter, type Activity, type InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import type { Addresses } from '../../../dialogs/addresses';
import { createAssistantBot } from '../../../dialogs/assistant-bot';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { ADDRESSES } from '../bot-chat';
import { subscriptionsInMemory } from '../subscriptions/subscriptions-in-memory';

const responseSchema = z.object({ status: z.number(), body: z.unknown().optional() });

/** The bot as Teams asks it by invokes: the status and the body that it answers with. */
export function teamsInvokes(
  knowledge: KnowledgeBase,
  { locale = 'fr-FR', addresses = ADDRESSES }: { readonly locale?: string; readonly addresses?: Addresses } = {},
): (name: string, value: unknown) => Promise<InvokeResponse<unknown>> {
  const bot = createAssistantBot({
    knowledge,
    conversationState: new ConversationState(new MemoryStorage()),
    inbox: { add: () => Promise.resolve() },
    subscriptions: subscriptionsInMemory(),
    addressesFor: () => addresses,
    now: () => new Date('2026-11-24T09:00:00Z'),
    randomId: () => 'showing',
  });
  return async (name, value) => {
    const sent: Partial<Activity>[] = [];
    const adapter = new TestAdapter((context) => bot.run(context), { channelId: 'msteams' });
    await adapter.send({ type: 'invoke', name, value, locale }).startTest();
    sent.push(...adapter.activeQueue);
    const [answer, ...more] = sent;
    if (answer?.type !== 'invokeResponse' || more.length > 0)
      throw new Error(`one answer to the invoke was expected, not ${JSON.stringify(sent)}`);
    return responseSchema.parse(answer.value);
  };
}
