import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The version of the assistant that runs: that of package.json in the folder where it was started. */
export function readVersion(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')))
    .version;
}
