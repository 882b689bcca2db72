import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAndShow } from './prepare/command.mjs';
import { say } from './prepare/say.mjs';
import { ROOT } from './prepare.mjs';

/** What a message leaves behind is collected less often, by the workers too: jest hands its own options on. */
const ROOMY = '--max-semi-space-size=32';

/**
 * Runs jest in the current folder and ends with the line `N passed, N failed` on stdout, which CI counts.
 * Gives the exit status: 0 when every test ran and passed.
 */
export async function runTests(jestArgs) {
  const { status, report } = await runJest(jestArgs);
  const { skipped, line } = summarise(report);

  // Tests chosen by name leave the others out on purpose; without such a choice, a test that did not run is a fault.
  const isWholeRun = !jestArgs.some((arg) => /^(-t|--testNamePattern)/.test(arg));
  const isFaulty = isWholeRun && skipped.length > 0;
  if (isFaulty) say(`Essais sautés, ce qui n’est pas permis :\n${skipped.map((name) => `  ${name}`).join('\n')}`);
  process.stdout.write(`${line}\n`);
  return status === 0 && !isFaulty ? 0 : 1;
}

/** The report is undefined when jest fell before it could write it. */
async function runJest(jestArgs) {
  const folder = mkdtempSync(join(tmpdir(), 'essais-'));
  const reportPath = join(folder, 'report.json');
  try {
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const program = [ROOMY, jest, '--json', `--outputFile=${reportPath}`];
    const { status } = await runAndShow(process.execPath, [...program, ...jestArgs]);
    return { status, report: existsSync(reportPath) ? JSON.parse(readFileSync(reportPath, 'utf8')) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names of the tests that did not run, and the closing line. A fall of jest, or of a whole file, counts as one failure. */
function summarise(report) {
  if (report === undefined) return { skipped: [], line: '0 passed, 1 failed' };

  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const counts = [`${report.numPassedTests} passed`, `${failed} failed`];
  if (skipped.length > 0) counts.push(`${skipped.length} skipped`);
  return { skipped, line: counts.join(', ') };
}
