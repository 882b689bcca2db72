import { ConversationState, MemoryStorage, type Activity, type InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import type { Addresses } from '../../../dialogs/addresses';
import type { InboxEntry } from '../../../dialogs/inbox/inbox';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { ordinarySpaces } from '../../plain-text';
import { assistantUnderTest } from '../assistant-under-test';
import { executesIn, lastTitled, textsIn, type Execute } from '../card-parts';
import { ADA, BOT, MENTION, PERSONAL } from './people-and-places';
import { TeamsStandIn, type Done, type Turn } from './teams-stand-in';

/** How a button of Teams comes in: answered in place, or as a message from a client that is too old for it. */
export type Way = 'execute' | 'submit';

/** A conversation in Teams: what is said, pressed and asked, and what the bot did. */
export interface TeamsChat {
  /** Gives the bot one activity; what is left out is Ada's, in a personal chat, and mentions the bot. */
  readonly hear: (activity: Partial<Activity>) => Promise<readonly Done[]>;
  readonly say: (text: string) => Promise<readonly Done[]>;
  readonly invoke: (name: string, value: unknown, more?: Partial<Activity>) => Promise<InvokeResponse<unknown>>;
  /** An invoke beside the conversation, as a search or a link: fails when the bot does more than answer it. */
  readonly ask: (name: string, value: unknown) => Promise<InvokeResponse<unknown>>;
  /** Presses the last button of this title that was seen, in a message or in place. */
  readonly press: (title: string | RegExp, way: Way, inputs?: object) => Promise<void>;
  readonly button: (title: string | RegExp) => Execute;
  /** What the last turn showed, in place and then in messages, as text with ordinary spaces. */
  readonly text: () => string;
  /** The card that took the place of the last one pressed; null when a sentence was told or a message sent. */
  readonly inPlace: () => unknown;
  /** Every card of the last turn. */
  readonly cards: () => readonly unknown[];
  /** What the last turn did. */
  readonly messages: () => readonly Done[];
  readonly inbox: readonly InboxEntry[];
  /** What the conversation remembers, without the ids of its messages, which tell how many there were. */
  readonly remembered: () => string;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

const inPlaceSchema = z.strictObject({ statusCode: z.literal(200), type: z.string(), value: z.unknown() });

/** Starts a conversation; what is `stored` may be shared, to go on after a restart. */
export function startTeamsChat({
  locale = 'fr-FR',
  stored = {},
  ...parts
}: {
  readonly locale?: string;
  readonly knowledge?: KnowledgeBase;
  readonly addresses?: Addresses;
  readonly stored?: Record<string, string>;
} = {}): TeamsChat {
  const { bot, inbox } = assistantUnderTest({
    ...parts,
    conversationState: new ConversationState(new MemoryStorage(stored)),
  });
  const teams = new TeamsStandIn();
  const seen: unknown[] = [];
  let heard = 0;
  let last: Turn = { done: [], answers: [] };

  const play = async (activity: Partial<Activity>): Promise<Turn> => {
    const received = {
      type: 'message',
      id: `heard-${(heard += 1)}`,
      channelId: 'msteams',
      serviceUrl: 'https://smba.example.org/emea/',
      locale,
      conversation: PERSONAL,
      from: ADA,
      recipient: BOT,
      entities: [{ type: 'mention', mentioned: BOT, text: MENTION }],
      ...activity,
    };
    last = await teams.receive(received, (context) => bot.run(context));
    seen.push(...last.done.flatMap(cardsIn), inPlaceOf(last)?.value);
    return last;
  };
  const hear: TeamsChat['hear'] = async (activity) => (await play(activity)).done;
  const invoke: TeamsChat['invoke'] = async (name, value, more = {}) => {
    const { answers } = await play({ ...more, type: 'invoke', name, value });
    const [answer, ...others] = answers;
    if (answer === undefined || others.length > 0) throw new Error(`${name} was answered ${answers.length} times`);
    return answer;
  };
  const button: TeamsChat['button'] = (title) => lastTitled(title, seen.flatMap(executesIn));
  const inPlace = (): unknown => {
    const { type, value } = inPlaceOf(last) ?? {};
    return type === CARD ? value : null;
  };
  return {
    hear,
    say: (text) => hear({ text }),
    invoke,
    ask: async (name, value) => {
      const answer = await invoke(name, value);
      if (last.done.length > 0) throw new Error(`only an answer to ${name} was expected: ${JSON.stringify(last.done)}`);
      return answer;
    },
    press: async (title, way, inputs = {}) => {
      const { type, verb, data, fallback } = button(title);
      const action = { type, verb, data: { ...data, ...inputs } };
      if (way === 'execute') await invoke('adaptiveCard/action', { action, trigger: 'manual' });
      else await hear({ value: { ...fallback.data, ...inputs } });
    },
    button,
    text: () => {
      const messages = last.done.flatMap((done) => [done.text, ...cardsIn(done).flatMap(textsIn)]);
      return ordinarySpaces([...textsIn(inPlaceOf(last)?.value), ...messages].join('\n'));
    },
    inPlace,
    cards: () => [inPlace(), ...last.done.flatMap(cardsIn)].filter((card) => card !== null),
    messages: () => last.done,
    inbox,
    remembered: () =>
      Object.values(stored)
        .join('\n')
        .replace(/"(activityId|reply)":"[^"]+"/g, '"$1":"#"')
        .replace(/"eTag":"\d+"/g, ''),
  };
}

function cardsIn({ attachments = [] }: Done): readonly unknown[] {
  return attachments.map(({ content }): unknown => content);
}

/** What takes the place of the card that was pressed, when it was a press and it was understood. */
function inPlaceOf({ answers: [answer] }: Turn): z.infer<typeof inPlaceSchema> | undefined {
  return inPlaceSchema.safeParse(answer?.body).data;
}
