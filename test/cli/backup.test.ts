import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { backup } from '../../src/cli/backup';
import { storeFolder } from '../../src/host/storage/open-store';
import { directLineClient } from '../host/direct-line-client';
import { startHostProcess } from '../host/host-process';
import { temporaryFolder } from '../host/temporary-folder';
import { textLike, textWith } from '../matchers';
import { runCommand } from './run-command';

jest.setTimeout(60_000);

const root = temporaryFolder();
const environment = process.env;

afterEach(() => {
  process.env = environment;
});

function settings(varDir: string): void {
  process.env = { ...environment, VAR_DIR: varDir, INIT_CWD: root };
}

/** What it says on a disk of 8 kB, which this process alone sees, its status, and what it leaves there. */
function backupOnFullDisk(varDir: string): string {
  const disk = mkdtempSync(join(root, 'disk-'));
  const { stdout, stderr } = spawnSync(
    'unshare',
    [
      ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
      '--mount',
      'sh',
      '-c',
      `mount -t tmpfs -o size=8k tmpfs "$0" && "${process.execPath}" scripts/run.mjs backup "$0"; echo $?; ls "$0"`,
      disk,
    ],
    { env: { ...environment, VAR_DIR: varDir, INIT_CWD: root } },
  );
  return `${stderr.toString()}${stdout.toString()}`;
}

describe('npm run backup', () => {
  it('copies what a running assistant keeps, and the copy put back is a conversation that goes on', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const running = await startHostProcess(varDir, 0);
    const client = directLineClient(running.url);
    const conversation = await client.start();
    await client.say(conversation, 'Avant', { channelData: { clientActivityID: 'k1' } });
    settings(varDir);

    writeFileSync(join(root, 'fichier'), '');
    mkdirSync(join(root, 'copie'), { mode: 0o755 });

    const onFile = await runCommand(() => backup(['fichier']));
    const onFullDisk = backupOnFullDisk(varDir);
    const copied = await runCommand(() => backup(['copie']));
    const again = await runCommand(() => backup(['copie']));
    await client.say(conversation, 'Après');
    await running.kill();
    rmSync(storeFolder(varDir), { recursive: true });
    const restoring = await startHostProcess(varDir, 0);
    await restoring.kill();
    copyFileSync(join(root, 'copie', 'data.mdb'), join(storeFolder(varDir), 'data.mdb'));
    const restored = await startHostProcess(varDir, 0);
    const after = directLineClient(restored.url);
    await after.say(conversation, 'Avant', { channelData: { clientActivityID: 'k1' } });
    await after.say(conversation, 'Encore');
    const { activities } = await after.list(conversation);
    await restored.kill();

    expect(onFile).toEqual({
      status: 2,
      out: '',
      err: textWith(`La copie ne peut pas être écrite dans ${join(root, 'fichier')}`),
    });
    expect(onFullDisk).toMatch(/^La copie ne peut pas être écrite dans \S+, .*\n2\n$/u);
    expect(copied).toEqual({ status: 0, out: `${join(root, 'copie')} : sauvegarde faite\n`, err: '' });
    expect([again.status, again.err.includes('existe déjà')]).toEqual([2, true]);
    expect(readdirSync(join(root, 'copie'))).toEqual(['data.mdb']);
    expect(statSync(join(root, 'copie', 'data.mdb')).mode & 0o777).toBe(0o600);
    expect(activities.map(({ text }) => text)).toEqual([
      'Bonjour !',
      'Avant',
      'Entendu : Avant',
      'Encore',
      'Entendu : Encore',
    ]);
  });

  it.each([
    ['without a folder', []],
    ['with two', ['a', 'b']],
    ['with an option', ['--helpe']],
  ])('says how it is called when it is called %s', async (_case, args) => {
    const { status, err } = await runCommand(() => backup(args));

    expect(status).toBe(2);
    expect(err).toContain('npm run -s backup -- DOSSIER');
  });

  it('gives its help to who asks for it, and makes no copy of that name', async () => {
    const { status, out } = await runCommand(() => backup(['--help']));

    expect([status, out.includes('npm run -s backup -- DOSSIER')]).toEqual([0, true]);
    expect(existsSync(join(root, '--help'))).toBe(false);
  });

  it('says that nothing is kept where nothing is', async () => {
    settings(mkdtempSync(join(root, 'var-')));

    const { status, err } = await runCommand(() => backup(['copie-vide']));

    expect(status).toBe(2);
    expect(err).toContain('n’a encore rien gardé ici');
  });

  it('says which setting is to be mended', async () => {
    settings(mkdtempSync(join(root, 'var-')));
    process.env['LOG_LEVEL'] = 'verbose';

    expect(await runCommand(() => backup(['copie']))).toMatchObject({
      status: 2,
      err: textLike(/^Réglages à corriger\s:\n- LOG_LEVEL\s: «\sverbose\s» ne convient pas\s; écrivez silent, .*\n$/u),
    });
  });

  it.each(['STORE_URL', 'STORE_URL_FILE'])('leaves to Redis what is kept there: %s', async (name) => {
    settings(mkdtempSync(join(root, 'var-')));
    const file = join(root, 'address');
    writeFileSync(file, 'redis://127.0.0.1:6379');
    process.env[name] = name === 'STORE_URL' ? 'redis://127.0.0.1:6379' : file;

    expect(await runCommand(() => backup(['ailleurs']))).toMatchObject({
      status: 2,
      err: textWith('Redis'),
    });
    expect(existsSync(join(root, 'ailleurs'))).toBe(false);
  });
});
