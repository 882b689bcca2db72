import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { directLineClient } from '../host/direct-line-client';
import { SECRET } from '../host/running-host';
import { temporaryFolder } from '../host/temporary-folder';
import { ordinarySpaces } from '../plain-text';

/** A start on a crowded machine. */
jest.setTimeout(60_000);

/** Of .cache, where `npm test` puts the versions that npm has for this platform; this one where it has none. */
const NODES = readdirSync('.cache').filter((name) => /^node-\d+\.\d+\.\d+$/u.test(name));
const root = temporaryFolder();

it.each(
  NODES.length > 0 ? NODES.map((name) => [name, resolve('.cache', name)]) : [[process.version, process.execPath]],
)('starts on %s, is asked at a terminal, and answers a turn of Direct Line', async (_name, node) => {
  const environment = {
    PATH: process.env['PATH'],
    PORT: '0',
    VAR_DIR: mkdtempSync(join(root, 'var-')),
    DIRECT_LINE_SECRET: SECRET,
    LOG_LEVEL: 'error',
  };
  const asked = execFileSync(node, ['scripts/run.mjs', 'ask', 'Combien le fonds a-t-il mis dans Mentor ?'], {
    env: environment,
    encoding: 'utf8',
  });
  const server = spawn(node, ['scripts/start.mjs'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  try {
    const url = await new Promise<string>((resolveUrl) => {
      createInterface(server.stdout).on('line', (line) => {
        const [found] = /http\S+/u.exec(line) ?? [];
        if (found !== undefined) resolveUrl(found);
      });
    });
    const client = directLineClient(url);
    const conversation = await client.start();
    await client.say(conversation, 'Combien le fonds a-t-il mis dans Mentor ?');
    const { activities } = await client.list(conversation);

    for (const text of [asked, activities.at(-1)?.text ?? '']) expect(ordinarySpaces(text)).toContain('5,4 M€');
  } finally {
    server.kill();
    expect(await exited).toEqual([0, null]);
  }
});
