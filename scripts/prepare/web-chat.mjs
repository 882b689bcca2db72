import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from './failure.mjs';
import { npm } from './npm.mjs';

/**
 * Web Chat's built bundle, taken from its tarball: as a dependency it would bring 400 packages and 482 MB.
 * The integrity is that of dist/webchat.js in this version; to change the version, change both.
 */
const WEB_CHAT = {
  version: '4.18.1',
  integrity: 'sha384-AHFvk4Hi30kPlGug5u1RCA9gNO18GRKqhYcFtulI9sUUUp3HBpyjyTUf2/GVUHHb',
};

/** `.cache/webchat-4.18.1.js` and, beside it, the licences that it has to be handed out with. */
export const webChat = {
  title: `Téléchargement de Web Chat ${WEB_CHAT.version}`,
  isFresh: (root) => isIntact(bundlePath(root, WEB_CHAT), WEB_CHAT.integrity),
  make,
};

/** Fetches, verifies, then puts in place: the bundle is whole and genuine, or is not there. `download(root, spec, folder)` leaves a tarball. */
async function make(root, wanted = WEB_CHAT, download = packByNpm) {
  const folder = join(root, '.cache', 'unpacking');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await download(root, `botframework-webchat@${wanted.version}`, folder);
    await unpack(folder);
    verify(folder, wanted);

    renameSync(join(folder, `${BUNDLE}.LICENSE.txt`), `${bundlePath(root, wanted)}.LICENSE.txt`);
    renameSync(join(folder, BUNDLE), bundlePath(root, wanted));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BUNDLE = 'package/dist/webchat.js';

function bundlePath(root, { version }) {
  return join(root, '.cache', `webchat-${version}.js`);
}

function packByNpm(root, spec, folder) {
  return npm(root, ['pack', spec, '--pack-destination', folder]);
}

async function unpack(folder) {
  const { extract } = await import('tar'); // there since the dependencies are
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  await extract({ file: join(folder, tarball), cwd: folder, filter: (path) => path.startsWith(BUNDLE) });
}

function verify(folder, { version, integrity }) {
  if (isIntact(join(folder, BUNDLE), integrity)) return;
  throw failure(`le fichier ${BUNDLE} de botframework-webchat@${version} n’a pas l’empreinte attendue (${integrity})`, {
    remedy:
      'Ce fichier n’est pas celui que le projet a vérifié et rien n’a été gardé : relancez la commande ; si l’erreur revient, demandez à qui tient votre registre npm ce qu’il sert.',
  });
}

function isIntact(path, integrity) {
  if (!existsSync(path)) return false;
  return `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}` === integrity;
}
