import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogContext, DialogSet } from 'botbuilder-dialogs';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { parseMemory } from '../../src/core/understanding/memory';
import type { Memory } from '../../src/core/understanding/question';
import type { GuideName } from '../../src/messages/guides/messages';
import { typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { type AnswerLog, parseLog } from '../answer-log';
import { guideElements } from '../cards/guide-elements';
import { cardOf } from '../cards/elements';
import { profileOf, type Profile } from '../cards/profile';
import { activeGuide, stateOf } from '../guides/guide-dialog';
import type { Inbox } from '../inbox/inbox';
import { activityOf, type Reply } from '../reply';
import type { Subscriptions } from '../subscriptions/subscriptions';

/** Under which a conversation's state holds what it remembers. */
export const MEMORY = 'memory';

/** What turns are played with. */
export interface TurnParts {
  readonly knowledge: KnowledgeBase;
  readonly dialogs: DialogSet;
  readonly memory: StatePropertyAccessor<unknown>;
  readonly log: StatePropertyAccessor<unknown>;
  readonly inbox: Inbox;
  readonly subscriptions: Subscriptions;
  readonly addressesFor: (activity: TurnContext['activity']) => Addresses;
  readonly now: () => Date;
}

/** A turn under way. */
export interface Turn {
  readonly parts: TurnParts;
  readonly context: TurnContext;
  readonly dc: DialogContext;
  readonly memory: Memory;
  readonly profile: Profile;
  readonly addresses: Addresses;
  /** The language of what was said last, else of the channel. */
  readonly locale: Locale;
}

/** Reads what the conversation remembers. */
export async function openTurn(context: TurnContext, parts: TurnParts): Promise<Turn> {
  const dc = await parts.dialogs.createContext(context);
  // A guide of another version of the program can't go on; the conversation does.
  if (dc.activeDialog !== undefined && (activeGuide(dc) === null || stateOf(dc) === null)) await dc.cancelAllDialogs();
  const memory = parseMemory(await parts.memory.get(context), (id) => parts.knowledge.projectById.has(id));
  return {
    parts,
    context,
    dc,
    memory,
    profile: profileOf(context.activity.channelId),
    addresses: parts.addressesFor(context.activity),
    locale: stateOf(dc)?.locale ?? memory.locale ?? channelLocale(context.activity.locale),
  };
}

/** The language of a channel; French unless it is English. */
export function channelLocale(locale: unknown): Locale {
  return typeof locale === 'string' && locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** The brain refuses a question of more than 500 characters and the inbox keeps 2,000 of a text: what goes on costs time and is read by nobody. */
const MOST_HEARD = 4000;

/** What was typed, or its beginning when it is endless. */
export function textOf({ activity }: TurnContext): string {
  const { text }: { text?: unknown } = activity;
  // Never between the two halves of a character.
  return typeof text === 'string' ? text.slice(0, MOST_HEARD).replace(/[\uD800-\uDBFF]$/, '') : '';
}

/** A sentence, with the buttons of some guides under it. */
export async function say(turn: Turn, sentence: string, guides: readonly GuideName[] = []): Promise<void> {
  const { locale } = turn;
  const text = typeset(sentence, locale);
  const card = guides.length === 0 ? null : cardOf(guideElements(guides, locale), text, locale);
  await send(turn, { text, card, suggestions: [], locale });
}

export async function send({ context, profile }: Turn, reply: Reply): Promise<void> {
  await context.sendActivity(activityOf(reply, profile));
}

export async function readLog({ parts, context }: Turn): Promise<AnswerLog> {
  return parseLog(await parts.log.get(context));
}

export async function writeLog({ parts, context }: Turn, log: AnswerLog): Promise<void> {
  await parts.log.set(context, log);
}
