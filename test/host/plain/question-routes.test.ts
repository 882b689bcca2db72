import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createPlainRoutes } from '../../../src/host/plain/plain-routes';
import { createAddresses } from '../../../src/host/take-away/addresses';
import { createSignedLinks } from '../../../src/host/take-away/signed-links';
import { createTakeAwayRoutes } from '../../../src/host/take-away/take-away-routes';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { ordinarySpaces } from '../../plain-text';
import { hostStarter, newClock, SECRET } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();

/** Serves the plain pages; `ask` gets the page of a question. */
async function serve(base = knowledge) {
  const { now } = newClock();
  const links = createSignedLinks({ secrets: [SECRET], now });
  const addresses = createAddresses({ links, publicUrl: undefined })({ channelId: 'directline', serviceUrl: '' });
  const { show, routes: pages } = await openPlainPages();
  const host = await startHost({
    parts: {
      routes: [
        ...pages,
        ...createPlainRoutes({ show, knowledge: base, addresses, publicUrl: undefined }),
        ...(await createTakeAwayRoutes({ show, knowledge: base, links, now })),
      ],
    },
  });
  const get = async (path: string) => {
    const response = await fetch(host.url + path);
    return { response, html: plain(await response.text()) };
  };
  const ask = (question: string, more: Readonly<Record<string, string>> = {}) =>
    get(`/question?${new URLSearchParams({ q: question, ...more }).toString()}`);
  return { host, get, ask };
}

/** Ordinary spaces and apostrophes, to compare with what the tests write. */
function plain(html: string): string {
  return ordinarySpaces(html).replace(/&#39;/g, "'");
}

function linksIn(html: string): readonly (readonly [string, string])[] {
  return [...html.matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/gu)].map(([, address = '', text = '']) => [
    address.replace(/&amp;/g, '&'),
    text.replace(/<[^>]+>/g, ''),
  ]);
}

describe('a question by the plain form', () => {
  it('shows the form and three questions when nothing is asked', async () => {
    const { get } = await serve();

    const { response, html } = await get('/question');

    expect(response.status).toBe(200);
    expect(html).toContain('<html lang="fr">');
    expect(html).toMatch(/<label for="q">Votre question<\/label>/);
    expect(html).toMatch(/<input id="q" name="q" type="text" value="" maxlength="500"/);
    expect(html).toContain('cette page ne retient pas la précédente');
    expect(linksIn(html).filter(([address]) => address.includes('?q='))).toHaveLength(3);
  });

  it('goes on, of two requests, with the list of the first alone', async () => {
    const { ask, get } = await serve();
    const { html } = await ask('Quels projets concernent le numérique ? Et qui porte Mentor ?');

    const [more = ''] = linksIn(html).flatMap(([address, text]) => (text.startsWith('La suite') ? [address] : []));
    const next = await get(more);

    expect(next.html).toContain('start="11"');
    expect(next.html).not.toContain('Mentor');
  });

  it('runs no script and loads nothing from elsewhere, is kept by nobody and found by no search engine', async () => {
    const { ask } = await serve();

    const { response, html } = await ask('Compare le financement de Mentor et de InSERRE');

    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(html).not.toMatch(/<script|<style|style="|\son\w+="/iu);
    expect(html).not.toMatch(/(?:src|action)="(?!\/[^/])/u);
  });

  it('serves its style sheet for ever by the address in the page', async () => {
    const { get } = await serve();
    const { html } = await get('/question');

    const { response } = await get(/href="(\/plain\.css\?v=[^"]+)"/u.exec(html)?.[1] ?? '/none');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it('gives the figure with its dated sources as links, the key facts and the next questions', async () => {
    const { ask } = await serve();

    const { html } = await ask('economie geoplateforme');

    expect(html).toContain('<title>economie geoplateforme – Assistant Transformation publique</title>');
    expect(html).toContain('<h1>economie geoplateforme</h1>');
    expect(html).toMatch(/<input id="q"[^>]* value="economie geoplateforme"/u);
    expect(html).toContain('3,6 M€ sur 4 ans');
    expect(html).toMatch(/<dt>Porteur<\/dt><dd>IGN/u);
    expect(html).toContain('La Gazette des communes, 12/11/2018');
    const links = linksIn(html);
    expect(links.some(([address]) => /^https?:\/\//u.test(address))).toBe(true);
    expect(links.some(([address, text]) => address.startsWith('/question?q=') && text.includes(': quel'))).toBe(true);
  });

  it('says that a figure is not published, and what is around it', async () => {
    const { ask } = await serve();

    const { html } = await ask('Combien d’économies attend-on du Code du travail numérique ?');

    expect(html).toContain('aucune des sources consultées ne donne le montant des économies attendues');
    expect(html).toMatch(/<dt>Économies attendues<\/dt><dd>non publiées<\/dd>/u);
  });

  it('lists ten projects, each a link to its record, then the next ones, until all were shown once', async () => {
    const { ask, get } = await serve();
    let { html } = await ask('Quels projets concernent le numérique ?');
    const shown: string[] = [];
    for (;;) {
      const list = /<ol class="projects"[^>]*>([^]*?)<\/ol>/u.exec(html)?.[1] ?? '';
      shown.push(...linksIn(list).map(([, name]) => name));
      const next = linksIn(html).find(([, text]) => text.startsWith('La suite'));
      if (next === undefined) break;
      ({ html } = await get(next[0]));
    }

    expect(shown.length).toBe(new Set(shown).size);
    expect(shown).toHaveLength(
      Number(/(\d+) \(thème : Numérique\)|sur (\d+) \(thème/u.exec(html)?.slice(1).find(Boolean)),
    );
    const [address = ''] =
      linksIn((await ask('les 5 projets les plus chers')).html).find(([, name]) => name === 'PILAT') ?? [];
    expect((await get(address)).html).toContain('PILAT — ');
  });

  it.each(['9999', '-10', '1e3', 'x', ''])(
    'begins a list at its beginning for a place that is none: %j',
    async (from) => {
      const { ask } = await serve();

      expect((await ask('Quels projets concernent le logement ?', { from })).html).toContain(
        '<ol class="projects" start="1">',
      );
    },
  );

  it('gives a computation as tables with captions and headers, its picture with the same figures in words, and the file', async () => {
    const { ask, get } = await serve();

    const { html } = await ask('total des économies des projets de 2018');

    expect(html).toContain('16,5 M€');
    expect(html).toMatch(/<caption>Les chiffres : économies attendues<\/caption>/u);
    expect(html).toMatch(/<th scope="col">Projet<\/th><th scope="col">Montant<\/th>/u);
    expect(html).toMatch(/<th scope="row">Géoplateforme<\/th><td>3,6 M€ sur 4 ans, égales à l’investissement<\/td>/u);
    expect(html).toMatch(/<caption>D’une autre nature, non ajoutés<\/caption>/u);
    const [, src = '', alt = ''] = /<img src="([^"]+)" alt="([^"]+)"/u.exec(html) ?? [];
    expect(src).toMatch(/^\/pictures\/[\w-]+\.svg\?lang=fr$/u);
    expect(alt).toContain('15,5 M€');
    expect(alt).toContain('non publié');
    const csv = await get(linksIn(html).find(([, text]) => text.includes('CSV'))?.[0] ?? '/none');
    expect(csv.response.headers.get('content-type')).toContain('text/csv');
    expect(csv.html).toContain('Géoplateforme');
  });

  it('compares by fields down and projects across, or by projects down on one field', async () => {
    const { ask } = await serve();

    expect((await ask('Compare Mentor et PILAT')).html).toMatch(
      /<th scope="col">Information<\/th><th scope="col">Mentor<\/th><th scope="col">PILAT<\/th>[^]*<th scope="row">Financement FTAP<\/th><td>5,4 M€<\/td>/u,
    );
    expect((await ask('Compare le financement de Mentor, PILAT et InSERRE')).html).toMatch(
      /<th scope="row">InSERRE<\/th><td>35 M€<\/td>/u,
    );
  });

  it('reads each question by itself, and never offers one that needs the last', async () => {
    const { ask } = await serve();
    await ask('Quel financement pour Histologe ?');
    expect((await ask('et son coût ?')).html).not.toContain('Histologe');

    const { html } = await ask('Quels projets sur le logement en Bretagne en 2019 ?');
    expect(html).toContain('Aucun projet de la base ne correspond (thème : Logement');
    expect(linksIn(html).filter(([, text]) => text.startsWith('Sans limite'))).toEqual([]);
  });

  it.each([
    ['What does Mentor cost?', undefined],
    ['Mentor', 'en'],
    ['', 'en'],
  ])('speaks English for %j asked with lang=%s', async (question, lang) => {
    const { ask } = await serve();

    const { html } = await ask(question, lang === undefined ? {} : { lang });

    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<label for="q">Your question</label>');
    expect(html).toContain('<input type="hidden" name="lang" value="en" />');
  });

  it('says in English that names and sources are French', async () => {
    const { ask } = await serve();

    const { html } = await ask('Which projects are about housing?', { lang: 'en' });

    expect(html).toMatch(/<a href="[^"]+" lang="fr">DossierFacile<\/a>/u);
    expect(html).toMatch(/<span lang="fr">La Gazette des communes/u);
  });

  it('refuses 501 characters as the brain does, and fills them in again to be shortened', async () => {
    const { ask } = await serve();

    const { response, html } = await ask(`Mentor ${'a'.repeat(494)}`);

    expect(response.status).toBe(200);
    expect(html).toContain('Votre message est trop long pour moi');
    expect(html).toContain(`value="Mentor ${'a'.repeat(494)}"`);
    expect(/<title>(.*?) – /u.exec(html)?.[1]?.length).toBeLessThanOrEqual(160);
    expect((await ask(`Mentor ${'a'.repeat(493)}`)).html).not.toContain('trop long pour moi');
  });

  it.each([
    ['control characters', '%00%01%1b%7f%c2%85Mentor%0a%0dcout'],
    ['half a pair', '%ED%A0%80Mentor%ED%BF%BF'],
    ['what is no UTF-8', '%ff%fe%c3Mentor'],
    ['a percent sign alone', '%Mentor%2'],
    ['only marks', '%3F%3F%21'],
    ['letters of all directions', '%E2%80%AEMentor%E2%80%8F'],
    ['15,000 letters', 'a'.repeat(15_000)],
    ['5,000 letters of four bytes', '%F0%9F%98%80'.repeat(1200)],
    ['a hostile name', '__proto__'],
  ])('answers %s with a page', async (_what, encoded) => {
    const { get } = await serve();

    const { response, html } = await get(`/question?q=${encoded}&q=second&lang=xx&lang=en&from=1&from=2&__proto__=1`);

    expect(response.status).toBe(200);
    expect(html).toContain('</html>');
    expect(html.replace(/\n/gu, '')).not.toMatch(/\p{Cc}/u);
  });

  it('cuts no character in two where it shortens the question', async () => {
    const { ask } = await serve();

    const { html } = await ask(`${'a'.repeat(158)}😀${'b'.repeat(9)}`);

    expect(html).toContain(`<h1>${'a'.repeat(158)}…</h1>`);
  });

  it('refuses an address beyond 16 KiB without failing', async () => {
    const { ask, host } = await serve();

    expect((await ask('a'.repeat(17_000))).response.status).toBe(431);
    expect(host.logged.join('')).not.toContain('a request failed');
  });

  it('answers HEAD', async () => {
    const { host } = await serve();

    const response = await fetch(`${host.url}/question?q=Mentor`, { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('shows markup as text, be it asked or in the base', async () => {
    const hostile = `<img src=x onerror="alert('1')">`;
    const base = baseWith((project) => ({
      ...project,
      name: `${hostile} ${project.name}`,
      summaryFr: hostile,
      carrier: hostile,
      statusFr: hostile,
      sources: project.sources.map((source) => ({ ...source, name: hostile })),
    }));
    const { ask } = await serve(base);

    for (const question of [
      hostile,
      'Mentor',
      'Quels projets concernent le logement ?',
      'Compare Mentor et PILAT',
      'financement total',
    ]) {
      const { html } = await ask(question);
      expect(html).toContain('&lt;img src=x onerror=&quot;');
      expect(html).not.toContain('<img src=x');
    }
  });
});

describe('the accessibility statement', () => {
  it('has the parts of the model, in French with an English summary, and is linked from every plain page', async () => {
    const { get } = await serve();

    const { response, html } = await get('/accessibilite');

    expect(response.status).toBe(200);
    const headings = [...html.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, text]) => text);
    expect(headings).toEqual(
      expect.arrayContaining([
        'État de conformité',
        'Contenus non accessibles',
        'Établissement de cette déclaration d’accessibilité',
        'Retour d’information et contact',
        'Voies de recours',
        'Summary in English',
      ]),
    );
    expect(html).toContain('est non conforme avec le référentiel');
    expect(html).toMatch(/<section lang="en">/u);
    for (const path of ['/question', '/question?q=Mentor', '/accessibilite', '/'])
      expect(linksIn((await get(path)).html)).toContainEqual(['/accessibilite', 'Accessibilité : non conforme']);
  });
});
