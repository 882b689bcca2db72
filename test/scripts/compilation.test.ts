import { existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './run-node';
import { writeFiles } from './scratch-folder';
import { smallProject } from './small-project';

const SOURCES = { 'src/one.ts': 'export const one: number = 1;\n', 'src/page.html': '<p>' };

it('compiles what changed in content, not what was only touched, and forgets what was deleted', () => {
  const root = smallProject(SOURCES);

  const first = build(root);
  expect(first).toMatchObject({ status: 0, stdout: '' });
  expect(first.stderr).toMatch(/^Compilation… fait .*\n$/);
  expect(existsSync(join(root, 'dist/src/one.js'))).toBe(true);
  expect(existsSync(join(root, 'dist/src/page.html'))).toBe(true);

  utimesSync(join(root, 'src/one.ts'), new Date(), new Date(Date.now() + 60_000));
  expect(build(root)).toEqual({ status: 0, stdout: '', stderr: '' });

  writeFiles(root, { 'src/one.ts': 'export const one: number = 11;\n' });
  rmSync(join(root, 'src/page.html'));
  expect(build(root).stderr).toContain('Compilation… fait');
  expect(readFileSync(join(root, 'dist/src/one.js'), 'utf8')).toContain('11');
  expect(existsSync(join(root, 'dist/src/page.html'))).toBe(false);
});

it('shows what the compiler says, keeps the previous build and tries again the next time', () => {
  const root = smallProject(SOURCES);
  build(root);
  writeFiles(root, { 'src/one.ts': "export const one: number = 'one';\n" });

  const first = build(root);
  const second = build(root);

  expect(first.status).toBe(1);
  expect(first.stdout).toBe('');
  expect(first.stderr).toContain('src/one.ts(1,14): error TS2322');
  expect(readFileSync(join(root, 'dist/src/one.js'), 'utf8')).toContain('= 1');
  expect(existsSync(join(root, '.build'))).toBe(false);
  expect(second.status).toBe(1);
});

function build(root: string) {
  return runNode(['scripts/build.mjs'], { root });
}
