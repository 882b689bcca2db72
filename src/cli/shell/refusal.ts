import { resolve } from 'node:path';
import { BadSettings } from '../../host/settings';
import { StoreProblem } from '../../host/storage/store-problem';
import { STORE_PROBLEMS } from '../../messages/store-problem-text';

/** Says why nothing was done; gives the exit status of a wrong call, and of what whoever called can mend. */
export function refuse(sentence: string): 2 {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

/** Says how a command is called, to whoever asked by --help. */
export function help(usage: string): 0 {
  process.stdout.write(`${usage}\n`);
  return 0;
}

/** What whoever called can mend, settings or the place of the store, in words; throws anything else again. */
export function mendable(error: unknown): string {
  if (error instanceof BadSettings) return error.message;
  if (error instanceof StoreProblem) return STORE_PROBLEMS[error.kind](error.path);
  throw error;
}

/** The path that was typed, whole: npm runs its scripts in the project's folder and tells here in which one it was called. */
export function pathTyped(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
