import { createSecretKey, hash, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { documentsOf } from '../storage/documents';
import type { Store } from '../storage/store';

const KEY = 'secrets';
const SECRET_BYTES = 32;
/** A shorter secret can be guessed; 32 characters is what `openssl rand -hex 16` gives. */
export const MIN_SECRET_CHARACTERS = 32;

const secretSchema = z.string().min(MIN_SECRET_CHARACTERS);
const secretsSchema = z.tuple([secretSchema], secretSchema).readonly();

/** The first signs; what any of them signed is believed, so that a new one can be put first without ending the chats under way. */
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * The Direct Line secrets: those given, else those kept in the store, else a new one, kept there. Tokens are signed with keys derived
 * from them, so keeping them is what lets a chat survive a restart.
 */
export async function openSecrets(store: Store, given: Secrets | undefined): Promise<Secrets> {
  if (given !== undefined) return given;
  const made: Secrets = [randomBytes(SECRET_BYTES).toString('hex')];
  return documentsOf(store, secretsSchema, 'the secrets of Direct Line').change(KEY, (kept) => kept ?? made);
}

/** Whether the two are the same, in a time that says nothing about where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  // It wants equal lengths; digests have one, and hide that of the secret.
  return timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
}

/** Whether it is one of them, in a time that does not say which. */
export function isOneOfSecrets(given: string, secrets: Secrets): boolean {
  return secrets.filter((secret) => isSameSecret(given, secret)).length > 0;
}

/** A signing key of its own for each use, so that a token for one can't serve for another. */
export function deriveKey(secret: string, use: string): KeyObject {
  // Given bytes, the library of the tokens tries them as a public key and as a private one first, at each token.
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', use, 32)));
}
