import { generateKeyPairSync } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { sign } from 'jsonwebtoken';
import { createConnectorProof } from '../../../src/host/teams/agents/connector-proof';
import { serveOnLoopback } from '../../loopback-server';
import { APP_ID, SERVICE_URL } from './connector';

const HOUR_MS = 60 * 60 * 1_000;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ACTIVITY: Pick<Activity, 'channelId' | 'serviceUrl'> = { channelId: 'msteams', serviceUrl: SERVICE_URL };

let time = Date.now();
/** The ids of the keys that are published; null = nothing is. */
let published: readonly string[] | null;
let readings: number;
let service: Awaited<ReturnType<typeof serveOnLoopback>>;
let isProved: (keyId: string) => Promise<string>;

beforeAll(async () => {
  service = await serveOnLoopback((request, response) => {
    response.statusCode = published === null ? 500 : 200;
    const key = { ...publicKey.export({ format: 'jwk' }), endorsements: ['msteams'] };
    if (request.url !== '/keys') readings += 1;
    const keys = published?.map((kid) => ({ ...key, kid }));
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : { jwks_uri: `${service.url}/keys` }));
  });
});
afterAll(() => service.close());

beforeEach(() => {
  published = ['old'];
  readings = 0;
  const prove = createConnectorProof({ appId: APP_ID, metadataUrl: service.url, now: () => time });
  isProved = (keyid) => {
    const exp = Math.floor(time / 1_000) + 600;
    const claims = { iss: 'https://api.botframework.com', aud: APP_ID, serviceurl: SERVICE_URL, exp };
    const token = sign(claims, privateKey, { algorithm: 'RS256', keyid });
    return prove(ACTIVITY, `Bearer ${token}`).then(
      () => 'yes',
      (error: unknown) => String(error),
    );
  };
});

describe('the keys of the Bot Framework', () => {
  it('are read once for many, and again after a day', async () => {
    expect(await Promise.all(['old', 'old', 'old'].map(isProved))).toEqual(['yes', 'yes', 'yes']);
    expect(readings).toBe(1);

    time += 25 * HOUR_MS;
    published = ['new'];

    expect(await isProved('new')).toBe('yes');
    expect(await isProved('old')).toContain('refused');
  });

  it('are read again for one that is new, and not for each that is invented', async () => {
    await isProved('old');
    published = ['old', 'new'];

    expect(await isProved('new')).toContain('refused');
    time += HOUR_MS + 1;
    expect(await isProved('new')).toBe('yes');
    for (const invented of ['a', 'b', 'c']) expect(await isProved(invented)).toContain('refused');
    expect(readings).toBe(2);
  });

  it('are asked for again as soon as they could not be had', async () => {
    published = null;
    expect(await isProved('old')).toContain('cannot be read now');

    published = ['old'];

    expect(await isProved('old')).toBe('yes');
  });
});
