import { z } from 'zod';
import { parseStored } from '../../storage/parse-json';
import { isCommitted, type Store } from '../../storage/store';
import { type Person, personShape } from './person';
import { hashOf, newSecret, validFor, validityShape } from './secret-key';

/** Whoever made it hands it over at once. */
export const LINK_MINUTES = 15;

const LINK_PREFIX = 'desk/link/';
const linkSchema = z.strictObject({
  ...validityShape,
  usedAt: z.iso.datetime().nullable(),
  ...personShape,
});

/** Why nobody comes in by a link. */
export type LinkRefusal = 'unknown' | 'used' | 'expired';

/** Makes a link for somebody; resolves with its secret part, of which the hash alone is kept. */
export async function makeLink(
  store: Pick<Store, 'commit'>,
  { name, role }: Pick<Person, 'name' | 'role'>,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  const who = `link:${name.toLowerCase()}`;
  const link: z.infer<typeof linkSchema> = { ...validFor(LINK_MINUTES, now), usedAt: null, who, name, role };
  await store.commit([{ key: LINK_PREFIX + hashOf(secret), text: JSON.stringify(link), expected: null }]);
  return secret;
}

/** The person of a link, who is the first and the last to use it. Of two at once one comes in. */
export async function useLink(store: Store, secret: string, now: Date): Promise<Person | LinkRefusal> {
  const key = LINK_PREFIX + hashOf(secret);
  const kept = await store.read(key);
  if (kept === null) return 'unknown';
  const link = parseStored(linkSchema, kept.text, LINK_PREFIX);
  if (link.usedAt !== null) return 'used';
  if (new Date(link.expires) <= now) return 'expired';
  const text = JSON.stringify({ ...link, usedAt: now.toISOString() });
  if (!(await isCommitted(store, [{ key, text, expected: kept.version }]))) return 'used';
  return { who: link.who, name: link.name, role: link.role };
}
