import { readFileSync } from 'node:fs';
import { SETTINGS as SAID } from '../messages/fr/settings';
import { onOneLine } from './setting-items';
import { BadSettings, SECRETS } from './settings';

/**
 * The environment with the secrets that are kept in files, as Docker, Kubernetes and systemd hand them over: NAME_FILE holds the path
 * of what would stand in NAME. Throws BadSettings, which never repeats what a file holds.
 */
export function withSecretFiles(environment: Readonly<NodeJS.ProcessEnv>): Readonly<NodeJS.ProcessEnv> {
  const problems: string[] = [];
  const read = Object.fromEntries(
    [...SECRETS].flatMap((name) => {
      const path = environment[`${name}_FILE`]?.trim() ?? '';
      if (path === '') return [];
      if ((environment[name] ?? '').trim() !== '') {
        problems.push(SAID.problem(`${name}_FILE`, SAID.filledWith(name), SAID.remedies.oneOfTwo));
        return [];
      }
      try {
        const text = readFileSync(path, 'utf8').trim();
        if (text !== '') return [[name, text] as const];
        problems.push(SAID.problem(`${name}_FILE`, SAID.emptyFile(onOneLine(path)), SAID.remedies.secretFile));
      } catch (error) {
        const why = String(Reflect.get(Object(error), 'code'));
        problems.push(SAID.problem(`${name}_FILE`, SAID.unreadableFile(onOneLine(path), why), SAID.remedies.file));
      }
      return [];
    }),
  );
  if (problems.length > 0) throw new BadSettings(problems);
  return { ...environment, ...read };
}
