import { NO_ADDRESSES } from '../../../dialogs/addresses';
import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createPlainRoutes } from '../../../src/host/plain/plain-routes';
import { createAddresses } from '../../../src/host/take-away/addresses';
import { createSignedLinks } from '../../../src/host/take-away/signed-links';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { ordinarySpaces } from '../../plain-text';
import { hostStarter, SECRET } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();
const PUBLIC_URL = 'https://assistant.test';

async function serve({ base = knowledge, publicUrl }: { base?: typeof knowledge; publicUrl?: string } = {}) {
  const { show } = await openPlainPages();
  const host = await startHost({
    parts: { routes: createPlainRoutes({ show, knowledge: base, addresses: NO_ADDRESSES, publicUrl }) },
  });
  return async (path: string) => {
    const response = await fetch(host.url + path);
    return { response, html: plain(await response.text()) };
  };
}

/** Ordinary spaces and apostrophes, to compare with what the tests write. */
function plain(html: string): string {
  return ordinarySpaces(html)
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"');
}

/** The texts of a page, without its marks. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/&amp;/g, '&');
}

describe('the page of a project', () => {
  it('says its figures with what they are, its sources with what they back, and what to ask next', async () => {
    const get = await serve();

    const { response, html } = await get('/projets/mentor');

    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="fr">');
    expect(html).toMatch(/<h1>Mentor \(Plateforme interministérielle de formation des agents\)<\/h1>/u);
    expect(html).toMatch(/<dt>Financement FTAP<\/dt><dd><strong>5,4 M€<\/strong>/u);
    expect(html).toMatch(/<dt>Économies attendues<\/dt><dd><strong>2,3 M€<\/strong> sur 4 ans, attendues/u);
    expect(html).toMatch(/<dt>Coût total<\/dt><dd class="none"><strong>non publié/u);
    expect(html).toContain('ce qui ne veut pas dire qu’elle est nulle');
    expect(html).toMatch(/<a href="https:\/\/frenchweb\.fr[^"]+" rel="noreferrer"><span>FrenchWeb[^<]+novembre 2018/u);
    expect(html).toContain('Financement FTAP de 5,4 M€, ouverture en mai 2021');
    expect(html).toMatch(/<a href="\/question\?q=Mentor/u);
  });

  it('leaves out nothing that the records say of any project', async () => {
    const get = await serve();
    for (const project of knowledge.projects) {
      const text = textOf((await get(`/projets/${project.id}`)).html).toLowerCase();
      const { call, expectedSavings, sources, conflicts } = project;
      const said = [
        project.name.split(/ [—–] /u)[0],
        ...project.otherNames,
        project.nameNote,
        project.carrier,
        project.carrierNote,
        ...project.partners,
        ...project.beneficiaries,
        project.summaryFr,
        project.statusFr,
        project.ftapFundingNote,
        project.totalCostNote,
        expectedSavings.horizon,
        expectedSavings.basis,
        expectedSavings.note,
        call.label,
        call.note,
        ...sources.flatMap(({ name, supports }) => [name, supports]),
        ...conflicts.flatMap(({ valueA, valueB }) => [valueA, valueB].filter((value) => typeof value === 'string')),
      ];
      const missing = said.filter((part) => part !== null && part !== undefined && !text.includes(spoken(part)));

      expect({ id: project.id, missing }).toEqual({ id: project.id, missing: [] });
    }
  });

  it('is in English when asked, names and sources marked as French; each version leads to the other', async () => {
    const get = await serve();

    const { html } = await get('/projets/mentor?lang=en');

    expect(html).toContain('<html lang="en">');
    expect(html).toMatch(/<h1 lang="fr">Mentor/u);
    expect(html).toContain('Mentor brings training');
    expect((await get('/projets/hipe?lang=en')).html).toContain('ANEF is a neighbouring programme');
    expect(html).toMatch(/<dt>Total cost<\/dt><dd class="none"><strong>not published/u);
    expect(html).toContain('<a href="/projets/mentor" hreflang="fr" lang="fr">Version française</a>');
    expect((await get('/projets/mentor')).html).toContain('<a href="/projets/mentor?lang=en" hreflang="en" lang="en">');
    expect((await get('/projets/inserre?lang=en')).html).toMatch(
      /<dt>Other names<\/dt><dd><span lang="fr">Innover[^<;]+[^ ]; prison/u,
    );
    expect((await get('/projets/mentor?lang=de')).html).toContain('<html lang="fr">');
  });

  it('tells other sites how to draw a link to it', async () => {
    const { html } = await (await serve({ publicUrl: PUBLIC_URL }))('/projets/pilat?lang=en');

    expect(html).toContain('<meta property="og:title" content="PILAT" />');
    expect(html).toMatch(/<meta property="og:description" content="[^"]{40,}" \/>/u);
    expect(html).toMatch(/<meta name="description" content="[^"]{40,}" \/>/u);
    expect(html).toContain('<meta property="og:url" content="https://assistant.test/projets/pilat?lang=en" />');
    expect(html).toContain('<link rel="canonical" href="https://assistant.test/projets/pilat?lang=en" />');
    expect(html).toContain('<meta property="og:image" content="https://assistant.test/apercu.png" />');
    expect((await (await serve())('/projets/pilat')).html).not.toMatch(/og:url|og:image|canonical/u);
  });

  it('runs no script and loads nothing from elsewhere', async () => {
    const { response, html } = await (await serve())('/projets/mentor');

    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(html).not.toMatch(/<script|<style|style="|\son\w+="/iu);
  });

  it('shows what a record holds as text, never as HTML', async () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const base = baseWith((project) => ({
      ...project,
      name: hostile,
      otherNames: [`${hostile} bis`],
      nameNote: hostile,
      carrier: hostile,
      summaryFr: hostile,
      statusFr: hostile,
      conflicts: [
        {
          ...{ about: ['status'], what: hostile, valueA: hostile, sourceA: hostile, valueB: 1, sourceB: hostile },
          ...{ whatEn: hostile, valueAEn: hostile, valueBEn: null },
        },
      ],
      sources: [{ name: hostile, url: null, date: null, supports: hostile, backs: [] }],
    }));

    const { response, html } = await (await serve({ base }))('/projets/mentor');

    expect(response.status).toBe(200);
    expect(html).not.toMatch(/<script|<img/u);
  });

  it.each([
    '/projets/zorglub',
    '/projets/constructor',
    '/projets/__proto__',
    '/projets/mentor/',
    '/projets/Mentor',
    '/projets/..%2f..%2fetc%2fpasswd',
    '/projets/%3Cscript%3E',
    `/projets/${'a'.repeat(3000)}`,
  ])('is a page that says what to do instead for %.60s', async (path) => {
    const { response, html } = await (await serve())(path);

    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('<h1>Fiche introuvable</h1>');
    expect(html).not.toContain('<script');
  });

  it('is where the addresses of the assistant lead', async () => {
    const links = createSignedLinks({ secrets: [SECRET], now: () => new Date('2026-11-24T10:00:00Z') });
    const teams = createAddresses({ links, publicUrl: PUBLIC_URL })({
      channelId: 'msteams',
      serviceUrl: 'https://x.test',
    });
    const address = teams.project('mentor', 'en') ?? '';

    expect(address).toBe('https://assistant.test/projets/mentor?lang=en');
    expect((await (await serve())(address.slice(PUBLIC_URL.length))).response.status).toBe(200);
    expect(
      createAddresses({ links, publicUrl: undefined })({ channelId: 'msteams', serviceUrl: 'x' }).project(
        'mentor',
        'fr',
      ),
    ).toBeNull();
  });
});

/** As the page writes it: spaces of one kind, amounts in M€, small letters. */
function spoken(part: string): string {
  return part
    .replace(/\s+/g, ' ')
    .replace(/(\d) MEUR\b/g, '$1 M€')
    .replace(/(?<=\p{L})'/gu, '’')
    .toLowerCase()
    .trim();
}
