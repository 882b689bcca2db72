import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSecretFiles } from '../../src/host/secret-files';
import { BadSettings, parseSettings } from '../../src/host/settings';
import { temporaryFolder } from './temporary-folder';

const SECRET = 'a-secret-that-stands-in-a-file-of-its-own';

describe('a secret in a file', () => {
  const folder = temporaryFolder();
  const fileOf = (text: string): string => {
    const path = join(folder, 'secret');
    writeFileSync(path, text);
    return path;
  };

  it('is as good as one in the environment', () => {
    const environment = withSecretFiles({ DIRECT_LINE_SECRET_FILE: fileOf(`${SECRET}\n`), PORT: '1' });

    expect(parseSettings(environment)).toMatchObject({ directLineSecret: [SECRET], port: 1 });
  });

  it('is that of the application too', () => {
    expect(withSecretFiles({ MicrosoftAppPassword_FILE: fileOf(SECRET) })).toMatchObject({
      MicrosoftAppPassword: SECRET,
    });
  });

  it.each([
    ['is given twice', { DIRECT_LINE_SECRET: SECRET }, SECRET, 'rempli avec DIRECT_LINE_SECRET'],
    ['is empty', {}, ' \n', 'est un fichier vide'],
  ])('stops the start when it %s, and is not repeated', (_how, environment, text, problem) => {
    const read = () => withSecretFiles({ ...environment, DIRECT_LINE_SECRET_FILE: fileOf(text) });

    expect(read).toThrow(BadSettings);
    expect(read).toThrow(problem);
    expect(read).not.toThrow(SECRET);
  });

  it('stops the start when the file is not there', () => {
    expect(() => withSecretFiles({ DIRECT_LINE_SECRET_FILE: join(folder, 'none') })).toThrow(
      'ne peut pas être lu (ENOENT)',
    );
  });
});
