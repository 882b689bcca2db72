import { HttpError } from '../http/http-error';
import { QueueFull, type TurnQueue } from '../storage/turn-queue';
import { turnKey } from './adapter';

/** Runs the task after the turns of the conversation that already wait; 429 when too many do. */
export async function inTurn<T>(queue: TurnQueue, conversationId: string, task: () => Promise<T>): Promise<T> {
  try {
    return await queue.run(turnKey(conversationId), task);
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new HttpError(429, 'TooManyRequests', 'Too many activities wait in this conversation.', {
      'Retry-After': '1',
    });
  }
}
