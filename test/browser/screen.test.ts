import type { Frame, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { until } from '../host/until';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { type HostPage, serveHostPage } from './host-page';
import { createVisitor, listen, transcriptStandsStill, type Visitor } from './web-chat-page';
import { widgetOn } from './widget-page';

jest.setTimeout(90_000);

const SIZES = [
  [1366, 768],
  [1280, 720],
  [1280, 620],
  [375, 667],
  [320, 568],
] as const;
const BOX = '[data-id="webchat-sendbox-input"]';
const CALLS = /\/(v3\/directline|widget\/token)/u;

let assistant: RunningAssistant;
let browser: Browser;
let site: HostPage;

beforeAll(async () => {
  site = await serveHostPage(() => ({ tags: `<script src="${assistant.url}/widget.js"></script>` }));
  assistant = await runAssistant({ ALLOWED_ORIGINS: site.origin });
  browser = await openChromium({ width: 1366, height: 768 });
});

afterEach(() => browser.closePages());

afterAll(async () => {
  await browser.close();
  await assistant.close();
  await site.close();
});

async function newPage(width = 1366, height = 768): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width, height });
  return page;
}

async function visit(width?: number, height?: number): Promise<Visitor> {
  const page = await newPage(width, height);
  await page.goto(assistant.url);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}

/** The widget, open on a page of this size. */
async function openWidget(width: number, height: number): Promise<{ readonly page: Page; readonly frame: Frame }> {
  const page = await newPage(width, height);
  await page.goto(site.origin);
  const { opener, answer } = widgetOn(page, []);
  await opener.click();
  await answer('Je suis un assistant automatique').waitFor();
  const frame = page.frames().find((candidate) => candidate.url().startsWith(assistant.url));
  if (frame === undefined) throw new Error('the widget has no frame');
  return { page, frame };
}

const measuresSchema = z.strictObject({
  /** Pixels that the page is higher or wider than its window. */
  overflow: z.tuple([z.number(), z.number()]),
  hasFocus: z.boolean(),
  isInside: z.boolean(),
  head: z.number(),
  chips: z.number(),
  cutChips: z.number(),
  /** What is left for the talk, the chips and the box. */
  room: z.number(),
});

/** The screen as it stands, in pixels. */
async function measures(frame: Page | Frame): Promise<z.infer<typeof measuresSchema>> {
  return measuresSchema.parse(
    await frame.evaluate(`(() => {
      const box = document.querySelector('${BOX}');
      const main = document.querySelector('.webchat__send-box__main').getBoundingClientRect();
      const chips = [...document.querySelectorAll('.webchat__suggested-action, .webchat__suggested-action *')];
      const root = document.documentElement;
      return {
        overflow: [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight],
        hasFocus: document.activeElement === box,
        isInside: main.top >= 0 && main.left >= 0 && main.bottom <= innerHeight && main.right <= innerWidth,
        head: document.querySelector('header').getBoundingClientRect().height,
        chips: document.querySelector('.webchat__suggested-actions').getBoundingClientRect().height,
        cutChips: chips.filter((chip) => chip.scrollWidth > chip.clientWidth + 1).length,
        room: document.querySelector('#chat').getBoundingClientRect().height,
      };
    })()`),
  );
}

async function ask(frame: Page | Frame, question: string): Promise<void> {
  await transcriptStandsStill(frame);
  await frame.locator(BOX).fill(question);
  await frame.locator(BOX).press('Enter');
}

const said = (frame: Page | Frame, text: string): Locator =>
  frame.locator('.webchat__basic-transcript .webchat__bubble:not(.webchat__bubble--from-user)', { hasText: text });

const GOOD = { overflow: [0, 0], hasFocus: true, isInside: true, cutChips: 0 };

describe.each(SIZES)('at %d × %d', (width, height) => {
  it.each(['the page', 'the widget'])(
    '%s keeps its box in the window and in focus, whatever is said, under one line of head',
    async (where) => {
      const { page, frame } =
        where === 'the page'
          ? await visit(width, height).then(({ page }) => ({ page, frame: page }))
          : await openWidget(width, height);
      const seen = [await measures(frame)];
      await ask(frame, 'Quels projets concernent le numérique ?');
      await said(frame, 'thème : Numérique').waitFor();
      await transcriptStandsStill(frame);
      seen.push(await measures(frame));
      await page.route(CALLS, (route) => route.abort());
      await frame.getByRole('button', { name: 'Nouvelle conversation' }).click();
      await frame.getByRole('alert').filter({ hasText: 'ne répond pas' }).waitFor();
      const afterBanner = await measures(frame);
      const isCovered = await frame.evaluate(`(() => {
        const { left, top } = document.querySelector('#trouble p').getBoundingClientRect();
        return document.elementFromPoint(left + 1, top + 1).closest('#trouble') === null;
      })()`);

      for (const state of seen) {
        expect(state).toMatchObject(GOOD);
        // Two rows where there is room for them, two lines where a chip would be wider than the window.
        expect(state.chips).toBeLessThanOrEqual(where === 'the page' && width >= 768 ? 92 : width < 375 ? 70 : 48);
        // 56 on a wide page, where nothing is lacking.
        expect(state.head).toBeLessThanOrEqual(where === 'the page' && width >= 1024 ? 56 : 48);
      }
      // The button that was pressed keeps the focus: nothing came of it.
      expect(isCovered).toBe(false);
      expect(afterBanner).toMatchObject({ ...GOOD, hasFocus: false });
      if (width === 375) expect(seen[0]?.room).toBeGreaterThanOrEqual(480);
      await page.close();
    },
  );
});

describe('before Web Chat has come', () => {
  /** A visit during which Web Chat stays away until it is let through. */
  async function waiting(): Promise<{ readonly visitor: Visitor; readonly letThrough: () => Promise<void> }> {
    const page = await newPage(375, 667);
    let arrive = (): void => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route('**/widget/webchat.js?*', async (route) => {
      await arrival;
      await route.continue();
    });
    await page.goto(assistant.url, { waitUntil: 'domcontentloaded' });
    const visitor = createVisitor(page);
    return {
      visitor,
      letThrough: async () => {
        arrive();
        await page.locator('#lobby').waitFor({ state: 'detached' });
      },
    };
  }

  it('says the welcome and takes letters within 300 ms of the page', async () => {
    const milliseconds: number[] = [];
    // The best of three: what else runs on this machine is not what is measured.
    for (let visits = 0; visits < 3; visits += 1) {
      const { page } = (await waiting()).visitor;
      await page.getByText('je suis un assistant automatique').waitFor();
      milliseconds.push(
        Number(
          await page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => {
            const [{ responseEnd }] = performance.getEntriesByType('navigation');
            resolve(list.getEntriesByName('first-contentful-paint')[0].startTime - responseEnd);
          }).observe({ type: 'paint', buffered: true }))`),
        ),
      );
      await page.keyboard.type('Qui');
      expect(await page.getByRole('textbox').inputValue()).toBe('Qui');
      await page.close();
    }
    expect(Math.min(...milliseconds)).toBeLessThan(300);
  });

  it('asks what was typed meanwhile, keeps what is half typed, and moves nothing', async () => {
    const { visitor, letThrough } = await waiting();
    const { page } = visitor;
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    const places = async (...selectors: string[]): Promise<unknown> =>
      page.evaluate(`${JSON.stringify(selectors)}.map((selector) => {
        const { left, top, width } = document.querySelector(selector).getBoundingClientRect();
        return [left, top, width].map(Math.round);
      })`);
    await page.keyboard.type('Quel financement pour Mentor ?');
    await page.keyboard.press('Enter');
    await page.locator('#lobby').getByText('Quel financement pour Mentor ?').waitFor();
    await page.keyboard.type('et son coût ?');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    const before = await places('#lobby .said', '#lobby .said p', '#lobby .composer');

    await letThrough();

    expect(await places('.webchat__bubble__content', '.webchat__bubble p', '.webchat__send-box__main')).toEqual(before);
    await visitor.bubble('5,4').first().waitFor();
    expect(await page.locator(BOX).inputValue()).toBe('et son coût ?');
    await page.keyboard.type('X');
    expect(await page.locator(BOX).inputValue()).toBe('et son coûXt ?');
    expect(faults).toEqual([]);
  });

  it('keeps the keyboard out of the Web Chat that it still covers', async () => {
    const page = await newPage();
    await page.route('**/v3/directline/conversations/*/activities*', () => undefined);
    await page.routeWebSocket('**/v3/directline/**', () => undefined);
    await page.goto(assistant.url);
    await page.locator(BOX).waitFor({ state: 'attached' });
    const reached = new Set<unknown>();
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(`document.activeElement.closest('.conversation, #lobby, body').className`));
    }
    expect(await page.locator('#lobby').isVisible()).toBe(true);
    expect([...reached]).not.toContain('conversation');
    await page.close();
  });

  it('asks an example that was pressed, once', async () => {
    const { visitor, letThrough } = await waiting();
    await visitor.page.getByRole('link', { name: 'Quels projets concernent le logement ?' }).click();
    expect(visitor.page.url()).toBe(`${assistant.url}/`);

    await letThrough();

    await visitor.bubble('7 projets').waitFor();
    expect(await visitor.page.locator('.webchat__bubble--from-user').count()).toBe(1);
  });

  it('says when Web Chat cannot be fetched, and loses nothing when it can be again', async () => {
    const page = await newPage();
    await page.route('**/widget/webchat.js?*', (route) => route.abort());
    await page.goto(assistant.url);
    await page.getByRole('alert').filter({ hasText: 'n’a pas pu être chargée' }).waitFor();
    await page.keyboard.type('Quel financement pour Mentor ?');
    await page.keyboard.press('Enter');
    await page.unroute('**/widget/webchat.js?*');
    await page.getByRole('button', { name: 'Réessayer' }).click();

    await createVisitor(page).bubble('5,4').first().waitFor();
    expect(await page.locator('#trouble').isVisible()).toBe(false);
  });

  it('shows no welcome over a conversation that is taken up again', async () => {
    const visitor = await visit();
    await visitor.ask('Qui porte PILAT ?');
    await visitor.bubble('PILAT').first().waitFor();
    await visitor.page.route('**/widget/webchat.js?*', async (route) => {
      await visitor.page.waitForTimeout(500);
      await route.continue();
    });
    await visitor.page.reload({ waitUntil: 'domcontentloaded' });

    await visitor.page.locator('#lobby.awaited').waitFor();
    expect(await visitor.page.locator('#lobby').getByText('assistant automatique').isVisible()).toBe(false);
    await visitor.bubble('PILAT').first().waitFor();
  });
});

it('weighs no more than 350 kB until the conversation can be had', async () => {
  const weigh = async (): Promise<number> => {
    const context = await openChromium({ width: 1366, height: 768 });
    const page = await context.context.newPage();
    const protocol = await context.context.newCDPSession(page);
    await protocol.send('Network.enable');
    const names = new Map<string, string>();
    let bytes = 0;
    protocol.on('Network.requestWillBeSent', ({ requestId, request }) => names.set(requestId, request.url));
    protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!names.get(requestId)?.includes('adaptivecards')) bytes += encodedDataLength;
    });
    await page.goto(assistant.url);
    await createVisitor(page).bubble('Je suis un assistant automatique').waitFor();
    await context.close();
    return bytes;
  };
  // The first visitor of a server gets the small files packed by gzip.
  await weigh();

  expect(await weigh()).toBeLessThanOrEqual(358_400);
});

describe('what is on cards', () => {
  it('stays typed when the colours change, and a link says that it leaves', async () => {
    const { page, ask, press, bubble, lastCard } = await visit();
    await ask('signaler une erreur');
    await press('Une question restée sans réponse');
    await lastCard().locator('textarea').fill('un mot');
    const colour = (): Promise<unknown> =>
      page.evaluate(`getComputedStyle(document.querySelector('.webchat__bubble__content')).backgroundColor`);
    const light = await colour();

    await page.emulateMedia({ colorScheme: 'dark' });

    expect(await lastCard().locator('textarea').inputValue()).toBe('un mot');
    expect([light, await colour()]).toEqual(['rgb(255, 255, 255)', 'rgb(31, 31, 38)']);
    await ask('Quel financement pour Mentor ?');
    await bubble('5,4').first().waitFor();
    await press('2 sources');
    const link = page.locator('.webchat__adaptive-card-renderer a[href^="http"]').first();
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('aria-label')).toMatch(/\(nouvel onglet\)$/u);
  });

  it('says a question as the person would, and sends what is no question without a word', async () => {
    const { page, ask, press, bubble, lastCard } = await visit();
    const mine = page.locator('.webchat__bubble--from-user');
    await ask('guide-moi');
    await lastCard().getByRole('button').first().waitFor();
    const before = await mine.count();
    await press('Annuler');
    await bubble('').nth(2).waitFor();
    await ask('Quels projets concernent le logement ?');
    await bubble('7 projets').waitFor();
    await press(/DossierFacile/);

    await mine.nth(before + 1).waitFor();
    expect(plain(await mine.last().innerText())).toContain('DossierFacile');
    // Its own "À l'instant" is Web Chat's.
    expect(await page.locator('.webchat__basic-transcript').innerText()).toMatch(/À l’instant/u);
    expect((await page.locator('.webchat__basic-transcript').innerText()).match(/.*'.*/gu)).toBeNull();
  });

  it('compares two projects side by side on a phone without scrolling', async () => {
    const visitor = await visit(320, 568);
    await visitor.ask('compare mentor et geoplateforme');
    const table = visitor.lastCard().getByRole('table').first();
    await table.waitFor();

    const beyond = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('#chat [role=table]'))`;
    expect(await visitor.page.evaluate(beyond)).toBe(0);
    // At once: the page may still be scrolling.
    const areLevel = `(([, one, other]) => one.getBoundingClientRect().y === other.getBoundingClientRect().y)(document.querySelectorAll('#chat [role=table] [role=columnheader]'))`;
    expect(await visitor.page.evaluate(areLevel)).toBe(true);
  });

  it('scrolls a table that is too wide, by keyboard as well, and cuts nothing of it', async () => {
    const visitor = await visit(320, 568);
    const { page } = visitor;
    await visitor.ask('compare mentor, geoplateforme, PILAT et DossierFacile');
    const table = visitor.lastCard().getByRole('table').first();
    await visitor.lastCard().locator('[role=table][tabindex="0"]').first().waitFor();

    await table.focus();
    await page.keyboard.press('ArrowRight');

    await until(async () => Number(await page.evaluate('document.activeElement.scrollLeft')) > 0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('is told to a screen reader in the words of the card, and by no name of a button', async () => {
    const { page, ask, bubble, standsStill } = await visit();
    const { told } = await listen(page);

    await ask('Quels projets concernent le logement ?');
    await bubble('7 projets').waitFor();
    await standsStill();

    const heard = await told();
    expect(heard).toContain('DossierFacile');
    expect(heard).not.toContain('Exporter');
  });
});

it('an answer that is longer than the window is shown from its beginning', async () => {
  const { page, ask, bubble, standsStill } = await visit(375, 667);
  for (const [question, answer] of [
    ['financement total par ministère', '323,14 M€'],
    ['Quels projets concernent le logement ?', '7 projets'],
    ['les 5 projets les plus chers', 'Du plus élevé'],
  ] as const) {
    await ask(question);
    await bubble(answer).first().waitFor();
    await standsStill();

    const top = await page.evaluate(`(() => {
      const [talk] = document.querySelectorAll('.webchat__basic-transcript__scrollable');
      const bubbles = [...document.querySelectorAll('.webchat__basic-transcript__activity')].at(-1);
      return bubbles.querySelector('.webchat__bubble').getBoundingClientRect().top - talk.getBoundingClientRect().top;
    })()`);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(200);
  }
});

it('is in English for who reads English, from the box to the answer', async () => {
  const page = await newPage();
  await page.goto(`${assistant.url}/?lang=en`);
  const visitor = createVisitor(page);
  await visitor.bubble('I am an automatic assistant').waitFor();

  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(await page.locator(BOX).getAttribute('placeholder')).toBe('Ask your question');
  expect(await page.locator('.webchat__suggested-action').first().innerText()).toBe(
    'Which projects are about housing?',
  );
  await page.getByRole('button', { name: 'New conversation' }).waitFor();
  await visitor.ask('What savings are expected from Mentor?');
  await visitor.bubble('€2.3 million').first().waitFor();
});

it('the notice folds over the talk on a telephone, and Escape gives the focus back', async () => {
  const { page } = await visit(375, 667);
  await page.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Vos données' }).waitFor();

  await page.keyboard.press('Escape');

  expect(await page.getByRole('heading', { name: 'Vos données' }).isVisible()).toBe(false);
  expect(await page.evaluate('document.activeElement.localName')).toBe('summary');
});
