import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runAndKeep } from './command.mjs';
import { failure } from './failure.mjs';

/** Runs npm in `root` and fails with its whole output and a remedy. */
export async function npm(root, args) {
  const [file, ...first] = npmCommand();
  const { status, output } = await runAndKeep(
    file,
    // The log level is said again: under `npm run -s` npm would inherit the silence and fail without a word.
    [...first, ...args, '--loglevel=warn', '--no-progress', ...cacheInProjectIfNeeded(root)],
    {
      cwd: root,
      env: { ...trustOfTheSystem(), ...process.env },
      shell: file === 'npm' && process.platform === 'win32',
    },
  );
  if (status !== 0) throw failure(`« npm ${args.join(' ')} » a échoué`, { output, remedy: remedyFor(output) });
}

/** The npm that started this command, with the Node that runs it; the one of the PATH when the command was started without npm. */
function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && basename(cli) === 'npm-cli.js' && existsSync(cli) ? [process.execPath, cli] : ['npm'];
}

/**
 * Behind a proxy that opens TLS, which is common in administrations, the system trusts the proxy's certificate and Node does not.
 * A variable that is already set is left as it is.
 */
function trustOfTheSystem() {
  const bundle = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'].find((path) =>
    existsSync(path),
  );
  return bundle ? { NODE_EXTRA_CA_CERTS: bundle } : {};
}

/** A service account often has a home that does not exist or cannot be written: npm then keeps its cache in the project. */
function cacheInProjectIfNeeded(root) {
  const usual = process.env.npm_config_cache ?? join(homedir(), '.npm');
  return isWritable(usual) ? [] : ['--cache', join(root, '.cache', 'npm')];
}

function isWritable(path) {
  if (!existsSync(path)) return dirname(path) !== path && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false; // the answer, not a failure
  }
}

/** First match wins. */
const REMEDIES = [
  [/EUSAGE/, 'package-lock.json ne correspond pas à package.json : tapez « npm install », puis relancez la commande.'],
  [/ENOSPC/, 'Faites de la place sur le disque, puis relancez la commande.'],
  [
    /EACCES|EPERM|EROFS/,
    'Donnez-vous le droit d’écrire dans le dossier du projet et dans le cache de npm (« npm config get cache »), puis relancez la commande.',
  ],
  [/EINTEGRITY/, 'Videz le cache par « npm cache clean --force », puis relancez la commande.'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_/,
    'Le certificat du registre npm est refusé : donnez celui de votre réseau (NODE_EXTRA_CA_CERTS=fichier.pem), puis relancez la commande.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET/,
    'Le registre npm ne répond pas : vérifiez le réseau (« npm ping »), au besoin le mandataire (« npm config set https-proxy ADRESSE »), puis relancez la commande.',
  ],
];

function remedyFor(output) {
  const known = REMEDIES.find(([pattern]) => pattern.test(output));
  return known?.[1] ?? 'Corrigez ce que npm signale ci-dessus, puis relancez la commande.';
}
