import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const PROJECT = join(__dirname, '..', '..');

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a few lines of ES module with this Node: the scripts are ES modules, which jest does not load. */
export function runModule(code: string): Outcome {
  return runNode(['--input-type=module', '--eval', code]);
}

/** `root` is the working folder; `input` is what standard input gives. */
export function runNode(args: readonly string[], { root = PROJECT, input = '' } = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}
