import { ActivityHandler, type ConversationState, type InvokeResponse, type TurnContext } from 'botbuilder';
import { projectFinderOf } from '../src/core/find-projects';
import type { Locale } from '../src/core/language/locale';
import { messagesFor, typeset } from '../src/messages/messages-for';
import { stampCards } from './cards/nonce';
import { profileOf } from './cards/profile';
import { createWalks } from './guides/walks';
import { createCardAction } from './invokes/card-action';
import { createFeedback } from './invokes/feedback';
import { createInvokes } from './invokes/invoke';
import { createSearchProjects } from './invokes/search-projects';
import { createSuggestProjects } from './invokes/suggest-projects';
import { createUnfurlLink } from './invokes/unfurl-link';
import { sendReply } from './send-reply';
import { createArrivals } from './turn/arrive';
import { playDelete, playEdit } from './turn/edits';
import { playTurn } from './turn/play-turn';
import { onVote } from './turn/rating';
import { channelLocale, MEMORY, openTurn, type TurnParts } from './turn/turn';
import { welcome } from './turn/welcome';
import { voteIn } from './votes';

/** What a turn has of the bot, and not of who makes it. */
type Made = 'finder' | 'walksIn' | 'memory' | 'log' | 'presses' | 'heard' | 'asksStop';

/** Everything that the bot needs; the state is saved once, at the end of a turn. */
export interface AssistantBotParts extends Omit<TurnParts, Made> {
  readonly conversationState: ConversationState;
}

/** The bot of every channel: it welcomes, plays each turn and keeps what the conversation remembers. */
export function createAssistantBot({ conversationState, ...given }: AssistantBotParts): ActivityHandler {
  const parts: TurnParts = {
    ...given,
    finder: projectFinderOf(given.knowledge),
    walksIn: createWalks(conversationState),
    memory: conversationState.createProperty<unknown>(MEMORY),
    log: conversationState.createProperty<unknown>('answers'),
    presses: conversationState.createProperty<unknown>('presses'),
    // Kept under this name by the conversations of before.
    heard: conversationState.createProperty<unknown>('asked'),
    asksStop: conversationState.createProperty<unknown>('asksStop'),
  };
  const onArrival = createArrivals(conversationState);
  const bot = new AssistantHandler(
    createInvokes([
      createCardAction(parts),
      createFeedback(parts),
      createSearchProjects(parts),
      createUnfurlLink(parts),
      createSuggestProjects(parts),
    ]),
  );

  bot.onMessage(andNext((context) => playTurn(context, parts)));
  bot.onMessageUpdate(andNext((context) => playEdit(context, parts)));
  bot.onInstallationUpdate(andNext(onArrival));
  bot.onEvent(async (context, next) => {
    const vote = voteIn(context.activity);
    if (vote !== null) await onVote(await openTurn(context, parts), vote);
    await next();
  });

  bot.onMessageDelete(async (context, next) => {
    const reply = await playDelete(context, parts);
    // Forgotten for good before the reply is taken away: that may fail, for it may be gone already.
    await conversationState.saveChanges(context);
    if (reply !== null) await context.deleteActivity(reply);
    await next();
  });

  bot.onConversationUpdate(async (context, next) => {
    const { membersAdded = [], recipient, channelId, locale } = context.activity;
    const profile = profileOf(channelId);
    if (profile.tellsOfInstallations) await onArrival(context);
    else if (membersAdded.some(({ id }) => id !== recipient.id)) {
      await sendReply(context, welcome(channelLocale(locale), profile), profile);
    }
    await next();
  });

  bot.onTurn(async (context, next) => {
    stampCards(context, given.randomId);
    await next();
    await conversationState.saveChanges(context);
  });
  return bot;
}

/** Does it, then what the SDK does after it. */
const andNext =
  (act: (context: TurnContext) => Promise<void>) =>
  async (context: TurnContext, next: () => Promise<void>): Promise<void> => {
    await act(context);
    await next();
  };

/** The SDK's handler, but for invokes: its own knows neither the half of those that Teams sends nor how to refuse one. */
class AssistantHandler extends ActivityHandler {
  constructor(private readonly answerInvoke: (context: TurnContext) => Promise<InvokeResponse<unknown>>) {
    super();
  }

  protected override onInvokeActivity(context: TurnContext): Promise<InvokeResponse<unknown>> {
    return this.answerInvoke(context);
  }
}

/** The sentence for a turn that takes longer than a channel waits. */
export const lateSentence = (locale: string): string => sentence('late', channelLocale(locale));

/** The sentence for a turn that failed. */
export const failureSentence = (locale: string): string => sentence('failure', channelLocale(locale));

const sentence = (of: 'late' | 'failure', locale: Locale): string => typeset(messagesFor(locale)[of], locale);
