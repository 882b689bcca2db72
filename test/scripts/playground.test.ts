import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runModule } from './run-node';
import { scratchFolder } from './scratch-folder';

const GENUINE = 'the tarball that was verified';

it('keeps the genuine tarball as it came, and nothing else', () => {
  const root = scratchFolder({ 'registry/it.tgz': GENUINE });

  const { status } = fetchPlayground(root);

  expect(status).toBe(0);
  expect(readdirSync(join(root, '.cache'))).toEqual(['agents-playground-1.0.0.tgz']);
  expect(readFileSync(join(root, '.cache', 'agents-playground-1.0.0.tgz'), 'utf8')).toBe(GENUINE);
});

it('refuses a tarball changed by one letter, says so on stderr and leaves nothing behind', () => {
  const root = scratchFolder({ 'registry/it.tgz': 'the tarball that was verifieD' });

  const { status, stdout, stderr } = fetchPlayground(root);

  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('le paquet @microsoft/m365agentsplayground@1.0.0 n’a pas l’empreinte attendue');
  expect(stderr).toContain('Remède : ');
  expect(readdirSync(join(root, '.cache'))).toEqual([]);
});

it('does not take another file for the Playground', () => {
  const root = scratchFolder({ '.cache/agents-playground-0.2.28.tgz': GENUINE });

  const { stdout } = runModule(`
    import { playground } from './scripts/prepare/playground.mjs';
    console.log(playground.isFresh(${JSON.stringify(root)}));
  `);

  expect(stdout.trim()).toBe('false');
});

/** The real step, but for the registry. */
function fetchPlayground(root: string) {
  const integrity = `sha512-${createHash('sha512').update(GENUINE).digest('base64')}`;
  return runModule(`
    import { copyFileSync } from 'node:fs';
    import { join } from 'node:path';
    import { explain } from './scripts/prepare/failure.mjs';
    import { playground } from './scripts/prepare/playground.mjs';

    const download = (root, spec, folder) => copyFileSync(join(root, 'registry/it.tgz'), join(folder, 'it.tgz'));
    await playground.make(${JSON.stringify(root)}, { version: '1.0.0', integrity: '${integrity}' }, download).catch((error) => {
      explain(error);
      process.exitCode = 1;
    });
  `);
}
