import { createHmac } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import { z } from 'zod';
import { deriveKey } from '../../../src/host/directline/secret';
import { createTokens } from '../../../src/host/directline/tokens';
import { newClock, SECRET } from '../running-host';

const CLAIMS = { conv: 'conversation', user: 'dl_user' };
const NEW_SECRET = 'another-secret-of-the-tests-as-long-as-the-first';
const CHAT_KEY = deriveKey(SECRET, 'direct line token');
const KEY_ID = keyIdOf(createTokens({ secret: SECRET, now: newClock().now }).issueChat(CLAIMS));

describe('tokens', () => {
  it('says what was put in, and what its client looks for', () => {
    const tokens = createTokens({ secret: SECRET, now: newClock().now });

    const token = tokens.issueChat({ ...CLAIMS, name: 'Ada', origins: ['https://site.example.org'] });

    expect(tokens.readChat(token)).toEqual({
      kind: 'valid',
      claims: { ...CLAIMS, name: 'Ada', origins: ['https://site.example.org'] },
    });
    expect(payloadOf(token)).toMatchObject({ user: 'dl_user', conv: 'conversation' });
  });

  it('lives 30 minutes', () => {
    const clock = newClock();
    const tokens = createTokens({ secret: SECRET, now: clock.now });
    const token = tokens.issueChat(CLAIMS);

    clock.advance(1_799);
    expect(tokens.readChat(token).kind).toBe('valid');
    clock.advance(2);
    expect(tokens.readChat(token).kind).toBe('expired');
  });

  it('opens a stream for 60 seconds', () => {
    const clock = newClock();
    const tokens = createTokens({ secret: SECRET, now: clock.now });
    const token = tokens.issueStream({ conv: 'conversation', origins: ['https://site.example.org'] });

    expect(tokens.readStream(token)).toEqual({
      kind: 'valid',
      claims: { conv: 'conversation', origins: ['https://site.example.org'] },
    });
    clock.advance(61);
    expect(tokens.readStream(token).kind).toBe('expired');
  });

  it('is good again after a restart with the same secret, and no more with another', () => {
    const { now } = newClock();
    const token = createTokens({ secret: SECRET, now }).issueChat(CLAIMS);

    expect(createTokens({ secret: SECRET, now }).readChat(token).kind).toBe('valid');
    expect(createTokens({ secret: `${SECRET}!`, now }).readChat(token).kind).toBe('forged');
  });

  it('does not take one kind of token for the other', () => {
    const tokens = createTokens({ secret: SECRET, now: newClock().now });

    expect(tokens.readStream(tokens.issueChat(CLAIMS)).kind).toBe('forged');
    expect(tokens.readChat(tokens.issueStream(CLAIMS)).kind).toBe('forged');
  });

  it.each([
    ['an unsigned one', sign({ ...CLAIMS }, '', { algorithm: 'none', keyid: KEY_ID })],
    ['one of another algorithm', sign({ ...CLAIMS }, CHAT_KEY, { algorithm: 'HS512', keyid: KEY_ID })],
    ['one signed with the secret itself', sign({ ...CLAIMS }, SECRET, { keyid: KEY_ID })],
    ['one without a conversation', sign({ user: 'dl_user' }, CHAT_KEY, { keyid: KEY_ID })],
    ['one that names no key', sign({ ...CLAIMS }, CHAT_KEY)],
    ['one that names a key unknown here', sign({ ...CLAIMS }, CHAT_KEY, { keyid: 'unknown' })],
    ['one that names a key by something else than a text', withHeader({ alg: 'HS256', typ: 'JWT', kid: [KEY_ID] })],
    ['one whose header is no object', withHeader(null)],
    ['one of three dots', '...'],
    ['no token at all', 'abc'],
  ])('takes %s for a forgery', (_case, token) => {
    expect(createTokens({ secret: SECRET, now: () => new Date() }).readChat(token)).toEqual({ kind: 'forged' });
  });

  it('believes a token that is right in all of that', () => {
    const token = sign({ ...CLAIMS }, CHAT_KEY, { keyid: KEY_ID });

    expect(createTokens({ secret: SECRET, now: () => new Date() }).readChat(token)).toMatchObject({ claims: CLAIMS });
  });

  it('is signed with the first secret, and believed from any of them', () => {
    const { now } = newClock();
    const before = createTokens({ secret: SECRET, now });
    const during = createTokens({ secret: NEW_SECRET, olderSecrets: [SECRET], now });
    const after = createTokens({ secret: NEW_SECRET, now });

    expect(during.readChat(before.issueChat(CLAIMS)).kind).toBe('valid');
    expect(during.readStream(before.issueStream(CLAIMS)).kind).toBe('valid');
    expect(after.readChat(during.issueChat(CLAIMS)).kind).toBe('valid');
    expect(after.readChat(before.issueChat(CLAIMS)).kind).toBe('forged');
    expect(before.readChat(during.issueChat(CLAIMS)).kind).toBe('forged');
  });

  it('does not tell the secret by the id of its key', () => {
    expect(KEY_ID).toMatch(/^[\w-]{12}$/u);
    expect(SECRET).not.toContain(KEY_ID);
    expect(keyIdOf(createTokens({ secret: NEW_SECRET, now: newClock().now }).issueChat(CLAIMS))).not.toBe(KEY_ID);
  });

  it('takes a changed expired token for a forgery, not for an expired one', () => {
    const clock = newClock();
    const tokens = createTokens({ secret: SECRET, now: clock.now });
    const [header = '', payload = ''] = tokens.issueChat(CLAIMS).split('.');
    clock.advance(10_000);

    expect(tokens.readChat(`${header}.${payload}.c2lnbmF0dXJl`).kind).toBe('forged');
  });
});

function payloadOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function keyIdOf(token: string): string {
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  return z.object({ kid: z.string() }).parse(header).kid;
}

/** A token that is right but for its header. */
function withHeader(header: unknown): string {
  const [, payload = ''] = sign({ ...CLAIMS }, CHAT_KEY).split('.');
  const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`;
  return `${signed}.${createHmac('sha256', CHAT_KEY).update(signed).digest('base64url')}`;
}
