import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/** The packages of package-lock.json, in node_modules. */
export const dependencies = { title: 'Installation des dépendances', isFresh, make };

/**
 * Compares the lock with npm's own record of what it installed, which it writes last: an install cut short counts as none.
 * So `npm install` and `npm ci` typed by hand are recognised too.
 */
function isFresh(root) {
  const recordPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(recordPath);

  return Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true; // the project itself
    const found = installed[path];
    // npm leaves out what is made for another system, and marks it optional.
    if (found === undefined) return Boolean(optional || devOptional);
    return found.version === version && found.integrity === integrity;
  });
}

function packagesOf(lockPath) {
  return JSON.parse(readFileSync(lockPath, 'utf8')).packages;
}

/** The compiler is a development dependency: it is needed even where NODE_ENV=production would leave it out. */
function make(root) {
  return npm(root, ['ci', '--include=dev']);
}
