import { QueueFull, type TurnQueue } from '../storage/turn-queue';
import { HttpError } from './http-error';

/** Runs the task after the turns of the conversation of this key that already wait; 429 when too many do. */
export async function inTurn<T>(queue: TurnQueue, key: string, task: () => Promise<T>): Promise<T> {
  try {
    return await queue.run(key, task);
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new HttpError(429, 'TooManyRequests', 'Too many activities wait in this conversation.', {
      'Retry-After': '1',
    });
  }
}
