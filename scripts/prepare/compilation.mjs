import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAndKeep } from './command.mjs';
import { failure } from './failure.mjs';

/** src/ and dialogs/ compiled into dist/, with a stamp that says from which contents. */
export const compilation = { title: 'Compilation', isFresh, make };

const SOURCES = ['src', 'dialogs'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const STAMP = '.sources';

function isFresh(root) {
  const stampPath = join(root, 'dist', STAMP);
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === contentHash(root);
}

/** Builds aside, stamps, then swaps: dist/ is always whole, holds nothing of deleted sources, and a failed build leaves it as it was. */
async function make(root) {
  const hash = contentHash(root); // before the compiler reads: a file changed meanwhile makes the stamp stale, never wrong
  const building = join(root, '.build'); // as deep as dist/, so that the source maps stay true
  rmSync(building, { recursive: true, force: true });

  await compile(root, building);
  copyOtherFiles(root, building);
  writeFileSync(join(building, STAMP), hash);
  swap(building, join(root, 'dist'), join(root, '.cache', 'old-dist'));
}

async function compile(root, building) {
  const { status, output } = await runAndKeep(
    process.execPath,
    [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--outDir', building],
    { cwd: root },
  );
  if (status === 0) return;

  rmSync(building, { recursive: true, force: true });
  throw failure('les sources ne se compilent pas', {
    output,
    remedy: 'Corrigez les erreurs ci-dessus (fichier, ligne), puis relancez la commande.',
  });
}

/** A page or a style that stands beside its module is found beside the compiled one too. */
function copyOtherFiles(root, building) {
  for (const path of sourceFiles(root).filter((path) => !path.endsWith('.ts'))) {
    cpSync(join(root, path), join(building, path));
  }
}

function swap(building, dist, old) {
  rmSync(old, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(building, dist);
  rmSync(old, { recursive: true, force: true });
}

/** Of names and contents, in the order of names. */
function contentHash(root) {
  const hash = createHash('sha256');
  for (const path of [...SETTINGS, ...sourceFiles(root)]) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Paths from `root`. */
function sourceFiles(root) {
  return SOURCES.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
