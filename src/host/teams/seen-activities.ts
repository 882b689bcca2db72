import { hash } from 'node:crypto';
import { ActivityTypes, type Activity } from 'botbuilder';
import { z } from 'zod';
import { documentsOf } from '../storage/documents';
import type { Store } from '../storage/store';

/**
 * Teams sends a turn again within a minute or so. Whoever captured a request could do so as long as its token lives, an hour
 * and five minutes: few conversations say five hundred things in that time, and the list of their ids is some 10 kB.
 */
const MAX_REMEMBERED = 500;

const seenSchema = z.strictObject({ at: z.iso.datetime(), ids: z.array(z.string()) });

/**
 * The last activities answered in each conversation, kept in the store: what Teams sends again after a restart was answered before it all
 * the same. `now` in milliseconds.
 */
export function createSeenActivities(store: Store, now: () => number) {
  const documents = documentsOf(store, seenSchema, 'the activities seen');
  return {
    has: async (conversation: string, activityId: string) =>
      (await documents.read(keyOf(conversation)))?.ids.includes(activityId) === true,
    add: (conversation: string, activityId: string) =>
      documents.change(keyOf(conversation), (seen) => ({
        at: new Date(now()).toISOString(),
        ids: [...(seen?.ids ?? []), activityId].slice(-MAX_REMEMBERED),
      })),
  };
}

function keyOf(conversation: string): string {
  return `seen/${conversation}`;
}

export const INVOKE: string = ActivityTypes.Invoke;
const OF_A_MESSAGE: ReadonlySet<string> = new Set([ActivityTypes.MessageUpdate, ActivityTypes.MessageDelete]);

/**
 * What tells an activity from one sent again; undefined where each one is to be answered. An edit or a deletion has the id of
 * its message, and a message may be edited, deleted and brought back many times: the time of the change and the new text tell
 * them apart. An invoke wants its answer each time (a card's own nonce keeps it from being done twice).
 */
export function occurrenceOf(activity: Activity): string | undefined {
  const { type, id } = activity;
  if (id === undefined || type === INVOKE) return undefined;
  return OF_A_MESSAGE.has(type) ? `${type}/${id}/${changeIn(activity)}` : id;
}

function changeIn(activity: { readonly [Part in 'text' | 'timestamp' | 'channelData']?: unknown }): string {
  const { text, timestamp, channelData } = activity;
  return hash('sha256', JSON.stringify([text, timestamp, channelData]), 'base64url');
}
