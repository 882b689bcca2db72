import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from './prepare/chromium.mjs';
import { runAndKeep } from './prepare/command.mjs';
import { compilation } from './prepare/compilation.mjs';
import { nodes } from './prepare/nodes.mjs';
import { playground } from './prepare/playground.mjs';
import { FOR_TESTS, ROOT } from './prepare.mjs';

/** How a test, or what it imports from the tests, shows that it needs a step. Whoever starts a process may start the compiled program. */
const SIGNS = new Map([
  [chromium, /playwright-core/],
  [playground, /agents-playground/],
  [nodes, /\.cache.*node-/],
  [compilation, /child_process|dist\//],
]);

/** The steps of FOR_TESTS that the tests need which jest chooses for these arguments. The dependencies must be there. */
export async function stepsFor(jestArgs) {
  if (FOR_TESTS.every(({ isFresh }) => isFresh(ROOT))) return [];
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const { output } = await runAndKeep(process.execPath, [jest, '--listTests', ...jestArgs]);
  const texts = testTexts(output.split('\n').filter(existsSync));
  return FOR_TESTS.filter((step) => {
    const sign = SIGNS.get(step);
    return sign === undefined || texts.some((text) => sign.test(text));
  });
}

/** The texts of these files and of all that they import of the tests. */
export function testTexts(paths) {
  const texts = new Map();
  for (const path of paths) collect(path);
  return [...texts.values()];

  function collect(path) {
    if (texts.has(path) || !path.startsWith(join(ROOT, 'test')) || !existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    texts.set(path, text);
    for (const [, specifier] of text.matchAll(/ from '(\.[^']+)'/g)) collect(join(dirname(path), `${specifier}.ts`));
  }
}
