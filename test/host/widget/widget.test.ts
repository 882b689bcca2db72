import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';
import { directLineClient, errorSchema } from '../direct-line-client';
import { hostStarter } from '../running-host';
import { temporaryFolder } from '../temporary-folder';
import { until } from '../until';

const start = hostStarter();
const folder = temporaryFolder();

describe('the page', () => {
  it('is French, has its title, and names only addresses of its own', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/`);
    const html = await response.text();

    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('<html lang="fr"');
    expect(html).toContain('<title>Assistant Transformation publique</title>');
    expect([...html.matchAll(/(?:src|href)="([^"]+)"/gu)].map(([, address]) => address)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\/widget\/webchat\.js\?v=/u)]),
    );
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
  });

  it.each([
    ['?lang=en', 'fr', 'en'],
    ['?lang=fr', 'en', 'fr'],
    ['', 'en-GB,en;q=0.9', 'en'],
    ['', 'de, en;q=0.8, fr;q=0.7', 'en'],
    ['', 'en;q=0.3, fr-BE', 'fr'],
    ['', 'en;q=0', 'fr'],
    ['', 'french', 'fr'],
    ['?lang=de', 'de', 'fr'],
  ])('is in the language of its address, else of the browser: %s, %s', async (query, accepted, lang) => {
    const { url } = await start();

    const response = await fetch(`${url}/${query}`, { headers: { 'Accept-Language': accepted } });
    const html = await response.text();

    expect(response.headers.get('vary')).toContain('Accept-Language');
    expect(/<html lang="(\w+)"/u.exec(html)?.[1]).toBe(lang);
    expect(html).toContain(lang === 'en' ? 'placeholder="Ask your question"' : 'placeholder="Posez votre question"');
    expect(html).toContain(lang === 'en' ? 'I am an automatic assistant' : 'je suis un assistant automatique');
    expect(html).toContain(lang === 'en' ? 'aria-label="About the assistant"' : 'aria-label="À propos de l’assistant"');
  });

  it('has a strict policy with a nonce that is new each time', async () => {
    const { url } = await start();
    const policies = await Promise.all(
      [1, 2].map(async () => (await fetch(`${url}/`)).headers.get('content-security-policy') ?? ''),
    );

    const [nonce, other] = policies.map((policy) => /'nonce-([\w-]{20,})'/u.exec(policy)?.[1]);

    expect(nonce).toBeDefined();
    expect(nonce).not.toBe(other);
    expect(policies[0]).toContain("default-src 'none'; base-uri 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policies[0]).not.toContain('unsafe');
    expect(await (await fetch(`${url}/`)).text()).toMatch(/<script [^>]*nonce="[\w-]{20,}"/u);
  });

  it.each([
    ['/base.css', 'text/css; charset=utf-8'],
    ['/widget/screen.css', 'text/css; charset=utf-8'],
    ['/widget/screen.js', 'text/javascript; charset=utf-8'],
    ['/widget/webchat.js', 'text/javascript; charset=utf-8'],
    ['/widget/adaptivecards.js', 'text/javascript; charset=utf-8'],
    ['/widget/icon.svg', 'image/svg+xml'],
  ])('gets %s once and for ever, by the address that names its version', async (path, type) => {
    const { url } = await start();
    const html = await (await fetch(`${url}/`)).text();
    const address = /"([^"]+)"/u.exec(html.slice(html.indexOf(`"${path}?v=`)))?.[1] ?? '';

    const first = await fetch(url + address);
    const again = await fetch(url + address, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });

    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe(type);
    expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it('checks a file each time when its address names no version, or an old one', async () => {
    const { url } = await start();

    expect((await fetch(`${url}/widget/screen.js`)).headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${url}/widget/screen.js?v=old`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('gets files packed as it can unpack them, and the same each way', async () => {
    const { url } = await start();
    const get = (accepted: string): Promise<Response> =>
      fetch(`${url}/widget/screen.js`, { headers: { 'Accept-Encoding': accepted } });
    await until(async () => (await get('gzip, br')).headers.get('content-encoding') === 'br');

    const answers = await Promise.all(['br', 'gzip, br;q=0', 'identity, gzip;q=0'].map(get));

    expect(answers.map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip', null]);
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(3);
    expect(answers.map(({ headers }) => headers.get('vary'))).toEqual(Array(3).fill('Accept-Encoding'));
    const [first, ...rest] = await Promise.all(answers.map((answer) => answer.text()));
    expect(rest).toEqual([first, first]);
  });

  it('gets gzip at once while nothing better is made, and what was packed beforehand where there is some', async () => {
    const path = join(folder, 'webchat.js');
    writeFileSync(path, 'window.WebChat = {};');
    writeFileSync(`${path}.br`, brotliCompressSync('window.WebChat = {};'));
    const { url } = await start({ parts: { webChatBundle: path } });
    const encodingOf = async (name: string): Promise<string | null> =>
      (await fetch(`${url}/widget/${name}`, { headers: { 'Accept-Encoding': 'gzip, br' } })).headers.get(
        'content-encoding',
      );

    expect(await encodingOf('webchat.js')).toBe('br');
    expect(await encodingOf('adaptivecards.js')).toBe('gzip');
  });

  it('works but for the conversation when Web Chat is not installed', async () => {
    const { url, logged } = await start({ parts: { webChatBundle: join('no', 'such', 'webchat.js') } });

    const response = await fetch(`${url}/widget/webchat.js`);

    expect((await fetch(`${url}/`)).status).toBe(200);
    expect(response.status).toBe(503);
    expect(errorSchema.parse(await response.json()).error.code).toBe('WebChatMissing');
    expect(logged.join('')).toContain('webchat.js');
  });
});

describe('the page’s token', () => {
  it('starts a conversation for a new user', async () => {
    const { url } = await start();
    const grants = await Promise.all([1, 2].map(() => grant(url, {})));

    const conversation = await directLineClient(url).start(grants[0]?.token);

    expect(conversation).toMatchObject({ status: 201, conversationId: grants[0]?.conversationId });
    expect(grants[0]?.conversationId).not.toBe(grants[1]?.conversationId);
  });

  it.each([
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of a sister site', { 'Sec-Fetch-Site': 'same-site' }],
    ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }],
    ['another origin', { Origin: 'https://evil.example.org' }],
    ['a hidden origin', { Origin: 'null' }],
  ])('is refused to %s', async (_case, headers) => {
    const { url } = await start();

    const response = await fetch(`${url}/widget/token`, { method: 'POST', headers });

    expect(response.status).toBe(403);
    expect(errorSchema.parse(await response.json()).error.code).toBe('Forbidden');
  });

  it('is given to the page itself, by either sign', async () => {
    const { url } = await start();

    await grant(url, { 'Sec-Fetch-Site': 'same-origin' });
    await grant(url, { Origin: url });
  });
});

async function grant(url: string, headers: Record<string, string>) {
  const response = await fetch(`${url}/widget/token`, { method: 'POST', headers });
  expect(response.status).toBe(200);
  return z.object({ conversationId: z.string(), token: z.string() }).parse(await response.json());
}
