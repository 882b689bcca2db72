import { readFileSync } from 'node:fs';
import { BadSettings, SECRETS } from './settings';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the secrets that are kept in files, as Docker, Kubernetes and systemd hand them over: NAME_FILE holds the path
 * of what would stand in NAME. Throws BadSettings, which never repeats what a file holds.
 */
export function withSecretFiles(environment: Environment): Environment {
  const problems: string[] = [];
  const read = Object.fromEntries(
    [...SECRETS].flatMap((name) => {
      const path = environment[`${name}_FILE`]?.trim() ?? '';
      if (path === '') return [];
      if ((environment[name] ?? '').trim() !== '') {
        problems.push(`${name}_FILE: found with ${name}; leave one of the two empty`);
        return [];
      }
      try {
        const text = readFileSync(path, 'utf8').trim();
        if (text !== '') return [[name, text] as const];
        problems.push(`${name}_FILE: found ${JSON.stringify(path)}, which is empty; write the secret into it`);
      } catch (error) {
        const why = String(Reflect.get(Object(error), 'code'));
        problems.push(
          `${name}_FILE: found ${JSON.stringify(path)}, which can't be read (${why}); write the path of a file`,
        );
      }
      return [];
    }),
  );
  if (problems.length > 0) throw new BadSettings(problems);
  return { ...environment, ...read };
}
