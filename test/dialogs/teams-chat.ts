import { ConversationState, MemoryStorage, TestAdapter, type Activity } from 'botbuilder';
import { z } from 'zod';
import { createAssistantBot } from '../../dialogs/assistant-bot';
import type { InboxEntry } from '../../dialogs/inbox/inbox';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { realKnowledge } from '../core/knowledge';
import { ADDRESSES } from './bot-chat';
import { subscriptionsInMemory } from './subscriptions/subscriptions-in-memory';

/** What Teams got for an invoke. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How a button of Teams comes in: answered in place, or as a message from a client that is too old for it. */
export type Way = 'execute' | 'submit';

/** A conversation in Teams: what is said, pressed and invoked. */
export interface TeamsChat {
  readonly say: (text: string) => Promise<readonly Partial<Activity>[]>;
  readonly invoke: (name: string, value: unknown, more?: Partial<Activity>) => Promise<InvokeAnswer>;
  /** Presses the last button of this title that was seen, in a message or in place. */
  readonly press: (title: string | RegExp, way: Way, inputs?: object) => Promise<void>;
  readonly button: (title: string | RegExp) => z.infer<typeof executeSchema>;
  /** What the last turn showed, in place and then in messages, as text with ordinary spaces. */
  readonly text: () => string;
  /** The card that took the place of the last one pressed; null when a sentence was told or a message sent. */
  readonly inPlace: () => unknown;
  /** Every card of the last turn. */
  readonly cards: () => readonly unknown[];
  readonly messages: () => readonly Partial<Activity>[];
  readonly inbox: readonly InboxEntry[];
  /** What the conversation remembers, without the ids of its messages, which are drawn by lot. */
  readonly remembered: () => string;
}

const base = realKnowledge();

const CARD = 'application/vnd.microsoft.card.adaptive';

export const ASKER = '29:1a-asker';

const executeSchema = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  fallback: z.strictObject({
    type: z.literal('Action.Submit'),
    title: z.string(),
    data: z.record(z.string(), z.unknown()),
    associatedInputs: z.string(),
  }),
});
const answerSchema = z.object({ status: z.number(), body: z.unknown().optional() });
const bodySchema = z.strictObject({ statusCode: z.literal(200), type: z.string(), value: z.unknown() });

/** Starts a conversation; what is `stored` may be shared, to go on after a restart. */
export function startTeamsChat({
  locale = 'fr-FR',
  knowledge = base,
  stored = {},
}: {
  readonly locale?: string;
  readonly knowledge?: KnowledgeBase;
  readonly stored?: Record<string, string>;
} = {}): TeamsChat {
  const inbox: InboxEntry[] = [];
  let showings = 0;
  const bot = createAssistantBot({
    knowledge,
    conversationState: new ConversationState(new MemoryStorage(stored)),
    inbox: {
      add: (entry) => {
        inbox.push(entry);
        return Promise.resolve();
      },
    },
    subscriptions: subscriptionsInMemory(),
    addressesFor: () => ADDRESSES,
    randomId: () => `showing-${(showings += 1)}`,
    now: () => new Date('2026-11-24T09:00:00Z'),
  });
  const adapter = new TestAdapter((context) => bot.run(context), { channelId: 'msteams' });
  const buttons: z.infer<typeof executeSchema>[] = [];
  let messages: readonly Partial<Activity>[] = [];
  let body: z.infer<typeof bodySchema> | null = null;

  const send = async (activity: Partial<Activity>): Promise<readonly Partial<Activity>[]> => {
    await adapter.processActivity({ locale, from: { id: ASKER, name: '' }, ...activity });
    const replies = adapter.activeQueue.splice(0);
    messages = replies.filter(({ type }) => type === 'message');
    body = null;
    for (const { content } of messages.flatMap(({ attachments = [] }) => attachments))
      buttons.push(...executesIn(content));
    return replies;
  };
  const invoke = async (name: string, value: unknown, more: Partial<Activity> = {}): Promise<InvokeAnswer> => {
    const replies = await send({ ...more, type: 'invoke', name, value });
    const response = answerSchema.parse(replies.find(({ type }) => type === 'invokeResponse')?.value);
    const answered = bodySchema.safeParse(response.body);
    body = answered.success ? answered.data : null;
    buttons.push(...executesIn(body?.value));
    return { status: response.status, body: response.body };
  };
  const button = (title: string | RegExp): z.infer<typeof executeSchema> => {
    const found = buttons.findLast((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
    if (found === undefined)
      throw new Error(`no button "${String(title)}" among: ${buttons.map((one) => one.title).join(' | ')}`);
    return found;
  };
  return {
    say: async (text) => (await send({ type: 'message', text })).filter(({ type }) => type === 'message'),
    invoke,
    button,
    press: async (title, way, inputs = {}) => {
      const { type, verb, data, fallback } = button(title);
      if (way === 'execute')
        await invoke('adaptiveCard/action', {
          action: { type, verb, data: { ...data, ...inputs } },
          trigger: 'manual',
        });
      else await send({ type: 'message', value: { ...fallback.data, ...inputs } });
    },
    text: () =>
      [
        ...textsIn(body?.value),
        ...messages.flatMap(({ text = '', attachments = [] }) => [
          text,
          ...attachments.flatMap(({ content }) => textsIn(content)),
        ]),
      ]
        .join('\n')
        .replace(/[\u00a0\u202f]/g, ' '),
    inPlace: () => (body?.type === CARD ? body.value : null),
    cards: () => [
      ...(body?.type === CARD ? [body.value] : []),
      ...messages.flatMap(({ attachments = [] }) => attachments.map(({ content }): unknown => content)),
    ],
    messages: () => messages,
    inbox,
    remembered: () =>
      Object.values(stored)
        .join('\n')
        .replace(/"(activityId|reply)":"[^"]+"/g, '"$1":"#"')
        .replace(/"eTag":"\d+"/g, ''),
  };
}

/** Every Action.Execute with a title, wherever it stands; what is behind it is not looked at twice. */
function executesIn(node: unknown): readonly z.infer<typeof executeSchema>[] {
  if (Array.isArray(node)) return node.flatMap(executesIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = executeSchema.safeParse(node);
  return own.success ? [own.data] : Object.values(node).flatMap(executesIn);
}

/** What is read on a card, or a sentence by itself. */
function textsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap((item: unknown) => (typeof item === 'string' ? [] : textsIn(item)));
  if (typeof node !== 'object' || node === null) return [];
  const { text } = z.looseObject({ text: z.string().optional().catch(undefined) }).parse(node);
  const under = Object.values(node).flatMap((value: unknown) => (typeof value === 'string' ? [] : textsIn(value)));
  return text === undefined ? under : [text, ...under];
}
