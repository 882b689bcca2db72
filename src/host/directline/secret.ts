import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readUnlessMissing, writeDurably } from '../storage/durable-file';

const FILE_NAME = 'direct-line-secret';
const SECRET_BYTES = 32;
/** The same floor as for a secret given in the settings. */
const MIN_SECRET_CHARACTERS = 32;

/** The file that keeps the secret holds something else. */
class BadSecretFile extends Error {
  readonly code = 'BadSecretFile';

  constructor(path: string, characters: number) {
    super(
      `${path}: expected a secret of at least ${MIN_SECRET_CHARACTERS} characters, found ${characters} (delete the file to have a new one made; tokens given out before stop working)`,
    );
    this.name = 'BadSecretFile';
  }
}

/**
 * The Direct Line secret: the one given, else the one kept in `folder`, else a new one, kept there for its owner alone.
 * Tokens are signed with keys derived from it, so keeping it is what lets a chat survive a restart.
 */
export async function openSecret(folder: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const path = join(folder, FILE_NAME);
  const kept = (await readUnlessMissing(path))?.trim();
  if (kept !== undefined) {
    if (kept.length < MIN_SECRET_CHARACTERS) throw new BadSecretFile(path, kept.length);
    return kept;
  }
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(path, `${secret}\n`);
  return secret;
}

/** Whether the two are the same, in a time that says nothing about where they differ. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected));
}

/** A signing key of its own for each use, so that a token for one can't serve for another. */
export function deriveKey(secret: string, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', use, 32));
}

/** timingSafeEqual wants equal lengths; digests have one, and hide that of the secret. */
function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
