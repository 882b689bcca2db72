import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from './prepare/chromium.mjs';
import { compilation } from './prepare/compilation.mjs';
import { dependencies } from './prepare/dependencies.mjs';
import { explain, failure } from './prepare/failure.mjs';
import { inTurn } from './prepare/in-turn.mjs';
import { stopWithNpm } from './prepare/interruption.mjs';
import { nodes } from './prepare/nodes.mjs';
import { playground } from './prepare/playground.mjs';
import { sayWhile } from './prepare/say.mjs';
import { webChat } from './prepare/web-chat.mjs';

/** The project's folder, where each command runs whatever folder it was typed in. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the program needs. */
const FOR_PROGRAM = [dependencies, webChat, compilation];
/** What all the tests need. The browser comes first: whoever has to install it by hand learns so at once, not after all the rest. */
export const FOR_TESTS = [chromium, dependencies, webChat, playground, nodes, compilation];

/**
 * Makes what is missing or stale, and nothing else. Each step judges by content, so that a clone, a copy or a change of branch never
 * fools it. When all is fresh nothing is written.
 * Only Node's own modules are imported here: on a clean clone there are no others yet.
 */
export async function prepare({ steps = FOR_PROGRAM, root = ROOT } = {}) {
  refuseOldNode();
  if (steps.every((step) => step.isFresh(root))) return;

  await inTurn(join(root, '.cache', 'prepare.lock'), async () => {
    for (const step of steps) {
      // Asked again: another preparation may have done it while this one was waiting for its turn.
      if (!step.isFresh(root)) await sayWhile(step.title, () => step.make(root));
    }
  });
}

/** What each command does first: goes to the project's folder, heeds the signals and prepares; a failure is told with its remedy and ends the process with 1. */
export async function prepareOrExit(options) {
  process.chdir(ROOT);
  stopWithNpm();
  try {
    await prepare(options);
  } catch (error) {
    explain(error);
    process.exit(1);
  }
}

/** Says how a command is called and ends it, where --help asks for that. */
export function helpOrGoOn(usage) {
  if (!process.argv.slice(2).includes('--help')) return;
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

function refuseOldNode() {
  // lowdb ships as an ES module only, and the compiled sources are CommonJS: they need require(esm).
  if (process.features.require_module) return;
  throw failure(`Node ${process.versions.node} est trop ancien`, {
    remedy: 'Installez Node 20.19 ou plus récent (22.12 ou plus récent pour la série 22), puis relancez la commande.',
  });
}
