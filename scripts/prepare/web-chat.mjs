import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { isIntact, verifyIntact, withTarball } from './tarball.mjs';

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
function make(root, wanted = WEB_CHAT, download = undefined) {
  const { version, integrity } = wanted;
  const spec = `botframework-webchat@${version}`;
  return withTarball(
    root,
    spec,
    async (tarball, folder) => {
      await unpack(tarball, folder);
      verifyIntact(join(folder, BUNDLE), integrity, `le fichier ${BUNDLE} de ${spec}`);
      renameSync(join(folder, `${BUNDLE}.LICENSE.txt`), `${bundlePath(root, wanted)}.LICENSE.txt`);
      renameSync(join(folder, BUNDLE), bundlePath(root, wanted));
    },
    download,
  );
}

const BUNDLE = 'package/dist/webchat.js';

function bundlePath(root, { version }) {
  return join(root, '.cache', `webchat-${version}.js`);
}

async function unpack(tarball, folder) {
  const { extract } = await import('tar'); // there since the dependencies are
  await extract({ file: tarball, cwd: folder, filter: (path) => path.startsWith(BUNDLE) });
}
