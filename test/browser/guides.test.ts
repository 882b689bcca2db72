import path from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { openLmdbStore } from '../../src/host/storage/lmdb-store';
import { storeFolder } from '../../src/host/storage/open-store';
import { plain } from '../plain-text';
import { runAssistant, type RunningAssistant } from './assistant';
import { openChromium, type Browser } from './chromium';
import { createVisitor, type Visitor } from './web-chat-page';

const DESKTOP = { width: 1120, height: 1040 };
/** A telephone of the smallest size that is still in use. */
const PHONE = { width: 320, height: 800 };
/** Help and cancel; from the second step on there is a way back as well. */
const ORDERS = 2;
const picture = (name: string): string => path.join('docs', `${name}.png`);

let assistant: RunningAssistant;
let browser: Browser;
const complaints: string[] = [];

jest.setTimeout(60_000);

beforeAll(async () => {
  assistant = await runAssistant();
  browser = await openChromium(DESKTOP);
});

afterEach(() => browser.closePages());

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
    const { page, ask, press, bubble, lastCard, standsStill } = await visit(DESKTOP);
    await page.getByRole('button', { name: 'Qu’est-ce que tu sais faire ?' }).click();
    await bubble('Je réponds sur les projets').waitFor();
    await press('Chercher un projet pas à pas');
    await bubble('Quel thème vous intéresse').waitFor();
    expect(await lastCard().locator('button').allInnerTexts()).toHaveLength(9 + ORDERS);
    await press('Logement (7)');
    await bubble('Logement : 7 projets').waitFor();
    await standsStill();
    await page.screenshot({ path: picture('guide') });

    await press('Retour');
    await bubble('Quel thème vous intéresse').nth(1).waitFor();
    await press('Justice (9)');
    await bubble('Justice : 9 projets').waitFor();
    expect((await lastCard().locator('button').allInnerTexts()).length).toBeLessThanOrEqual(9 + ORDERS + 1);
    await ask('administration pénitentiaire');

    await bubble('2 projets').waitFor();
    expect(plain(await lastCard().innerText())).toContain('InSERRE');
  });

  it('compares projects that are picked as their names are typed, on a telephone', async () => {
    const { page, press, bubble, lastCard, standsStill } = await visit(PHONE);
    await page.getByRole('button', { name: 'Qu’est-ce que tu sais faire ?' }).click();
    await bubble('Je réponds sur les projets').waitFor();
    await press('Comparer des projets');
    await bubble('Quels projets comparer').waitFor();
    for (const name of ['PILAT', 'LiDAR HD']) {
      await lastCard().locator('input').fill(name);
      await press('Ajouter');
      await bubble(`Votre choix : ${name === 'PILAT' ? 'PILAT' : 'PILAT et LiDAR HD'}`).waitFor();
    }
    await press('Comparer');

    await bubble('Comparaison — PILAT et LiDAR HD').waitFor();
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
    await press('Les chiffres');
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

    const kept = (await inboxTexts()).join('\n').replace(/": /g, '":');
    expect(kept).toContain('Combien de projets en 2030');
    expect(kept).toContain('[e-mail]');
    expect(kept).not.toMatch(/jeanne|06 12 34/);
  });

  it('prepares a note, whose page is printed and whose link is ours', async () => {
    const { ask, press, bubble } = await visit(DESKTOP);
    await ask('une note sur Mentor et Histologe');
    await bubble('La note est prête').waitFor();
    const opened = browser.context.waitForEvent('page');
    await press('Page à imprimer');
    const note = await opened;
    await note.waitForLoadState();
    await note.setViewportSize({ width: 900, height: 1100 });

    expect(new URL(note.url()).host).toBe(new URL(assistant.url).host);
    expect(plain(await note.locator('main').innerText())).toContain('5,4 M€');
    expect(plain(await note.locator('main').innerText())).toContain('Histologe');
    await note.screenshot({ path: picture('note') });
  });

  it('gives the table of all projects, and of too many for a note, by words', async () => {
    const { ask, bubble, lastCard } = await visit(DESKTOP);
    await ask('exporte tous les projets');
    await bubble('68 projets').waitFor();
    await lastCard().getByRole('button', { name: 'Télécharger le fichier CSV' }).waitFor();

    await ask('une note sur les projets du logement');
    await bubble('7 projets : c’est trop pour une note').waitFor();
    expect(await lastCard().getByRole('button').allInnerTexts()).toEqual([
      'Télécharger le fichier CSV',
      'Préparer une note',
    ]);
  });

  it('counts a thumb at once, by one press that has a name, and asks for the reason afterwards', async () => {
    const { page, ask, press, bubble } = await visit(DESKTOP);
    await ask('Quel financement pour Mentor ?');
    await bubble('5,4').first().waitFor();
    const thumb = page.getByRole('button', { name: 'Pas utile', exact: true });
    const box = await thumb.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    expect(await page.getByRole('button', { name: 'Utile', exact: true }).count()).toBe(1);

    await press('Pas utile');
    await bubble('Merci, c’est noté').waitFor();

    expect(await thumb.getAttribute('aria-pressed')).toBe('true');
    expect(await ratings()).toMatchObject([{ isUseful: false, reason: null }]);
    await press('Un chiffre ou un fait est faux');
    await bubble('sont transmises à').waitFor();
    expect(await ratings()).toMatchObject([{ isUseful: false, reason: 'wrong' }]);

    await press('Utile');
    await bubble('Merci, c’est noté').nth(1).waitFor();
    expect(await ratings()).toMatchObject([{ isUseful: true, reason: null }]);
  });

  it('asks for no thumb under a refusal, and for one under an answer that something follows', async () => {
    const { page, ask, bubble } = await visit(DESKTOP);
    await ask('Quelle est la météo à Paris ?');
    await bubble('météo').or(bubble('projets')).last().waitFor();
    expect(await page.getByRole('button', { name: 'Utile', exact: true }).count()).toBe(0);

    await ask('comparer');
    await bubble('Quels projets comparer').waitFor();
    await ask('Quel financement pour Mentor ?');
    await bubble('Reprenons').waitFor();
    expect(await page.getByRole('button', { name: 'Utile', exact: true }).count()).toBe(1);
  });

  it('makes no browser complain', () => {
    expect(complaints).toEqual([]);
  });
});

/** Nothing sticks out of the page sideways. */
async function isWithin(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');
}

/** The ratings that the inbox holds, as they are now. */
async function ratings(): Promise<readonly unknown[]> {
  const rating = z.looseObject({ kind: z.literal('rating') });
  const entry = z
    .looseObject({ value: rating })
    .transform(({ value }) => value)
    .or(rating);
  return (await inboxTexts()).flatMap((text) => entry.safeParse(JSON.parse(text)).data ?? []);
}

/** All that the inbox keeps. */
async function inboxTexts(): Promise<readonly string[]> {
  const store = await openLmdbStore(storeFolder(assistant.varDir), { isReadOnly: true });
  const texts: string[] = [];
  for await (const { text } of store.list('inbox/')) texts.push(text);
  await store.close();
  return texts;
}
