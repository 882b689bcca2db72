import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { parseBody } from '../http/parse-body';

/** Ids of Teams run to about 200 characters. */
const MAX_ID_CHARACTERS = 1_000;

const idSchema = z.string().min(1).max(MAX_ID_CHARACTERS);

const accountSchema = z.looseObject({ id: idSchema });

/** Teams writes a GUID, the Playground a made-up one. */
const tenantSchema = z.string().max(MAX_ID_CHARACTERS).nullish();

/** Teams, and the "Test in Web Chat" pane of the Azure portal. Other channels bring other ways to prove who they are. */
export const CONNECTOR_CHANNELS = ['msteams', 'webchat'] as const;

/** In development, the Playground may also call itself an emulator. */
export const DEVELOPMENT_CHANNELS = ['msteams', 'webchat', 'emulator'] as const;

/**
 * What must be there before anything is believed. The service address is not asked for: without one the token proves
 * nothing, which is a refusal and not a wrong shape. The rest of the activity is the SDK's to read.
 */
const envelopeSchema = z
  .looseObject({
    type: z.string().min(1).max(100),
    id: idSchema.nullish(),
    channelId: z.string(),
    serviceUrl: z.string().max(MAX_ID_CHARACTERS).nullish(),
    conversation: accountSchema.extend({ tenantId: tenantSchema }),
    from: accountSchema,
    recipient: accountSchema,
    channelData: z.looseObject({ tenant: z.looseObject({ id: tenantSchema }).nullish() }).nullish(),
    deliveryMode: z.string().max(100).nullish(),
    locale: z.string().max(100).nullish(),
    name: z.string().max(MAX_ID_CHARACTERS).nullish(),
    text: z.string().nullish(),
    replyToId: z.string().max(MAX_ID_CHARACTERS).nullish(),
    attachments: z.array(z.looseObject({})).nullish(),
    entities: z.array(z.looseObject({})).nullish(),
    membersAdded: z.array(accountSchema).nullish(),
    membersRemoved: z.array(accountSchema).nullish(),
    reactionsAdded: z.array(z.looseObject({})).nullish(),
    reactionsRemoved: z.array(z.looseObject({})).nullish(),
  })
  // Every channel gives a message an id. Without one it could not be known again when it is sent twice.
  .refine(({ type, id }) => type !== 'message' || typeof id === 'string', {
    path: ['id'],
    error: 'a message has an id',
  });

const DATES = ['timestamp', 'localTimestamp', 'expiration'] as const;

/** The activity of a request, and what the door itself reads in it. */
export interface ConnectorActivity {
  /** With its dates as the SDK wants them. */
  readonly activity: Activity;
  /** The different tenants that it names, in lower case. */
  readonly tenants: readonly string[];
}

/** Reads bodies of these channels; throws a 400 that names each bad key. */
export function createActivityReader(channels: readonly string[]): (body: unknown) => ConnectorActivity {
  const schema = envelopeSchema.refine(({ channelId }) => channels.includes(channelId), {
    path: ['channelId'],
    error: `not one of ${channels.join(', ')}`,
  });
  return (body) => {
    const envelope = parseBody(schema, body);
    const tenants = [envelope.conversation.tenantId, envelope.channelData?.tenant?.id].flatMap((tenant) =>
      tenant === undefined || tenant === null || tenant === '' ? [] : [tenant.toLowerCase()],
    );
    // Teams writes null for what there is not, which the SDK's types and defaults do not expect.
    const given = Object.fromEntries(Object.entries(envelope).filter(([, value]) => value !== null));
    return {
      activity: z
        .custom<Activity>()
        .parse({ ...given, ...Object.fromEntries(DATES.flatMap((name) => datesOf(name, envelope[name]))) }),
      tenants: [...new Set(tenants)],
    };
  };
}

/** `timestamp` as a Date, and `rawTimestamp` as it came; what is no date is taken out. */
function datesOf(name: (typeof DATES)[number], value: unknown): readonly (readonly [string, unknown])[] {
  if (value === undefined) return [];
  const date = typeof value === 'string' ? new Date(value) : new Date(NaN);
  if (Number.isNaN(date.getTime())) return [[name, undefined]];
  return [
    [name, date],
    [`raw${name.charAt(0).toUpperCase()}${name.slice(1)}`, value],
  ];
}
