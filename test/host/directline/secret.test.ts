import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOneOfSecrets, isSameSecret, openSecrets } from '../../../src/host/directline/secret';
import { temporaryFolder } from '../temporary-folder';

const root = temporaryFolder();
const newFolder = (): string => mkdtempSync(join(root, 'secret-'));

describe('the Direct Line secret', () => {
  it('is the one of the settings, and then nothing is written', async () => {
    const folder = join(newFolder(), 'var');

    expect(await openSecrets(folder, ['given', 'older'])).toEqual(['given', 'older']);
    expect(await openSecrets(folder, ['given', 'older'])).toEqual(['given', 'older']);
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  it('is made once, kept for its owner alone, and found again', async () => {
    const folder = join(newFolder(), 'var');

    const [secret] = await openSecrets(folder, undefined);

    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(await openSecrets(folder, undefined)).toEqual([secret]);
    expect(statSync(join(folder, 'direct-line-secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'direct-line-secret'), 'utf8')).toBe(`${secret}\n`);
  });

  it('is the first line of its file, and the others are still believed', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'direct-line-secret'), `\n${'n'.repeat(32)}\r\n  ${'o'.repeat(40)}  \n\n`);

    expect(await openSecrets(folder, undefined)).toEqual(['n'.repeat(32), 'o'.repeat(40)]);
  });

  it.each([
    ['nothing', '\n'],
    ['a short second line', `${'n'.repeat(32)}\nshort\n`],
  ])('is refused when its file holds %s', async (_case, text) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'direct-line-secret'), text);

    await expect(openSecrets(folder, undefined)).rejects.toMatchObject({ code: 'BadSecretFile' });
  });

  it('is another in another folder', async () => {
    expect(await openSecrets(newFolder(), undefined)).not.toEqual(await openSecrets(newFolder(), undefined));
  });

  it('is refused when its file was cut, and the error names the file', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'direct-line-secret'), 'short');

    const opening = openSecrets(folder, undefined);

    await expect(opening).rejects.toMatchObject({ code: 'BadSecretFile' });
    await expect(opening).rejects.toThrow(join(folder, 'direct-line-secret'));
  });

  it('compares as a whole', () => {
    expect(isSameSecret('secret', 'secret')).toBe(true);
    expect(isSameSecret('secret!', 'secret')).toBe(false);
    expect(isSameSecret('', 'secret')).toBe(false);
    expect(isOneOfSecrets('older', ['secret', 'older'])).toBe(true);
    expect(isOneOfSecrets('old', ['secret', 'older'])).toBe(false);
  });
});
