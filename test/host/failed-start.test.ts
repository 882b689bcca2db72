import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startAssistant } from '../../src/compose';
import { createLog } from '../../src/host/log';
import { parseSettings } from '../../src/host/settings';
import { builtAssistantStarter } from './built-assistant';
import { copyData } from './data-copy';
import { redisServer } from './storage/redis-server';
import { temporaryFolder } from './temporary-folder';

/** Several whole starts, one after the other. */
jest.setTimeout(60_000);

const root = temporaryFolder();
const redis = redisServer();
beforeAll(() => redis.start());
const { start } = builtAssistantStarter();

function brokenData(): string {
  const folder = mkdtempSync(join(root, 'data-'));
  copyData(folder);
  writeFileSync(join(folder, 'projects.json'), '{');
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

describe('a start that fails', () => {
  it.each([
    ['of the data, with metrics', () => ({ METRICS_LISTEN: '127.0.0.1:0', DATA_DIR: brokenData() }), 'pas du JSON'],
    ['of the data, on Redis', () => ({ STORE_URL: redis.newUrl(), DATA_DIR: brokenData() }), 'pas du JSON'],
    ['of the address, on Redis', () => ({ STORE_URL: redis.newUrl(), HOST: '192.0.2.1' }), 'n’a pas l’adresse'],
  ])('because %s ends the process, which says why', async (_why, environment, said) => {
    const varDir = mkdtempSync(join(root, 'var-'));

    await expect(start(varDir, process.execPath, [], environment())).rejects.toThrow(said);
  });

  it('leaves open nothing that it had opened', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const port = await freePort();
    const starting = (environment: Readonly<Record<string, string>>): ReturnType<typeof startAssistant> =>
      startAssistant(
        parseSettings({ PORT: '0', VAR_DIR: varDir, METRICS_LISTEN: String(port), ...environment }),
        createLog({ level: 'silent', json: true }),
      );

    await expect(starting({ DATA_DIR: brokenData() })).rejects.toThrow('pas du JSON');

    await (await starting({})).close();
  });
});
