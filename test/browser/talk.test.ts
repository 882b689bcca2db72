import type { Page } from 'playwright-core';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { createVisitor, listen, type Visitor } from './web-chat-page';

jest.setTimeout(90_000);

let assistant: RunningAssistant;
let browser: Browser;

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium({ width: 1366, height: 768 });
});

afterEach(() => browser.closePages());

afterAll(async () => {
  await browser.close();
  await assistant.close();
});

async function visit(width: number, height: number): Promise<Visitor> {
  const page = await browser.context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(assistant.url);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}

/** From the top of the talk to the top of the last element of this selector, to its bottom, and the height of the talk. */
async function place(page: Page, selector: string): Promise<{ top: number; bottom: number; height: number }> {
  const [top, bottom, height] = String(
    await page.evaluate(`(() => {
      const talk = document.querySelector('.webchat__basic-transcript__scrollable').getBoundingClientRect();
      const { top, bottom } = [...document.querySelectorAll('.webchat__basic-transcript ${selector}')].at(-1).getBoundingClientRect();
      return [top - talk.top, bottom - talk.top, talk.height].join(' ');
    })()`),
  )
    .split(' ')
    .map(Number);
  return { top: top ?? NaN, bottom: bottom ?? NaN, height: height ?? NaN };
}

describe('what answers a press', () => {
  it.each([
    [375, 667, 'aide-moi à trouver un projet', 'Logement (7)', 'Logement : 7 projets'],
    [1366, 768, 'projets numériques', 'La suite (49)', 'Projets 11 à 20'],
    [1366, 768, 'projets numériques', /LiDAR HD/u, 'LiDAR HD'],
  ] as const)('comes into view at %d × %d: « %s », %s', async (width, height, question, name, answer) => {
    const { page, ask, press, bubble, standsStill } = await visit(width, height);
    await ask('les 5 projets les plus chers');
    await bubble('Du plus élevé').waitFor();
    await ask(question);
    await bubble('thème').last().waitFor();

    await press(name);
    await bubble(answer).last().waitFor();
    await standsStill();

    const { top } = await place(page, '.webchat__basic-transcript__activity .webchat__bubble');
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(height / 2);
    expect(await page.getByText('Nouveaux messages').count()).toBe(0);
  });

  it('leaves the focus in the box and the choice marked, and a screen reader is told that there is more to choose', async () => {
    const { page, ask, bubble, standsStill } = await visit(1366, 768);
    const { told, forget } = await listen(page);
    await ask('aide-moi à trouver un projet');
    await bubble('Quel thème').waitFor();
    await forget();
    const choice = page.getByRole('button', { name: 'Logement (7)' });
    await choice.focus();

    await page.keyboard.press('Enter');
    await bubble('Logement : 7 projets').waitFor();
    await standsStill();

    expect(await page.evaluate('document.activeElement.localName')).toBe('textarea');
    expect(await choice.getAttribute('aria-current')).toBe('true');
    expect(await told()).toMatch(/Logement[^]*Ce message a des boutons/u);
  });
});

it.each([
  [1366, 768],
  [375, 667],
])('what is unfolded below the window comes into view at %d × %d, beside its button', async (width, height) => {
  const { page, ask, press, bubble, standsStill } = await visit(width, height);
  await ask('Quels projets concernent le logement ?');
  await bubble('7 projets').waitFor();

  await press('6 sources');
  await standsStill();

  const first = await place(page, '[aria-expanded=true]');
  const last = await place(page, '.ac-adaptiveCard .ac-adaptiveCard .ac-textBlock');
  expect(first.top).toBeGreaterThanOrEqual(0);
  expect(last.bottom).toBeLessThanOrEqual(last.height);
});

it('a ring stands whole around what has the focus, on a card and on a chip', async () => {
  const { page, ask, bubble, standsStill } = await visit(1366, 768);
  await ask('Quel financement pour Mentor ?');
  await bubble('5,4').first().waitFor();
  await standsStill();
  for (const selector of ['.ac-pushButton', '.webchat__suggested-action']) {
    await page.locator(selector).first().focus();
    await page.keyboard.press('ArrowUp');
    const cut = await page.evaluate(`(() => {
      const { activeElement: button } = document;
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(button);
      if (outlineStyle !== 'solid') return outlineStyle;
      const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const { left, top } = button.getBoundingClientRect();
      for (let around = button.parentElement; around !== document.body; around = around.parentElement) {
        const edge = around.getBoundingClientRect();
        if (getComputedStyle(around).overflow !== 'visible' && (edge.left > left - ring || edge.top > top - ring)) return around.outerHTML;
      }
      return button.matches('${selector}') ? ring : button.outerHTML;
    })()`);
    expect(cut).toBe(5);
  }
  expect(await page.locator('[class*=suggested-action][class*=focus-indicator]:visible').count()).toBe(0);
});

describe('chips', () => {
  it('are all in the window where there is room', async () => {
    const { page } = await visit(1366, 768);
    const last = page.getByRole('button', { name: 'Qu’est-ce que tu sais faire ?' });
    const box = await last.boundingBox();

    expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(1366);
  });

  it('are none wider than a telephone', async () => {
    const { page, ask, bubble } = await visit(320, 568);
    await ask('liste tous les projets');
    await bubble('68 projets').waitFor();
    await page.getByRole('button', { name: 'Leur financement total ?' }).waitFor();
    const wide = await page.evaluate(
      `Math.max(...[...document.querySelectorAll('.webchat__suggested-action')].map(({ scrollWidth }) => scrollWidth))`,
    );

    expect(wide).toBeLessThanOrEqual(296);
  });
});

describe('a table on a telephone', () => {
  it('breaks no word, and each column has a heading', async () => {
    const { page, ask, lastCard } = await visit(320, 568);
    await ask('compare mentor et geoplateforme');
    await lastCard().getByRole('table').first().waitFor();

    const broken = await page.evaluate(`(() => {
      const table = document.querySelector('#chat [role=table]');
      const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode())
        for (const { index, 0: word } of texts.currentNode.data.matchAll(/[\\p{L}\\d]+/gu)) {
          const range = new Range();
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          if (range.getClientRects().length > 1) found.push(word);
        }
      return found;
    })()`);
    expect(broken).toEqual([]);
    expect((await lastCard().getByRole('columnheader').allInnerTexts()).map(plain)).toEqual([
      'Information',
      'Mentor',
      'Géoplateforme',
    ]);
  });

  it('gives each column what it needs', async () => {
    const { page, ask, lastCard } = await visit(320, 568);
    await ask('compare les économies attendues de mentor et geoplateforme');
    await lastCard().getByRole('columnheader', { name: 'Économies attendues' }).waitFor();
    const [names, figures] = String(
      await page.evaluate(
        `[...document.querySelectorAll('#chat [role=table] [role=columnheader]')].map(({ offsetWidth }) => offsetWidth).join(' ')`,
      ),
    )
      .split(' ')
      .map(Number);

    expect(names).toBeLessThan(figures ?? NaN);
  });
});

it('a picture begins where the words do', async () => {
  const { page, ask, lastCard } = await visit(1366, 768);
  await ask('total des économies des projets de 2018');
  await lastCard().locator('img.ac-image').waitFor();
  const [picture, word, width] = String(
    await page.evaluate(`(() => {
      const picture = document.querySelector('#chat .ac-image').getBoundingClientRect();
      return [picture.left, document.querySelector('#chat .ac-textBlock').getBoundingClientRect().left, picture.width].join(' ');
    })()`),
  )
    .split(' ')
    .map(Number);

  expect((picture ?? NaN) + ((width ?? NaN) * 14) / 300).toBeCloseTo(word ?? NaN, 0);
});

it('half of a window that is hardly one is the talk', async () => {
  const { page, ask, bubble, standsStill } = await visit(342, 192);
  await ask('Quels projets concernent le logement ?');
  await bubble('7 projets').waitFor();
  await standsStill();

  expect((await place(page, '.webchat__bubble')).height).toBeGreaterThanOrEqual(96);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(342);
  const box = await page.locator('.webchat__send-box__main').boundingBox();
  expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(192);
});

it('what is only heard is said in French, hours as well', async () => {
  const { page, ask, bubble } = await visit(1366, 768);
  await ask('Quel financement pour Mentor ?');
  await bubble('5,4').first().waitFor();
  const heard = plain(String(await page.evaluate(`document.querySelector('.webchat__basic-transcript').textContent`)));

  expect(heard).toMatch(/Envoyé le \d+ \S+ à \d+ h \d\d/u);
  expect(heard).toContain('L’assistant a joint :');
  expect(heard).not.toMatch(/[AP]M|Bot /u);
});
