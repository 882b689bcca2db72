import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT, runNode } from './run-node';
import { smallProject } from './small-project';

const CHANGING = 'let loads = 0;\nexport const load = (): number => (loads += 1);\n';
const loading = (more = ''): string =>
  `import { load } from './helpers/changing';\nconst at = load();\n${more}\nit('is load ' + at, () => {});\n`;

/** Runs all the tests of a project of these files; gives how it ended, and each test by its whole name with what became of it. */
function runAll(files: Readonly<Record<string, string>>) {
  const root = smallProject({ 'test/helpers/changing.ts': CHANGING, ...files });
  cpSync(join(PROJECT, 'jest.config.js'), join(root, 'jest.config.js'));
  const code = `
    import { ROOT } from './scripts/prepare.mjs';
    import { runTests } from './scripts/run-tests.mjs';
    import { inGroups } from './scripts/test-groups.mjs';
    process.exitCode = await inGroups(ROOT, (args) => runTests(['--verbose', ...args]));
  `;
  const { status, stdout, stderr } = runNode(['--input-type=module', '--eval', code], { root });
  return { status, stderr, lastLine: stdout.trimEnd().split('\n').at(-1), cache: readdirSync(join(root, '.cache')) };
}

it('loads what light files share once, and for itself what must stay alone', () => {
  const { status, stderr, lastLine } = runAll({
    'test/a.test.ts': loading(),
    'test/folder/b.test.ts': loading().replace('./helpers', '../helpers'),
    'test/timed.test.ts': loading('jest.useRealTimers();'),
    'test/environment.test.ts': loading("process.env['ONE'] = '1';"),
    'test/helpers/hooked.ts': 'export const nobody = null;\nafterAll(() => {});\n',
    'test/hooked.test.ts': loading("import { nobody } from './helpers/hooked';\nexpect(nobody).toBeNull();"),
    'test/own-hook.test.ts': loading('afterEach(() => {});'),
  });

  expect({ status, lastLine }).toEqual({ status: 0, lastLine: '6 passed, 0 failed' });
  expect([...stderr.matchAll(/is load (\d)/gu)].map(([, at]) => at).sort()).toEqual(['1', '1', '1', '1', '2', '3']);
});

it('names the file of a failure, and of one that cannot be loaded, and runs the others of the group', () => {
  const { status, stderr, lastLine, cache } = runAll({
    'test/a.test.ts': "it('fails', () => { expect(1).toBe(2); });\n",
    'test/b.test.ts': "import './nowhere';\nit('never is', () => {});\n",
    'test/c.test.ts': "it('passes', () => {});\n",
  });

  expect({ status, lastLine }).toEqual({ status: 1, lastLine: '1 passed, 2 failed' });
  expect(stderr).toContain('● test/a.test.ts › fails');
  expect(stderr).toContain('● test/b.test.ts › can be loaded');
  expect(cache.filter((name) => !name.startsWith('webchat-'))).toEqual([]);
});

it('keeps the hooks of a file to its own tests', () => {
  const { status, lastLine } = runAll({
    'test/a.test.ts':
      "let at = 0;\nbeforeEach(() => { at += 1; if (at > 1) throw new Error('of another file'); });\nit('passes', () => {});\n",
    'test/b.test.ts': "it('passes', () => {});\n",
  });

  expect({ status, lastLine }).toEqual({ status: 0, lastLine: '2 passed, 0 failed' });
});

it('has the patience of the most patient, and spies on nobody any more in the next file', () => {
  const { status, lastLine } = runAll({
    'test/a.test.ts':
      "jest.setTimeout(10_000);\nit('spies', () => { jest.spyOn(Math, 'random').mockReturnValue(2); });\n",
    'test/b.test.ts': "jest.setTimeout(1);\nit('waits', () => new Promise((done) => { setTimeout(done, 50); }));\n",
    'test/c.test.ts': "it('has what was there', () => { expect(Math.random()).toBeLessThan(1); });\n",
  });

  expect({ status, lastLine }).toEqual({ status: 0, lastLine: '3 passed, 0 failed' });
});
