import { runModule } from './run-node';
import { scratchFolder } from './scratch-folder';

it('ends with the line that CI counts when every test passed', () => {
  const run = runTests({ 'a.test.js': "it('a', () => {}); it('b', () => {});" });

  expect(run).toMatchObject({ status: 0, lastLine: '2 passed, 0 failed' });
});

it('fails on tests that did not run, and names them', () => {
  const run = runTests({
    'a.test.js': "it('a', () => {}); it.skip('skipped', () => {});",
    'b.test.js': "it('b', () => {}); it.todo('to be written');",
    'c.test.js': "it.only('c', () => {}); it('beside the only one', () => {});",
  });

  expect(run).toMatchObject({ status: 1, lastLine: '3 passed, 0 failed, 3 skipped' });
  for (const name of ['skipped', 'to be written', 'beside the only one']) expect(run.stderr).toContain(`  ${name}\n`);
});

it('accepts that tests chosen by name leave the others out', () => {
  const run = runTests({ 'a.test.js': "it('a', () => {}); it('b', () => {});" }, ['-t', 'a']);

  expect(run).toMatchObject({ status: 0, lastLine: '1 passed, 0 failed, 1 skipped' });
});

it('counts a failure, and a file that cannot be run at all', () => {
  const run = runTests({
    'a.test.js': "it('a', () => { throw new Error('no'); });",
    'b.test.js': "require('./nowhere');",
  });

  expect(run).toMatchObject({ status: 1, lastLine: '0 passed, 2 failed' });
});

it('fails when jest falls before it can report', () => {
  const run = runTests({}, ['--no-such-option']);

  expect(run).toMatchObject({ status: 1, lastLine: '0 passed, 1 failed' });
});

/** Runs the real jest on these test files alone. */
function runTests(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const config = { rootDir: scratchFolder(files), transform: {}, cache: false };
  const jestArgs = ['--config', JSON.stringify(config), '--runInBand', ...args];
  const { status, stdout, stderr } = runModule(`
    import { runTests } from './scripts/run-tests.mjs';
    process.exitCode = await runTests(${JSON.stringify(jestArgs)});
  `);
  return { status, stderr, lastLine: stdout.trimEnd().split('\n').at(-1) };
}
