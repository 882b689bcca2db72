import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { EMPTY_FILTER, type Question } from '../../../src/core/model/question';
import type { Host } from '../../../src/host/start';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createSignedLinks, type SignedLinks, type TakeAway } from '../../../src/host/take-away/signed-links';
import { createTakeAwayRoutes, takeAwayPath } from '../../../src/host/take-away/take-away-routes';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { type Clock, hostStarter, newClock, SECRET } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();
const ALL: Question = { kind: 'list', filter: EMPTY_FILTER, sort: null, limit: null, found: [], show: [] };
const TABLE: TakeAway = { kind: 'csv', question: ALL, locale: 'fr' };
const NOTE: TakeAway = { kind: 'note', projects: ['geoplateforme'], locale: 'fr', format: 'html' };

interface Served {
  readonly host: Host & { readonly logged: readonly string[] };
  readonly clock: Clock;
  readonly links: SignedLinks;
  readonly get: (content: TakeAway) => Promise<Response>;
}

async function serve(base: KnowledgeBase = knowledge): Promise<Served> {
  const clock = newClock();
  const links = createSignedLinks({ secrets: [SECRET], now: clock.now });
  const { show, routes: pages } = await openPlainPages();
  const routes = [...pages, ...(await createTakeAwayRoutes({ show, knowledge: base, links, now: clock.now }))];
  const host = await startHost({ parts: { routes } });
  return {
    host,
    clock,
    links,
    get: (content) => fetch(host.url + takeAwayPath(links.issue(content) ?? 'too-long')),
  };
}

describe('a link to take away', () => {
  it('gives a table as a file with its name', async () => {
    const { get } = await serve();

    const response = await get({
      ...TABLE,
      question: { ...ALL, filter: { ...EMPTY_FILTER, carriers: ['ministere-justice'] } },
    });
    const bytes = Buffer.from(await response.arrayBuffer());

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="projets-justice-2026-11-24.csv"');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(8);
  });

  it('gives a note as a page that loads nothing but style sheets of ours', async () => {
    const { get, host } = await serve();

    const response = await get(NOTE);
    const html = await response.text();
    const style = /href="(\/take-away\/note\.css\?v=[^"]+)"/.exec(html)?.[1] ?? '';
    const sheet = await fetch(host.url + style);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(html).toContain('<html lang="fr">');
    expect(html).toContain('<title>Géoplateforme – Assistant Transformation publique</title>');
    expect(html).toContain('Note établie le 24\u00a0novembre 2026');
    expect(
      [...html.matchAll(/ (?:href|src)="([^"]+\.css[^"]*)"/g)].map(([, address = '']) => address.split('?')[0]),
    ).toEqual(['/base.css', '/page.css', '/plain.css', '/take-away/note.css']);
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await sheet.text()).toContain('@page');
  });

  it('gives a note as a Markdown file', async () => {
    const { get } = await serve();

    const response = await get({ ...NOTE, format: 'markdown', projects: ['geoplateforme', 'pilat'], locale: 'en' });

    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="note-2-projects-2026-11-24.md"');
    expect(await response.text()).toMatch(/^# 2 projects of the FTAP\n/);
  });

  it('stays out of caches, search engines and referrers', async () => {
    const { get } = await serve();

    for (const content of [TABLE, NOTE]) {
      const { headers } = await get(content);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('dates a file by the day in Paris, not by that of the server', async () => {
    const { get, clock } = await serve();
    clock.advance(13.5 * 3600);

    expect((await get(TABLE)).headers.get('content-disposition')).toContain('projets-2026-11-25.csv');
  });

  it('says in both languages that it has expired, and how to get it again', async () => {
    const { host, clock, links } = await serve();
    const path = takeAwayPath(links.issue(NOTE) ?? '');
    clock.advance(86_401);

    const response = await fetch(host.url + path);
    const html = await response.text();

    expect(response.status).toBe(410);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(html).toContain('Ce lien n’est plus valable');
    expect(html).toMatch(/<section lang="en">\s*<h2>This link has expired<\/h2>/);
  });

  it.each([
    ['a project', { ...NOTE, projects: ['geoplateforme', 'parti'] }],
    ['a compared project', { ...TABLE, question: { kind: 'compare', projects: ['pilat', 'parti'], field: null } }],
    ['a project among others', { ...TABLE, question: { ...ALL, filter: { ...EMPTY_FILTER, among: ['parti'] } } }],
    ['a found project', { ...TABLE, question: { ...ALL, found: ['parti'] } }],
    [
      'a theme',
      {
        ...TABLE,
        question: {
          ...ALL,
          filter: { ...EMPTY_FILTER, topics: [{ themes: ['parti'], beneficiaries: [], organisations: [] }] },
        },
      },
    ],
    ['a body', { ...TABLE, question: { ...ALL, filter: { ...EMPTY_FILTER, carriers: ['parti'] } } }],
    ['a place', { ...TABLE, question: { ...ALL, filter: { ...EMPTY_FILTER, territories: ['parti'] } } }],
    [
      'an excepted project',
      {
        ...TABLE,
        question: { ...ALL, filter: { ...EMPTY_FILTER, except: { ...EMPTY_FILTER.except, projects: ['parti'] } } },
      },
    ],
    ['a fact', { ...TABLE, question: { kind: 'fact', project: 'parti', field: 'cost', also: [] } }],
  ] satisfies readonly (readonly [string, TakeAway])[])(
    'says when %s is no longer in the base',
    async (_what, content) => {
      const { get, host } = await serve();

      const response = await get(content);

      expect(response.status).toBe(404);
      expect(await response.text()).toContain('Ces fiches ne sont plus dans la base');
      expect(host.logged.join('')).not.toContain('a request failed');
    },
  );

  it('says so when the base changed under a link', async () => {
    const { links } = await serve();
    const token = links.issue(NOTE) ?? '';
    const smaller = await serve(baseWith((project) => (project.id === 'geoplateforme' ? null : project)));

    expect((await fetch(smaller.host.url + takeAwayPath(token))).status).toBe(404);
  });

  it('has no table for a question that has none', async () => {
    const { get } = await serve();

    expect((await get({ ...TABLE, question: { kind: 'smalltalk', act: 'thanks' } })).status).toBe(404);
    expect((await get({ ...TABLE, question: { ...ALL, filter: { ...EMPTY_FILTER, years: [1950] } } })).status).toBe(
      404,
    );
  });

  it.each([
    ['nothing', ''],
    ['a word', 'abc'],
    ['dots', '..%2f..%2fetc%2fpasswd'],
    ['bytes that are no text', '%E0%A4%A'],
    ['a null byte', '%00'],
    ['a path', 'a/b/c'],
    ['markup', '%3Cscript%3Ealert(1)%3C/script%3E'],
    ['a line break', 'a%0d%0aSet-Cookie:x=1'],
    ['a token without its signature', 'eyJhbGciOiJIUzI1NiJ9.e30.'],
    ['a token of no algorithm', 'eyJhbGciOiJub25lIn0.e30.'],
    ['8,000 characters', 'a'.repeat(8_000)],
  ])('answers %s with a page or a refusal, never with a failure', async (_what, crafted) => {
    const { host } = await serve();

    const response = await fetch(`${host.url}/take-away/${crafted}`);
    const text = await response.text();

    expect([400, 404]).toContain(response.status);
    expect(text).not.toContain('<script');
    expect(host.logged.join('')).not.toContain('a request failed');
  });

  it('shows the page of an unknown link for a token of the length of a real one', async () => {
    const { host, links } = await serve();
    const token = links.issue(TABLE) ?? '';

    const response = await fetch(host.url + takeAwayPath(`${token.slice(0, -4)}AAAA`));

    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Ce lien ne mène à rien');
  });

  it('answers HEAD as GET, and nothing else', async () => {
    const { host, links } = await serve();
    const address = host.url + takeAwayPath(links.issue(TABLE) ?? '');

    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  });
});
