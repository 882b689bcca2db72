import { type InvokeResponse, StatusCodes, type TurnContext } from 'botbuilder';
import type { z } from 'zod';

export interface InvokeHandler {
  /** As Teams names it: `composeExtension/query`. */
  readonly name: string;
  readonly respond: (context: TurnContext, value: unknown) => Promise<InvokeResponse<unknown>>;
}

/** Answers values of this shape with 200 and what `answer` gives (undefined is no body), any other with 400. State is saved at the end of the turn. */
export function invokeHandler<Value>(
  name: string,
  schema: z.ZodType<Value>,
  answer: (context: TurnContext, value: Value) => unknown,
): InvokeHandler {
  return {
    name,
    respond: async (context, value) => {
      const parsed = schema.safeParse(value);
      return parsed.success
        ? { status: StatusCodes.OK, body: await answer(context, parsed.data) }
        : { status: StatusCodes.BAD_REQUEST };
    },
  };
}

/** What each invoke is answered with: by the handler of its name, and 501 when there is none. */
export function createInvokes(
  handlers: readonly InvokeHandler[],
): (context: TurnContext) => Promise<InvokeResponse<unknown>> {
  // A Map: the name comes from outside, and "constructor" must find nothing.
  const byName = new Map(handlers.map((handler) => [handler.name, handler]));
  return async (context) => {
    const { name = '' } = context.activity;
    const value: unknown = context.activity.value;
    return (await byName.get(name)?.respond(context, value)) ?? { status: StatusCodes.NOT_IMPLEMENTED };
  };
}
