import { ConversationState, MemoryStorage, TestAdapter, type Activity } from 'botbuilder';
import { z } from 'zod';
import type { Addresses } from '../../dialogs/addresses';
import { createAssistantBot } from '../../dialogs/assistant-bot';
import type { InboxEntry } from '../../dialogs/inbox/inbox';
import type { Subscriptions } from '../../dialogs/subscriptions/subscriptions';
import { subscriptionsInMemory } from './subscriptions/subscriptions-in-memory';
import { realKnowledge } from '../core/knowledge';

const knowledge = realKnowledge();

/** Addresses that say what they lead to. */
export const ADDRESSES: Addresses = {
  picture: (question, locale) => `https://assistant.test/pictures/${question.kind}.svg?lang=${locale}`,
  project: (id, locale) => `https://assistant.test/projets/${id}${locale === 'fr' ? '' : `?lang=${locale}`}`,
  csv: (question, locale) => `https://assistant.test/take-away/csv-${question.kind}?lang=${locale}`,
  note: (projects, locale, format) =>
    `https://assistant.test/take-away/note-${projects.join('+')}-${format}?lang=${locale}`,
};

/** A button of a card: its title and what it sends. */
export interface Button {
  readonly title: string;
  readonly data: unknown;
}

const nodeSchema = z.looseObject({ type: z.string() });

/** A conversation with the bot: what is said or pressed, and the replies. */
export interface BotChat {
  readonly say: (text: string) => Promise<readonly Partial<Activity>[]>;
  readonly send: (activity: Partial<Activity>) => Promise<readonly Partial<Activity>[]>;
  /** Presses the button of this title on the last card that has one, with what was filled in. */
  readonly press: (title: string | RegExp, inputs?: object) => Promise<readonly Partial<Activity>[]>;
  /** The button, to press it much later. */
  readonly button: (title: string | RegExp) => Button;
  /** What the last turn said, all replies together, with ordinary spaces. */
  readonly text: () => string;
  readonly cards: () => readonly unknown[];
  readonly inbox: readonly InboxEntry[];
}

/** Starts a conversation on a channel; `storage` may be shared to go on after a restart. */
export function startBotChat({
  locale = 'fr-FR',
  channelId = 'directline',
  storage = new MemoryStorage(),
  subscriptions = subscriptionsInMemory(),
}: {
  readonly locale?: string;
  readonly channelId?: string;
  readonly storage?: MemoryStorage;
  readonly subscriptions?: Subscriptions;
} = {}): BotChat {
  const inbox: InboxEntry[] = [];
  let showings = 0;
  const bot = createAssistantBot({
    knowledge,
    conversationState: new ConversationState(storage),
    inbox: {
      add: (entry) => {
        inbox.push(entry);
        return Promise.resolve();
      },
    },
    subscriptions,
    addressesFor: () => ADDRESSES,
    now: () => new Date('2026-11-24T09:00:00Z'),
    randomId: () => `showing-${(showings += 1)}`,
  });
  const adapter = new TestAdapter((context) => bot.run(context), { channelId });
  let replies: readonly Partial<Activity>[] = [];
  const seen: Button[] = [];

  const send = async (activity: string | Partial<Activity>): Promise<readonly Partial<Activity>[]> => {
    await adapter
      .send(typeof activity === 'string' ? { type: 'message', text: activity, locale } : { locale, ...activity })
      .startTest();
    const now: Partial<Activity>[] = [];
    while (adapter.activeQueue.length > 0) {
      const reply = adapter.getNextReply();
      if (reply.type === 'message') now.push(reply);
    }
    replies = now;
    for (const card of cardsIn(now)) seen.push(...buttonsIn(card));
    return now;
  };
  const button = (title: string | RegExp): Button => {
    const found = [...seen]
      .reverse()
      .find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
    if (found === undefined)
      throw new Error(`no button "${String(title)}" among: ${seen.map((one) => one.title).join(' | ')}`);
    return found;
  };
  return {
    say: (text) => send(text),
    send,
    button,
    press: (title, inputs = {}) => {
      const { data } = button(title);
      return typeof data === 'string'
        ? send(data)
        : send({ type: 'message', value: { ...z.looseObject({}).parse(data), ...inputs } });
    },
    text: () =>
      replies
        .map(({ text = '' }) => text)
        .join('\n')
        .replace(/[\u00a0\u202f]/g, ' '),
    cards: () => cardsIn(replies),
    inbox,
  };
}

function cardsIn(replies: readonly Partial<Activity>[]): readonly unknown[] {
  return replies.flatMap(({ attachments = [] }) => attachments.map(({ content }): unknown => content));
}

/** Every Action.Submit of a card, wherever it stands. */
function buttonsIn(node: unknown): readonly Button[] {
  if (Array.isArray(node)) return node.flatMap(buttonsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = nodeSchema.safeParse(node);
  const { title, data } = z.looseObject({ title: z.string().optional(), data: z.unknown().optional() }).parse(node);
  const isButton = own.success && own.data.type === 'Action.Submit' && title !== undefined;
  return [...(isButton ? [{ title, data }] : []), ...Object.values(node).flatMap(buttonsIn)];
}
