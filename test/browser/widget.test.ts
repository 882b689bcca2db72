import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Request } from 'playwright-core';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { type HostPage, type HostPageParts, serveHostPage } from './host-page';
import { widgetOn, type Widget } from './widget-page';

jest.setTimeout(60_000);

let parts: HostPageParts = { tags: '' };
let site: HostPage;
let stranger: HostPage;
let assistant: RunningAssistant;
let browser: Browser;

beforeAll(async () => {
  site = await serveHostPage(() => parts);
  stranger = await serveHostPage(() => ({ tags: tag() }));
  assistant = await runAssistant({ ALLOWED_ORIGINS: site.origin });
  browser = await openChromium({ width: 1120, height: 900 });
});

afterEach(() => browser.closePages());

afterAll(async () => {
  await browser.close();
  await assistant.close();
  await Promise.all([site.close(), stranger.close()]);
});

const tag = (attributes = ''): string => `<script src="${assistant.url}/widget.js" ${attributes}></script>`;

async function visit(given: HostPageParts, size = { width: 1120, height: 900 }): Promise<Widget> {
  parts = given;
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.goto(site.origin);
  return widgetOn(page, requests);
}

describe('the widget on somebody else’s site', () => {
  it('loads its small script and nothing else, and stores nothing, before it is opened', async () => {
    const { page, opener, requests } = await visit({ tags: tag() });
    await opener.waitFor();

    const ours = requests.filter((request) => request.url().startsWith(assistant.url));
    expect(ours.map((request) => new URL(request.url()).pathname)).toEqual(['/widget.js']);
    const script = await fetch(`${assistant.url}/widget.js`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(script.headers.get('content-encoding')).toBe('gzip');
    expect((await (await fetch(`${assistant.url}/widget.js`)).arrayBuffer()).byteLength).toBeLessThan(15_000);
    expect(await browser.context.cookies()).toEqual([]);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
  });

  it('opens by a real button, answers in its frame, and gives the focus back when Escape closes it', async () => {
    const { page, opener, panel, ask, answer, standsStill } = await visit({ tags: tag() });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answer('Je suis un assistant automatique').waitFor();
    expect(await opener.getAttribute('aria-expanded')).toBe('true');
    await ask('economie geoplateforme');
    await answer('3,6').first().waitFor();
    await standsStill();
    await page.screenshot({ path: path.join('docs', 'widget.png') });

    await page.keyboard.press('Escape');

    await panel.waitFor({ state: 'hidden' });
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
    expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.className`)).toBe('opener');
  });

  it('writes nothing in the console of the page while it opens, answers, closes and opens again', async () => {
    parts = { tags: tag() };
    const page = await browser.context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    // Slow enough that the frame is seen empty, as it is on a real line.
    await page.route('**/widget/frame?*', async (route) => {
      await page.waitForTimeout(300);
      await route.continue();
    });
    await page.goto(site.origin);
    const { opener, panel, ask, answer } = widgetOn(page, []);

    await opener.click();
    await ask('Quel financement pour Mentor ?');
    await answer('5,4').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await opener.click();
    await answer('5,4').first().waitFor();

    expect(complaints).toEqual([]);
  });

  it('is embedded by the very lines of docs/embed.md, under the policy that they ask for', async () => {
    const guide = await readFile(path.join('docs', 'embed.md'), 'utf8');
    const block = (language: string): string =>
      (new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'u').exec(guide)?.[1] ?? '').replaceAll(
        'https://assistant.exemple.gouv.fr',
        assistant.url,
      );
    const policy = /^script-src .*$/mu.exec(guide)?.[0].replaceAll('https://assistant.exemple.gouv.fr', assistant.url);

    const { opener, ask, answer } = await visit({
      tags: block('html'),
      ...(policy === undefined ? {} : { policy: `default-src 'none'; ${policy}` }),
    });
    await opener.click();
    await ask('Quel financement pour Mentor ?');

    await answer('5,4').first().waitFor();
    expect(policy).toContain(assistant.url);
  });

  it('keeps its history through a reload, begins again, and forgets when told to', async () => {
    const { page, opener, inside, ask, answer } = await visit({ tags: tag() });
    await opener.click();
    await ask('Qui porte PILAT ?');
    await answer('PILAT').first().waitFor();
    await page.reload();
    await opener.click();
    await answer('PILAT').first().waitFor();

    await inside.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await answer('PILAT').first().waitFor({ state: 'detached' });
    await answer('Je suis un assistant automatique').waitFor();

    await ask('Qui porte Mentor ?');
    await answer('Mentor').first().waitFor();
    await inside.locator('summary').click();
    expect(plain(await inside.locator('#about').innerText())).toContain('effacée après 30 jours');
    await inside.getByRole('button', { name: /Oublie-moi/ }).click();
    await inside.getByText(/La conversation est effacée\. Vos avis.+ sont gardés un an/).waitFor();
    await answer('Mentor').first().waitFor({ state: 'detached' });
    await answer('Je suis un assistant automatique').waitFor();
    await page.reload();
    await opener.click();
    await answer('Je suis un assistant automatique').waitFor();
    expect(await answer('Mentor').count()).toBe(0);
  });

  it('says in the title and on the button that a message came while it was closed', async () => {
    const { page, opener, panel, ask, answer } = await visit({ tags: tag() });
    await opener.click();
    await answer('Je suis un assistant automatique').waitFor();
    // The question is kept back until the panel is closed: its answer takes some 20 ms to come.
    const isClosed = panel.waitFor({ state: 'hidden' });
    await page.route('**/v3/directline/conversations/*/activities', async (route) => {
      await isClosed;
      await route.continue();
    });
    await ask('Quel financement pour Mentor ?');
    await page.keyboard.press('Escape');

    await page.waitForFunction(`document.title === '(1) Intranet'`);
    expect(await opener.innerText()).toContain('1');
    await opener.click();
    expect(await page.title()).toBe('Intranet');
  });

  it('survives hostile styles and a strict policy of the page around', async () => {
    const { page, opener, ask, answer, panel } = await visit({
      tags: tag(),
      style:
        '* { display: none !important; position: static !important; font-size: 60px !important } html, body { display: block !important }',
      policy: `default-src 'none'; script-src ${assistant.url}; frame-src ${assistant.url}; style-src 'unsafe-inline'; img-src data:`,
    });
    await opener.click();
    await ask('Quel financement pour Mentor ?');
    await answer('5,4').first().waitFor();

    const box = await panel.boundingBox();
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.height).toBeGreaterThan(400);
    expect(
      await page.evaluate(
        `getComputedStyle(document.querySelector('assistant-widget').shadowRoot.querySelector('button')).fontSize`,
      ),
    ).toBe('16px');
  });

  it('may stand on a page more than once, each with a conversation of its own', async () => {
    const { page, requests } = await visit({
      tags: tag() + tag('data-lang="en" data-position="left" data-color="#8a2000"'),
    });
    const [french, english] = [widgetOn(page, requests, 0), widgetOn(page, requests, 1)];
    await french.opener.click();
    await french.ask('Qui porte PILAT ?');
    await french.answer('PILAT').first().waitFor();
    await page.keyboard.press('Escape');
    await english.opener.click();

    await english.answer('automatic assistant').waitFor();
    expect(await english.answer('PILAT').count()).toBe(0);
    expect(await english.inside.getByRole('button', { name: 'New conversation' }).count()).toBe(1);
    const box = await english.panel.boundingBox();
    expect(box?.x).toBeLessThan(100);
  });

  it('takes the language of the page, and no colour on which its words could not be read', async () => {
    const { page, opener } = await visit({ tags: tag('data-color="#ffff00"'), lang: 'en' });

    expect(await opener.innerText()).toContain('Ask the assistant');
    expect(
      await page.evaluate(
        `getComputedStyle(document.querySelector('assistant-widget').shadowRoot.querySelector('button')).backgroundColor`,
      ),
    ).toBe('rgb(0, 0, 145)');
  });

  it.each([
    ['widget-320', { width: 320, height: 640 }],
    ['widget-zoom-200', { width: 560, height: 450 }],
  ] as const)('fills a small screen and leaves nothing outside of it: %s', async (name, size) => {
    const { page, opener, panel, ask, answer, standsStill } = await visit({ tags: tag() }, size);
    await opener.click();
    await ask('Quels projets concernent le logement ?');
    await answer('7 projets').waitFor();
    await standsStill();
    await page.screenshot({ path: path.join('docs', `${name}.png`) });

    const box = await panel.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(size.width);
    expect(box?.height).toBeLessThanOrEqual(size.height);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('keeps the keyboard from all that it covers on a small screen, and gives back what it found', async () => {
    const { page, opener, panel, inside, answer, standsStill } = await visit(
      {
        tags: `<nav inert><a href="#nav">Menu</a></nav><dialog>Déconnexion</dialog>${tag()}${tag('data-position="left"')}`,
      },
      { width: 320, height: 640 },
    );
    const inert = (): Promise<unknown> =>
      page.evaluate(`[...document.body.children].filter((element) => element.inert).map(({ localName }) => localName)`);
    const focused = (): Promise<unknown> => page.evaluate(`document.activeElement.localName`);
    await opener.click();
    await answer('Je suis un assistant automatique').waitFor();
    await standsStill();

    const way = new Set<unknown>();
    // More steps than the frame, the page and the browser's own bar have together.
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press('Tab');
      way.add(await focused());
      expect(
        await page.evaluate(`document.querySelector('assistant-widget').shadowRoot.activeElement?.className`),
      ).not.toBe('opener');
    }
    expect([...way].filter((name) => name !== 'assistant-widget' && name !== 'body')).toEqual([]);
    expect(await inert()).toEqual(expect.arrayContaining(['h1', 'p', 'nav', 'assistant-widget']));
    expect(await inert()).not.toContain('dialog');
    expect(await panel.getAttribute('aria-modal')).toBe('true');
    expect(await opener.isVisible()).toBe(false);

    await page.setViewportSize({ width: 1120, height: 900 });
    await page.waitForFunction(`!document.querySelector('h1').inert`);
    expect(await inert()).toEqual(['nav']);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.waitForFunction(`document.querySelector('h1').inert`);
    await inside.locator('[data-id="webchat-sendbox-input"]').press('Escape');
    await panel.waitFor({ state: 'hidden' });

    expect(await inert()).toEqual(['nav']);
    expect(await focused()).toBe('assistant-widget');
  });

  it('is dark for whoever asks for dark', async () => {
    const { page, opener, ask, answer, standsStill } = await visit({ tags: tag() });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await opener.click();
    await ask('Compare Mentor et PILAT');
    await answer('Comparaison').waitFor();
    await standsStill();
    await page.screenshot({ path: path.join('docs', 'widget-dark.png') });

    const frame = page.frames().find((candidate) => candidate.url().startsWith(assistant.url));
    expect(await frame?.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe('rgb(21, 21, 26)');
  });

  it('draws its lines as strong as its words for whoever asks for contrast, in the middle of a talk too', async () => {
    const { page, opener, ask, answer, standsStill } = await visit({ tags: tag() });
    await opener.click();
    await ask('Compare Mentor et PILAT');
    await answer('Comparaison').waitFor();
    const frame = page.frames().find((candidate) => candidate.url().startsWith(assistant.url));
    const lineOfBubble = (): Promise<unknown> | undefined =>
      frame?.evaluate("getComputedStyle(document.querySelector('.webchat__bubble__content')).borderTopColor");
    const usual = await lineOfBubble();

    await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
    await standsStill();
    await page.screenshot({ path: path.join('docs', 'widget-contrast.png') });

    expect([usual, await lineOfBubble()]).toEqual(['rgb(221, 221, 229)', 'rgb(22, 22, 22)']);
  });

  it('is refused a frame on a site that is not on the list, says that nobody answers, and can be closed', async () => {
    const page = await browser.context.newPage();
    const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
    await page.goto(stranger.origin);
    const { opener, panel, inside } = widgetOn(page, []);
    await opener.click();

    expect((await refused).text()).toContain(assistant.url);
    expect(await inside.locator('#chat').count()).toBe(0);
    await panel.getByText('L’assistant ne répond pas.').waitFor();
    await panel.getByRole('button', { name: 'Fermer' }).click();
    await panel.waitFor({ state: 'hidden' });
  });
});
