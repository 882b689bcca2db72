import { openPlainPages } from '../../../src/host/plain/plain-page';
import { createPlainRoutes } from '../../../src/host/plain/plain-routes';
import { RETENTION_DAYS } from '../../../src/host/storage/retention';
import { createAddresses } from '../../../src/host/take-away/addresses';
import { createSignedLinks } from '../../../src/host/take-away/signed-links';
import { realKnowledge } from '../../core/knowledge';
import { ordinarySpaces } from '../../plain-text';
import { hostStarter, newClock, SECRET } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();
const links = createSignedLinks({ secrets: [SECRET], now: newClock().now });
const addresses = createAddresses({ links, publicUrl: undefined })({ channelId: 'directline', serviceUrl: '' });

/** Serves the plain pages; gives the HTML of one, with ordinary spaces and apostrophes. */
async function serve(contact?: string): Promise<(path: string) => Promise<string>> {
  const { show, routes: pages } = await openPlainPages();
  const host = await startHost({
    parts: { routes: [...pages, ...createPlainRoutes({ show, knowledge, addresses, contact, publicUrl: undefined })] },
  });
  return async (path) => {
    const response = await fetch(host.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    return ordinarySpaces(await response.text()).replace(/&#39;/g, "'");
  };
}

const headingsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<h[12]>(.*?)<\/h[12]>/gu)].map(([, text = '']) => text);

describe.each([
  {
    path: '/confidentialite',
    french: 'Vos données',
    english: 'Your data',
    part: 'Vos droits',
    inEnglish: 'Your rights',
  },
  {
    path: '/conditions',
    french: 'Conditions d’utilisation',
    english: 'Terms of use',
    part: 'Ce que valent les réponses',
    inEnglish: 'What the answers are worth',
  },
])('$path', ({ path, french, english, part, inEnglish }) => {
  it('is in French, and in English when that is asked for, each leading to the other', async () => {
    const get = await serve();

    const page = await get(path);
    expect(page).toContain('<html lang="fr">');
    expect(headingsIn(page)).toEqual(expect.arrayContaining([french, part]));
    expect(page).toContain(`<a href="${path}?lang=en" hreflang="en" lang="en">English version</a>`);
    const other = await get(`${path}?lang=en`);
    expect(other).toContain('<html lang="en">');
    expect(headingsIn(other)).toEqual(expect.arrayContaining([english, inEnglish]));
    expect(other).toContain(`<a href="${path}?lang=fr" hreflang="fr" lang="fr">Version française</a>`);
    expect(headingsIn(other)).toHaveLength(headingsIn(page).length);
  });

  it('is French for a language that is none of ours', async () => {
    expect(await (await serve())(`${path}?lang=de`)).toContain('<html lang="fr">');
  });

  it('leads to whoever publishes the assistant, by e-mail or by a page', async () => {
    const byMail = await serve('assistant@exemple.gouv.fr');
    const byPage = await serve('https://www.exemple.gouv.fr/contact?de=a&vers=b');

    expect(await byMail(path)).toContain('<a href="mailto:assistant@exemple.gouv.fr">assistant@exemple.gouv.fr</a>');
    expect(await byPage(path)).toContain('<a href="https://www.exemple.gouv.fr/contact?de=a&amp;vers=b">');
    expect(await byMail(path)).not.toContain('n’en dit encore rien');
  });

  it('says so when nobody can be reached yet', async () => {
    const page = await (await serve())(path);

    expect(page).toContain('cette installation n’en dit encore rien');
    expect(page).not.toContain('mailto:');
  });

  it('is linked from the foot of every plain page, in its language, and from the demonstration page', async () => {
    const get = await serve();

    for (const page of ['/question', '/question?q=Mentor', '/accessibilite', '/confidentialite', '/conditions'])
      expect(await get(page)).toContain(`<a href="${path}?lang=fr">${french}</a>`);
    expect(await get('/question?lang=en')).toContain(`<a href="${path}?lang=en">${english}</a>`);
    expect(await get('/')).toContain(`<a href="${path}?lang=fr">${french}</a>`);
    expect(await get('/?lang=en')).toContain(`<a href="${path}?lang=en">${english}</a>`);
  });
});

describe('the page on privacy', () => {
  it('says for how long things are kept as the program does, in both languages', async () => {
    const get = await serve();

    const french = await get('/confidentialite');
    expect(french).toContain(`Effacées après ${RETENTION_DAYS.conversation} jours sans message`);
    expect(french).toContain(`Effacés après ${RETENTION_DAYS.inbox} jours`);
    const english = await get('/confidentialite?lang=en');
    expect(english).toContain(`Erased after ${RETENTION_DAYS.conversation} days without a message`);
    expect(english).toContain(`Erased after ${RETENTION_DAYS.inbox} days`);
  });

  it('has all its sheets from this server, the one that it shares with the desk too', async () => {
    const get = await serve();

    const sheets = [...(await get('/confidentialite')).matchAll(/ href="([^"]+\.css\?v=[\w-]+)"/gu)].map(
      ([, sheet = '']) => sheet,
    );

    expect(sheets.map((sheet) => sheet.split('?')[0])).toEqual(['/base.css', '/page.css', '/plain.css']);
    for (const sheet of sheets) expect(await get(sheet)).toContain('{');
  });

  it('is within reach of the widget', async () => {
    const get = await serve();

    expect(await get('/widget/frame?lang=en')).toContain('<a href="/confidentialite?lang=en" target="_blank"');
  });
});

describe('the accessibility statement', () => {
  it('says how to reach whoever publishes the assistant', async () => {
    const get = await serve('assistant@exemple.gouv.fr');

    expect(await get('/accessibilite')).toContain(
      '<a href="mailto:assistant@exemple.gouv.fr">assistant@exemple.gouv.fr</a>',
    );
  });
});
