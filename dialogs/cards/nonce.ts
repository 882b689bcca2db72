import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';

const submitSchema = z.looseObject({
  type: z.enum(['Action.Submit', 'Action.Execute']),
  data: z.looseObject({ action: z.string() }),
});

/**
 * A card whose buttons say which showing of it they stand on. The same press delivered twice (a double click, a request that
 * Teams sends again under a new id) can then be told from the same button of a card shown later.
 */
export function withNonce(node: unknown, nonce: string): unknown {
  if (Array.isArray(node)) return node.map((one: unknown) => withNonce(one, nonce));
  // A card has hundreds of texts and no more than some buttons: only these are looked at by the schema.
  if (typeof node !== 'object' || node === null) return node;
  const submit = 'data' in node && 'type' in node ? submitSchema.safeParse(node) : undefined;
  // An Action.Execute holds its Action.Submit for whoever does not know it: both are the same press.
  const inside = Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => [key, withNonce(value, nonce)]),
  );
  return submit?.success === true ? { ...inside, data: { ...submit.data.data, nonce } } : inside;
}

/** Each card that goes out in this turn is a showing of its own. */
export function stampCards(context: TurnContext, randomId: () => string): void {
  const stamp = (activity: Partial<Activity>): void => {
    for (const attachment of activity.attachments ?? []) attachment.content = withNonce(attachment.content, randomId());
  };
  context.onSendActivities((_context, activities, send) => {
    activities.forEach(stamp);
    return send();
  });
  context.onUpdateActivity((_context, activity, update) => {
    stamp(activity);
    return update();
  });
}
