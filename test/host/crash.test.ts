import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ordinarySpaces } from '../plain-text';
import { builtAssistantStarter } from './built-assistant';
import { directLineClient, errorSchema, type StartedConversation } from './direct-line-client';
import { temporaryFolder } from './temporary-folder';

jest.setTimeout(180_000);

const root = temporaryFolder();
const { start, startOnSmallDisk } = builtAssistantStarter();
const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const again of undo.splice(0)) again();
});

async function userTextsOf(
  client: ReturnType<typeof directLineClient>,
  conversation: StartedConversation,
): Promise<readonly string[]> {
  const { activities } = await client.list(conversation);
  return activities.filter(({ from }) => from.role === 'user').map(({ text = '' }) => ordinarySpaces(text));
}

describe('an assistant that falls under load', () => {
  it.each([
    ['killed', '--kills', 2],
    ['cut off with its disk', '--cuts', 2],
  ])(
    'has lost nothing, doubles nothing, and goes on about the right project when it was %s',
    (_how, option, rounds) => {
      const none = { '--kills': '0', '--cuts': '0', [option]: String(rounds) };
      const { stdout, stderr, status } = spawnSync(process.execPath, [
        'bench/crashes.mjs',
        ...Object.entries(none).flat(),
      ]);

      expect(`${stdout.toString()}${stderr.toString()}`).toContain(
        '0 lost, 0 unanswered, 0 doubled, 0 about another subject',
      );
      expect(status).toBe(0);
    },
  );
});

describe('an assistant whose disk is full', () => {
  it('says so to whoever watches it, forgets whom it is asked to, and goes on when there is room', async () => {
    const { url, fill, empty } = await startOnSmallDisk(root);
    const client = directLineClient(url);
    const [forgotten, other] = [await client.start(), await client.start()];
    await client.say(forgotten, 'Quelles économies attend-on de Mentor ?');
    fill();

    const refused = await client.post(other, { type: 'message', text: 'Quels projets concernent le logement ?' });

    expect(refused.status).toBe(503);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const { conversationId, token } = forgotten;
    expect((await client.fetch('POST', `/conversations/${conversationId}/forget`, token)).status).toBe(200);
    expect((await client.fetch('GET', `/conversations/${conversationId}`, token)).status).toBe(404);

    empty();
    await client.say(other, 'Quels projets concernent le logement ?');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await userTextsOf(client, other)).toHaveLength(1);
  });
});

describe('an assistant whose folder takes no writing any more', () => {
  it('shows what was said, says in the chat that it cannot answer, and goes on by itself when the folder can be written to', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const { url, child } = await start(varDir);
    const client = directLineClient(url);
    const conversation = await client.start();
    await client.say(conversation, 'Quelles économies attend-on de Mentor ?');
    const { watermark = '' } = await client.list(conversation);
    const { streamUrl } = await client.reconnect(conversation, watermark);
    const stream = client.stream(streamUrl);
    await stream.opened;

    const writable = forbidWriting(join(varDir, 'store', 'data.mdb'), child.pid ?? 0);
    const refused = await client.post(conversation, { type: 'message', text: 'et son coût total ?' });

    expect(refused.status).toBe(503);
    expect(errorSchema.parse(await refused.json()).error.code).toBe('NotReady');
    expect((await stream.next()).activities[0]?.text).toContain('Une erreur est survenue de mon côté');
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await userTextsOf(client, conversation)).toHaveLength(1);

    writable();
    await client.say(conversation, 'et son coût total ?');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const { activities } = await client.list(conversation);
    expect(activities.at(-1)?.text).toContain('Mentor');
  });
});

/**
 * Every write of this file that is open already fails, until the returned function is called: the file is made immutable where one may,
 * or else the process is forbidden to write to any file. A whole disk cannot be made read-only while a file on it is open for writing.
 */
function forbidWriting(path: string, pid: number): () => void {
  const isImmutable = spawnSync('chattr', ['+i', path]).status === 0;
  if (!isImmutable) execFileSync('prlimit', ['--fsize=0:', '--pid', String(pid)]);
  const allow = (): void => {
    if (isImmutable) spawnSync('chattr', ['-i', path]);
    else spawnSync('prlimit', ['--fsize=unlimited:', '--pid', String(pid)]);
  };
  undo.push(allow);
  return allow;
}

describe('an assistant whose log nobody reads any more', () => {
  it('goes on', async () => {
    const { url, child } = await start(mkdtempSync(join(root, 'var-')));
    child.stderr.destroy();
    child.stdout.destroy();
    const client = directLineClient(url);

    // Each is told in the log.
    for (let attempt = 0; attempt < 3; attempt += 1) await client.fetch('POST', '/conversations', 'forged', {});

    expect((await client.start()).status).toBe(201);
    expect(child.exitCode).toBeNull();
  });
});
