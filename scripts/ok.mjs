import { join } from 'node:path';
import { runAndShow } from './prepare/command.mjs';
import { helpOrGoOn, ROOT } from './prepare.mjs';

/** `npm run ok`: the checks, then the tests even after a red check; the status tells whether all were green. */
helpOrGoOn('Usage : npm run ok\nTout ce qui doit être vert avant un commit : les vérifications, puis les tests.');
for (const script of ['check.mjs', 'test.mjs']) {
  const { status } = await runAndShow(process.execPath, [join(ROOT, 'scripts', script)]);
  if (status !== 0) process.exitCode = 1;
}
