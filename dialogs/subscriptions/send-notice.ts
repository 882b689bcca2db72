import type { Activity, ConversationReference } from 'botbuilder';

/**
 * Writes to a conversation without being asked. "gone": the conversation is over or does not want to be written to, and is not to
 * be tried again; "failed": it may go another time. Never rejects.
 */
export type SendNotice = (
  reference: Partial<ConversationReference>,
  activity: Partial<Activity>,
) => Promise<'sent' | 'gone' | 'failed'>;
