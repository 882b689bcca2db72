import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtAssistantStarter } from '../host/built-assistant';
import { temporaryFolder } from '../host/temporary-folder';
import { runAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { createVisitor, type Visitor } from './web-chat-page';

jest.setTimeout(60_000);

const FAILED = 'Une erreur est survenue de mon côté';
const root = temporaryFolder();
const { startOnSmallDisk } = builtAssistantStarter();
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium({ width: 1120, height: 900 });
});
afterEach(() => browser.closePages());
afterAll(() => browser.close());

async function visit(url: string): Promise<Visitor> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}

describe('somebody in Web Chat', () => {
  it('reads why no answer comes when the disk is full, and is answered when there is room again', async () => {
    const { url, fill, empty } = await startOnSmallDisk(root);
    const visitor = await visit(url);
    await visitor.ask('Quelles économies attend-on de Mentor ?');
    await visitor.bubble('2,3 M€').first().waitFor();
    fill();

    await visitor.ask('et son coût total ?');
    await visitor.bubble(FAILED).waitFor();

    empty();
    await visitor.ask('et qui le porte ?');
    await visitor.bubble('DGAFP').first().waitFor();
  });

  it('reads it too when the folder holds as much as it may', async () => {
    const assistant = await runAssistant({ DISK_MEGABYTES: '10' });
    const visitor = await visit(assistant.url);
    const filling = join(assistant.varDir, 'filling');
    writeFileSync(filling, Buffer.alloc(10_000_000));
    // What is there was measured when the conversation began, and is again after ten seconds.
    await visitor.page.waitForTimeout(10_000);

    await visitor.ask('Quelles économies attend-on de Mentor ?');

    await visitor.bubble(FAILED).waitFor();
    rmSync(filling);
    await assistant.close();
  });
});
