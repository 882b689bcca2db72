import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain, failure } from './prepare/failure.mjs';
import { prepareOrExit, ROOT } from './prepare.mjs';

/**
 * `node scripts/run.mjs NAME [arguments]`: prepares what is stale, then runs src/cli/NAME.ts in this same process.
 * Each of those files exports the function that it is named for (teams-package.ts: teamsPackage), which takes the arguments and gives the
 * exit status. Standard input and output are left to it.
 */
const [name, ...args] = process.argv.slice(2);
await prepareOrExit();
if (existsSync('.env')) process.loadEnvFile('.env');

const folder = join(ROOT, 'dist', 'src', 'cli');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.js') ? [file.slice(0, -'.js'.length)] : []));
if (names.includes(name)) {
  const command = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  process.exitCode = await command[camelCase(name)](args);
} else {
  explain(failure(`commande inconnue : « ${name ?? ''} »`, { remedy: `Choisissez parmi : ${names.join(', ')}.` }));
  process.exitCode = 1;
}

function camelCase(kebabCase) {
  return kebabCase.replace(/-./g, ([, letter]) => letter.toUpperCase());
}
