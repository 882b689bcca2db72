import { createHash } from 'node:crypto';
import { ActivityTypes, type Activity } from 'botbuilder';

const INVOKE: string = ActivityTypes.Invoke;
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

function changeIn(activity: {
  readonly text?: unknown;
  readonly timestamp?: unknown;
  readonly channelData?: unknown;
}): string {
  const { text, timestamp, channelData } = activity;
  return createHash('sha256')
    .update(JSON.stringify([text, timestamp, channelData]))
    .digest('base64url');
}
