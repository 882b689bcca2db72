import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { openFileLogs } from '../../../src/host/storage/file-logs';
import { temporaryFolder } from '../temporary-folder';
import { describeRecordLogs } from './record-logs-contract';

const root = temporaryFolder();

describeRecordLogs('file logs', () => {
  const folder = mkdtempSync(join(root, 'logs-'));
  return { open: () => openFileLogs(folder) };
});

/** A log of two records, and its file. */
async function startLog() {
  const folder = mkdtempSync(join(root, 'logs-'));
  const logs = await openFileLogs(folder);
  const version = await logs.append('key', 'second', await logs.append('key', 'first', null));
  return { logs, version, path: join(folder, readdirSync(folder)[0] ?? '') };
}

describe('file logs', () => {
  it.each([
    ['is cut in the middle', '"thi'],
    ['is cut in the middle of a character', Buffer.from('"thi é').subarray(0, -1)],
    ['was never written, only made room for', '\0'.repeat(20)],
    ['lacks its first blocks', `${'\0'.repeat(20)}ird"\n`],
  ])('lose nothing but a last record that %s, by a power cut', async (_case, torn) => {
    const { logs, version, path } = await startLog();
    appendFileSync(path, torn);

    expect(await logs.read('key')).toEqual({ version, records: ['first', 'second'] });

    await logs.append('key', 'third', version);
    expect((await logs.read('key'))?.records).toEqual(['first', 'second', 'third']);
  });

  it('refuse an append after a torn record that nobody has read yet, rather than glue two together', async () => {
    const { logs, version, path } = await startLog();
    appendFileSync(path, '"thi');

    await expect(logs.append('key', 'third', version)).rejects.toMatchObject({ code: 'VersionConflict' });
  });

  it.each([
    ['empty', () => ''],
    ['without records', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
    ['changed in the middle', (text: string) => text.replace('"first"', '"first')],
    ['of another key', (text: string) => text.replace('"key":"key"', '"key":"another"')],
    ['no log at all', () => 'hello\nworld\n'],
    ['no log at all, and ends without a line', () => 'hello\nworld'],
    ['one long line', () => 'hello'],
    ['of zeros', (text: string) => '\0'.repeat(text.length)],
    [
      'cut within its second record, and of another key',
      (text: string) => text.slice(0, -2).replace('"key":"key"', '"key":"other"'),
    ],
  ])('refuse a file that is %s, tell which, and leave it as it is', async (_case, damage) => {
    const { logs, path } = await startLog();
    const damaged = damage(readFileSync(path, 'utf8'));
    writeFileSync(path, damaged);

    await expect(logs.read('key')).rejects.toMatchObject({ code: 'UnreadableDocument', place: path });
    expect(readFileSync(path, 'utf8')).toBe(damaged);
  });

  it('tell of a damage without the words that people wrote', async () => {
    const { logs, version, path } = await startLog();
    await logs.append('key', { text: 'appelle Jean' }, version);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"text":"appelle', '"text":appelle'));

    const error: unknown = await logs.read('key').catch((reason: unknown) => reason);

    expect(inspect(error)).toContain('this is no JSON');
    expect(inspect(error)).not.toContain('Jean');
  });

  it('do not begin again in the middle when the file was deleted meanwhile', async () => {
    const { logs, version, path } = await startLog();
    rmSync(path);

    await expect(logs.append('key', 'third', version)).rejects.toMatchObject({ code: 'VersionConflict' });
    expect(await logs.read('key')).toBeNull();
  });

  it('leave nothing on the disk of what was replaced', async () => {
    const { logs, version, path } = await startLog();

    await logs.replace('key', ['other'], version);

    expect(readFileSync(path, 'utf8')).not.toMatch(/first|second/u);
    expect(readdirSync(join(path, '..'))).toHaveLength(1);
  });

  it('keep conversations for their owner alone', async () => {
    const { path } = await startLog();

    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
