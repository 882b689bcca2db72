import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { parseBody } from '../http/parse-body';

/** Ids of Teams run to about 200 characters. */
const MAX_ID_CHARACTERS = 1_000;

const accountSchema = z.looseObject({ id: z.string().min(1).max(MAX_ID_CHARACTERS) });

/**
 * What must be there before anything is believed. The SDK skips its check of the token's service address when the activity
 * has none, and its other channels bring other ways to prove who they are: only Teams and the "Test in Web Chat" pane of the
 * Azure portal are let in. The rest of the activity is the SDK's to read.
 */
const envelopeSchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(MAX_ID_CHARACTERS).exactOptional(),
  channelId: z.enum(['msteams', 'webchat']),
  serviceUrl: z.url({ protocol: /^https$/u }).max(MAX_ID_CHARACTERS),
  conversation: accountSchema,
  from: accountSchema,
  recipient: accountSchema,
});

const DATES = ['timestamp', 'localTimestamp', 'expiration'] as const;

const activitySchema = z.custom<Activity>((value) => envelopeSchema.safeParse(value).success);

/** The activity of a connector's request, with its dates as the SDK wants them; throws a 400 that names each bad key. */
export function parseConnectorActivity(body: unknown): Activity {
  const envelope = parseBody(envelopeSchema, body);
  return activitySchema.parse({
    ...envelope,
    ...Object.fromEntries(DATES.flatMap((name) => datesOf(name, envelope[name]))),
  });
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
