import {
  ActivityTypes,
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder';
import { z } from 'zod';
import type { BotLogic } from '../bot-logic';
import type { Loggable } from './conversation';
import type { Outbox } from './outbox';

/** Direct Line in the process: the bot's activities go to the conversation's log, without any HTTP between. */
export class DirectLineAdapter extends BotAdapter {
  constructor(
    private readonly outbox: Outbox,
    /** Runs a turn after those of the same conversation, and keeps it whole. */
    private readonly play: (conversationId: string, turn: () => Promise<void>) => Promise<void>,
  ) {
    super();
  }

  /** Runs one turn. The caller holds the conversation's place in the queue, and keeps what is written. */
  async receive(activity: Partial<Activity>, logic: BotLogic): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  /** Sends one after the other, so that the log keeps their order. */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const conversationId = conversationOf(context.activity);
      const isPassing = activity.type === ActivityTypes.Typing;
      if (isPassing) this.outbox.show(conversationId, typed(activity));
      responses.push({ id: isPassing ? '' : await this.outbox.post(conversationId, typed(activity)) });
    }
    return responses;
  }

  /** Rejects: only messages of Teams are edited and deleted, and their replies with them. */
  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('a Direct Line activity is not changed: send another one'));
  }

  /** Rejects, as `updateActivity` does. */
  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('a Direct Line activity is not deleted: end its conversation'));
  }

  /** A turn that the bot starts. Not to be awaited inside a turn of the same conversation: it waits for its end. */
  override async continueConversation(reference: Partial<ConversationReference>, logic: BotLogic): Promise<void> {
    const event = { type: ActivityTypes.Event, name: 'ContinueConversation' };
    const activity = TurnContext.applyConversationReference(event, reference, true);
    // The reference may name an old activity, and what a turn of the bot's own sends replies to nothing.
    delete activity.id;
    await this.play(conversationOf(reference), () => this.receive(activity, logic));
  }

  override async continueConversationAsync(
    _botAppId: unknown,
    reference: Partial<ConversationReference>,
    logic: unknown,
  ): Promise<void> {
    await this.continueConversation(reference, z.custom<BotLogic>((value) => typeof value === 'function').parse(logic));
  }
}

function conversationOf({ conversation }: { readonly conversation?: { readonly id: string } }): string {
  if (conversation === undefined) throw new TypeError('the activity says no conversation');
  return conversation.id;
}

/** Without a type it is a message, as for the SDK. */
function typed({ type = ActivityTypes.Message, ...activity }: Partial<Activity>): Loggable {
  return { ...activity, type };
}
