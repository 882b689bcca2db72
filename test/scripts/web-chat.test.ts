import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { runModule } from './run-node';
import { scratchFolder } from './scratch-folder';

/** Two languages of ours and one of others, as the bundle has them. */
const FRENCH = 'a={_comment:"[CI-LOCKED] Le contenu",SEND:"Envoyer"}';
const ENGLISH = 'b={_comment:"[CI-LOCKED] The content",SEND:"Send"}';
const KEPT = (other: string): string => `var ${FRENCH},${ENGLISH},c=${other};`;
const GENUINE = KEPT('{_comment:"[CI-LOCKED] Der Inhalt",SEND:"\\u201cSenden\\u201d",OTHER:\'a "b"\'}');

it('puts the genuine bundle in place without the languages that we do not speak, packed, with its licences', () => {
  const root = scratchFolder(packageWith(GENUINE));

  const { status } = fetchWebChat(root);

  expect(status).toBe(0);
  const name = 'webchat-minimal-1.0.0.js';
  expect(readdirSync(join(root, '.cache'))).toEqual([name, `${name}.LICENSE.txt`, `${name}.br`]);
  expect(readFileSync(join(root, '.cache', name), 'utf8')).toBe(KEPT('{}'));
  expect(brotliDecompressSync(readFileSync(join(root, '.cache', `${name}.br`))).toString()).toBe(KEPT('{}'));
});

it('refuses a bundle changed by one letter, says so on stderr and leaves nothing behind', () => {
  const root = scratchFolder(packageWith(GENUINE.replace('Envoyer', 'envoyer')));

  const { status, stdout, stderr } = fetchWebChat(root);

  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('n’a pas l’empreinte attendue');
  expect(stderr).toContain('Remède : ');
  expect(readdirSync(join(root, '.cache'))).toEqual([]);
});

it('does not take a changed file for the bundle', () => {
  const root = scratchFolder({ '.cache/webchat-minimal-4.18.1.js': GENUINE });

  const { stdout } = runModule(`
    import { webChat } from './scripts/prepare/web-chat.mjs';
    console.log(webChat.isFresh(${JSON.stringify(root)}));
  `);

  expect(stdout.trim()).toBe('false');
});

function packageWith(bundle: string): Record<string, string> {
  return { 'package/dist/webchat-minimal.js': bundle, 'package/dist/webchat-minimal.js.LICENSE.txt': 'licences' };
}

/** The real step, but for the registry: the tarball is made of what the folder holds. */
function fetchWebChat(root: string) {
  const wanted = { version: '1.0.0', integrity: integrityOf(GENUINE), kept: integrityOf(KEPT('{}')) };
  return runModule(`
    import { join } from 'node:path';
    import { create } from 'tar';
    import { explain } from './scripts/prepare/failure.mjs';
    import { webChat } from './scripts/prepare/web-chat.mjs';

    const download = (root, spec, folder) => create({ cwd: root, file: join(folder, 'it.tgz'), gzip: true }, ['package']);
    await webChat.make(${JSON.stringify(root)}, ${JSON.stringify(wanted)}, download).catch((error) => {
      explain(error);
      process.exitCode = 1;
    });
  `);
}

function integrityOf(text: string): string {
  return `sha384-${createHash('sha384').update(text).digest('base64')}`;
}
