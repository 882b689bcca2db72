import { parse } from 'csv-parse/sync';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { z } from 'zod';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createOpenDataRoutes } from '../../../src/host/open-data/open-data-routes';
import { createBaseUrl } from '../../../src/host/public-address';
import { fundSchema, projectSchema } from '../../../src/host/api/record-schemas';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { hostStarter } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();
const PUBLIC_URL = 'https://assistant.example.org';

async function serve({ base = knowledge, publicUrl }: { base?: typeof knowledge; publicUrl?: string } = {}) {
  const { show } = await openPlainPages();
  const routes = createOpenDataRoutes({ knowledge: base, show, publicUrl, baseUrlOf: createBaseUrl(publicUrl).of });
  const { url } = await startHost({ parts: { routes } });
  const get = async (path: string) => {
    const response = await fetch(url + path);
    return { response, text: await response.text() };
  };
  return { url, get };
}

const table = (text: string): readonly Record<string, string>[] =>
  z.array(z.record(z.string(), z.string())).parse(parse(text, { bom: true, delimiter: ';', columns: true }));

describe('the files', () => {
  it('hold every project, with its id and its page, for a spreadsheet', async () => {
    const { get } = await serve({ publicUrl: PUBLIC_URL });

    const { response, text } = await get('/donnees/projets.csv');

    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const rows = table(text);
    expect(rows.map((row) => row['Identifiant'])).toEqual(knowledge.projects.map(({ id }) => id));
    const mentor = rows.find((row) => row['Identifiant'] === 'mentor') ?? {};
    expect(mentor['Page']).toBe(`${PUBLIC_URL}/projets/mentor`);
    expect(Object.values(mentor)).toContain('5,4');
    expect(Object.values(mentor).join(' ')).toContain('La Gazette des communes');
  });

  it('hold every project and all that is known of the fund as JSON', async () => {
    const { get } = await serve();

    const { projects } = z
      .strictObject({ projects: z.array(projectSchema) })
      .parse(JSON.parse((await get('/donnees/projets.json')).text));
    const fund = fundSchema.parse(JSON.parse((await get('/donnees/fonds.json')).text));

    expect(projects.map(({ id }) => id)).toEqual(knowledge.projects.map(({ id }) => id));
    expect(fund.facts.map(({ id }) => id)).toEqual(knowledge.facts.map(({ id }) => id));
    expect(table((await get('/donnees/fonds.csv')).text).map((row) => row['Identifiant'])).toEqual(
      knowledge.facts.map(({ id }) => id),
    );
  });

  it('run as no formula', async () => {
    const { get } = await serve({ base: baseWith((project) => ({ ...project, carrier: '=1+1' })) });

    expect((await get('/donnees/projets.csv')).text).not.toMatch(/(?:^|;)"?=1\+1/mu);
  });

  it('are listed on a page, each with an address that answers, and take no parameter', async () => {
    const { url, get } = await serve();
    const { text } = await get('/donnees');
    const addresses = [...text.matchAll(/<a href="(\/donnees\/[^"]+)"/g)].map(([, address = '']) => address);

    expect(addresses).toHaveLength(6);
    for (const address of addresses) expect([address, (await fetch(url + address)).status]).toEqual([address, 200]);
    expect((await get('/donnees/projets.csv?lang=en')).response.status).toBe(400);
  });
});

describe('the feeds', () => {
  it('tell, the latest first, what each dated source brought, and make no date up', async () => {
    const { get } = await serve({ publicUrl: PUBLIC_URL });

    const json = await get('/donnees/flux.json');
    const feed = parseJsonFeed(json.text);

    expect(json.response.headers.get('content-type')).toBe('application/feed+json');
    // Its reader takes 1.0 as well and drops which it was.
    expect(JSON.parse(json.text)).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'fr' });
    expect(feed).toMatchObject({
      feed_url: `${PUBLIC_URL}/donnees/flux.json`,
      home_page_url: `${PUBLIC_URL}/projets`,
    });
    const items = feed.items ?? [];
    const days = new Set(
      [...knowledge.projects, ...knowledge.facts].flatMap(({ sources }) => sources.map(({ date }) => date)),
    );
    expect(items).toHaveLength(100);
    const dates = items.map(({ date_published }) => new Date(date_published ?? '').toISOString());
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates.filter((date) => !days.has(date.slice(0, 10)))).toEqual([]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(100);
  });

  it('are the same as Atom, whatever the records hold', async () => {
    const hostile = '<b>&amp;]]>\u0007"é"</b>';
    const { get } = await serve({
      publicUrl: PUBLIC_URL,
      base: baseWith((project) => (project.id === 'pilat' ? { ...project, name: hostile, otherNames: [] } : project)),
    });

    const atom = await get('/donnees/flux.xml');
    const feed = parseAtomFeed(atom.text);

    expect(atom.response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const json = parseJsonFeed((await get('/donnees/flux.json')).text);
    expect(feed.entries?.map(({ id }) => id)).toEqual(json.items?.map(({ id }) => id));
    expect(feed.links?.some(({ href, rel }) => rel === 'self' && href === `${PUBLIC_URL}/donnees/flux.xml`)).toBe(true);
    expect(new Date(feed.updated ?? '').toISOString()).toBe(
      new Date(json.items?.[0]?.date_published ?? '').toISOString(),
    );
    expect(atom.text).not.toContain('\u0007');
    expect(JSON.stringify(feed.entries)).toContain('<b>&amp;]]>');
  });

  it('hold the address by which the reader came where there is no public one', async () => {
    const { url, get } = await serve();

    expect(parseJsonFeed((await get('/donnees/flux.json')).text).items?.[0]?.url).toContain(url);
  });

  it('stand empty where no source has a day', async () => {
    const records = baseWith((project) => ({
      ...project,
      sources: project.sources.map((source) => ({ ...source, date: '2019-06' })),
    }));
    const { get } = await serve({ base: { ...records, facts: [] } });

    expect(parseJsonFeed((await get('/donnees/flux.json')).text).items ?? []).toEqual([]);
    expect((await get('/donnees/flux.xml')).response.status).toBe(200);
  });
});
