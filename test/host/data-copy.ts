import { cpSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A copy of the data files in this folder, to be written to. Of the weights, tens of megabytes that nobody edits, a link stands there. */
export function copyData(folder: string): void {
  cpSync('data', folder, { recursive: true, filter: (source) => source !== WEIGHTS });
  symlinkSync(resolve(WEIGHTS), join(folder, 'weights.json'));
}

const WEIGHTS = join('data', 'weights.json');
