import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runModule } from './run-node';
import { scratchFolder } from './scratch-folder';

const GENUINE = 'the bundle that was verified';

it('puts the genuine bundle in place with its licences, and nothing else', () => {
  const root = scratchFolder(packageWith(GENUINE));

  const { status } = fetchWebChat(root);

  expect(status).toBe(0);
  expect(readdirSync(join(root, '.cache'))).toEqual(['webchat-1.0.0.js', 'webchat-1.0.0.js.LICENSE.txt']);
  expect(readFileSync(join(root, '.cache', 'webchat-1.0.0.js'), 'utf8')).toBe(GENUINE);
});

it('refuses a bundle changed by one letter, says so on stderr and leaves nothing behind', () => {
  const root = scratchFolder(packageWith('the bundle that was verifieD'));

  const { status, stdout, stderr } = fetchWebChat(root);

  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('n’a pas l’empreinte attendue');
  expect(stderr).toContain('Remède : ');
  expect(readdirSync(join(root, '.cache'))).toEqual([]);
});

it('does not take a changed file for the bundle', () => {
  const root = scratchFolder({ '.cache/webchat-4.18.1.js': GENUINE });

  const { stdout } = runModule(`
    import { webChat } from './scripts/prepare/web-chat.mjs';
    console.log(webChat.isFresh(${JSON.stringify(root)}));
  `);

  expect(stdout.trim()).toBe('false');
});

function packageWith(bundle: string): Record<string, string> {
  return { 'package/dist/webchat.js': bundle, 'package/dist/webchat.js.LICENSE.txt': 'licences' };
}

/** The real step, but for the registry: the tarball is made of what the folder holds. */
function fetchWebChat(root: string) {
  const integrity = `sha384-${createHash('sha384').update(GENUINE).digest('base64')}`;
  return runModule(`
    import { join } from 'node:path';
    import { create } from 'tar';
    import { explain } from './scripts/prepare/failure.mjs';
    import { webChat } from './scripts/prepare/web-chat.mjs';

    const download = (root, spec, folder) => create({ cwd: root, file: join(folder, 'it.tgz'), gzip: true }, ['package']);
    await webChat.make(${JSON.stringify(root)}, { version: '1.0.0', integrity: '${integrity}' }, download).catch((error) => {
      explain(error);
      process.exitCode = 1;
    });
  `);
}
