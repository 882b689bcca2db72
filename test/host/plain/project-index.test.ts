import fc from 'fast-check';
import { yearOf } from '../../../src/core/knowledge/facets';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createPlainRoutes } from '../../../src/host/plain/plain-routes';
import { createAddresses } from '../../../src/host/take-away/addresses';
import { createSignedLinks } from '../../../src/host/take-away/signed-links';
import { createTakeAwayRoutes } from '../../../src/host/take-away/take-away-routes';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { ordinarySpaces } from '../../plain-text';
import { hostStarter, newClock, SECRET } from '../running-host';

jest.setTimeout(30_000);

const startHost = hostStarter();
const knowledge = realKnowledge();
const TOTAL = knowledge.projects.length;

async function serve(base = knowledge) {
  const { now } = newClock();
  const links = createSignedLinks({ secrets: [SECRET], now });
  const addresses = createAddresses({ links, publicUrl: undefined })({ channelId: 'directline', serviceUrl: '' });
  const { show } = await openPlainPages();
  const host = await startHost({
    parts: {
      routes: [
        ...createPlainRoutes({ show, knowledge: base, addresses, publicUrl: undefined }),
        ...(await createTakeAwayRoutes({ show, knowledge: base, links, now })),
      ],
    },
  });
  return async (path: string) => {
    const response = await fetch(host.url + path);
    return { status: response.status, html: plain(await response.text()) };
  };
}

function plain(html: string): string {
  return ordinarySpaces(html)
    .replace(/&#39;/g, "'")
    .replace(/&nbsp;/g, ' ');
}

/** The ids of the projects in the list, in their order. */
const listed = (html: string): readonly string[] =>
  [...html.matchAll(/<th scope="row"><a href="\/projets\/([a-z0-9-]+)/g)].map(([, id = '']) => id);

const countIn = (html: string): string => /<h2 id="liste">([^<]*)/.exec(html)?.[1] ?? '';

/** The address of the first link whose words hold these. */
function linkTo(html: string, words: string): string {
  const link = [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gu)].find(([, , text = '']) =>
    text.includes(words),
  );
  return (link?.[1] ?? '/no-such-link').replace(/&amp;/g, '&');
}

const idsWith = (keep: (project: (typeof knowledge.projects)[number]) => boolean): readonly string[] =>
  knowledge.projects.filter(keep).map(({ id }) => id);

describe('the list of projects', () => {
  it('holds every project once, by name, each with its body, its year, its funding and its page', async () => {
    const get = await serve();

    const { status, html } = await get('/projets');
    const next = await get(linkTo(html, 'Page suivante'));

    expect(status).toBe(200);
    expect(countIn(html)).toBe(`${TOTAL} projets`);
    const ids = [...listed(html), ...listed(next.html)];
    expect(ids).toHaveLength(TOTAL);
    expect(new Set(ids)).toEqual(new Set(knowledge.projects.map(({ id }) => id)));
    expect(html + next.html).toMatch(
      /<a href="\/projets\/mentor">Mentor [^<]*<\/a> <span class="detail"><span class="narrow">2018 · <\/span><span>Ministère de l’Action[^<]*<\/span><\/span><\/th><td>2018<\/td><td>5,4 M€<\/td>/,
    );
    expect(html + next.html).toMatch(/href="\/projets\/pilat">PILAT<\/a>.*<td class="none">non publié<\/td>/);
    expect((await get('/projets/')).html).toBe(html);
  });

  it.each([
    [
      'theme=justice',
      idsWith(({ themes }) => themes.some((id) => knowledge.broaderThemes.get(id)?.includes('justice'))),
    ],
    [
      'porteur=ministere-justice',
      idsWith(({ carrierIds }) =>
        carrierIds.some((id) => knowledge.broaderOrganisations.get(id)?.includes('ministere-justice')),
      ),
    ],
    ['annee=2020', idsWith((project) => yearOf(project) === 2020)],
    ['territoire=grand-est', idsWith(({ territories }) => territories.includes('grand-est'))],
  ])('is narrowed by %s', async (query, expected) => {
    const { html } = await (await serve())(`/projets?${query}`);

    expect(expected.length).toBeGreaterThan(0);
    expect([...listed(html)].sort()).toEqual([...expected].sort());
    expect(countIn(html)).toBe(`${expected.length} projet${expected.length > 1 ? 's' : ''} sur ${TOTAL}`);
  });

  it('joins criteria, shows each as a link that takes it away, and fills the form in again', async () => {
    const get = await serve();

    const { html } = await get('/projets?q=prison&theme=justice');

    expect(listed(html)).toContain('inserre');
    expect(html).toMatch(/<option value="justice" selected>/);
    expect(html).toMatch(/name="q" type="search" value="prison"/);
    const without = await get(linkTo(html, 'Thème : Justice'));
    expect(without.html).not.toContain('<option value="justice" selected>');
    expect(without.html).toMatch(/value="prison"/);
    expect(listed((await get(linkTo(html, 'Tout effacer'))).html)).toHaveLength(50);
  });

  it('finds projects by words mistyped or unfinished, the nearest first', async () => {
    const get = await serve();

    expect(listed((await get('/projets?q=mentro')).html)[0]).toBe('mentor');
    expect(listed((await get('/projets?q=geoplat')).html)[0]).toBe('geoplateforme');
    const none = await get('/projets?q=xyzzyq');
    expect(countIn(none.html)).toBe(`0 projet sur ${TOTAL}`);
    expect(none.html).toContain('Aucun projet de la base ne répond à tout cela');
  });

  it('is sorted by funding, what is not published last, and by date, the latest first', async () => {
    const get = await serve();
    const of = (id: string) => knowledge.projectById.get(id);

    const byFunding = listed((await get('/projets?tri=financement')).html).map((id) => of(id)?.ftapFundingMEUR ?? -1);
    expect(byFunding).toEqual([...byFunding].sort((a, b) => b - a));
    const dates = listed((await get('/projets?tri=date')).html).map((id) => of(id)?.call.announced ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    expect((await get('/projets?tri=date&theme=justice')).html).toContain('name="tri" value="date"');
  });

  it('says by theme and by body how many projects a press will give', async () => {
    const get = await serve();
    const { html } = await get('/projets?annee=2018');
    const parts = [
      ...html
        .slice(html.indexOf('class="parts"'))
        .matchAll(/<li><a href="([^"]+)">[^<]*<\/a> <span class="number">(\d+)<\/span>/g),
    ];

    expect(parts.length).toBeGreaterThan(10);
    for (const [, address = '', count = ''] of parts.slice(0, 12)) {
      const narrowed = await get(address.replace(/&amp;/g, '&'));
      expect([address, countIn(narrowed.html).split(' ')[0]]).toEqual([address, count]);
    }
  });

  it('gives the set shown as a file', async () => {
    const get = await serve();
    const { html } = await get('/projets?theme=justice&annee=2018');

    const csv = await get(linkTo(html, 'en tableur (CSV)'));

    expect(csv.status).toBe(200);
    expect(csv.html.trim().split('\r\n')).toHaveLength(1 + listed(html).length);
  });

  it('is in English when asked, names marked as French, and each version leads to the other', async () => {
    const get = await serve();

    const { html } = await get('/projets?theme=justice&lang=en');

    expect(html).toContain('<html lang="en">');
    expect(countIn(html)).toBe(`9 of ${TOTAL} projects`);
    expect(html).toMatch(/<a href="\/projets\/inserre\?lang=en" lang="fr">InSERRE<\/a>/);
    expect(html).toContain('<a href="/projets?theme=justice" hreflang="fr" lang="fr">Version française</a>');
    expect((await get('/projets?theme=justice')).html).toContain('<a href="/projets?theme=justice&amp;lang=en"');
  });

  it('leaves aside what no project has, and says so', async () => {
    const { status, html } = await (await serve())('/projets?theme=zorglub&annee=1850&page=x&tri=y&q=&porteur=');

    expect(status).toBe(200);
    expect(countIn(html)).toBe(`${TOTAL} projets`);
    expect(html).toContain('Aucun projet n’est classé sous « zorglub » (thème) : ce critère est laissé de côté.');
    expect(html).toContain('« 1850 » (année)');
    expect((await (await serve())('/projets?page=9999')).html).toContain('Page 2 sur 2');
  });

  it('is a page without markup of others, whatever its address holds', async () => {
    const get = await serve();
    const name = fc.constantFrom('q', 'theme', 'porteur', 'annee', 'territoire', 'tri', 'page', 'lang', '__proto__');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('<script>', '"><img src=x>', '__proto__', 'constructor', 'justice', '2018', '-1', '1e9', 'en'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), async (pairs) => {
        const { status, html } = await get(`/projets?${new URLSearchParams(pairs).toString()}`);
        expect(status).toBe(200);
        expect(html).not.toMatch(/<script|<img|\son\w+=/);
        expect(html.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  });

  it('stays a list of pages with a thousand projects', async () => {
    const more = Array.from({ length: 1000 - TOTAL }, (_, index) => {
      const model = knowledge.projects[index % TOTAL];
      if (model === undefined) throw new Error('no project');
      return { ...model, id: `projet-${index}`, name: `Projet ${index}`, otherNames: [] };
    });
    const get = await serve(baseWith((project) => project, more));

    const { html } = await get('/projets');

    expect(countIn(html)).toBe('1000 projets');
    expect(listed(html)).toHaveLength(50);
    expect(html).toContain('Page 1 sur 20');
    expect(listed((await get('/projets?page=20')).html)).toHaveLength(50);
    expect(html.length).toBeLessThan(100_000);
  });
});
