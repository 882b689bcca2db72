import { deflateRawSync } from 'node:zlib';
import { sign } from 'jsonwebtoken';
import { EMPTY_FILTER, type Question } from '../../../src/core/model/question';
import { deriveKey } from '../../../src/host/directline/secret';
import { createTokens } from '../../../src/host/directline/tokens';
import { createSignedLinks, type TakeAway } from '../../../src/host/take-away/signed-links';
import { realKnowledge } from '../../core/knowledge';
import { newClock, SECRET } from '../running-host';

const LIST: Question = {
  kind: 'list',
  filter: { ...EMPTY_FILTER, topics: [{ themes: ['logement'], beneficiaries: [], organisations: [] }] },
  sort: { field: 'funding', direction: 'descending' },
  limit: null,
  found: [],
  show: [],
};
const TABLE: TakeAway = { kind: 'csv', question: LIST, locale: 'fr' };
const NOTE: TakeAway = { kind: 'note', projects: ['geoplateforme', 'pilat'], locale: 'en', format: 'markdown' };

const newLinks = (clock = newClock()): ReturnType<typeof createSignedLinks> =>
  createSignedLinks({ secrets: [SECRET], now: clock.now });
const pack = (content: unknown): string => deflateRawSync(JSON.stringify(content)).toString('base64url');
const LATER = Math.floor(newClock().now().getTime() / 1000) + 3600;
const KEY = deriveKey(SECRET, 'take-away');

describe('signed links', () => {
  it.each([
    ['a table', TABLE],
    ['a note', NOTE],
  ])('give back what was put in: %s', (_what, content) => {
    const links = newLinks();

    expect(links.read(links.issue(content) ?? '')).toEqual({ kind: 'valid', claims: content });
  });

  it('work for 24 hours', () => {
    const clock = newClock();
    const links = newLinks(clock);
    const token = links.issue(TABLE) ?? '';

    clock.advance(86_399);
    expect(links.read(token).kind).toBe('valid');
    clock.advance(2);
    expect(links.read(token)).toEqual({ kind: 'expired' });
  });

  it('are short enough for three of them in one card', () => {
    expect(newLinks().issue(TABLE)?.length).toBeLessThan(600);
    expect(newLinks().issue(NOTE)?.length).toBeLessThan(400);
  });

  it('hold the whole base named project by project, and are not made beyond 6,000 characters', () => {
    const ids = realKnowledge().projects.map(({ id }) => id);
    const naming = (found: readonly string[]): TakeAway => ({
      ...TABLE,
      question: { ...LIST, filter: { ...EMPTY_FILTER, among: found }, found },
    });
    const links = newLinks();

    expect(links.issue(naming(ids))?.length).toBeLessThanOrEqual(6_000);
    expect(links.issue(naming(ids.flatMap((id) => [...Array(40).keys()].map((n) => `${id}-${n * 7919}`))))).toBeNull();
  });

  it('work after a restart with the same secret, and no more with another', () => {
    const { now } = newClock();
    const token = newLinks().issue(TABLE) ?? '';

    expect(createSignedLinks({ secrets: [SECRET], now }).read(token).kind).toBe('valid');
    expect(createSignedLinks({ secrets: [`${SECRET}!`], now }).read(token)).toEqual({ kind: 'forged' });
    // A new secret put first does not end the links of the day.
    expect(createSignedLinks({ secrets: [`${SECRET}!`, SECRET], now }).read(token).kind).toBe('valid');
  });

  it.each([
    ['nothing', ''],
    ['words', 'bonjour'],
    ['three empty parts', '..'],
    ['an unsigned one', sign({ c: pack(TABLE), exp: LATER }, '', { algorithm: 'none', noTimestamp: true })],
    ['one of another algorithm', sign({ c: pack(TABLE), exp: LATER }, KEY, { algorithm: 'HS512', noTimestamp: true })],
    ['one signed with the secret itself', sign({ c: pack(TABLE), exp: LATER }, SECRET, { noTimestamp: true })],
    [
      'a token of the conversation',
      createTokens({ secret: SECRET, now: newClock().now }).issueChat({ conv: 'a', user: 'b' }),
    ],
    [
      'one signed with the key of the conversations',
      sign({ c: pack(TABLE), exp: LATER }, deriveKey(SECRET, 'direct line token'), { noTimestamp: true }),
    ],
    ['one that never ends', sign({ c: pack(TABLE) }, KEY, { noTimestamp: true })],
    ['one that says more', sign({ c: pack(TABLE), exp: LATER, admin: true }, KEY, { noTimestamp: true })],
    ['one whose content is no JSON', sign({ c: 'AAAA', exp: LATER }, KEY, { noTimestamp: true })],
    [
      'a question of another version',
      sign({ c: pack({ ...TABLE, question: { kind: 'list' } }), exp: LATER }, KEY, { noTimestamp: true }),
    ],
    [
      'a note on six projects',
      sign({ c: pack({ ...NOTE, projects: ['a', 'b', 'c', 'd', 'e', 'f'] }), exp: LATER }, KEY, { noTimestamp: true }),
    ],
    ['a note on nothing', sign({ c: pack({ ...NOTE, projects: [] }), exp: LATER }, KEY, { noTimestamp: true })],
    ['one much too long', 'a'.repeat(100_000)],
  ])('take %s for a forgery', (_case, token) => {
    expect(newLinks().read(token)).toEqual({ kind: 'forged' });
  });

  it('are told apart from forgeries by nothing else than what is named above', () => {
    const token = sign({ c: pack(TABLE), exp: LATER }, KEY, { noTimestamp: true });

    expect(newLinks().read(token)).toEqual({ kind: 'valid', claims: TABLE });
  });

  it('take a changed expired link for a forgery, not for an expired one', () => {
    const clock = newClock();
    const links = newLinks(clock);
    const [header = '', payload = ''] = (links.issue(TABLE) ?? '').split('.');
    clock.advance(100_000);

    expect(links.read(`${header}.${payload}.c2lnbmF0dXJl`)).toEqual({ kind: 'forged' });
  });

  it('take a link with any one character changed for a forgery', () => {
    const links = newLinks();
    const token = links.issue(NOTE) ?? '';
    // The last character of a part may hold bits that mean nothing.
    const places = Array.from(token, (_, at) => at).filter((at) => /^[^.]{2}/.test(token.slice(at)));

    for (const at of places) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(links.read(changed)).toEqual({ kind: 'forged' });
    }
  });
});
