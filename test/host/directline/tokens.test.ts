import { sign } from 'jsonwebtoken';
import { deriveKey } from '../../../src/host/directline/secret';
import { createTokens } from '../../../src/host/directline/tokens';
import { newClock, SECRET } from '../running-host';

const CLAIMS = { conv: 'conversation', user: 'dl_user' };

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
    const token = tokens.issueStream('conversation');

    expect(tokens.readStream(token)).toEqual({ kind: 'valid', claims: { conv: 'conversation' } });
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
    expect(tokens.readChat(tokens.issueStream('conversation')).kind).toBe('forged');
  });

  it.each([
    ['an unsigned one', sign({ ...CLAIMS }, '', { algorithm: 'none' })],
    ['one of another algorithm', sign({ ...CLAIMS }, deriveKey(SECRET, 'direct line token'), { algorithm: 'HS512' })],
    ['one signed with the secret itself', sign({ ...CLAIMS }, SECRET)],
    ['one without a conversation', sign({ user: 'dl_user' }, deriveKey(SECRET, 'direct line token'))],
    ['no token at all', 'abc'],
  ])('takes %s for a forgery', (_case, token) => {
    expect(createTokens({ secret: SECRET, now: () => new Date() }).readChat(token)).toEqual({ kind: 'forged' });
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
