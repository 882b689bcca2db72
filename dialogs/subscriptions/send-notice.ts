import type { Activity, ConversationReference, TurnContext } from 'botbuilder';

/**
 * Writes to a conversation without being asked. "gone": the conversation is over or does not want to be written to, and is not to
 * be tried again; "failed": it may go another time. Never rejects. `sent` writes down what follows from it, in the same turn: where we
 * keep what was said ourselves, that is kept with it or not at all.
 */
export type SendNotice = (
  reference: Partial<ConversationReference>,
  activity: Partial<Activity>,
  sent: (context: TurnContext) => Promise<void>,
) => Promise<'sent' | 'gone' | 'failed'>;
