import { z } from 'zod';
import { parseReadable } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import { type Person, personShape } from './person';
import { createCookie, hashOf, newSecret, validFor, validityShape } from './secret-key';

/** A working day. */
const SESSION_HOURS = 8;

const SESSION_PREFIX = 'desk/session/';
const sessionSchema = z.strictObject({ ...validityShape, ...personShape });

/** Somebody signed in, with what his forms carry so that no other site can send them for him. */
export interface Session {
  readonly person: Person;
  readonly formToken: string;
}

/** Who is signed in. Kept in the store, so in all processes; only hashes of what browsers hold. */
export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(store: Store, now: () => Date, isSecure: boolean) {
  const cookie = createCookie('desk', '/admin', 'Strict', isSecure);
  return {
    /** The cookie to set, whole. */
    begin: async (person: Person): Promise<string> => {
      const secret = newSecret();
      const session: z.infer<typeof sessionSchema> = { ...validFor(SESSION_HOURS * 60, now()), ...person };
      await store.commit([{ key: SESSION_PREFIX + hashOf(secret), text: JSON.stringify(session), expected: null }]);
      return cookie.holding(secret, SESSION_HOURS * 3600);
    },
    /** Null for a browser that is not signed in, or not any more. */
    of: async (cookies: string | undefined): Promise<Session | null> => {
      const secret = cookie.in(cookies);
      const kept = secret === null ? null : await store.read(SESSION_PREFIX + hashOf(secret));
      if (secret === null || kept === null) return null;
      const data = parseReadable(sessionSchema, kept.text);
      if (data === null || new Date(data.expires) <= now()) return null;
      const { who, name, role } = data;
      return { person: { who, name, role }, formToken: hashOf(`form ${secret}`) };
    },
    /** The cookie that takes the other away, whole. */
    end: async (cookies: string | undefined): Promise<string> => {
      const secret = cookie.in(cookies);
      if (secret !== null) await store.commit([{ key: SESSION_PREFIX + hashOf(secret), text: null }]);
      return cookie.holding('', 0);
    },
  };
}
