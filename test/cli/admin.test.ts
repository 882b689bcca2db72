import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { admin } from '../../src/cli/admin';
import { useLink } from '../../src/host/desk/people/links';
import { storeOpener } from '../host/stores';
import { temporaryFolder } from '../host/temporary-folder';
import { runCommand } from './run-command';

const root = temporaryFolder();
const openStore = storeOpener();

const { env } = process;
beforeEach(() => {
  process.env = { ...env };
});
afterAll(() => {
  process.env = env;
});

describe('npm run -s admin -- link', () => {
  it('makes a link for somebody, beside an assistant that runs', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const store = await openStore(varDir);

    const { status, out } = await runAdmin(['link', '--role', 'publisher', '--name', 'Camille Martin'], varDir);

    expect(status).toBe(0);
    const [, secret = ''] = /http:\/\/127\.0\.0\.1:3978\/admin\/entree\/(\S+)\n$/u.exec(out) ?? [];
    expect(out).toContain('Lien pour Camille Martin (publication), valable 15 minutes et une seule fois');
    expect(await useLink(store, secret, new Date())).toEqual({
      who: 'link:camille martin',
      name: 'Camille Martin',
      role: 'publisher',
    });
    expect(await useLink(store, secret, new Date())).toBe('used');
  });

  it.each([
    ['no order', []],
    ['a role that there is not', ['link', '--role', 'chief', '--name', 'Camille']],
    ['no name', ['link', '--role', 'editor']],
    ['an empty name', ['link', '--role', 'editor', '--name', ' ']],
  ])('says how it is called where there is %s', async (_, args) => {
    const varDir = mkdtempSync(join(root, 'var-'));

    const { status, err } = await runAdmin(args, varDir);

    expect(status).toBe(2);
    expect(err).toMatch(/--name "/u);
  });

  it('says that the desk is shut, or that the assistant has never run', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const args = ['link', '--role', 'editor', '--name', 'Camille'];

    expect((await runAdmin(args, varDir, 'off')).err).toContain('ADMIN=on');
    expect((await runAdmin(args, varDir)).status).toBe(2);
  });
});

function runAdmin(args: readonly string[], varDir: string, door = 'on') {
  process.env['ADMIN'] = door;
  process.env['VAR_DIR'] = varDir;
  return runCommand(() => admin(args));
}
