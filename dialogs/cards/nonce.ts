import type { Activity, TurnContext } from 'botbuilder';
import { z } from 'zod';

const submitSchema = z.looseObject({
  type: z.enum(['Action.Submit', 'Action.Execute']),
  data: z.looseObject({ action: z.string() }),
});

const nodeSchema = z.record(z.string(), z.unknown());

/** Each card that goes out in this turn is a showing of its own. */
export function stampCards(context: TurnContext, randomId: () => string): void {
  const stamp = (activity: Partial<Activity>): void => {
    for (const attachment of activity.attachments ?? []) {
      const content: unknown = attachment.content;
      attachment.content = withNonce(content, randomId());
    }
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

/**
 * A card whose buttons say which showing of it they stand on. The same press delivered twice (a double click, a request that
 * Teams sends again under a new id) can then be told from the same button of a card shown later.
 */
function withNonce(node: unknown, nonce: string): unknown {
  if (Array.isArray(node)) return node.map((one: unknown) => withNonce(one, nonce));
  const parsed = nodeSchema.safeParse(node);
  if (!parsed.success) return node;
  const submit = submitSchema.safeParse(parsed.data);
  if (submit.success) return { ...parsed.data, data: { ...submit.data.data, nonce } };
  return Object.fromEntries(Object.entries(parsed.data).map(([key, value]) => [key, withNonce(value, nonce)]));
}
