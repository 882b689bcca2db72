import {
  BotAdapter,
  ConversationState,
  MemoryStorage,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';
import { z } from 'zod';
import { createAssistantBot } from '../../../dialogs/assistant-bot';
import type { InboxEntry } from '../../../dialogs/inbox/inbox';
import { realKnowledge } from '../../core/knowledge';
import { ADDRESSES } from '../bot-chat';
import { subscriptionsInMemory } from '../subscriptions/subscriptions-in-memory';

const knowledge = realKnowledge();

export const BOT = { id: '28:bot', name: 'Assistant' };
export const MENTION = '<at>Assistant</at>';

/** What the bot did to the conversation. */
export interface Done {
  readonly did: 'send' | 'update' | 'delete';
  /** Teams' id of the bot's message. */
  readonly id: string;
  /** With ordinary spaces. */
  readonly text: string;
  readonly card: unknown;
}

/** A message or event of Teams; what is left out is Ada's, in a personal chat. */
export interface Event extends Partial<Activity> {
  readonly id: string;
}

export interface TeamsChat {
  /** Gives the bot one activity, and tells what it did. */
  readonly hear: (event: Event) => Promise<readonly Done[]>;
  readonly inbox: readonly InboxEntry[];
  /** What the bot keeps, by key. */
  readonly stored: Readonly<Record<string, string>>;
}

const PERSONAL = { id: 'a:personal', name: '', conversationType: 'personal', isGroup: false };
export const GROUP = { id: '19:group@thread.v2', name: '', conversationType: 'groupChat', isGroup: true };
export const CHANNEL = {
  id: '19:team@thread.tacv2;messageid=1700000000000',
  name: '',
  conversationType: 'channel',
  isGroup: true,
};
export const ADA = { id: '29:ada', name: 'Ada' };
export const BOB = { id: '29:bob', name: 'Bob' };

/** The bot in Teams, without the network: what it sends gets an id, as Teams gives one. */
export function startTeamsChat(): TeamsChat {
  const inbox: InboxEntry[] = [];
  const stored: Record<string, string> = {};
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
    now: () => new Date('2026-11-24T09:00:00Z'),
    randomId: () => `showing-${(showings += 1)}`,
  });
  const adapter = new TeamsStandIn();
  return {
    hear: async (event) => {
      const before = adapter.done.length;
      await adapter.receive(
        {
          type: 'message',
          channelId: 'msteams',
          serviceUrl: 'https://smba.example.org/emea/',
          locale: 'fr-FR',
          conversation: PERSONAL,
          from: ADA,
          recipient: BOT,
          entities: [{ type: 'mention', mentioned: BOT, text: MENTION }],
          ...event,
        },
        (context) => bot.run(context),
      );
      return adapter.done.slice(before);
    },
    inbox,
    stored,
  };
}

/** What the button of this title sends, on the last of these cards that has one. */
export function buttonOf(done: readonly Done[], title: string): Readonly<Record<string, unknown>> {
  const found = done.flatMap(({ card }) => buttonsIn(card)).findLast((button) => button.title === title);
  if (found === undefined) throw new Error(`no button "${title}"`);
  return found.data;
}

const buttonSchema = z.looseObject({
  type: z.literal('Action.Submit'),
  title: z.string(),
  data: z.record(z.string(), z.unknown()),
});

function buttonsIn(node: unknown): readonly z.infer<typeof buttonSchema>[] {
  if (typeof node !== 'object' || node === null) return [];
  return [
    ...(buttonSchema.safeParse(node).data === undefined ? [] : [buttonSchema.parse(node)]),
    ...Object.values(node).flatMap(buttonsIn),
  ];
}

class TeamsStandIn extends BotAdapter {
  readonly done: Done[] = [];

  receive(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return Promise.resolve(
      activities.map((activity) => {
        const id = `reply-${this.done.length + 1}`;
        this.note('send', id, activity);
        return { id };
      }),
    );
  }

  override updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = activity.id ?? '';
    this.note('update', id, activity);
    return Promise.resolve({ id });
  }

  override deleteActivity(_context: TurnContext, { activityId = '' }: Partial<ConversationReference>): Promise<void> {
    this.note('delete', activityId, {});
    return Promise.resolve();
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('the bot begins nothing in these tests'));
  }

  override continueConversationAsync(): Promise<void> {
    return this.continueConversation();
  }

  private note(did: Done['did'], id: string, { text = '', attachments = [] }: Partial<Activity>): void {
    const card: unknown = attachments[0]?.content ?? null;
    this.done.push({ did, id, text: text.replace(/[\u00a0\u202f]/g, ' '), card });
  }
}
