import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';

/** The project as it was at a commit, installed and compiled in a folder that `remove` deletes; a folder is taken as it is. */
export function builtAt(commit) {
  if (existsSync(commit)) return { folder: commit, remove: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'earlier-'));
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  const { status } = spawnSync(process.execPath, [join('scripts', 'build.mjs')], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${commit} could not be compiled`);
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
