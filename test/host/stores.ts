import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createLog, type Log } from '../../src/host/log';
import { openLmdbStore } from '../../src/host/storage/lmdb-store';
import { openStore, storeFolder, type OpenStore } from '../../src/host/storage/open-store';
import { temporaryFolder } from './temporary-folder';

const SILENT = createLog({ level: 'silent', json: true });

/** Opens stores as the assistant does, each in a folder of its own unless one is given, and closes after each test those left open. */
export function storeOpener(): (varDir?: string, log?: Log, now?: () => Date) => Promise<OpenStore> {
  const root = temporaryFolder();
  const open = new Set<OpenStore>();
  afterEach(async () => {
    await Promise.all([...open].map((store) => store.close()));
  });
  return async (varDir = mkdtempSync(join(root, 'var-')), log = SILENT, now = () => new Date()) => {
    const opened = await openStore(varDir, now, log);
    const store = {
      ...opened,
      close: async () => {
        if (open.delete(store)) await opened.close();
      },
    };
    open.add(store);
    return store;
  };
}

/** All that can still be read in the store of an assistant, one text a line, while it may be running. */
export async function storedTexts(varDir: string): Promise<string> {
  const store = await openLmdbStore(storeFolder(varDir), { isReadOnly: true });
  const texts: string[] = [];
  for await (const { key, text } of store.list('')) texts.push(`${key} ${text}`);
  for await (const { log, number, text } of store.everyLine()) texts.push(`${log} ${number} ${text}`);
  await store.close();
  return texts.join('\n');
}
