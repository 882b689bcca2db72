import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { createVisitor, type Visitor } from './web-chat-page';

const DESKTOP = { width: 1120, height: 1040 };
/** A telephone of the smallest size that is still in use. */
const PHONE = { width: 320, height: 800 };
const picture = (name: string): string => path.join('docs', `${name}.png`);

let assistant: RunningAssistant;
let browser: Browser;
const complaints: string[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium(DESKTOP);
});

afterAll(async () => {
  await browser.close();
  await assistant.close();
});

async function visit(size: { readonly width: number; readonly height: number }): Promise<Visitor> {
  const page: Page = await browser.context.newPage();
  await page.setViewportSize(size);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(assistant.url);
  const visitor = createVisitor(page);
  await visitor.bubble('Je suis un assistant automatique').waitFor();
  return visitor;
}

describe('guides played by clicking', () => {
  it('leads to a project by theme, then body, and goes back', async () => {
    const { page, press, bubble, lastCard, standsStill } = await visit(DESKTOP);
    await page.getByRole('button', { name: "Qu'est-ce que tu sais faire ?" }).click();
    await bubble('Je réponds sur les projets').waitFor();
    await press('Chercher un projet pas à pas');
    await bubble('Quel thème vous intéresse').waitFor();
    await lastCard().locator('select').selectOption({ label: 'Logement (7)' });
    await press('Envoyer');
    await bubble('Logement : 7 projets').waitFor();
    await standsStill();
    await page.screenshot({ path: picture('guide') });

    await press('Retour');
    await bubble('Quel thème vous intéresse').nth(1).waitFor();
    await lastCard().locator('select').selectOption({ label: 'Justice (9)' });
    await press('Envoyer');
    await bubble('Justice : 9 projets').waitFor();
    await lastCard().locator('select').selectOption('organisation:administration-penitentiaire');
    await press('Envoyer');

    await bubble('2 projets (thème : Justice').waitFor();
    expect(plain(await lastCard().innerText())).toContain('InSERRE');
  });

  it('compares projects that are picked as their names are typed, on a telephone', async () => {
    const { page, press, bubble, lastCard, standsStill } = await visit(PHONE);
    await page.getByRole('button', { name: "Qu'est-ce que tu sais faire ?" }).click();
    await bubble('Je réponds sur les projets').waitFor();
    await press('Comparer des projets');
    await bubble('Quels projets comparer').waitFor();
    for (const name of ['PILAT', 'LiDAR HD']) {
      await lastCard().locator('input').fill(name);
      await press('Ajouter');
      await bubble(`Votre choix : ${name === 'PILAT' ? 'PILAT' : 'PILAT et LiDAR HD'}`).waitFor();
    }
    await press('Comparer');

    await bubble('Comparaison de PILAT et LiDAR HD').waitFor();
    const table = lastCard().getByRole('table');
    expect(plain(await table.innerText())).toContain('123,5 M€');
    expect(await isWithin(page)).toBe(true);
    await standsStill();
    await page.screenshot({ path: picture('comparaison-320') });
  });

  it('draws the savings, with the figures beside and the unknown said, on a telephone', async () => {
    const { page, ask, press, bubble, lastCard, standsStill } = await visit(PHONE);
    await ask('connaître les économies attendues');
    await bubble('Les économies de quoi').waitFor();
    await press('De tous les projets');
    await bubble('Total — économies attendues').waitFor();

    const image = lastCard().locator('img.ac-image');
    expect(await image.getAttribute('alt')).toContain('non publié');
    expect(
      Number(
        await page.evaluate(`document.querySelector('.webchat__adaptive-card-renderer img.ac-image').naturalWidth`),
      ),
    ).toBeGreaterThan(0);
    // The fund's own figures stand first and fill a telephone.
    await page.evaluate(`document.querySelector('.webchat__adaptive-card-renderer img.ac-image').scrollIntoView()`);
    await standsStill();
    await page.screenshot({ path: picture('economies-320') });
    await press('Voir les chiffres');
    expect(plain(await lastCard().getByRole('table').first().innerText())).toContain('15,5 M€');
    expect(await isWithin(page)).toBe(true);
  });

  it('keeps what is reported, without the personal data in it', async () => {
    const { ask, press, bubble, lastCard } = await visit(DESKTOP);
    await ask('signaler une erreur');
    await press('Une question restée sans réponse');
    await bubble('Quelle question aurait dû').waitFor();
    await lastCard()
      .locator('textarea')
      .fill('Combien de projets en 2030 ? Écrivez à jeanne.martin@example.org ou au 06 12 34 56 78');
    await press('Envoyer');
    await bubble('est transmis à').waitFor();

    const kept = await inboxBytes();
    expect(kept).toContain('Combien de projets en 2030');
    expect(kept).toContain('[e-mail]');
    expect(kept).not.toMatch(/jeanne|06 12 34/);
  });

  it('prepares a note, whose page is printed and whose link is ours', async () => {
    const { page, ask, press, bubble } = await visit(DESKTOP);
    await ask('prépare une note sur Mentor');
    await press('Préparer la note');
    await bubble('La note est prête').waitFor();
    const opened = browser.context.waitForEvent('page');
    await page.locator('.webchat__basic-transcript').getByRole('button', { name: 'Page à imprimer' }).last().click();
    const note = await opened;
    await note.waitForLoadState();
    await note.setViewportSize({ width: 900, height: 1100 });

    expect(new URL(note.url()).host).toBe(new URL(assistant.url).host);
    expect(plain(await note.locator('main').innerText())).toContain('5,4 M€');
    await note.screenshot({ path: picture('note') });
  });

  it('rates an answer by its own form', async () => {
    const { ask, press, bubble, lastCard } = await visit(DESKTOP);
    await ask('Quel financement pour Mentor ?');
    await bubble('5,4').first().waitFor();
    await press('Non');
    await lastCard().locator('select').selectOption({ label: 'Un chiffre ou un fait est faux' });
    await press('Envoyer');
    await bubble('sont transmises à').waitFor();

    expect(await inboxBytes()).toContain('"reason":"wrong"');
  });

  it('makes no browser complain', () => {
    expect(complaints).toEqual([]);
  });
});

/** Nothing sticks out of the page sideways. */
async function isWithin(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}

/** All that the inbox has on the disk. */
async function inboxBytes(): Promise<string> {
  const folder = path.join(assistant.varDir, 'inbox');
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8'))))
    .join('\n')
    .replace(/": /g, '":');
}
