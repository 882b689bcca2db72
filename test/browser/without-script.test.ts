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

    expect(plain(await page.locator('main').innerText())).toContain('7 projets (thème : Logement)');
    await page.getByRole('link', { name: 'DossierFacile', exact: true }).click();
    expect(plain(await page.locator('h1').innerText())).toBe('DossierFacile');
    expect(plain(await page.locator('main').innerText())).toContain('DGALN/DHUP');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });

  it('shows the bars of a sum, drawn by the server', async () => {
    const page = await withoutScript();
    await page.goto(`${assistant.url}/question?q=${encodeURIComponent('total des économies des projets de 2018')}`);

    const image = page.locator('main img');

    expect(await image.getAttribute('alt')).toContain('15,5');
    expect(Number(await page.evaluate(`document.querySelector('main img').naturalWidth`))).toBeGreaterThan(0);
  });

  it('finds the form from the conversation, where scripts do run', async () => {
    const page = await browser.context.newPage();
    await page.goto(assistant.url);

    await page.getByRole('link', { name: 'Version sans JavaScript' }).click();

    expect(await page.locator('h1').innerText()).toBe('Posez votre question');
  });
});

async function withoutScript(): Promise<Page> {
  const page = await browser.context.newPage();
  const protocol = await browser.context.newCDPSession(page);
  await protocol.send('Emulation.setScriptExecutionDisabled', { value: true });
  return page;
}
