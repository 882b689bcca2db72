import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError, loadKnowledge } from '../../src/host/knowledge-files';
import { temporaryFolder } from './temporary-folder';

const root = temporaryFolder();

function copyOfData(): string {
  const folder = mkdtempSync(join(root, 'data-'));
  cpSync('data', folder, { recursive: true });
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
    /^data\/grammar\/fr\.json, ligne 1 : ce n’est pas du JSON lisible/,
  );
  await expect(loadKnowledge(gone)).rejects.toThrow(
    /^data\/grammar\/fr\.json : fichier introuvable.*\ndata\/grammar\/en\.json : fichier introuvable/,
  );
});
