import { z } from 'zod';
import { parseJson } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import { type Person, personShape } from './person';
import { hashOf, newSecret } from './secret-key';

/** A working day. */
const SESSION_HOURS = 8;
const HOUR_MS = 3_600_000;

const SESSION_PREFIX = 'desk/session/';
const sessionSchema = z.strictObject({ at: z.iso.datetime(), expires: z.iso.datetime(), ...personShape });

/** Somebody signed in, with what his forms carry so that no other site can send them for him. */
export interface Session {
  readonly person: Person;
  readonly formToken: string;
}

/** Who is signed in. Kept in the store, so in all processes; only hashes of what browsers hold. */
export type Sessions = ReturnType<typeof createSessions>;

const COOKIE = 'desk';
const VALUE = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{43})(?:;|$)`, 'u');

/** `isSecure`: the desk is reached by https, and the cookie by nothing else. */
export function createSessions(store: Store, now: () => Date, isSecure: boolean) {
  const cookie = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/admin; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;

  return {
    /** The cookie to set, whole. */
    begin: async (person: Person): Promise<string> => {
      const secret = newSecret();
      const at = now();
      const session: z.infer<typeof sessionSchema> = {
        at: at.toISOString(),
        expires: new Date(at.getTime() + SESSION_HOURS * HOUR_MS).toISOString(),
        ...person,
      };
      await store.commit([{ key: SESSION_PREFIX + hashOf(secret), text: JSON.stringify(session), expected: null }]);
      return cookie(secret, SESSION_HOURS * 3600);
    },
    /** Null for a browser that is not signed in, or not any more. */
    of: async (cookies: string | undefined): Promise<Session | null> => {
      const secret = secretIn(cookies);
      const kept = secret === null ? null : await store.read(SESSION_PREFIX + hashOf(secret));
      if (secret === null || kept === null) return null;
      const { data } = sessionSchema.safeParse(parseJson(kept.text));
      if (data === undefined || new Date(data.expires) <= now()) return null;
      const { who, name, role } = data;
      return { person: { who, name, role }, formToken: hashOf(`form ${secret}`) };
    },
    /** The cookie that takes the other away, whole. */
    end: async (cookies: string | undefined): Promise<string> => {
      const secret = secretIn(cookies);
      if (secret !== null) await store.commit([{ key: SESSION_PREFIX + hashOf(secret), text: null }]);
      return cookie('', 0);
    },
  };
}

function secretIn(cookies: string | undefined): string | null {
  return VALUE.exec(cookies ?? '')?.[1] ?? null;
}
