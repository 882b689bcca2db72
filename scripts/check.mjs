import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { runAndKeep } from './prepare/command.mjs';
import { helpOrGoOn, prepareOrExit, ROOT } from './prepare.mjs';

/** The longest first: with two cores the others are done beside it. */
const CHECKS = [
  { name: 'règles', tool: 'eslint/bin/eslint.js', args: ['.'] },
  { name: 'types', tool: 'typescript/bin/tsc', args: ['--noEmit'] },
  { name: 'mise en forme', tool: 'prettier/bin/prettier.cjs', args: ['--check', '.'] },
  { name: 'couches', tool: 'dependency-cruiser/bin/dependency-cruise.mjs', args: ['src', 'dialogs', 'test'] },
  { name: 'code inutile', tool: 'knip/bin/knip.js', args: [] },
];

/** `npm run check`: all that `npm run ok` checks, but the tests. Each check is run even after a red one; a green one takes one line. */
helpOrGoOn('Usage : npm run check\nRègles, types, mise en forme, couches, code inutile ; sans les tests.');
await prepareOrExit();
const waiting = [...CHECKS];
await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));

async function runWaiting() {
  for (let check = waiting.shift(); check; check = waiting.shift()) await run(check);
}

async function run({ name, tool, args }) {
  const start = performance.now();
  const { status, output } = await runAndKeep(process.execPath, [join(ROOT, 'node_modules', tool), ...args]);

  const seconds = ((performance.now() - start) / 1000).toFixed(1).replace('.', ',');
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status === 0) return;
  console.log(output);
  process.exitCode = 1;
}
