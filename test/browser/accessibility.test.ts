import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { CHECKED_STATES, type CheckedState } from '../../src/messages/fr/checked-states';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { type KnownDefect, violationsOn } from './axe';
import { type HostPage, serveHostPage } from './host-page';
import { openChromium, type Browser } from './chromium';
import { createVisitor, listen, type Visitor } from './web-chat-page';

const DESKTOP = { width: 1120, height: 1040 };
const PHONE = { width: 320, height: 800 };
const SUM = 'total des économies des projets de 2018';

const STATES = CHECKED_STATES.map(({ id }) => id);

/** Each is told in the accessibility statement. */
const KNOWN: readonly KnownDefect[] = [];

let assistant: RunningAssistant;
let browser: Browser;
let site: HostPage;

jest.setTimeout(60_000);

beforeAll(async () => {
  assistant = await runAssistant();
  site = await serveHostPage(() => ({
    tags: `<main>Bienvenue</main><script src="${assistant.url}/widget.js"></script>`,
  }));
  browser = await openChromium(DESKTOP);
});

afterEach(() => browser.closePages());

afterAll(async () => {
  await browser.close();
  await assistant.close();
  await site.close();
});

describe('axe-core', () => {
  /** How each state of the accessibility statement is reached. */
  const reach: Readonly<Record<CheckedState, () => Promise<Page>>> = {
    start: async () => (await visit()).page,
    list: async () => asked('Quels projets concernent le logement ?', '7 projets'),
    project: async () => asked('Parle-moi de Mentor', 'Mentor'),
    sum: async () => {
      const visitor = await visit();
      await visitor.ask(SUM);
      await visitor.lastCard().locator('img.ac-image').waitFor();
      await visitor.press('Les chiffres');
      await visitor.lastCard().getByRole('table').first().waitFor();
      return still(visitor);
    },
    'guide-list': async () => asked('guide-moi', 'Quel thème'),
    'guide-names': async () => {
      const visitor = await visit();
      await visitor.ask('comparer des projets');
      await visitor.bubble('Quels projets comparer').waitFor();
      await visitor.lastCard().locator('input').fill('PILAT');
      await visitor.press('Ajouter');
      await visitor.bubble('Votre choix').waitFor();
      return still(visitor);
    },
    'guide-text': async () => {
      const visitor = await visit();
      await visitor.ask('signaler une erreur');
      await visitor.press('Une question restée sans réponse');
      await visitor.lastCard().locator('textarea').waitFor();
      return still(visitor);
    },
    opinion: async () => {
      const visitor = await visit();
      await visitor.ask('Quel financement pour Mentor ?');
      await visitor.bubble('5,4 M€').waitFor();
      await visitor.press('Pas utile');
      await visitor.bubble('Merci, c’est noté').waitFor();
      return still(visitor);
    },
    interrupted: async () => {
      const page = await interrupted();
      await page.screenshot({ path: path.join('docs', 'interrompue.png') });
      return page;
    },
    phone: async () => asked('les 5 projets les plus chers', 'Du plus élevé', PHONE),
    widget: async () => {
      const page = await open('/widget/frame?theme=dark', { width: 400, height: 640 });
      const visitor = createVisitor(page);
      await visitor.bubble('Je suis un assistant automatique').waitFor();
      await visitor.ask('les 5 projets les plus chers');
      await visitor.bubble('Du plus élevé').waitFor();
      return still(visitor);
    },
    'widget-contrast': async () => {
      const page = await open('/widget/frame', { width: 400, height: 640 });
      await page.emulateMedia({ contrast: 'more' });
      const visitor = createVisitor(page);
      await visitor.bubble('Je suis un assistant automatique').waitFor();
      await visitor.ask('Compare Mentor et PILAT');
      await visitor.bubble('Comparaison').waitFor();
      return still(visitor);
    },
    'widget-closed': async () => {
      const page = await browser.context.newPage();
      await page.goto(site.origin);
      await page.locator('assistant-widget button.opener').waitFor();
      await page.screenshot({ path: path.join('docs', 'widget-closed.png') });
      return page;
    },
    'widget-unreachable': async () => {
      const page = await unreachable({ width: 320, height: 640 });
      await page.screenshot({ path: path.join('docs', 'widget-unreachable.png') });
      return page;
    },
    'widget-open': async () => {
      const page = await open('/widget/frame?theme=light', PHONE);
      await createVisitor(page).bubble('Je suis un assistant automatique').waitFor();
      await page.locator('#about summary').click();
      await page.getByRole('button', { name: /Oublie-moi/ }).waitFor();
      await page.screenshot({ path: path.join('docs', 'widget-notice.png') });
      return page;
    },
    'widget-not-erased': async () => {
      const page = await open('/widget/frame?theme=light', PHONE);
      await createVisitor(page).bubble('Je suis un assistant automatique').waitFor();
      await page.route('**/forget', (route) => route.abort());
      await page.locator('#about summary').click();
      await page.getByRole('button', { name: /Oublie-moi/ }).click();
      await page.getByRole('alert').filter({ hasText: 'rien n’a été effacé' }).waitFor();
      return page;
    },
    form: () => open('/question'),
    answer: () => open(`/question?q=${encodeURIComponent(SUM)}`),
    projects: () => open('/projets'),
    'projects-narrowed': () => open('/projets?q=prison&theme=justice&annee=1850&lang=en'),
    'project-page': () => open('/projets/geoplateforme'),
    'project-missing': () => open('/projets/zorglub'),
    'page-missing': () => open('/zorglub'),
    statement: () => open('/accessibilite'),
    privacy: () => open('/confidentialite'),
    terms: () => open('/conditions'),
    'open-data': () => open('/donnees'),
    api: async () => {
      const page = await open('/api');
      await page.locator('details summary').first().click();
      await page.locator('pre').first().locator('xpath=..').locator('summary').click();
      return page;
    },
    note: async () => {
      const visitor = await visit();
      await visitor.ask('prépare une note sur Mentor');
      const opened = browser.context.waitForEvent('page');
      await visitor.press('Page à imprimer');
      const note = await opened;
      await note.waitForLoadState();
      return note;
    },
  };

  /** States whose dark look is another: judged a second time on the same page. */
  const DARK_TOO: readonly string[] = [
    'start',
    'list',
    'project',
    'sum',
    'guide-list',
    'guide-names',
    'guide-text',
    'opinion',
    'interrupted',
    'widget-not-erased',
    'form',
    'answer',
    'projects',
    'projects-narrowed',
    'project-page',
    'page-missing',
    'statement',
    'privacy',
    'terms',
    'open-data',
    'api',
    'note',
  ] satisfies readonly CheckedState[];

  it.each(STATES)('finds nothing on « %s », nor in the dark', async (state) => {
    const page = await reach[state]();
    expect(await violationsOn(page, KNOWN)).toEqual([]);
    if (!DARK_TOO.includes(state)) return;

    // A colour on its way to another would be judged as it is at that moment.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });

    expect(await violationsOn(page, [])).toEqual([]);
  });

  it('finds nothing on « widget-unreachable » in the light, on a desk', async () => {
    const page = await unreachable(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });

    expect(await violationsOn(page, [])).toEqual([]);
  });

  it('does find what is wrong, and only leaves out the node that is known', async () => {
    const page = await open('/question');
    await page.evaluate(`document.querySelector('label').remove(); document.documentElement.lang = ''`);

    const all = await violationsOn(page, []);
    const rest = await violationsOn(page, [{ rule: 'label', selector: '#q' }]);

    expect(all.map((text) => text.split('\n')[0]).sort()).toEqual(['html-has-lang', 'label']);
    expect(rest).toHaveLength(1);
  });

  it('is the version that the accessibility statement names', async () => {
    const page = await open('/accessibilite');

    expect(await page.locator('main').innerText()).toContain(`axe-core ${axe.version} `);
  });

  async function asked(question: string, answer: string, size = DESKTOP): Promise<Page> {
    const visitor = await visit(size);
    await visitor.ask(question);
    await visitor.bubble(answer).first().waitFor();
    return still(visitor);
  }
});

async function visit(size = DESKTOP): Promise<Visitor> {
  const page = await open('/', size);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}

async function open(path: string, size = DESKTOP): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.goto(assistant.url + path);
  return page;
}

/** A page whose assistant has stopped, once it was asked for a new conversation and says that nobody answers. */
async function interrupted(): Promise<Page> {
  const own = await runAssistant();
  const page = await browser.context.newPage();
  await page.goto(own.url);
  await createVisitor(page).bubble('Je suis un assistant automatique').waitFor();
  await own.close();
  await page.getByRole('button', { name: 'Nouvelle conversation' }).click();
  await page.getByRole('alert').filter({ hasText: 'ne répond pas' }).waitFor();
  return page;
}

/** Somebody else's page in the dark, where the widget is open and its server is not there. */
async function unreachable(size: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto(site.origin);
  await page.route('**/widget/frame?*', (route) => route.abort());
  await page.locator('assistant-widget button.opener').click();
  await page.locator('assistant-widget').getByText('L’assistant ne répond pas.').waitFor();
  return page;
}

async function still({ page, standsStill }: Visitor): Promise<Page> {
  await standsStill();
  return page;
}

/** What has the focus: its name as far as the page tells it, or "body" when nothing has it. */
async function focused(page: Page): Promise<string> {
  return String(
    await page.evaluate(
      `(({ tagName, ariaLabel, innerText, labels }) => tagName === 'BODY' ? 'body' : ariaLabel || innerText || labels?.[0]?.innerText || tagName)(document.activeElement)`,
    ),
  ).trim();
}

/** Presses a key until the focus is on something of this name; tells all names on the way. */
async function pressUntil(page: Page, key: string, name: RegExp): Promise<readonly string[]> {
  const way: string[] = [];
  while (!name.test(way.at(-1) ?? '')) {
    if (way.length > MOST_STEPS) throw new Error(`${String(name)} is not on the way: ${way.join(' > ')}`);
    await page.keyboard.press(key);
    way.push(await focused(page));
  }
  return way;
}

/** More than there is to step through on this page. */
const MOST_STEPS = 30;

describe('by keyboard alone', () => {
  it('one asks, reaches the links and buttons of the answer, and says that it was of no use', async () => {
    const { page, bubble, standsStill } = await visit();
    const way: string[] = [];
    expect(await focused(page)).toMatch(/Zone de saisie/);

    await page.keyboard.type('Quel financement pour Mentor ?');
    await page.keyboard.press('Enter');
    await bubble('5,4').first().waitFor();
    await standsStill();
    expect(await focused(page)).toMatch(/Zone de saisie/);

    way.push(...(await pressUntil(page, 'Shift+Tab', /Historique de la conversation/)));
    await page.keyboard.press('Enter');
    const first = await focused(page);
    expect(await page.evaluate(`document.activeElement.matches('.webchat__adaptive-card-renderer button')`)).toBe(true);
    expect(plain(first)).toBe('2 sources');
    way.push(first, ...(await pressUntil(page, 'Tab', /^Pas utile$/)));
    await page.keyboard.press('Enter');
    await bubble('Merci, c’est noté').waitFor();
    await standsStill();
    expect(await focused(page)).toBe('Pas utile');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    way.push(await focused(page), ...(await pressUntil(page, 'Tab', /^Il manque quelque chose$/)));
    await page.keyboard.press('Enter');
    await bubble('sont transmises').waitFor();
    await standsStill();
    way.push(await focused(page));

    expect(way.at(-1)).toMatch(/Zone de saisie/);
    way.push(...(await pressUntil(page, 'Shift+Tab', /Historique de la conversation/)));
    way.push(...(await pressUntil(page, 'Tab', /Zone de saisie/)));
    expect(way).not.toContain('body');
  });

  it('the skip link leads past what stands before the answer, without JavaScript as well', async () => {
    const page = await open(`/question?q=${encodeURIComponent(SUM)}`);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Aller à la réponse');
    await page.keyboard.press('Enter');

    await page.keyboard.press('Tab');

    expect(await page.evaluate(`document.activeElement.matches('main summary')`)).toBe(true);
  });
});

describe('a screen reader', () => {
  it('is told each new message once, with who says it, in a region that it listens to', async () => {
    const { page, ask, bubble, standsStill } = await visit();
    const { told } = await listen(page);

    await ask('Quelles économies attend-on de Mentor ?');
    await bubble('2,3 M€').first().waitFor();
    await standsStill();

    const heard = await told();
    expect(heard).toContain('L’assistant a dit');
    expect(heard.split('économies attendues : 2,3 M€ sur 4 ans').length - 1).toBe(1);
  });

  it('is told when the assistant no longer answers', async () => {
    const page = await interrupted();

    expect(await page.getByRole('status').first().innerText()).toBe('Hors ligne');
  });
});

describe('at 320 pixels', () => {
  it.each([
    '/',
    '/question',
    `/question?q=${encodeURIComponent(SUM)}`,
    '/question?q=compare+Mentor+et+PILAT',
    '/projets/mentor',
    '/projets/business-france-attractivite?lang=en',
    '/accessibilite',
    '/confidentialite',
    '/conditions?lang=en',
    '/donnees',
    '/api',
  ])('%s never scrolls sideways', async (path) => {
    const page = await open(path, PHONE);

    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  });
});
