import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, runNode } from './run-node';
import { smallProject } from './small-project';

/** A project whose sources do not compile, and whose browser is not there: what makes either of them fails. */
const FILES = {
  'src/one.ts': "export const one: number = 'one';\n",
  'test/helpers/alone.ts': 'export const one = 1;\n',
  'test/alone.test.ts': "import { one } from './helpers/alone';\nit('is', () => { expect(one).toBe(1); });\n",
  'test/helpers/served.ts': "export { spawn } from 'node:child_process';\n",
  'test/served.test.ts':
    "import { spawn } from './helpers/served';\nit('is', () => { expect(spawn).toBeDefined(); });\n",
  'test/browsed.test.ts': "import { chromium } from 'playwright-core';\nit('is', () => { chromium.name(); });\n",
};

it.each([
  ['nothing, for a test that only calls', ['test/alone.test.ts'], '1 passed, 0 failed'],
  ['the program, for a test whose helper starts a process', ['test/served.test.ts'], 'les sources ne se compilent pas'],
  ['the browser, for a test that drives one', ['test/browsed'], 'CHROMIUM_PATH désigne'],
  ['what one of several needs', ['test/alone', 'test/browsed'], 'CHROMIUM_PATH désigne'],
  ['everything, for all the tests', [], 'CHROMIUM_PATH désigne'],
])('prepares %s', (_what, chosen, expected) => {
  const root = smallProject(FILES);
  cpSync(join(PROJECT, 'jest.config.js'), join(root, 'jest.config.js'));

  const argv = JSON.stringify([process.execPath, 'scripts/test.mjs', ...chosen]);
  const command = `process.env.CHROMIUM_PATH = '/nowhere'; process.argv = ${argv}; import(require('node:path').resolve(process.argv[1]))`;
  const { stdout, stderr } = runNode(['--eval', command], { root });

  expect(stdout + stderr).toContain(expected);
});
