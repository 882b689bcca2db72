import type { Page } from 'playwright-core';
import { z } from 'zod';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { type HostPage, serveHostPage } from './host-page';
import { createVisitor, type Visitor } from './web-chat-page';
import { widgetOn, type Widget } from './widget-page';

jest.setTimeout(60_000);

const DESKTOP = { width: 1120, height: 900 };
const PHONE = { width: 320, height: 640 };
const tokenSchema = z.object({ token: z.string() });
const CALLS = /\/(v3\/directline|widget\/token)/u;

let script = '';
let site: HostPage;
let assistant: RunningAssistant;
let browser: Browser;

beforeAll(async () => {
  site = await serveHostPage(() => ({ tags: script }));
  assistant = await runAssistant({ ALLOWED_ORIGINS: site.origin });
  browser = await openChromium(DESKTOP);
});

afterEach(() => browser.closePages());

afterAll(async () => {
  await browser.close();
  await assistant.close();
  await site.close();
});

async function visit({ attributes = '', server = assistant.url, size = DESKTOP } = {}): Promise<Widget> {
  script = `<script src="${server}/widget.js" ${attributes}></script>`;
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.goto(site.origin);
  const widget = widgetOn(page, []);
  await widget.opener.waitFor();
  return widget;
}

/** What has the focus in the tree of the widget: the name of its class. */
async function focusedIn(page: Page): Promise<unknown> {
  return page.evaluate(`document.activeElement.shadowRoot?.activeElement?.className`);
}

describe('a widget whose server is off', () => {
  it.each([
    ['a phone', PHONE],
    ['a desk', DESKTOP],
  ] as const)('says so on %s, can be closed, and opens anew once the server is back', async (_where, size) => {
    const gone = await runAssistant({ ALLOWED_ORIGINS: site.origin });
    const { page, opener, panel, answer } = await visit({ server: gone.url, size });
    await gone.close();
    await opener.click();
    await panel.getByText('L’assistant ne répond pas.').waitFor();
    expect(await focusedIn(page)).toBe('close');
    expect(await panel.locator('iframe').isVisible()).toBe(false);

    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focusedIn(page)).toBe('opener');
    await opener.click();
    await panel.getByRole('button', { name: 'Fermer' }).click();
    await panel.waitFor({ state: 'hidden' });

    const back = await runAssistant({ ALLOWED_ORIGINS: site.origin, PORT: new URL(gone.url).port });
    await opener.click();
    await answer('Je suis un assistant automatique').waitFor();
    expect(await panel.getByText('ne répond pas').isVisible()).toBe(false);
    expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.localName`)).toBe('iframe');
    await back.close();
  });

  it('tries again by its button', async () => {
    const { page, opener, panel, answer } = await visit();
    await page.route('**/widget/frame?*', (route) => route.abort());
    await opener.click();
    await panel.getByRole('button', { name: 'Réessayer' }).click();
    await panel.getByText('L’assistant ne répond pas.').waitFor();
    await page.unroute('**/widget/frame?*');

    await panel.getByRole('button', { name: 'Réessayer' }).click();

    await answer('Je suis un assistant automatique').waitFor();
    expect(await panel.locator('iframe').count()).toBe(1);
  });

  it('says so in English when the server takes the call and never answers', async () => {
    const { page, opener, panel } = await visit({ attributes: 'data-lang="en"' });
    await page.route('**/widget/frame?*', () => undefined);
    await opener.click();

    expect(await panel.getByRole('status').innerText()).toBe('Opening the conversation…');
    await panel.getByText('The assistant does not answer.').waitFor();
    expect(await panel.getByRole('button').allInnerTexts()).toEqual(['', 'Try again']);
  });

  it('has patience with a slow line when the server is there', async () => {
    const { page, opener, panel, answer } = await visit();
    const said: string[] = [];
    await page.exposeFunction('say', (text: string) => said.push(text));
    await page.evaluate(`new MutationObserver(([{ target }]) => window.say(target.textContent)).observe(
      document.querySelector('assistant-widget').shadowRoot.querySelector('.state'), { childList: true, subtree: true })`);
    let deliver = (): void => undefined;
    await page.route('**/widget/webchat.js?*', (route) => {
      deliver = () => void route.continue();
    });
    await opener.click();
    // Longer than a server may say nothing at all.
    await page.waitForTimeout(6_000);
    deliver();

    await answer('Je suis un assistant automatique').waitFor();
    expect(said).toEqual(['Ouverture de la conversation…']);
    expect(await panel.getByText('ne répond pas').isVisible()).toBe(false);
  });
});

describe('« Oublie-moi »', () => {
  it('says that nothing was erased when nobody answers, and erases when it is pressed again', async () => {
    const { page, opener, inside, ask, answer } = await visit();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await opener.click();
    await ask('Qui porte PILAT ?');
    await answer('PILAT').first().waitFor();
    await page.route('**/forget', (route) => route.abort());
    await inside.locator('summary').click();
    await inside.getByRole('button', { name: /Oublie-moi/ }).click();

    await inside.getByRole('alert').filter({ hasText: 'rien n’a été effacé' }).waitFor();
    expect(await inside.locator('button:disabled').count()).toBe(0);
    await answer('PILAT').first().waitFor();
    await page.unroute('**/forget');
    await inside.getByRole('button', { name: 'Réessayer' }).click();

    await inside.getByText(/La conversation est effacée\./).waitFor();
    await answer('PILAT').first().waitFor({ state: 'detached' });
    await answer('Je suis un assistant automatique').waitFor();
    expect(await inside.locator('#trouble').isVisible()).toBe(false);
    expect(faults).toEqual([]);
  });

  it.each([
    [500, 'n’a pas confirmé'],
    [403, 'il y a trop longtemps'],
  ])('does not say that it was done after %i', async (status, sentence) => {
    const { page, opener, inside, answer } = await visit();
    await opener.click();
    await answer('Je suis un assistant automatique').waitFor();
    await page.route('**/forget', (route) => route.fulfill({ status }));
    await inside.locator('summary').click();
    await inside.getByRole('button', { name: /Oublie-moi/ }).click();

    await inside.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(await inside.getByText(/La conversation est effacée\./).count()).toBe(0);
  });

  it('erases the conversation of before a reload too, when the outage kept it from being shown', async () => {
    const { page, opener, inside, ask, answer } = await visit();
    await opener.click();
    await ask('Qui porte PILAT ?');
    await answer('PILAT').first().waitFor();
    await page.route(CALLS, (route) => route.fulfill({ status: 502 }));
    await page.reload();
    await opener.click();
    await inside.getByRole('alert').filter({ hasText: 'ne répond pas' }).waitFor();
    await page.unroute(CALLS);
    const erasure = page.waitForResponse(/\/forget$/u);
    await inside.locator('summary').click();
    await inside.getByRole('button', { name: /Oublie-moi/ }).click();

    expect((await erasure).status()).toBe(200);
    await inside.getByText(/La conversation est effacée\./).waitFor();
  });
});

it('« Oublie-moi » is asked for with the token of the moment, not with the first one, which has expired by then', async () => {
  const page = await browser.context.newPage();
  await page.clock.install();
  await page.goto(`${assistant.url}/widget/frame`);
  await createVisitor(page).bubble('Je suis un assistant automatique').waitFor();
  const renewal = page.waitForResponse(/\/tokens\/refresh$/u);
  await page.clock.fastForward('16:00');
  const { token } = tokenSchema.parse(await (await renewal).json());
  const erasure = page.waitForRequest(/\/forget$/u);
  await page.locator('summary').click();
  await page.getByRole('button', { name: /Oublie-moi/ }).click();

  expect((await erasure).headers()['authorization']).toBe(`Bearer ${token}`);
});

describe('after an outage at a reload', () => {
  it.each([
    ['every call', CALLS],
    ['the start of the conversation', /\/v3\/directline\/conversations$/u],
  ])('the button takes up the same conversation, when %s failed', async (_what, calls) => {
    const visitor = await onPage();
    await visitor.ask('Qui porte PILAT ?');
    await visitor.bubble('PILAT').first().waitFor();
    await visitor.page.route(calls, (route) => route.fulfill({ status: 502 }));
    await visitor.page.reload();
    const alert = visitor.page.getByRole('alert').filter({ hasText: 'ne répond pas' });
    await alert.waitFor();

    // Pressed too soon it says the same again, and loses nothing, the focus neither.
    const refusal = visitor.page.waitForResponse((response) => response.status() === 502);
    await visitor.page.getByRole('button', { name: 'Réessayer' }).click();
    await refusal;
    await alert.waitFor();
    await visitor.page.unroute(calls);
    await visitor.page.getByRole('button', { name: 'Réessayer' }).click();

    await visitor.bubble('PILAT').first().waitFor();
    await alert.waitFor({ state: 'hidden' });
    expect(await visitor.page.evaluate(`document.activeElement.dataset.id`)).toBe('webchat-sendbox-input');
    expect(await visitor.page.locator('#state').innerText()).toBe('En ligne');
  });

  it('a conversation that the server no longer knows gives way to a new one', async () => {
    const visitor = await onPage();
    await visitor.ask('Qui porte PILAT ?');
    await visitor.bubble('PILAT').first().waitFor();
    await visitor.page.route('**/tokens/refresh', (route) => route.fulfill({ status: 404 }));
    await visitor.page.reload();

    await visitor.bubble('Je suis un assistant automatique').waitFor();
    expect(await visitor.bubble('PILAT').count()).toBe(0);
  });

  it('a new conversation stays, though the old one was still awaited when it was asked for', async () => {
    const visitor = await onPage();
    const { page } = visitor;
    await visitor.ask('Qui porte PILAT ?');
    await visitor.bubble('PILAT').first().waitFor();
    const answered = page.waitForResponse(/\/tokens\/refresh$/u);
    await page.route('**/tokens/refresh', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.fulfill({ response });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await answered;
    await visitor.bubble('PILAT').first().waitFor({ state: 'detached' });
    await visitor.bubble('Je suis un assistant automatique').waitFor();
    await visitor.ask('Quel financement pour Mentor ?');
    await visitor.bubble('5,4').first().waitFor();

    expect(await visitor.bubble('PILAT').count()).toBe(0);
  });

  it('a new conversation that cannot begin leaves the old one as it was', async () => {
    const visitor = await onPage();
    const { page } = visitor;
    await page.route('**/widget/token', (route) => route.fulfill({ status: 502 }));
    await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await page.getByRole('alert').filter({ hasText: 'ne répond pas' }).waitFor();

    await visitor.ask('Qui porte PILAT ?');
    await visitor.bubble('PILAT').first().waitFor();

    expect(await page.locator('#state').innerText()).toBe('En ligne');
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    [
      'storage that is refused',
      `Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError') } })`,
    ],
    [
      'storage that is full',
      `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
    ],
    [
      'locks that are refused',
      `navigator.locks.request = () => Promise.reject(new DOMException('denied', 'SecurityError'))`,
    ],
  ])('has a conversation all the same: %s', async (_what, refusal) => {
    const page = await browser.context.newPage();
    await page.addInitScript(refusal);
    await page.goto(assistant.url);
    const visitor = createVisitor(page);
    await visitor.bubble('Je suis un assistant automatique').waitFor();
    await visitor.ask('Quel financement pour Mentor ?');
    await visitor.bubble('5,4').first().waitFor();

    expect(await page.locator('#trouble').isVisible()).toBe(false);
    expect(await page.locator('#state').innerText()).toBe('En ligne');
    await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
    await visitor.bubble('5,4').first().waitFor({ state: 'detached' });
    await visitor.bubble('Je suis un assistant automatique').waitFor();
  });
});

describe('the line that tells of the connection', () => {
  it('says that it connects when a message could not be sent, and that it is online when the next one comes', async () => {
    const visitor = await onPage();
    const { page } = visitor;
    const state = page.locator('#state');
    await page.route('**/activities', (route) => route.abort());
    await visitor.ask('Qui porte PILAT ?');

    await state.filter({ hasText: 'Connexion…' }).waitFor();
    await page.unroute('**/activities');
    await visitor.ask('Quel financement pour Mentor ?');

    await visitor.bubble('5,4').first().waitFor();
    await state.filter({ hasText: 'En ligne' }).waitFor();
  });

  it('says that it connects when what was sent has not come back for twenty seconds', async () => {
    const visitor = await onPage((page) => page.clock.install());
    const { page } = visitor;
    await page.route('**/activities', (route) => route.fulfill({ json: { id: 'lost' } }));
    await visitor.ask('Qui porte PILAT ?');
    await page.getByText('Qui porte PILAT ?').first().waitFor();
    await page.clock.fastForward(21_000);

    await page.locator('#state').filter({ hasText: 'Connexion…' }).waitFor();
    await page
      .locator('.webchat__stacked-layout__status')
      .getByRole('button', { name: /Réessayez/ })
      .waitFor();

    // Nothing has come since: who waits is told that nobody answers, and what to do.
    await page.clock.fastForward(20_000);
    await page.getByRole('alert').filter({ hasText: 'L’assistant ne répond pas.' }).waitFor();
    expect(await page.locator('#state').innerText()).toBe('Hors ligne');
  });
});

async function onPage(prepare?: (page: Page) => Promise<void>): Promise<Visitor> {
  const page = await browser.context.newPage();
  await prepare?.(page);
  await page.goto(assistant.url);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}
