import path from 'node:path';
import { ADAPTERS } from '../host/teams/connector';
import { plain } from '../plain-text';
import { type AgentsPlayground, unpackAgentsPlayground, type UnpackedPlayground } from './agents-playground';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { startFrenchRelay, type FrenchRelay } from './french-relay';
import { createTeamsUser, type TeamsUser } from './teams-page';

const picture = (name: string): string => path.join('docs', `teams-${name}.png`);
const WELCOME = 'Je suis un assistant automatique';
const MENTOR = 'économies attendues : 2,3 M€ sur 4 ans';
const FUNDING = 'financement FTAP : 5,4 M€';
/** Then it gives the search extension up. */
const TEAMS_WAITS_MS = 5_000;

// A machine that runs other suites beside this one shows a thread of the Playground long after it was told.
const PATIENCE_MS = 60_000;
jest.setTimeout(3 * PATIENCE_MS);

let browser: Browser;
let unpacked: UnpackedPlayground;
/** Where the Playground looks for its fonts and pictures; it does without them here. */
const CDN = /^res(-\d)?\.cdn\.office\.net$/u;
/** Hosts beyond this machine that the page asked for something: it got none of it. */
const refused: string[] = [];

beforeAll(async () => {
  unpacked = await unpackAgentsPlayground();
  browser = await openChromium({ width: 1280, height: 1000 }, [
    `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
  ]);
  // The same address is another Teams in each scenario.
  await browser.context.addInitScript(`if (location.hostname === 'localhost') localStorage.clear();`);
  // Watched only: whoever answers requests in the browser's place takes its cache from it.
  browser.context.on('request', (request) => {
    const { hostname, host, protocol } = new URL(request.url());
    if (/^(http|ws)/u.test(protocol) && !/^(localhost|127\.[\d.]+)$/u.test(hostname)) refused.push(host);
  });
});

afterAll(async () => {
  await browser.close();
  await unpacked.remove();
});

describe.each(ADAPTERS)('the assistant in Teams, by %s, as the Agents Playground plays it', (adapter) => {
  let assistant: RunningAssistant;
  let relay: FrenchRelay;
  let playground: AgentsPlayground;
  let camille: TeamsUser;

  /** Each scenario has an assistant that knows nobody and a Teams in which nothing was said. */
  beforeEach(async () => {
    assistant = await runAssistant({ TEAMS_DEVELOPMENT: 'true', TEAMS_ADAPTER: adapter, LOG_LEVEL: 'error' });
    relay = await startFrenchRelay(assistant.url);
    playground = await unpacked.start(relay.url);
    const page = await browser.context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(playground.url);
    camille = createTeamsUser(page);
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    await camille.message(WELCOME).waitFor();
  });

  afterEach(async () => {
    await camille.page.close();
    // A card may still be on its way after the text that a scenario waits for.
    await relay.idle();
    await playground.close();
    await relay.close();
    await assistant.close();
    expect(refused.filter((host) => !CDN.test(host))).toEqual([]);
    expect(playground.calledOutside()).toEqual([]);
    expect(relay.passed.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('welcomes once, then answers with a figure, and its card', async () => {
    await camille.say('Quelles économies attend-on de Mentor ?');

    await camille.message(MENTOR).waitFor();
    expect(await camille.message(WELCOME).count()).toBe(1);
    const card = camille.card('Fiche complète');
    await card.getByRole('button', { name: 'Fiche complète' }).click();
    expect(plain(await card.innerText())).toContain('Financement FTAP : 5,4 M€');
    await camille.settled();
    await camille.page.screenshot({ path: picture('conversation') });
  });

  it('goes through a guide in one card, which is renewed at each step', async () => {
    await camille.say('Je veux chercher un projet pas à pas');
    await camille.card('Logement (7)').waitFor();
    const cards = await camille.page.locator('.ac-adaptiveCard').count();

    await camille.press('Logement (7)');

    await camille.card('Logement : 7 projets').waitFor();
    expect(await camille.page.locator('.ac-adaptiveCard').count()).toBe(cards);
    await camille.settled();
    await camille.page.screenshot({ path: picture('guide') });
  });

  it('finds projects from the compose box', async () => {
    await camille.search({ command: 'chercher', parameter: 'q' }, 'dossier');

    const found = camille.page.getByText('DossierFacile');
    await found.first().waitFor();
    await camille.settled();
    await camille.page.screenshot({ path: picture('search') });
    for (const { milliseconds } of relay.passed.filter(({ name }) => name === 'composeExtension/query')) {
      expect(milliseconds).toBeLessThan(TEAMS_WAITS_MS);
    }
    await found.first().click();
    const draft = camille.card('DossierFacile');
    await draft.waitFor();
    expect(plain(await draft.innerText())).toContain('Financement FTAP : 0,5 M€');
  });

  // A message, an invoke that renews a card and one that is answered: what a kit can break. Beyond, the kits are told apart without a
  // browser, and a minute is a minute.
  if (adapter === 'agents') return;

  it('answers in the thread of a channel, whatever the place of the mentions', async () => {
    await camille.open('General');
    await camille.say('@Assistant', ' quels projets concernent le logement ? ', '@Assistant');

    await camille.message('7 projets (thème : Logement)').waitFor();
    expect(plain(await camille.card('DossierFacile').innerText())).toContain('Histologe');
    // Nobody asked for a word of welcome in front of the whole team.
    expect(await camille.message(WELCOME).count()).toBe(0);
    await camille.settled();
    await camille.page.screenshot({ path: picture('channel') });
  });

  it('answers a mention in the middle of a sentence, in a group', async () => {
    await camille.open('Projets numériques');
    await camille.say('Bonjour ', '@Assistant', ', quelles économies attend-on de Mentor ?');

    await camille.message(MENTOR).waitFor();
  });

  it("takes a thumb of Teams' own", async () => {
    await camille.say('Quelles économies attend-on de Mentor ?');
    await camille.message(MENTOR).waitFor();

    await camille.press('Like');
    await camille.page.getByRole('dialog').getByRole('textbox').fill('Exact et sourcé.');
    await camille.press('Submit');

    // The Playground does not say which message was rated, as Teams does: what is kept of it is tested without a browser.
    await camille.page.getByText('We appreciate your feedback').waitFor();
    expect(relay.passed.filter(({ name }) => name === 'message/submitAction')).toHaveLength(1);
  });

  it('takes it calmly that a question is edited and deleted whose answer has no id', async () => {
    // As the Playground has it: a message with a card is split in two, and no id is given to renew it by.
    const question = { ...playground.said, id: '1790000000001' };
    await camille.send({ ...question, type: 'message', text: 'Quelles économies attend-on de Mentor ?' });
    await camille.message(MENTOR).waitFor();
    const edit = { type: 'messageUpdate', text: 'Qui porte Mentor ?', channelData: { eventType: 'editMessage' } };
    await camille.send({ ...question, ...edit });
    await camille.send({ ...question, type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } });

    await camille.say('Quel financement pour Mentor ?');

    await camille.message(FUNDING).waitFor();
    // Not the answer to the edit, beside the one to the question.
    expect(await camille.message('Mentor (Plateforme').count()).toBe(2);
  });

  it('says nothing when people join, nor when channels come and go', async () => {
    await camille.open('General');
    for (const event of ['Add user', 'Add application', 'Add channel', 'Rename team', 'Remove user'])
      await camille.mock(event);
    await camille.say('@Assistant', ' quel financement pour Mentor ?');

    await camille.message(FUNDING).waitFor();
    expect(await camille.message(WELCOME).count()).toBe(0);
  });
});
