import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtAssistantStarter } from '../host/built-assistant';
import { copyData } from '../host/data-copy';
import { CLIENT, startOpenIdProvider } from '../host/desk/openid-provider';
import { directLineClient } from '../host/direct-line-client';
import { temporaryFolder } from '../host/temporary-folder';
import { until } from '../host/until';
import { plain } from '../plain-text';
import { violationsOn } from './axe';
import { type Browser, openChromium } from './chromium';

jest.setTimeout(240_000);

const root = temporaryFolder();
const { start } = builtAssistantStarter();
const QUESTION = 'Quels projets concernent les gîtes ?';
/** Where the pictures of docs/editors.md go, when they are to be made anew: `DESK_PICTURES=docs npx jest test/browser/desk`. */
const PICTURES = process.env['DESK_PICTURES'];

let browser: Browser;
let provider: Awaited<ReturnType<typeof startOpenIdProvider>> | undefined;
afterEach(() => provider?.stop());
beforeAll(async () => {
  browser = await openChromium({ width: 1100, height: 800 });
});
afterAll(() => browser.close());

it('leads from a question without an answer to a published one and back, by keyboard, for anybody', async () => {
  const [url, data] = [`http://127.0.0.1:${await freePort()}`, join(root, 'data')];
  mkdirSync(root, { recursive: true });
  copyData(data);
  provider = await startOpenIdProvider(`${url}/admin/connexion/retour`);
  await start(join(root, 'var'), process.execPath, [], {
    ...{ ADMIN: 'on', ADMIN_SECOND_PERSON: 'true', DATA_DIR: data, PORT: new URL(url).port, LOG_LEVEL: 'error' },
    ...{ ADMIN_OIDC_ISSUER: provider.issuer, ADMIN_OIDC_CLIENT_ID: CLIENT.id, ADMIN_OIDC_CLIENT_SECRET: CLIENT.secret },
    ADMIN_OIDC_ROLES: 'editor=camille@example.org publisher=dominique@example.org',
  });
  await ask(url, [QUESTION, QUESTION, 'gîtes : quels projets ?', 'Quels projets concernent les locavores ?']);
  const answer = async (): Promise<string> => (await fetch(`${url}/question?q=${encodeURIComponent(QUESTION)}`)).text();
  expect(await answer()).toContain('Je ne trouve pas');

  const page = await browser.context.newPage();

  await page.goto(`${url}/admin`);
  await look(page, null);
  await signIn(page, 'camille');
  expect(plain(await page.locator('header').innerText())).toContain('Camille du Bureau, rédaction');
  await page.getByRole('link', { name: 'Traiter', exact: false }).first().waitFor();
  await look(page, 'demandes');

  // The first group, then the word that it lacks, with the keyboard alone.
  await pressOn(page, 'link', `Traiter : ${QUESTION}`);
  await look(page, 'demande');
  const word = page.getByLabel('Mot ou expression');
  expect(await word.inputValue()).toBe('gîtes');
  await word.focus();
  await page.keyboard.press('Tab');
  await page.getByLabel('Il désigne').selectOption({ label: 'Logement' });
  await pressOn(page, 'button', 'Ajouter au brouillon et voir ce qui change', 0);
  await page.getByRole('heading', { name: 'Les réponses qui changeraient' }).waitFor();
  expect(plain(await page.locator('main').innerText())).toContain('ajouté « gîtes »');
  expect(await page.getByText('a maintenant une réponse').count()).toBe(2);
  expect(await page.getByText('moins bien', { exact: true }).count()).toBe(0);
  await look(page, 'brouillon');
  await pressOn(page, 'button', `La nouvelle réponse est juste : la garder comme témoin : ${QUESTION}`);
  await pressOn(page, 'button', 'Proposer à la publication');
  expect(await page.getByRole('button', { name: 'Publier', exact: true }).count()).toBe(0);
  const draft = page.url();

  await page.goto(`${url}/admin/fiches/projets/mentor`);
  await look(page, 'fiche');
  await page.getByLabel('Coût total (M€)').fill('NC');
  await pressOn(page, 'button', 'Enregistrer dans le brouillon et voir ce qui change');
  expect(await page.getByLabel('Coût total (M€)').getAttribute('aria-invalid')).toBe('true');
  await look(page, null);
  for (const path of ['fiches?table=themes', 'temoins', 'etat', 'usage']) {
    await page.goto(`${url}/admin/${path}`);
    await look(page, path === 'usage' ? 'usage' : null);
  }
  expect(plain(await page.locator('main').innerText())).toContain('Questions répondues ou refusées : 4');

  await pressOn(page, 'button', 'Se déconnecter');
  await browser.context.clearCookies();
  await page.goto(`${url}/admin`);
  await signIn(page, 'dominique');
  await page.goto(draft);
  await pressOn(page, 'button', 'Publier');
  await page.getByText('Publié. Les nouvelles réponses').waitFor();
  await look(page, 'publications');
  await until(async () => plain(await answer()).includes('7 projets'));

  await pressOn(page, 'button', 'Annuler cette publication');
  await page.getByText('Publication annulée.').waitFor();
  await until(async () => (await answer()).includes('Je ne trouve pas'));
  await page.goto(`${url}/admin/temoins`);
  expect(plain(await page.locator('main').innerText())).toContain('Ne reçoivent plus la bonne réponse');
  await page.goto(`${url}/admin/journal`);
  expect(plain(await page.locator('main').innerText())).toMatch(/Dominique du Bureau\s+publication annulée/u);
  await look(page, null);
});

/** No script, which is what keeps it whole without any; nothing that axe-core finds wrong, in both schemes; nothing beyond the edge of a phone. A picture where they are made. */
async function look(page: Page, name: string | null): Promise<void> {
  expect(await page.locator('script').count()).toBe(0);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violationsOn(page, [])).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  await page.setViewportSize({ width: 1100, height: 800 });
  if (PICTURES === undefined || name === null) return;
  await page.setViewportSize({ width: 1100, height: 960 });
  await page.screenshot({ path: join(PICTURES, `atelier-${name}.png`), scale: 'css' });
  await page.setViewportSize({ width: 1100, height: 800 });
}

/** Presses it as somebody without a mouse does. */
async function pressOn(page: Page, role: 'button' | 'link', name: string, at = 0): Promise<void> {
  const target = page.getByRole(role, { name, exact: true }).nth(at);
  await target.focus();
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState('load');
}

/** By the form of the provider, then the page of ours that goes on by itself. */
async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('x');
  await page.getByRole('button').first().click();
  // Then whether the assistant may know who it is.
  await page.getByRole('button').first().click();
  await page.getByRole('heading', { name: 'Demandes des agents' }).waitFor();
}

async function ask(url: string, questions: readonly string[]): Promise<void> {
  const client = directLineClient(url);
  for (const question of questions) {
    const conversation = await client.start();
    await client.say(conversation, question);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
