import { join } from 'node:path';
import { runAndShow } from './prepare/command.mjs';
import { ROOT } from './prepare.mjs';

/** `npm run ok`: the checks, then the tests even after a red check; the status tells whether all were green. */
for (const script of ['check.mjs', 'test.mjs']) {
  const { status } = await runAndShow(process.execPath, [join(ROOT, 'scripts', script)]);
  if (status !== 0) process.exitCode = 1;
}
