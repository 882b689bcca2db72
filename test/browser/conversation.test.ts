import path from 'node:path';
import type { Page } from 'playwright-core';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { createVisitor, type Visitor } from './web-chat-page';

const PICTURE = path.join('docs', 'conversation.png');

let assistant: RunningAssistant;
let browser: Browser;
let page: Page;
let visitor: Visitor;
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium({ width: 1120, height: 1040 });
  page = await browser.context.newPage();
  visitor = createVisitor(page);
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

  it('says at once what it is, and offers three questions and its help', async () => {
    await visitor.bubble('Je suis un assistant automatique').waitFor();

    expect(plain(await visitor.bubble('Je suis un assistant automatique').innerText())).toContain(
      'Je réponds à partir de sources publiées, et je le dis quand un chiffre ne l’est pas.',
    );
    const buttons = page.locator('.webchat__suggested-action');
    expect((await buttons.allInnerTexts()).map(plain)).toEqual([
      'Quels projets concernent le logement ?',
      'Quelles économies attend-on de Mentor ?',
      'Quel projet a reçu le plus ?',
      'Qu’est-ce que tu sais faire ?',
    ]);
  });

  it('lists the projects on housing with their sources as links', async () => {
    await visitor.ask('Quels projets concernent le logement ?');

    await visitor.bubble('7 projets').waitFor();
    const text = await visitor.lastCard().innerText();
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
    await visitor.press('6 sources');
    const links = await visitor.lastCard().locator('a').all();
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
  });

  it('gives the amount asked for, with horizon, caveat and dated source', async () => {
    await visitor.ask('economie geoplateforme');

    await visitor.bubble('3,6 M€').waitFor();
    expect(plain(await visitor.lastCard().innerText())).toMatch(
      /^3,6 M€\s+Géoplateforme — économies attendues sur 4 ans[^]*Deux sources diffèrent/,
    );
    await visitor.standsStill();
    await page.screenshot({ path: PICTURE });
    await visitor.press('2 sources');
    expect(plain(await visitor.lastCard().innerText())).toContain('La Gazette des communes, 12/11/2018');
    await visitor.press('1 précision');
    expect(plain(await visitor.lastCard().innerText())).toContain('l’IGN présente comme la part du FTAP');
  });

  it('says that a figure is not published, and gives none', async () => {
    await visitor.ask('Combien d’économies attend-on du Code du travail numérique ?');

    await visitor.bubble('Code du travail numérique').waitFor();
    const text = plain(await visitor.lastCard().innerText());
    expect(text).toContain('aucune des sources consultées ne donne le montant des économies attendues');
    expect(text).not.toMatch(/\d\s?M€/);
  });

  it('keeps every request on this machine and breaks no rule of the security policy', async () => {
    await visitor.standsStill();

    const host = new URL(assistant.url).host;
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((url) => !/^(data|blob):/.test(url) && new URL(url).host !== host)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
