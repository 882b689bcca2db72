import { createHash, createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readUnlessMissing, writeDurably } from '../storage/durable-file';

const FILE_NAME = 'direct-line-secret';
const SECRET_BYTES = 32;
/** The same floor as for a secret given in the settings. */
const MIN_SECRET_CHARACTERS = 32;

/** The first signs; what any of them signed is believed, so that a new one can be put first without ending the chats under way. */
export type Secrets = readonly [string, ...string[]];

/** The file that keeps the secret holds something else. */
class BadSecretFile extends Error {
  readonly code = 'BadSecretFile';

  constructor(path: string, characters: number) {
    super(
      `${path}: expected on each line a secret of at least ${MIN_SECRET_CHARACTERS} characters, found ${characters} (delete the file to have a new one made; tokens given out before stop working)`,
    );
    this.name = 'BadSecretFile';
  }
}

/**
 * The Direct Line secrets: those given, else those kept in `folder` (one a line), else a new one, kept there for its owner
 * alone. Tokens are signed with keys derived from them, so keeping them is what lets a chat survive a restart.
 */
export async function openSecrets(folder: string, given: Secrets | undefined): Promise<Secrets> {
  if (given !== undefined) return given;
  const path = join(folder, FILE_NAME);
  const kept = await readUnlessMissing(path);
  if (kept !== null) return readLines(path, kept);
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(path, `${secret}\n`);
  return [secret];
}

function readLines(path: string, text: string): Secrets {
  const lines = text.split('\n').map((line) => line.trim());
  const [first = '', ...others] = lines.filter((line) => line !== '');
  const secrets: Secrets = [first, ...others];
  const short = secrets.find((secret) => secret.length < MIN_SECRET_CHARACTERS);
  if (short !== undefined) throw new BadSecretFile(path, short.length);
  return secrets;
}

/** Whether the two are the same, in a time that says nothing about where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected));
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

/** timingSafeEqual wants equal lengths; digests have one, and hide that of the secret. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
