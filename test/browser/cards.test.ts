import type { Page } from 'playwright-core';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { createVisitor, type Visitor } from './web-chat-page';

let assistant: RunningAssistant;
let browser: Browser;
let page: Page;
let visitor: Visitor;
const complaints: string[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium({ width: 320, height: 800 });
  page = await browser.context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  visitor = createVisitor(page);
  await page.goto(assistant.url);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
});

afterAll(async () => {
  await browser.close();
  await assistant.close();
});

describe('every kind of card in the real Web Chat, on a telephone', () => {
  it.each([
    ['a project', 'Parle-moi de Mentor'],
    ['a figure that is not published', 'Quelles économies attend-on du Code du travail numérique ?'],
    ['a list', 'Quels projets concernent le numérique ?'],
    ['a ranking', 'les 5 projets les plus chers'],
    ['a comparison of two', 'Compare Mentor et PILAT'],
    ['a comparison of five', 'Compare le financement de Mentor, PILAT, DossierFacile, CFVR et InSERRE'],
    ['a sum', 'total des économies des projets de 2018'],
    ['a sum by ministry', 'financement total par ministère'],
    ['a count', 'Combien de projets au 5e appel ?'],
    ['an extreme', 'Quel projet a coûté le plus cher ?'],
    ['a fact on the fund', 'C’est quoi le FTAP ?'],
    ['a question of two readings', 'le projet de recouvrement, quel coût ?'],
    ['something unknown', 'Combien a coûté le projet Solaris ?'],
    ['the help', 'Que sais-tu faire ?'],
    ['a guide with buttons', 'donner mon avis'],
    ['a guide with a list', 'guide-moi'],
    ['a guide with names', 'comparer des projets'],
    ['a guide with a text', 'signaler une erreur'],
  ])('%s is drawn, and nothing sticks out of it', async (_what, question) => {
    const cards = page.locator('.webchat__basic-transcript .webchat__adaptive-card-renderer');
    const before = await cards.count();

    await visitor.ask(question);
    await cards.nth(before).waitFor();
    await visitor.standsStill();

    const [wide, room] = String(
      await page.evaluate(
        `[...document.querySelectorAll('.webchat__basic-transcript .webchat__adaptive-card-renderer')].slice(-1).map((card) => card.scrollWidth + ' ' + card.clientWidth)[0]`,
      ),
    )
      .split(' ')
      .map(Number);
    expect(wide).toBeLessThanOrEqual(room ?? 0);
    expect(complaints).toEqual([]);
  });
});
