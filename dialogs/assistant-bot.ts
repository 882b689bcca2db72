import { ActivityHandler, type InvokeResponse, type TurnContext } from 'botbuilder';
import { projectFinderOf } from '../src/core/find-projects';
import type { Locale } from '../src/core/language/locale';
import { messagesFor, typeset } from '../src/messages/messages-for';
import { stampCards } from './cards/nonce';
import { profileOf } from './cards/profile';
import { createCardAction } from './invokes/card-action';
import { createFeedback } from './invokes/feedback';
import { createInvokes } from './invokes/invoke';
import { createSearchProjects } from './invokes/search-projects';
import { createSuggestProjects } from './invokes/suggest-projects';
import { createUnfurlLink } from './invokes/unfurl-link';
import { sendReply } from './send-reply';
import { onArrival } from './turn/arrive';
import { playDelete, playEdit } from './turn/edits';
import { playTurn } from './turn/play-turn';
import { onVote } from './turn/rating';
import { channelLocale, openTurn, type TurnParts } from './turn/turn';
import { welcome } from './turn/welcome';
import { voteIn } from './votes';

/** The bot of every channel: it welcomes, plays each turn and keeps what the conversation remembers, which is saved once, at its end. */
export const createAssistantBot = (parts: Omit<TurnParts, 'finder'>): ActivityHandler =>
  new AssistantBot({ ...parts, finder: projectFinderOf(parts.knowledge) });

class AssistantBot extends ActivityHandler {
  private readonly answerInvoke: (context: TurnContext) => Promise<InvokeResponse<unknown>>;

  constructor(private readonly parts: TurnParts) {
    super();
    this.answerInvoke = createInvokes([
      createCardAction(parts),
      createFeedback(parts),
      createSearchProjects(parts),
      createUnfurlLink(parts),
      createSuggestProjects(parts),
    ]);
  }

  protected override async onTurnActivity(context: TurnContext): Promise<void> {
    stampCards(context, this.parts.randomId);
    await super.onTurnActivity(context);
    await this.parts.conversationState.saveChanges(context);
  }

  protected override onMessageActivity(context: TurnContext): Promise<void> {
    return playTurn(context, this.parts);
  }

  protected override onMessageUpdateActivity(context: TurnContext): Promise<void> {
    return playEdit(context, this.parts);
  }

  protected override async onMessageDeleteActivity(context: TurnContext): Promise<void> {
    const reply = await playDelete(context, this.parts);
    // Forgotten for good before the reply is taken away: that may fail, for it may be gone already.
    await this.parts.conversationState.saveChanges(context);
    if (reply !== null) await context.deleteActivity(reply);
  }

  protected override onInstallationUpdateActivity(context: TurnContext): Promise<void> {
    return onArrival(context, this.parts.conversationState);
  }

  protected override async onConversationUpdateActivity(context: TurnContext): Promise<void> {
    const { membersAdded = [], recipient, channelId, locale } = context.activity;
    const profile = profileOf(channelId);
    if (profile.tellsOfInstallations) await onArrival(context, this.parts.conversationState);
    else if (membersAdded.some(({ id }) => id !== recipient.id))
      await sendReply(context, welcome(channelLocale(locale), profile), profile);
  }

  protected override async onEventActivity(context: TurnContext): Promise<void> {
    const vote = voteIn(context.activity);
    if (vote !== null) await onVote(await openTurn(context, this.parts), vote);
  }

  /** The SDK's own knows neither the half of those that Teams sends nor how to refuse one. */
  protected override onInvokeActivity(context: TurnContext): Promise<InvokeResponse<unknown>> {
    return this.answerInvoke(context);
  }
}

/** The sentence for a turn that takes longer than a channel waits. */
export const lateSentence = (locale: string): string => sentence('late', channelLocale(locale));

export const failureSentence = (locale: string): string => sentence('failure', channelLocale(locale));

const sentence = (of: 'late' | 'failure', locale: Locale): string => typeset(messagesFor(locale)[of], locale);
