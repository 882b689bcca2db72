import { z } from 'zod';
import { NO_ADDRESSES } from '../../../dialogs/addresses';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createPlainRoutes } from '../../../src/host/plain/plain-routes';
import { BadSettings, parseSettings } from '../../../src/host/settings';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { hostStarter } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();
const PUBLIC_URL = 'https://assistant.example.org';

async function serve(isIndexable: boolean, base = knowledge) {
  const { show } = await openPlainPages();
  const { url } = await startHost({
    parts: {
      routes: createPlainRoutes({
        show,
        knowledge: base,
        addresses: NO_ADDRESSES,
        publicUrl: PUBLIC_URL,
        isIndexable,
      }),
    },
  });
  return async (path: string) => {
    const response = await fetch(url + path);
    const text = await response.text();
    const isHidden = response.headers.get('x-robots-tag') === 'noindex';
    expect(text.includes('<meta name="robots" content="noindex" />')).toBe(isHidden && text.startsWith('<!doctype'));
    return { response, text, isHidden };
  };
}

const dataIn = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/u.exec(html)?.[1] ?? 'null');

describe('search engines', () => {
  it('may show nothing until the operator says so', async () => {
    const get = await serve(false);

    for (const path of ['/projets', '/projets/mentor', '/question?q=Mentor'])
      expect([path, (await get(path)).isHidden]).toEqual([path, true]);
    expect((await get('/projets/mentor')).text).not.toContain('<script');
    expect((await get('/robots.txt')).response.status).toBe(404);
    expect((await get('/sitemap.xml')).response.status).toBe(404);
  });

  it('may then show the projects, and neither questions nor what somebody looked for', async () => {
    const get = await serve(true);

    for (const path of ['/projets', '/projets?theme=logement', '/projets/mentor', '/projets/mentor?lang=en'])
      expect([path, (await get(path)).isHidden]).toEqual([path, false]);
    for (const path of ['/projets?q=dupont', '/projets/no-such', '/question?q=Mentor', '/conditions'])
      expect([path, (await get(path)).isHidden]).toEqual([path, true]);
  });

  it('read where a page belongs and what it tells', async () => {
    const get = await serve(true);

    const { text, response } = await get('/projets/mentor?lang=en');

    expect(text).toContain(`<link rel="canonical" href="${PUBLIC_URL}/projets/mentor?lang=en" />`);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(dataIn(text)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Project',
      url: `${PUBLIC_URL}/projets/mentor?lang=en`,
      funding: { '@type': 'MonetaryGrant', amount: { currency: 'EUR', value: 5_400_000 } },
    });
    expect(dataIn((await get('/projets')).text)).toMatchObject({
      '@type': 'Dataset',
      distribution: [{ contentUrl: `${PUBLIC_URL}/donnees/projets.csv` }, {}],
    });
  });

  it('read of no amount that nobody publishes, and run nothing that a record holds', async () => {
    const hostile = '</script><script>alert(1)</script>';
    const get = await serve(
      true,
      baseWith((project) => ({ ...project, name: hostile, otherNames: [], ftapFundingMEUR: null })),
    );

    const { text } = await get('/projets/mentor');

    expect(text).not.toContain('<script>');
    const data = z.looseObject({ name: z.string(), funding: z.looseObject({}) }).parse(dataIn(text));
    expect(data.name).toBe(hostile);
    expect(data.funding).not.toHaveProperty('amount');
  });

  it('find every project in the sitemap, which robots.txt names', async () => {
    const get = await serve(true);

    expect((await get('/robots.txt')).text).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`);
    const { text } = await get('/sitemap.xml');
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(2 * (knowledge.projects.length + 1));
    for (const address of addresses.slice(0, 6))
      expect((await get(address.slice(PUBLIC_URL.length))).response.status).toBe(200);
    expect(text).toMatch(/projets\/mentor<\/loc><lastmod>2025<\/lastmod>/u);
  });

  it('are let in by a setting that needs the public address', () => {
    expect(parseSettings({}).isIndexable).toBe(false);
    expect(parseSettings({ SEARCH_ENGINES: 'on', PUBLIC_URL }).isIndexable).toBe(true);
    expect(() => parseSettings({ SEARCH_ENGINES: 'on' })).toThrow(BadSettings);
    expect(() => parseSettings({ SEARCH_ENGINES: 'yes' })).toThrow('écrivez on ou off');
  });
});
