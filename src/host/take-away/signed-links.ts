import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { sign, TokenExpiredError, verify } from 'jsonwebtoken';
import { z } from 'zod';
import { MOST_NOTED } from '../../../dialogs/exports/note';
import { LOCALES } from '../../core/language/locale';
import { questionSchema } from '../../core/model/question';
import type { Unchanging } from '../../core/model/records';
import { deriveKey, type Secrets } from '../directline/secret';
import { ALGORITHM, type Reading } from '../directline/tokens';

/** What a link gives: the table of a question asked again, or a note on some projects. */
const contentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('csv'), question: questionSchema, locale: z.enum(LOCALES) }),
  z.strictObject({
    kind: z.literal('note'),
    projects: z.array(z.string()).min(1).max(MOST_NOTED),
    locale: z.enum(LOCALES),
    format: z.enum(['html', 'markdown']),
  }),
]);
export type TakeAway = Unchanging<z.infer<typeof contentSchema>>;

/** Makes and reads the links of what people take away: nothing is kept on the server. */
export type SignedLinks = ReturnType<typeof createSignedLinks>;

/** Time to finish the day's work; the base may change after that. */
const LINK_SECONDS = 86_400;
/** Some mail programs cut an address at 8,192 characters, and a card in Teams holds 28 KB in all. */
const MAX_LINK_CHARACTERS = 6_000;
/** A token is at most 6,000 characters, and what deflate packs best grows a thousandfold: a bound all the same. */
const MAX_CONTENT_BYTES = 1_000_000;

/** Room for a content of some hundred bytes: to make room for the usual 32 KB took longer than the packing. */
const PACKING = { windowBits: 10, memLevel: 3 } as const;

/** The content is packed: a question is mostly the names of what it does not limit. */
const claimsSchema = z.strictObject({ c: z.base64url(), exp: z.number() });

/** Links signed with a key derived from the first secret, and believed when any of them signed; `now` is the clock that they expire by. */
export function createSignedLinks({ secrets, now }: { readonly secrets: Secrets; readonly now: () => Date }) {
  const key = deriveKey(secrets[0], 'take-away');
  const keys = secrets.map((secret) => deriveKey(secret, 'take-away'));
  return { issue, read };

  /** The token of a link that works for 24 hours; null when the question is too long for an address. */
  function issue(content: TakeAway): string | null {
    const packed = deflateRawSync(JSON.stringify(content), PACKING).toString('base64url');
    const claims = { c: packed, exp: secondsNow() + LINK_SECONDS };
    const token = sign(claims, key, { algorithm: ALGORITHM, noTimestamp: true });
    return token.length <= MAX_LINK_CHARACTERS ? token : null;
  }

  function read(token: string): Reading<TakeAway> {
    if (token.length > MAX_LINK_CHARACTERS) return { kind: 'forged' };
    const readings = keys.map((each) => readWith(each, token));
    return readings.find(({ kind }) => kind !== 'forged') ?? { kind: 'forged' };
  }

  function readWith(each: KeyObject, token: string): Reading<TakeAway> {
    try {
      const { c } = claimsSchema.parse(verify(token, each, { algorithms: [ALGORITHM], clockTimestamp: secondsNow() }));
      const packed = Buffer.from(c, 'base64url');
      const content: unknown = JSON.parse(inflateRawSync(packed, { maxOutputLength: MAX_CONTENT_BYTES }).toString());
      return { kind: 'valid', claims: contentSchema.parse(content) };
    } catch (error) {
      // The signature is checked before the date: an expired token is one that was really ours.
      return { kind: error instanceof TokenExpiredError ? 'expired' : 'forged' };
    }
  }

  function secondsNow(): number {
    return Math.floor(now().getTime() / 1000);
  }
}
