import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { isIntact, verifyIntact, withTarball } from './tarball.mjs';

/**
 * Microsoft's Agents Playground, which plays Teams in a test. Its licence lets anybody try it and nobody hand it on, and it is 15 MB:
 * so it is no dependency, and comes to whoever runs the tests from Microsoft's own package. The integrity is the registry's, of the
 * whole tarball; to change the version, change both, and the name in test/browser/agents-playground.ts.
 */
const PLAYGROUND = {
  version: '0.2.28',
  integrity: 'sha512-EevhYW8xtEATwNg5eiFqTgZT0P5gjfCsLBwBWESSrB6+0lr9Yi9R27HJwjNGUlT3JQlxoWMgnvEQunUuyI/+2Q==',
};

/** `.cache/agents-playground-0.2.28.tgz`, packed as it came: four megabytes that one look checks whole, and a test unpacks in a moment. */
export const playground = {
  title: `Téléchargement de l’Agents Playground ${PLAYGROUND.version} pour les essais`,
  isFresh: (root) => isIntact(tarballPath(root, PLAYGROUND), PLAYGROUND.integrity),
  make,
};

/** Fetches, verifies, then puts in place. `download(root, spec, folder)` leaves a tarball. */
function make(root, wanted = PLAYGROUND, download = undefined) {
  const { version, integrity } = wanted;
  const spec = `@microsoft/m365agentsplayground@${version}`;
  return withTarball(
    root,
    spec,
    (tarball) => {
      verifyIntact(tarball, integrity, `le paquet ${spec}`);
      renameSync(tarball, tarballPath(root, wanted));
    },
    download,
  );
}

function tarballPath(root, { version }) {
  return join(root, '.cache', `agents-playground-${version}.tgz`);
}
