import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DESK } from '../../../messages/fr/desk/desk';
import { parseReadable } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import type { Person } from './person';

/** What is written down of what people do at the desk. */
export type Act = keyof typeof DESK.acts;

/** Where the desk keeps its journal: "desk/audit/2026-11-26/2026-11-26T10:00:00.000Z-…". */
const AUDIT_PREFIX = 'desk/audit/';

const entrySchema = z.strictObject({
  at: z.iso.datetime(),
  /** Empty for somebody who is not signed in. */
  name: z.string(),
  role: z.string(),
  act: z.custom<Act>((act) => typeof act === 'string' && Object.hasOwn(DESK.acts, act)),
  /** Names of records, of a draft, of an address: never the words of who asked a question. */
  about: z.string(),
});
export type AuditEntry = Readonly<z.infer<typeof entrySchema>>;

/** What somebody without a name can fill in a day: who is let in writes as much as he does. */
const MOST_OF_STRANGERS_A_DAY = 500;
/** Of what is shown, their share at most. */
const MOST_OF_STRANGERS_SHOWN = 0.25;
const MOST_ABOUT_CHARACTERS = 300;

/** The journal of the desk. */
export type Audit = ReturnType<typeof createAudit>;

export function createAudit({ store, now }: { readonly store: Store; readonly now: () => Date }) {
  return {
    write: async (person: Person | null, act: Act, about = ''): Promise<void> => {
      const at = now().toISOString();
      const day = `${AUDIT_PREFIX}${at.slice(0, 'yyyy-mm-dd'.length)}/`;
      if (person === null && (await store.count(`${day}-`)) >= MOST_OF_STRANGERS_A_DAY) return;
      const { name = '', role = '' } = person ?? {};
      const entry: AuditEntry = { at, name, role, act, about: about.slice(0, MOST_ABOUT_CHARACTERS) };
      // Those of strangers are counted by themselves.
      const key = `${day}${person === null ? '-' : ''}${at}-${randomUUID()}`;
      await store.commit([{ key, text: JSON.stringify(entry), expected: null }]);
    },
    /** The latest first. */
    latest: async (most: number): Promise<readonly AuditEntry[]> => {
      const found: AuditEntry[] = [];
      for (const month of monthsBefore(now())) {
        const ofMonth: AuditEntry[] = [];
        for await (const { text } of store.list(AUDIT_PREFIX + month)) {
          const data = parseReadable(entrySchema, text);
          if (data !== null) ofMonth.push(data);
        }
        found.push(...ofMonth.sort((a, b) => (a.at < b.at ? 1 : -1)));
        if (found.filter(({ name }) => name !== '').length >= most) break;
      }
      // A flood of theirs hides nobody's acts.
      const strangers = found.filter(({ name }) => name === '').slice(0, most * MOST_OF_STRANGERS_SHOWN);
      return found.filter((entry) => entry.name !== '' || strangers.includes(entry)).slice(0, most);
    },
  };
}

/** "2026-11", "2026-10"… for as long as anything is kept. */
export function monthsBefore(now: Date): readonly string[] {
  return Array.from({ length: 13 }, (_, ago) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 'yyyy-mm'.length),
  );
}
