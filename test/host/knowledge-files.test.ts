import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, loadKnowledge, loadRecords } from '../../src/host/knowledge-files';
import { copyData } from './data-copy';
import { temporaryFolder } from './temporary-folder';

const root = temporaryFolder();

function copyOfData(): string {
  const folder = mkdtempSync(join(root, 'data-'));
  copyData(folder);
  return folder;
}

it('loads the words of the grammar beside the records', async () => {
  const { language, projects } = await loadKnowledge(copyOfData());

  expect(projects.length).toBeGreaterThan(0);
  expect(language.isFunctionWord('the')).toBe(true);
});

it('refuses to start on a grammar that is damaged or gone, and says which file', async () => {
  const damaged = copyOfData();
  writeFileSync(join(damaged, 'grammar', 'fr.json'), '{');
  const gone = copyOfData();
  rmSync(join(gone, 'grammar'), { recursive: true });

  await expect(loadKnowledge(damaged)).rejects.toThrow(DataError);
  await expect(loadKnowledge(damaged)).rejects.toThrow(
    `${damaged}/grammar/fr.json, ligne 1 : ce n’est pas du JSON lisible`,
  );
  await expect(loadKnowledge(gone)).rejects.toThrow(
    new RegExp(`^${gone}/grammar/fr.json : fichier introuvable.*\\n${gone}/grammar/en.json : fichier introuvable`, 'u'),
  );
});

it.each([
  ['is not there', () => join(root, 'nowhere'), 'n’existe pas'],
  ['is a file', () => join(copyOfData(), 'calls.json'), 'n’est pas un dossier'],
])('names the folder of the data that %s, once', async (_what, folder, said) => {
  const directory = folder();

  await expect(loadKnowledge(directory)).rejects.toThrow(
    new RegExp(`^${directory} ${said} : donnez dans DATA_DIR .*$`, 'u'),
  );
  await expect(loadKnowledge(directory)).rejects.toThrow(DataError);
});

it('names a file that cannot be read', async () => {
  const folder = copyOfData();
  rmSync(join(folder, 'calls.json'));
  mkdirSync(join(folder, 'calls.json'));

  await expect(loadKnowledge(folder)).rejects.toThrow(`${folder}/calls.json ne peut pas être lu (EISDIR)`);
});

it('makes the base of the same files once, and reads again what was changed', async () => {
  const [folder, another] = [copyOfData(), copyOfData()];
  const before = await loadRecords(folder);
  const base = await loadKnowledge(folder);
  expect(await loadKnowledge(another)).toBe(base);

  const weights = join(folder, 'weights.json');
  const text = readFileSync(weights, 'utf8').replace(before.weights.trainedOn, '0'.repeat(64));
  rmSync(weights);
  writeFileSync(weights, text);
  writeFileSync(join(folder, 'themes.json'), readFileSync('data/themes.json', 'utf8').replace('"habitat"', '"gîte"'));
  const after = await loadRecords(folder);

  expect(after.weights.trainedOn).toBe('0'.repeat(64));
  expect(after.themes).not.toEqual(before.themes);
  expect(after.projects).toBe(before.projects);
  expect(await loadKnowledge(folder)).not.toBe(base);
});
