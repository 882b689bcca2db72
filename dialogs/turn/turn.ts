import type { Answer } from '../../src/core/model/answer';
import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { ProjectFinder } from '../../src/core/find-projects';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { parseMemory } from '../../src/core/model/parse-memory';
import type { Memory } from '../../src/core/model/question';
import { typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { type AnswerLog, parseLog, withChanged } from '../answer-log';
import type { CardElement } from '../cards/adaptive-card';
import { cardOf } from '../cards/elements';
import { profileOf, type Profile } from '../cards/profile';
import type { Walks } from '../guides/walks';
import type { Inbox } from '../inbox/inbox';
import type { Reply } from '../reply';
import { sendReply } from '../send-reply';
import type { Operator } from '../operator';
import type { Subscriptions } from '../subscriptions/subscriptions';
import { type Said, saidIn } from '../teams/said-text';

/** Under which a conversation's state holds what it remembers. */
export const MEMORY = 'memory';

/** What turns are played with. */
export interface TurnParts {
  readonly knowledge: KnowledgeBase;
  readonly finder: ProjectFinder;
  readonly walksIn: (context: TurnContext) => Promise<Walks>;
  readonly memory: StatePropertyAccessor<unknown>;
  readonly log: StatePropertyAccessor<unknown>;
  readonly presses: StatePropertyAccessor<unknown>;
  readonly heard: StatePropertyAccessor<unknown>;
  /** True while « Que faut-il arrêter ? » waits for its reply. */
  readonly asksStop: StatePropertyAccessor<unknown>;
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

/** A turn under way. */
export interface Turn {
  readonly parts: TurnParts;
  readonly context: TurnContext;
  readonly knowledge: KnowledgeBase;
  readonly walks: Walks;
  readonly memory: Memory;
  readonly profile: Profile;
  readonly addresses: Addresses;
  /** The language of what was said last, else of the channel. */
  readonly locale: Locale;
}

/** Reads what the conversation remembers. */
export async function openTurn(context: TurnContext, parts: TurnParts): Promise<Turn> {
  const walks = await parts.walksIn(context);
  const memory = rememberedIn(await parts.memory.get(context), parts.knowledge);
  return {
    parts,
    context,
    knowledge: parts.knowledge,
    walks,
    memory,
    profile: profileOf(context.activity.channelId),
    addresses: parts.addressesFor(context.activity),
    locale: walks.own?.locale ?? memory.locale ?? channelLocale(context.activity.locale),
  };
}

/** A memory as it was kept. */
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
  const { context, profile } = turn;
  const activityId = await sendReply(context, reply, profile);
  if (profile.votesOnMessages && reply.rates !== undefined && activityId !== null)
    await writeLog(turn, withChanged(await readLog(turn), reply.rates, { activityId }));
  return activityId;
}

export async function readLog({ parts, context }: Turn): Promise<AnswerLog> {
  return parseLog(await parts.log.get(context));
}

export async function writeLog({ parts, context }: Turn, log: AnswerLog): Promise<void> {
  await parts.log.set(context, log);
}
