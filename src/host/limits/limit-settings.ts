import { isIP } from 'node:net';
import { z } from 'zod';
import { SETTINGS } from '../../messages/fr/settings';
import { itemsOf } from '../setting-items';

export type LimitSettings = ReturnType<typeof toLimitSettings>;

const MOST = 10_000_000;

/** An address, alone or with the length of a prefix that its family can have. */
const isBlock = (text: string): boolean => {
  const [address = '', prefix = '1', ...others] = text.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return others.length === 0 && /^[1-9]\d{0,2}$/u.test(prefix) && Number(prefix) <= longest;
};

function wholeNumber(least: number, byDefault: number): z.ZodType<number, string | undefined> {
  const remedy = SETTINGS.remedies.wholeNumber(least, MOST);
  return z
    .string()
    .regex(/^\d{1,8}$/u, remedy)
    .transform(Number)
    .refine((count) => count >= least && count <= MOST, remedy)
    .default(byDefault);
}

/** Part of the schema of the environment. Each message is the remedy. */
export const limitVariables = {
  TRUST_PROXY: z
    .string()
    .transform(itemsOf)
    .refine((items) => items.every(isBlock), SETTINGS.remedies.proxies)
    .default([]),
  PERSON_REQUESTS_PER_MINUTE: wholeNumber(10, 120),
  ADDRESS_REQUESTS_PER_MINUTE: wholeNumber(10, 1_200),
  ADDRESS_CONVERSATIONS_PER_HOUR: wholeNumber(10, 1_000),
  ADDRESS_CONNECTIONS: wholeNumber(10, 1_000),
  DISK_MEGABYTES: wholeNumber(10, 4_000),
};

/** The limits out of an environment that was parsed. */
export function toLimitSettings(env: z.infer<z.ZodObject<typeof limitVariables>>) {
  return {
    /** Proxies whose X-Forwarded-For is believed: addresses, or blocks such as `10.0.0.0/8`. */
    trustedProxies: env.TRUST_PROXY,
    /** Of one token, which is one person in one tab. */
    personRequestsPerMinute: env.PERSON_REQUESTS_PER_MINUTE,
    addressRequestsPerMinute: env.ADDRESS_REQUESTS_PER_MINUTE,
    addressConversationsPerHour: env.ADDRESS_CONVERSATIONS_PER_HOUR,
    /** Open at once. */
    addressConnections: env.ADDRESS_CONNECTIONS,
    /** Of all that stands in VAR_DIR. */
    diskMegabytes: env.DISK_MEGABYTES,
  };
}
