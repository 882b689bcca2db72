import type { Page } from 'playwright-core';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { type HostPage, serveHostPage } from './host-page';
import { widgetOn, type Widget } from './widget-page';

jest.setTimeout(60_000);

const DESKTOP = { width: 1120, height: 900 };
const PHONE = { width: 320, height: 640 };

let script = '';
let site: HostPage;
let assistant: RunningAssistant;
let browser: Browser;

beforeAll(async () => {
  site = await serveHostPage(() => ({ tags: script }));
  assistant = await runAssistant({ ALLOWED_ORIGINS: site.origin });
  browser = await openChromium(DESKTOP);
});

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
    expect(await panel.getByRole('button').allInnerTexts()).toEqual(['Close', 'Try again']);
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
