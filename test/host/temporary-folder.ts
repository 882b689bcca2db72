import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder, deleted after the tests of the file that made it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-'));
  afterAll(() => {
    // What was killed a moment ago may still have been writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
}
