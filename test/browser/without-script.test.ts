import type { Page } from 'playwright-core';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';

let assistant: RunningAssistant;
let browser: Browser;

jest.setTimeout(60_000);

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium({ width: 1120, height: 900 });
});

afterAll(async () => {
  await browser.close();
  await assistant.close();
});

describe('a browser that runs no script', () => {
  it.each([1120, 320])('asks by the form of the first page, and goes on by the links, at %d pixels', async (width) => {
    const page = await withoutScript();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(assistant.url);
    expect(await page.getByRole('button', { name: 'Nouvelle conversation' }).isVisible()).toBe(false);
    await page.locator('summary').click();
    await page.getByRole('link', { name: 'Accessibilité' }).waitFor();

    await page.getByLabel('Votre question').fill('Quels projets concernent le logement ?');
    await page.getByRole('button', { name: 'Envoyer' }).click();

    expect(plain(await page.locator('main').innerText())).toMatch(/7 projets\s+thème : Logement/);
    await page.getByRole('link', { name: 'DossierFacile', exact: true }).click();
    expect(plain(await page.locator('h1').innerText())).toBe('DossierFacile');
    expect(plain(await page.locator('main').innerText())).toContain('DGALN/DHUP');
    expect(await fitsIn(page)).toBe(true);
  });

  it.each([1366, 320])('narrows the list of projects by a form and by links, at %d pixels', async (width) => {
    const page = await withoutScript();
    await page.setViewportSize({ width, height: 768 });
    await page.goto(`${assistant.url}/projets`);
    expect(await fitsIn(page)).toBe(true);

    await page.getByLabel('Thème').selectOption({ label: 'Justice' });
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(plain(await page.getByRole('heading', { level: 2 }).first().innerText())).toBe('9 projets sur 68');
    await page.getByLabel('Nom ou sujet').fill('prison');
    await page.getByLabel('Nom ou sujet').press('Enter');

    expect(await page.locator('table.rows tbody th a').allInnerTexts()).toContain('InSERRE');
    expect(await fitsIn(page)).toBe(true);
    await page.getByRole('link', { name: /Thème : Justice/ }).click();
    await page.getByRole('link', { name: /« prison »/ }).click();
    expect(plain(await page.getByRole('heading', { level: 2 }).first().innerText())).toBe('68 projets');
    await page.getByRole('link', { name: 'Archipel' }).click();
    await page.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link').last().click();
    expect(await page.getByLabel('Thème').inputValue()).toBe('culture');
  });

  it('is told in a page of an address that leads nowhere', async () => {
    const page = await withoutScript();
    await page.setViewportSize({ width: 320, height: 640 });

    const response = await page.goto(`${assistant.url}/zorglub`);

    expect(response?.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('Page introuvable');
    expect(await fitsIn(page)).toBe(true);
    await page.getByLabel('Nom ou sujet').fill('logement');
    await page.getByRole('button', { name: 'Afficher' }).click();
    expect(plain(await page.getByRole('heading', { level: 2 }).first().innerText())).toBe('7 projets sur 68');
  });

  it('shows the bars of a sum, drawn by the server', async () => {
    const page = await withoutScript();
    await page.goto(`${assistant.url}/question?q=${encodeURIComponent('total des économies des projets de 2018')}`);

    const image = page.locator('main img');

    expect(await image.getAttribute('alt')).toContain('15,5');
    expect(Number(await page.evaluate(`document.querySelector('main img').naturalWidth`))).toBeGreaterThan(0);
  });

  it.each([
    ['light', /^255,255,255$/],
    ['dark', /^31,31,38$/],
  ] as const)('shows the bars on the ground of the page around them, forced to be %s', async (theme, ground) => {
    const page = await browser.context.newPage();
    // As in the widget, which a site may want dark though the system is light.
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await page.goto(`${assistant.url}/question?q=${encodeURIComponent('total des économies des projets de 2018')}`);
    await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);

    const shot = await page.locator('main img').screenshot();

    await page.goto('about:blank');
    expect(
      await page.evaluate(`fetch('data:image/png;base64,${shot.toString('base64')}')
        .then((response) => response.blob())
        .then(createImageBitmap)
        .then((image) => {
          const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
          canvas.drawImage(image, 0, 0);
          return [...canvas.getImageData(10, 30, 1, 1).data].slice(0, 3).join();
        })`),
    ).toMatch(ground);
  });

  it('finds the form from the conversation, where scripts do run', async () => {
    const page = await browser.context.newPage();
    await page.goto(assistant.url);

    await page.getByRole('link', { name: 'Version sans JavaScript' }).click();

    expect(await page.locator('h1').innerText()).toBe('Posez votre question');
  });
});

async function fitsIn(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}

async function withoutScript(): Promise<Page> {
  const page = await browser.context.newPage();
  const protocol = await browser.context.newCDPSession(page);
  await protocol.send('Emulation.setScriptExecutionDisabled', { value: true });
  return page;
}
