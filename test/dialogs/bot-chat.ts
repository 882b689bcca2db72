import { ConversationState, MemoryStorage, TestAdapter, type Activity } from 'botbuilder';
import { z } from 'zod';
import type { InboxEntry } from '../../dialogs/inbox/inbox';
import type { Subscriptions } from '../../dialogs/subscriptions/subscriptions';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { ordinarySpaces } from '../plain-text';
import { assistantUnderTest } from './assistant-under-test';
import { lastTitled, submitsIn, type Submit } from './card-parts';

/** A conversation with the bot in Web Chat: what is said or pressed, and the replies. Teams has its own: `teams/teams-chat.ts`. */
export interface BotChat {
  readonly say: (text: string) => Promise<readonly Partial<Activity>[]>;
  readonly send: (activity: Partial<Activity>) => Promise<readonly Partial<Activity>[]>;
  /** Presses the button of this title on the last card that has one, with what was filled in. */
  readonly press: (title: string | RegExp, inputs?: object) => Promise<readonly Partial<Activity>[]>;
  /** The button, to press it much later. */
  readonly button: (title: string | RegExp) => Submit;
  /** The titles of the buttons of the last turn, in their order. */
  readonly buttons: () => readonly string[];
  /** What the last turn said, all replies together, with ordinary spaces. */
  readonly text: () => string;
  readonly cards: () => readonly unknown[];
  readonly inbox: readonly InboxEntry[];
}

/** Starts a conversation; `storage` may be shared to go on after a restart. */
export function startBotChat({
  locale = 'fr-FR',
  storage = new MemoryStorage(),
  subscriptions,
  knowledge,
  isInboxFull = false,
}: {
  readonly locale?: string;
  readonly storage?: MemoryStorage;
  readonly subscriptions?: Subscriptions;
  readonly knowledge?: KnowledgeBase;
  readonly isInboxFull?: boolean;
} = {}): BotChat {
  const { bot, inbox } = assistantUnderTest({
    conversationState: new ConversationState(storage),
    isInboxFull,
    ...(subscriptions === undefined ? {} : { subscriptions }),
    ...(knowledge === undefined ? {} : { knowledge }),
  });
  const adapter = new TestAdapter((context) => bot.run(context), { channelId: 'directline' });
  let replies: readonly Partial<Activity>[] = [];
  const seen: unknown[] = [];

  const send = async (activity: Partial<Activity>): Promise<readonly Partial<Activity>[]> => {
    await adapter.send({ locale, ...activity }).startTest();
    replies = adapter.activeQueue.splice(0).filter(({ type }) => type === 'message');
    seen.push(...cardsIn(replies));
    return replies;
  };
  const say = (text: string): Promise<readonly Partial<Activity>[]> => send({ type: 'message', text });
  const button = (title: string | RegExp): Submit => lastTitled(title, seen.flatMap(submitsIn));
  return {
    say,
    send,
    button,
    press: (title, inputs = {}) => {
      const { data } = button(title);
      return typeof data === 'string'
        ? say(data)
        : send({ type: 'message', value: { ...z.looseObject({}).parse(data), ...inputs } });
    },
    text: () => ordinarySpaces(replies.map(({ text = '' }) => text).join('\n')),
    buttons: () =>
      cardsIn(replies)
        .flatMap(submitsIn)
        .map(({ title }) => title),
    cards: () => cardsIn(replies),
    inbox,
  };
}

function cardsIn(replies: readonly Partial<Activity>[]): readonly unknown[] {
  return replies.flatMap(({ attachments = [] }) => attachments.map(({ content }): unknown => content));
}
