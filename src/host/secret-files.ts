import { readFileSync } from 'node:fs';
import { SETTINGS as SAID } from '../messages/fr/settings';
import { onOneLine } from './setting-items';
import { BadSettings, SECRETS } from './settings';
import { codeOf } from './storage/error-code';

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
      const refuse = (found: string, remedy: string): readonly [] => {
        problems.push(SAID.problem(`${name}_FILE`, found, remedy));
        return [];
      };
      if ((environment[name] ?? '').trim() !== '') return refuse(SAID.filledWith(name), SAID.remedies.oneOfTwo);
      try {
        const text = readFileSync(path, 'utf8').trim();
        if (text !== '') return [[name, text] as const];
        return refuse(SAID.emptyFile(onOneLine(path)), SAID.remedies.secretFile);
      } catch (error) {
        return refuse(SAID.unreadableFile(onOneLine(path), String(codeOf(error))), SAID.remedies.file);
      }
    }),
  );
  if (problems.length > 0) throw new BadSettings(problems);
  return { ...environment, ...read };
}
