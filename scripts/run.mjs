import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * `node scripts/run.mjs NAME [arguments]`: prepares what is stale, then runs src/cli/NAME.ts in this same process.
 * Each of those files exports the function that it is named for (teams-package.ts: teamsPackage), which takes the arguments and gives the
 * exit status. Standard input and output are left to it.
 */
const [name, ...args] = process.argv.slice(2);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
// Where the product is installed this script is alone, and nothing is to be prepared.
if (existsSync('scripts/prepare.mjs')) await (await import('./prepare.mjs')).prepareOrExit();
if (existsSync('.env')) process.loadEnvFile('.env');

const folder = join(root, 'dist', 'src', 'cli');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.js') ? [file.slice(0, -'.js'.length)] : []));
if (names.includes(name)) {
  const command = await import(pathToFileURL(join(folder, `${name}.js`)).href);
  process.exitCode = await command[camelCase(name)](args);
} else {
  process.stderr.write(
    `Erreur : commande inconnue : « ${name ?? ''} »\nRemède : Choisissez parmi : ${names.join(', ')}.\n`,
  );
  process.exitCode = 1;
}

function camelCase(kebabCase) {
  return kebabCase.replace(/-./g, ([, letter]) => letter.toUpperCase());
}
