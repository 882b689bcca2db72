import type { Page } from 'playwright-core';
import { z } from 'zod';
import { serveOnLoopback } from '../loopback-server';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { hostileData } from './hostile-data';
import { createVisitor, type Visitor } from './web-chat-page';
import { OTHER_HOST, PAYLOADS } from './xss-payloads';

const SIZE = { width: 1120, height: 1040 };

let browser: Browser;

jest.setTimeout(180_000);

beforeAll(async () => {
  browser = await openChromium(SIZE);
});

afterAll(async () => {
  await browser.close();
});

/** A page that tells what ran on it, or wanted to leave it. */
interface Watched {
  readonly page: Page;
  /** All that was noticed since the last time, in words; empty when nothing ran. */
  readonly noticed: () => Promise<readonly string[]>;
}

/** Elements that nothing of what is shown may become. */
const FOREIGN = `[...document.querySelectorAll('a[href], area[href], form, iframe, object, embed, base, meta[http-equiv], script')]
  .filter((element) => {
    switch (element.localName) {
      case 'a': case 'area': return !['http:', 'https:'].includes(new URL(element.href, location.href).protocol);
      case 'form': return new URL(element.action, location.href).origin !== location.origin;
      case 'script': return new URL(element.src || 'none:', location.href).origin !== location.origin;
      default: return true;
    }
  })
  .concat([...document.querySelectorAll('*')].filter(({ attributes }) => [...attributes].some(({ name }) => name.startsWith('on'))))
  .map(({ outerHTML }) => 'element: ' + outerHTML.slice(0, 120))`;

async function watch(host: () => string): Promise<Watched> {
  const page = await browser.context.newPage();
  let seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  // What the page's own policy stops does not leave the browser.
  page.on('requestfailed', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    const isStopped = request.failure()?.errorText === 'csp';
    if (/^https?:$/.test(protocol) && asked !== host() && !isStopped) seen.push(`request: ${request.url()}`);
  });
  return {
    page,
    noticed: async () => {
      // Handlers of what fails to load run a moment later than the page.
      const onPage: unknown = await page.evaluate(`new Promise((done) => setTimeout(done, 50)).then(() => {
        const ran = window.__xss === undefined ? [] : ['ran: ' + window.__xss];
        delete window.__xss;
        return [...ran, ...${FOREIGN}];
      })`);
      const found = [...seen, ...z.array(z.string()).parse(onPage)];
      seen = [];
      return found;
    },
  };
}

describe('where nothing protects', () => {
  it('each payload that needs nobody is noticed by the same watch', async () => {
    let shown = '';
    const { url, close } = await serveOnLoopback((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="fr"><title>x</title><body>${shown}</body></html>`);
    });
    const { page, noticed } = await watch(() => new URL(url).host);

    const missed: string[] = [];
    for (const { text, runsAlone } of PAYLOADS) {
      shown = text;
      await page.goto(url);
      const found = (await noticed()).filter((what) => !what.startsWith('element: '));
      if (runsAlone && found.length === 0) missed.push(text);
    }
    await page.close();
    await close();

    expect(missed).toEqual([]);
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(25);
  });
});

describe('nothing that is said to the assistant runs', () => {
  let assistant: RunningAssistant;
  let watched: Watched;

  beforeAll(async () => {
    assistant = await runAssistant({ PERSON_REQUESTS_PER_MINUTE: '100000' });
    watched = await watch(() => new URL(assistant.url).host);
  });

  afterAll(async () => {
    await watched.page.close();
    await assistant.close();
  });

  it('in the chat', async () => {
    const visitor = await opened(watched.page, assistant.url);
    for (const { text } of PAYLOADS) {
      await said(visitor, text);
      expect([text, await watched.noticed()]).toEqual([text, []]);
    }
  });

  it('in the plain form', async () => {
    for (const { text } of PAYLOADS) {
      await watched.page.goto(`${assistant.url}/question?q=${encodeURIComponent(text)}`);
      expect(await watched.page.locator('#q').inputValue()).toBe(text);
      expect([text, await watched.noticed()]).toEqual([text, []]);
    }
  });

  it('in the parameters of its address, and in their names', async () => {
    for (const { text } of PAYLOADS.filter((_, at) => at % 3 === 0)) {
      const query = new URLSearchParams({ lang: text, from: text, [text]: text, q: 'Mentor' });
      await watched.page.goto(`${assistant.url}/question?${query.toString()}`);
      expect([text, await watched.noticed()]).toEqual([text, []]);
    }
  });

  it('in an address under /take-away/, and under /', async () => {
    for (const [at, { text }] of PAYLOADS.entries()) {
      await watched.page.goto(`${assistant.url}${at % 2 === 0 ? '/take-away/' : '/'}${encodeURIComponent(text)}`);
      expect([text, await watched.noticed()]).toEqual([text, []]);
    }
  });

  it('in what a guide and the opinion ask for', async () => {
    const visitor = await opened(watched.page, assistant.url);
    await said(visitor, 'comparer des projets');
    for (const { text } of PAYLOADS.slice(0, 8)) {
      await said(visitor, text);
      expect([text, await watched.noticed()]).toEqual([text, []]);
    }
    await said(visitor, 'annuler');
    await visitor.ask('Quel financement pour Mentor ?');
    await visitor.bubble('5,4').first().waitFor();
    await visitor.press('Pas utile');
    await visitor.bubble('Merci, c’est noté').waitFor();
    await visitor.press('Écrire un commentaire');
    await visitor.bubble('Que voulez-vous signaler').waitFor();
    await visitor.press('Une question restée sans réponse');
    await visitor.bubble('Quelle question aurait dû').waitFor();
    await visitor
      .lastCard()
      .locator('textarea')
      .fill(
        PAYLOADS.map(({ text }) => text)
          .join(' ')
          .slice(0, 500),
      );
    await visitor.press('Envoyer');
    await visitor.bubble('est transmis à').waitFor();
    expect(await watched.noticed()).toEqual([]);
  });

  it('in what another client of the same conversation sends: formats, cards, buttons, names', async () => {
    await opened(watched.page, assistant.url);
    const echoes = watched.page.locator('.webchat__basic-transcript .webchat__bubble--from-user');
    for (const [at, { text }] of PAYLOADS.entries()) {
      const activity = {
        type: 'message',
        from: { id: 'x', name: text, role: 'bot' },
        text,
        textFormat: ['markdown', 'xml', 'plain'][at % 3],
        speak: text,
        value: { action: text, guide: text, answer: text, projects: [text] },
        channelData: { headline: text, clientActivityID: text },
        suggestedActions: { actions: [{ type: 'openUrl', title: text, value: `javascript:window.__xss=1` }] },
        attachments: [
          { contentType: 'text/html', content: text, contentUrl: 'javascript:window.__xss=1', name: text },
          {
            contentType: 'application/vnd.microsoft.card.hero',
            content: { title: text, buttons: [{ type: 'openUrl', title: text, value: 'javascript:window.__xss=1' }] },
          },
        ],
      };
      const status = await watched.page.evaluate(`(async () => {
        const headers = { Authorization: 'Bearer ' + sessionStorage.getItem('assistant-conversation') };
        const refreshed = await fetch('/v3/directline/tokens/refresh', { method: 'POST', headers });
        const { conversationId } = await refreshed.json();
        const posted = await fetch('/v3/directline/conversations/' + conversationId + '/activities', {
          method: 'POST',
          headers: { ...headers, 'Content-Type': 'application/json' },
          body: ${JSON.stringify(JSON.stringify(activity))},
        });
        return posted.status;
      })()`);
      expect(status).toBe(200);
      await echoes.nth(at).waitFor();
      expect([text, await watched.noticed()]).toEqual([text, []]);
    }
  });
});

describe('nothing that the knowledge base says runs', () => {
  let assistant: RunningAssistant;
  let watched: Watched;

  beforeAll(async () => {
    assistant = await runAssistant({ DATA_DIR: await hostileData() });
    watched = await watch(() => new URL(assistant.url).host);
  });

  afterAll(async () => {
    await watched.page.close();
    await assistant.close();
  });

  const QUESTIONS: readonly string[] = [
    'Quels projets concernent le logement ?',
    'Parle-moi de Mentor',
    'Quelles économies attend-on de Mentor ?',
    'Mentor : quelles sources ?',
    'Quelles économies attend-on du Code du travail numérique ?',
    'Compare Mentor et PILAT',
    'Compare le financement de Mentor, PILAT, DossierFacile, CFVR et InSERRE',
    'total des économies des projets de 2018',
    'financement total par ministère',
    'financement total par thème',
    'les 5 projets les plus chers',
    'C’est quoi le FTAP ?',
    'What does PILAT cost?',
  ];

  it('in the answers of the chat and on its cards', async () => {
    const visitor = await opened(watched.page, assistant.url);
    for (const question of QUESTIONS) {
      await said(visitor, question);
      expect([question, await watched.noticed()]).toEqual([question, []]);
    }
    expect(await watched.page.locator('.webchat__basic-transcript').innerText()).toContain('onerror=window.__xss=1');
  });

  it('in the answers of the plain form and on the pages of their pictures', async () => {
    for (const question of QUESTIONS) {
      await watched.page.goto(`${assistant.url}/question?q=${encodeURIComponent(question)}`);
      expect([question, await watched.noticed()]).toEqual([question, []]);
      const image = watched.page.locator('img');
      if ((await image.count()) === 0) continue;
      const src = (await image.getAttribute('src')) ?? '';
      for (const address of [src, src.replace('.svg?', '.html?')]) {
        await watched.page.goto(assistant.url + address);
        expect([address, await watched.noticed()]).toEqual([address, []]);
      }
    }
  });

  it('in a note', async () => {
    const visitor = await opened(watched.page, assistant.url);
    await visitor.ask('prépare une note sur Mentor');
    const opening = browser.context.waitForEvent('page');
    await visitor.press('Page à imprimer');
    const note = await opening;
    await note.waitForLoadState();
    await watched.page.goto(note.url());
    await note.close();

    expect(await watched.page.locator('main').innerText()).toContain('window.__xss=1');
    expect(await watched.noticed()).toEqual([]);
  });

  it('and an address that is no web address is refused before anything starts', async () => {
    const folder = await hostileData((payload) => `javascript:window.__xss=1//${payload}`);

    await expect(runAssistant({ DATA_DIR: folder })).rejects.toThrow(/sources\[0\]\.url/u);
  });
});

it(`knows no host named ${OTHER_HOST}`, () => {
  expect(OTHER_HOST.endsWith('.invalid')).toBe(true);
});

/** A conversation of its own: the tab forgets the one before on a page whose scripts keep none, for else what is left of it would be counted. */
async function opened(page: Page, url: string): Promise<Visitor> {
  await page.goto(`${url}/question`);
  await page.evaluate('sessionStorage.clear()');
  await page.goto(url);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}

/** Asks, and waits for one bubble more of the assistant. Faster than a person: what is seen of it does not matter here. */
async function said({ page, bubble }: Visitor, question: string): Promise<void> {
  const before = await bubble('').count();
  const input = page.locator('[data-id="webchat-sendbox-input"]');
  await input.fill(question);
  await input.press('Enter');
  await bubble('').nth(before).waitFor();
}
