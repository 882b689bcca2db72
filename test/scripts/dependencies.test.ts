import { runModule } from './run-node';
import { scratchFolder } from './scratch-folder';

const LODGING = { version: '1.0.0', integrity: 'sha512-a' };
const FOR_ANOTHER_SYSTEM = { version: '2.0.0', integrity: 'sha512-b', optional: true };
const WANTED = { '': { name: 'project' }, 'node_modules/lodging': LODGING, 'node_modules/native': FOR_ANOTHER_SYSTEM };

it.each([
  ['what the lock asks for', { 'node_modules/lodging': LODGING }, true],
  ['also a package that was added by hand', { 'node_modules/lodging': LODGING, 'node_modules/extra': LODGING }, true],
  ['another version', { 'node_modules/lodging': { ...LODGING, version: '1.0.1' } }, false],
  ['the same version with another content', { 'node_modules/lodging': { ...LODGING, integrity: 'sha512-z' } }, false],
  ['nothing of a package', {}, false],
])('judges node_modules holding %s', (_case, installed, expected) => {
  const root = scratchFolder({
    'package-lock.json': JSON.stringify({ packages: WANTED }),
    'node_modules/.package-lock.json': JSON.stringify({ packages: installed }),
  });

  expect(areDependenciesFresh(root)).toBe(expected);
});

it('installs again after an install that was cut short', () => {
  const root = scratchFolder({
    'package-lock.json': JSON.stringify({ packages: WANTED }),
    'node_modules/lodging/package.json': '{}',
  });

  expect(areDependenciesFresh(root)).toBe(false);
});

function areDependenciesFresh(root: string): boolean {
  const { stdout } = runModule(`
    import { dependencies } from './scripts/prepare/dependencies.mjs';
    console.log(dependencies.isFresh(${JSON.stringify(root)}));
  `);
  return stdout.trim() === 'true';
}
