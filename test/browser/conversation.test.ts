import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Host } from '../../src/host/start';
import { runAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';

const PICTURE = path.join('docs', 'conversation.png');

let assistant: Host;
let browser: Browser;
let page: Page;
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium({ width: 1120, height: 1040 });
  page = await browser.context.newPage();
  browser.context.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(assistant.url);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await assistant.close();
});

describe('a conversation in the real Web Chat', () => {
  jest.setTimeout(60_000);

  it('says at once what it is, and offers three questions', async () => {
    await bubble('Je suis un assistant automatique').waitFor();

    expect(plain(await bubble('Je suis un assistant automatique').innerText())).toContain(
      "Je n'utilise pas de modèle de langue",
    );
    const buttons = page.locator('.webchat__suggested-action');
    expect((await buttons.allInnerTexts()).map(plain)).toEqual([
      'Quels projets concernent le logement ?',
      'Quelles économies attend-on de Mentor ?',
      "C'est quoi le FTAP ?",
    ]);
  });

  it('lists the projects on housing with their sources as links', async () => {
    await ask('Quels projets concernent le logement ?');

    const answer = bubble('thème : Logement');
    await answer.waitFor();
    const text = await answer.innerText();
    for (const project of [
      'Prévention des impayés locatifs',
      'personnes sans abri',
      'Résorption-bidonvilles',
      'Histologe',
      'DossierFacile',
    ]) {
      expect(text).toContain(project);
    }
    expect(text).not.toContain('PILAT');
    const links = await lastCard().locator('a').all();
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
  });

  it('gives the amount asked for, with horizon, caveat and dated source', async () => {
    await ask('economie geoplateforme');

    const answer = bubble('3,6 M€ sur 4 ans');
    await answer.waitFor();
    expect(plain(await answer.innerText())).toContain("l'IGN présente comme la part du FTAP");
    expect(plain(await lastCard().innerText())).toContain('La Gazette des communes, 12/11/2018');
    await standsStill();
    await page.screenshot({ path: PICTURE });
  });

  it('says that a figure is not published, and gives none', async () => {
    await ask('Combien d’économies attend-on du Code du travail numérique ?');

    const answer = bubble('Code du travail numérique');
    await answer.waitFor();
    const text = plain(await answer.innerText());
    expect(text).toContain('aucune des sources consultées ne donne le montant des économies attendues');
    expect(text).not.toMatch(/\d\s?M€/);
  });

  it('keeps every request on this machine and breaks no rule of the security policy', async () => {
    await standsStill();

    const host = new URL(assistant.url).host;
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).host !== host)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

/** Types a question as a person does, and waits until it stands in the transcript. */
async function ask(question: string): Promise<void> {
  // At a person's pace: Web Chat stops following the newest message when the next one comes while it still scrolls.
  await standsStill();
  const input = page.locator('[data-id="webchat-sendbox-input"]');
  await input.fill(question);
  await input.press('Enter');
}

/** Waits until the transcript stands still: Web Chat scrolls by itself, and stops at the beginning of an answer longer than the window. */
async function standsStill(): Promise<void> {
  const top = `document.querySelector('.webchat__basic-transcript__scrollable').scrollTop`;
  for (let before = -1, now = Number(await page.evaluate(top)); now !== before;) {
    await page.waitForTimeout(STANDS_STILL_MS);
    [before, now] = [now, Number(await page.evaluate(top))];
  }
}

/** Longer than a pause between two steps of its scrolling. */
const STANDS_STILL_MS = 400;

/** The assistant's messages that hold a text. Web Chat's live region repeats messages for a moment: only the transcript counts. */
function bubble(text: string): ReturnType<Page['locator']> {
  return page.locator(
    '.webchat__basic-transcript .webchat__stacked-layout__message-row .webchat__bubble:not(.webchat__bubble--from-user)',
    { hasText: text },
  );
}

function lastCard(): ReturnType<Page['locator']> {
  return page.locator('.webchat__basic-transcript .webchat__adaptive-card-renderer').last();
}

/** Ordinary spaces and apostrophes, to compare with what this file writes. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
}
