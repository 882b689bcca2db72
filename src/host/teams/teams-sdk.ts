import type { Activity, ConversationReference, InvokeResponse } from 'botbuilder';
import type { BotLogic } from '../bot-logic';

/** Plays the turn of an activity that is believed; resolves with the answer to an invoke, or to who expects the replies in it. */
export type Play = (logic: BotLogic) => Promise<InvokeResponse | undefined>;

/**
 * A kit of Microsoft's by which the assistant speaks with Teams: who is believed, how a turn is played, how one begins. The bot
 * itself always sees the turns of botbuilder.
 */
export interface TeamsSdk {
  /** Proves an activity by its Authorization header. Throws a 403 when it is not believed, a 503 when that can't be known now. */
  readonly accept: (activity: Activity, authorization: string) => Promise<Play>;
  /** A turn that nobody began, in a conversation kept from an earlier one: no typing sign and no apology. Rejects when it fails. */
  readonly begin: (reference: Partial<ConversationReference>, logic: BotLogic) => Promise<void>;
}
