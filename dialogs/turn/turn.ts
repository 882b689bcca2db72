import type { Answer } from '../../src/core/model/answer';
import type { TurnContext } from 'botbuilder';
import type { ProjectFinder } from '../../src/core/find-projects';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { parseMemory } from '../../src/core/model/parse-memory';
import type { Memory } from '../../src/core/model/question';
import { typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { withChanged } from '../answer-log';
import type { CardElement } from '../cards/adaptive-card';
import { cardOf } from '../cards/elements';
import { profileOf, type Profile } from '../cards/profile';
import { Walks } from '../guides/walks';
import type { Inbox } from '../inbox/inbox';
import type { Reply } from '../reply';
import { sendReply } from '../send-reply';
import type { Operator } from '../operator';
import type { Subscriptions } from '../subscriptions/subscriptions';
import { type Said, saidIn } from '../teams/said-text';
import { type Conversation, openConversation, type States } from './conversation';

export interface TurnParts {
  readonly knowledge: KnowledgeBase;
  readonly finder: ProjectFinder;
  readonly conversationState: States;
  readonly inbox: Inbox;
  /** Hears of each answer of the brain that is sent. */
  readonly onAnswer?: (answer: Answer) => void;
  readonly subscriptions: Subscriptions;
  /** Who runs the assistant, for whoever asks. */
  readonly operator: Operator;
  readonly addressesFor: (activity: TurnContext['activity']) => Addresses;
  readonly now: () => Date;
  /** For the showings of cards. */
  readonly randomId: () => string;
}

export interface Turn {
  readonly parts: TurnParts;
  readonly context: TurnContext;
  readonly knowledge: KnowledgeBase;
  readonly conversation: Conversation;
  readonly walks: Walks;
  /** What it was about as the turn began. */
  readonly memory: Memory;
  readonly profile: Profile;
  readonly addresses: Addresses;
  /** The language of what was said last, else of the channel. */
  readonly locale: Locale;
}

export async function openTurn(context: TurnContext, parts: TurnParts): Promise<Turn> {
  const conversation = await openConversation(parts.conversationState, context);
  const walks = new Walks(conversation, context.activity);
  const memory = rememberedIn(conversation.memory, parts.knowledge);
  return {
    parts,
    context,
    knowledge: parts.knowledge,
    conversation,
    walks,
    memory,
    profile: profileOf(context.activity.channelId),
    addresses: parts.addressesFor(context.activity),
    locale: walks.own?.locale ?? memory.locale ?? channelLocale(context.activity.locale),
  };
}

export function rememberedIn(stored: unknown, { projectById }: KnowledgeBase): Memory {
  return parseMemory(stored, (id) => projectById.has(id));
}

/** The language of a channel; French unless it is English. */
export function channelLocale(locale: unknown): Locale {
  return typeof locale === 'string' && locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** The brain refuses a question of more than 500 characters and the inbox keeps 2,000 of a text: what goes on costs time and is read by nobody. */
const MOST_HEARD = 4000;

/** What was typed, or its beginning when it is endless; in Teams without the mention of the bot. */
export function saidTo({ activity }: TurnContext): Said {
  const { text }: { text?: unknown } = activity;
  const said = profileOf(activity.channelId).hasMentions
    ? saidIn(activity)
    : { text: typeof text === 'string' ? text : '', isMention: false };
  return { ...said, text: heardOf(said.text) };
}

/** The beginning of a text that is endless, never cut between the two halves of a character. */
export function heardOf(text: string): string {
  return text.slice(0, MOST_HEARD).replace(/[\uD800-\uDBFF]$/, '');
}

/** A sentence, with what a card shows under it. */
export async function say(
  turn: Turn,
  sentence: string,
  under: readonly CardElement[] = [],
  suggestions: Reply['suggestions'] = [],
): Promise<void> {
  const { locale } = turn;
  const text = typeset(sentence, locale);
  await send(turn, { text, card: under.length === 0 ? null : cardOf(under, text, locale), suggestions, locale });
}

/**
 * Sends a reply, and keeps by which message Teams will name the answer in it. Resolves with the channel's id of what was sent;
 * null when it gives none.
 */
export async function send(turn: Turn, reply: Reply): Promise<string | null> {
  const { context, conversation, profile } = turn;
  const activityId = await sendReply(context, reply, profile);
  if (profile.votesOnMessages && reply.rates !== undefined && activityId !== null)
    conversation.answers = withChanged(conversation.answers, reply.rates, { activityId });
  return activityId;
}
