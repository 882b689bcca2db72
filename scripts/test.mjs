import { dependencies } from './prepare/dependencies.mjs';
import { FOR_TESTS, helpOrGoOn, prepareOrExit, ROOT } from './prepare.mjs';
import { runTests } from './run-tests.mjs';
import { inGroups } from './test-groups.mjs';
import { stepsFor } from './test-steps.mjs';

/** `npm test [-- arguments of jest]`: prepares what is stale, of that only what the chosen tests need, then runs the tests. */
helpOrGoOn(
  'Usage : npm test [-- arguments de jest]\nJoue tous les tests, ou ceux que nomment les arguments : npm test -- test/core',
);
const jestArgs = process.argv.slice(2);
if (jestArgs.length === 0) {
  await prepareOrExit({ steps: FOR_TESTS });
  process.exitCode = await inGroups(ROOT, runTests);
} else {
  await prepareOrExit({ steps: [dependencies] });
  await prepareOrExit({ steps: await stepsFor(jestArgs) });
  process.exitCode = await runTests(jestArgs);
}
