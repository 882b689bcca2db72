import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from './failure.mjs';
import { npm } from './npm.mjs';

/** Downloads the tarball of `name@version` and gives its path, and the folder that it is in, to `use`; the folder is gone afterwards. */
export async function withTarball(root, spec, use, download = packByNpm) {
  const folder = join(root, '.cache', 'unpacking');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await download(root, spec, folder);
    const name = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    await use(join(folder, name), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function packByNpm(root, spec, folder) {
  return npm(root, ['pack', spec, '--pack-destination', folder]);
}

/** `integrity` is written as npm and browsers write it: `sha384-…`. */
export function isIntact(path, integrity) {
  if (!existsSync(path)) return false;
  const [algorithm] = integrity.split('-');
  return `${algorithm}-${createHash(algorithm).update(readFileSync(path)).digest('base64')}` === integrity;
}

/** Fails unless the file is the one that the project verified; `what` names it to the person who has to mend that. */
export function verifyIntact(path, integrity, what) {
  if (isIntact(path, integrity)) return;
  throw failure(`${what} n’a pas l’empreinte attendue (${integrity})`, {
    remedy:
      'Ce fichier n’est pas celui que le projet a vérifié et rien n’a été gardé : relancez la commande ; si l’erreur revient, demandez à qui tient votre registre npm ce qu’il sert.',
  });
}
