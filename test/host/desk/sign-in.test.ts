import { createAudit } from '../../../src/host/desk/people/audit';
import { parseSettings } from '../../../src/host/settings';
import { keysOf } from '../../../src/host/storage/store';
import { hostStarter } from '../running-host';
import { deskStarter, type RunningDesk, send } from './running-desk';

const startDesk = deskStarter();
const startHost = hostStarter();

/** What the journal says, as a publisher reads it. */
async function journal(desk: RunningDesk): Promise<string> {
  const reader = await desk.signIn('publisher', 'Qui lit le journal');
  return (await reader.get('/admin/journal')).text;
}

describe('the door of the desk', () => {
  it('is not there unless it was opened', async () => {
    const { url } = await startHost();

    for (const path of ['/admin', '/admin/brouillons', '/admin/entree/x', '/desk.css'])
      expect((await fetch(url + path)).status).toBe(404);
    expect(parseSettings({}).desk).toBeUndefined();
    expect(() => parseSettings({ ADMIN: 'oui' })).toThrow(/ADMIN\s: «\soui\s» ne convient pas\s; écrivez on ou off/u);
  });

  it('lets somebody in by a link, once, under a cookie that no script and no other site can use', async () => {
    const desk = await startDesk();
    const path = await desk.link('editor', 'Camille Martin');
    const [, , , secret = ''] = path.split('/');

    const opened = await fetch(desk.url + path);
    expect(opened.status).toBe(200);
    const entered = await send(desk.url, '/admin/entree', { lien: secret }, { origin: desk.url });

    expect(entered.status).toBe(303);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^desk=[\w-]{43}; Path=\/admin; Max-Age=28800; HttpOnly; SameSite=Strict$/u);
    const page = await fetch(`${desk.url}/admin`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Camille Martin, rédaction');
    expect([...html.matchAll(/ href="([^"?]+\.css)/gu)].map(([, sheet]) => sheet)).toEqual([
      '/base.css',
      '/page.css',
      '/desk.css',
    ]);

    const again = await send(desk.url, '/admin/entree', { lien: secret }, { origin: desk.url });
    expect(again.status).toBe(403);
    expect(again.text).toContain('Ce lien a déjà servi.');
    expect(await journal(desk)).toMatch(/personne non connectée lien d.entrée refusé used/u);
  });

  it('sends its cookie over https alone where it is reached by https', async () => {
    const desk = await startDesk({ publicUrl: 'https://assistant.test' });
    const [, , , secret = ''] = (await desk.link('reader', 'Camille')).split('/');

    const entered = await send(desk.url, '/admin/entree', { lien: secret }, { origin: 'https://assistant.test' });

    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/u);
    const inside = await fetch(`${desk.url}/admin`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(inside.status).toBe(200);
    const tossed = cookie.split(';')[0]?.replace('__Host-', '') ?? '';
    expect((await fetch(`${desk.url}/admin`, { headers: { cookie: tossed } })).status).toBe(401);
  });

  it('refuses a link after a quarter of an hour, and one that nobody made', async () => {
    const desk = await startDesk();
    const [, , , secret = ''] = (await desk.link('publisher', 'Camille')).split('/');
    desk.clock.advance(15 * 60);

    const late = await send(desk.url, '/admin/entree', { lien: secret }, { origin: desk.url });
    const made = await send(desk.url, '/admin/entree', { lien: 'x'.repeat(43) }, { origin: desk.url });

    expect([late.status, made.status]).toEqual([403, 403]);
    expect(late.text).toContain('il durait quinze minutes');
  });

  it('lets nobody in who is not signed in, whose day is over or who left', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');

    expect((await fetch(`${desk.url}/admin`)).status).toBe(401);
    expect((await editor.get('/admin')).status).toBe(200);
    await editor.post('/admin/sortie');
    expect((await editor.get('/admin')).status).toBe(401);
    const other = await desk.signIn('editor');
    desk.clock.advance(8 * 3600);
    expect((await other.get('/admin')).status).toBe(401);
    expect((await other.post('/admin/sortie')).status).toBe(403);
  });

  it('keeps of links and cookies what nobody can use', async () => {
    const desk = await startDesk();
    const [, , , secret = ''] = (await desk.link('editor', 'Camille')).split('/');
    const { cookie } = await desk.signIn('editor');

    const kept: string[] = [];
    for await (const { key, text } of desk.store.list('desk/')) kept.push(key, text);

    expect(kept.length).toBeGreaterThan(4);
    expect(kept.join()).not.toContain(secret);
    expect(kept.join()).not.toContain(cookie.slice('desk='.length));
  });
});

describe('a form of the desk', () => {
  it.each([
    ['without its token', { jeton: '' }, {}],
    ['with the token of somebody else', { jeton: 'x'.repeat(43) }, {}],
    ['from another site', {}, { origin: 'https://evil.example' }],
    ['from nowhere', {}, { origin: 'null' }],
  ])('is refused %s, and that is written down', async (_, fields, headers) => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor', 'Camille Martin');

    const { status, text } = await editor.post('/admin/temoins/garder', { question: 'x', ...fields }, headers);

    expect(status).toBe(403);
    expect(text).toContain("Ce formulaire ne vient pas d'une page de l'atelier");
    expect(await journal(desk)).toContain("Camille Martin formulaire venu d'ailleurs, refusé");
  });

  it('is refused to who may only read, or not publish, in a sentence', async () => {
    const desk = await startDesk();
    const reader = await desk.signIn('reader', 'Qui ne fait que lire');
    const editor = await desk.signIn('editor', 'Qui rédige');

    const changed = await reader.post('/admin/temoins/garder', { question: 'Combien de projets ?' });
    const read = await editor.get('/admin/journal');
    const undone = await editor.post('/admin/brouillons/annuler');

    expect([changed.status, read.status, undone.status]).toEqual([403, 403, 403]);
    expect(changed.text).toContain('il faut le droit de rédaction');
    expect(undone.text).toContain('il faut le droit de publication');
    expect(await journal(desk)).toMatch(/Qui ne fait que lire action refusée faute de droit \/admin\/temoins\/garder/u);
  });

  it('is taken as a form and nothing else', async () => {
    const desk = await startDesk();
    const { cookie } = await desk.signIn('editor');

    const response = await fetch(`${desk.url}/admin/temoins/garder`, {
      method: 'POST',
      headers: { cookie, origin: desk.url, 'content-type': 'application/json' },
      body: '{"question":"x"}',
    });

    expect(response.status).toBe(415);
  });
});

describe('a page of the desk', () => {
  it('may run no script, is kept nowhere and says what it was', async () => {
    const desk = await startDesk();
    const editor = await desk.signIn('editor');

    for (const path of ['/admin', '/admin/brouillons', '/admin/temoins']) {
      const { headers, html } = await editor.get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'/u,
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(html).not.toMatch(/<script|style=|onclick/u);
    }
  });

  it('shows what people wrote as a text', async () => {
    const desk = await startDesk();
    await desk.leave({ kind: 'unanswered', question: '<img src=x onerror=alert(1)> "zorglub"' });
    const editor = await desk.signIn('editor', '<b>Camille</b>');

    const { html } = await editor.get('/admin');

    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<b>Camille/u);
  });
});

it('writes no more of strangers than fits in a day', async () => {
  const desk = await startDesk();
  const audit = createAudit({ store: desk.store, now: desk.clock.now });

  const day = `desk/audit/${desk.clock.now().toISOString().slice(0, 10)}/`;
  await desk.store.commit(Array.from({ length: 499 }, (_, at) => ({ key: `${day}-${at}`, text: '{}' })));
  for (let count = 0; count < 3; count += 1) await audit.write(null, 'link-refused');

  expect(await keysOf(desk.store, 'desk/audit/')).toHaveLength(500);
});
