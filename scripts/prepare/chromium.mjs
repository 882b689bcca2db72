import { existsSync } from 'node:fs';
import { runAndKeep } from './command.mjs';
import { failure } from './failure.mjs';

/** The browser of the tests: Debian's, or the one named by CHROMIUM_PATH. */
export const chromium = { title: 'Installation de Chromium pour les essais', isFresh, make };

/** The same engine without a window to draw, which takes a sixth less of the processor. */
const DEBIAN_PATH = '/usr/bin/chromium-headless-shell';
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'fonts-dejavu-core'];
const APT_GET = '/usr/bin/apt-get';

function isFresh() {
  return existsSync(process.env.CHROMIUM_PATH ?? DEBIAN_PATH);
}

async function make() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined) {
    throw failure(`CHROMIUM_PATH désigne « ${chosen} », qui n’existe pas`, {
      remedy: 'Corrigez ou retirez la variable CHROMIUM_PATH, puis relancez la commande.',
    });
  }
  if (!existsSync(APT_GET)) {
    throw failure('les essais ont besoin de Chromium', {
      remedy: 'Installez Chromium ou Chrome, puis tapez : CHROMIUM_PATH=/chemin/du/navigateur npm test',
    });
  }
  if (process.getuid() !== 0) {
    throw failure('les essais ont besoin de Chromium', {
      remedy: `Tapez : sudo apt-get update && sudo apt-get install -y ${DEBIAN_PACKAGES.join(' ')}`,
    });
  }
  await installFromDebian();
}

async function installFromDebian() {
  // Judged by the install alone: a list of some other repository that cannot be refreshed is no reason to give up.
  const update = await aptGet(['update']);
  const install = await aptGet(['install', '-y', ...DEBIAN_PACKAGES]);
  if (install.status === 0 && existsSync(DEBIAN_PATH)) return;

  throw failure('Chromium n’a pas pu être installé', {
    output: update.output + install.output,
    remedy: `Corrigez ce qu’apt-get signale ci-dessus, puis tapez : apt-get update && apt-get install -y ${DEBIAN_PACKAGES.join(' ')}`,
  });
}

function aptGet(args) {
  const waitForOthers = ['-o', 'DPkg::Lock::Timeout=300'];
  return runAndKeep(APT_GET, [...waitForOthers, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
