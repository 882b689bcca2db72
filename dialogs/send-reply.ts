import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Profile } from './cards/profile';
import { activityOf, type Reply } from './reply';

const HELD = Symbol('replies held back');

const idSchema = z.looseObject({ id: z.string().min(1) });

/** Says it, or holds it back for who asked for that; the id of the message, when the channel gives one. */
export async function sendReply(context: TurnContext, reply: Reply, profile: Profile): Promise<string | null> {
  const held: Reply[] | undefined = context.turnState.get(HELD);
  if (held === undefined) {
    // The SDK's type promises an id. A connector that accepts a message for later (202) gives none.
    return idSchema.safeParse(await context.sendActivity(activityOf(reply, profile))).data?.id ?? null;
  }
  held.push(reply);
  return null;
}

/** What would be said meanwhile, nothing of which is sent, and what came of it. What goes wrong meanwhile is told as ever. */
export async function heldReplies<Result>(context: TurnContext, meanwhile: () => Promise<Result>) {
  const held: Reply[] = [];
  context.turnState.set(HELD, held);
  try {
    return { replies: held, result: await meanwhile() };
  } finally {
    context.turnState.delete(HELD);
  }
}
