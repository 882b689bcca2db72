import { prepareOrExit } from './prepare.mjs';
import { runTests } from './run-tests.mjs';

/** `npm test [-- arguments of jest]`: prepares what is stale, then runs the tests. */
await prepareOrExit({ forTests: true });
process.exitCode = await runTests(process.argv.slice(2));
