import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ordinarySpaces } from '../plain-text';
import { directLineClient, type StartedConversation } from './direct-line-client';
import { SECRET } from './running-host';
import { temporaryFolder } from './temporary-folder';

jest.setTimeout(180_000);

const root = temporaryFolder();
const running = new Set<() => Promise<void>>();
afterEach(async () => {
  await Promise.all([...running].map((kill) => kill()));
});

type Client = ReturnType<typeof directLineClient>;

/** The assistant as `npm start` runs it, in a process of its own; `kill` ends it as a power cut would. */
async function startAssistantProcess(varDir: string, command = process.execPath, before: readonly string[] = []) {
  const child = spawn(command, [...before, 'dist/src/index.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TEAMS: 'off',
      PORT: '0',
      VAR_DIR: varDir,
      DIRECT_LINE_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    running.delete(kill);
    child.kill('SIGKILL');
    await exited;
  };
  running.add(kill);
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    exited.then(() => Promise.reject(new Error(`the assistant did not start: ${complaints}`))),
  ]);
  const url = /http\S+/u.exec(line)?.[0] ?? '';
  return { child, kill, url, client: directLineClient(url) };
}

const PROJECTS = ['Mentor', 'Géoplateforme', 'PILAT'];

async function textsOf(client: Client, conversation: StartedConversation): Promise<readonly string[]> {
  const { activities } = await client.list(conversation);
  return activities.map(({ text = '', from }) => `${from.role}: ${ordinarySpaces(text)}`);
}

describe('an assistant that is killed under load', () => {
  it('has lost nothing that it acknowledged or showed, doubles nothing, and goes on about the right project', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    let assistant = await startAssistantProcess(varDir);
    const conversations = await Promise.all(PROJECTS.map(() => assistant.client.start()));
    const asked = PROJECTS.map((): string[] => []);

    for (let round = 0; round < 5; round += 1) {
      const question = (index: number): object => ({
        type: 'message',
        text: `Quelles économies attend-on de ${PROJECTS[(index + round) % PROJECTS.length] ?? ''} ?`,
        channelData: { clientActivityID: `${index}-${round}` },
      });
      const { client } = assistant;
      // Killed as the first reply shows, while the others are at any point of their turns.
      const shown = new Promise((resolve) => {
        for (const conversation of conversations) {
          void client.reconnect(conversation, '100000').then(
            async ({ streamUrl }) => {
              const stream = client.stream(streamUrl);
              for (;;)
                if ((await stream.next()).activities.some(({ replyToId }) => replyToId !== undefined)) resolve(null);
            },
            () => undefined,
          );
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const posts = conversations.map((conversation, index) =>
        client.post(conversation, question(index)).catch(() => null),
      );
      await Promise.race([shown, Promise.all(posts)]);
      await assistant.kill();
      await Promise.all(posts);

      assistant = await startAssistantProcess(varDir);
      for (const [index, conversation] of conversations.entries()) {
        // Its client sends again what it has no answer to.
        expect((await assistant.client.post(conversation, question(index))).status).toBe(200);
        await assistant.client.say(conversation, 'et son coût total ?');
        asked[index]?.push(PROJECTS[(index + round) % PROJECTS.length] ?? '');
      }
    }

    for (const [index, conversation] of conversations.entries()) {
      const texts = await textsOf(assistant.client, conversation);
      expect(texts.filter((text) => text.startsWith('user: Quelles'))).toHaveLength(5);
      expect(texts.filter((text) => text.startsWith('user: et son'))).toHaveLength(5);
      expect(texts.filter((text) => text.startsWith('bot: '))).toHaveLength(11);
      const followUps = texts.filter((_text, at) => texts[at - 1]?.startsWith('user: et son') === true);
      for (const [round, text] of followUps.entries())
        expect(text.toLowerCase()).toContain((asked[index]?.[round] ?? '').toLowerCase());
    }
  });
});

describe('an assistant whose disk is full', () => {
  it('says so in the chat and to whoever watches it, forgets whom it is asked to, and goes on when there is room', async () => {
    const disk = mkdtempSync(join(root, 'disk-'));
    // A small disk that this process alone sees; whoever is not root becomes so for the mount alone.
    const assistant = await startAssistantProcess(join(disk, 'var'), 'unshare', [
      ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
      '--mount',
      'sh',
      '-c',
      `mount -t tmpfs -o size=4m tmpfs "$0" && exec "${process.execPath}" "$1"`,
      disk,
    ]);
    const { client, child, url } = assistant;
    const [forgotten, other] = [await client.start(), await client.start()];
    await client.say(forgotten, 'Quelles économies attend-on de Mentor ?');
    const filling = `/proc/${child.pid ?? 0}/root${disk}/filling`;
    expect(() => {
      for (;;) appendFileSync(filling, Buffer.alloc(4_096, 1));
    }).toThrow('ENOSPC');

    const refused = await client.post(other, { type: 'message', text: 'Quels projets concernent le logement ?' });

    expect(refused.status).toBe(503);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const { conversationId, token } = forgotten;
    expect((await client.fetch('POST', `/conversations/${conversationId}/forget`, token)).status).toBe(200);
    expect((await client.fetch('GET', `/conversations/${conversationId}`, token)).status).toBe(404);

    rmSync(filling);
    await client.say(other, 'Quels projets concernent le logement ?');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await textsOf(client, other)).filter((text) => text.startsWith('user: '))).toHaveLength(1);
  });
});

describe('an assistant whose log nobody reads any more', () => {
  it('goes on', async () => {
    const { client, child } = await startAssistantProcess(mkdtempSync(join(root, 'var-')));
    child.stderr.destroy();
    child.stdout.destroy();

    // Each is told in the log.
    for (let attempt = 0; attempt < 3; attempt += 1) await client.fetch('POST', '/conversations', 'forged', {});

    expect((await client.start()).status).toBe(201);
    expect(child.exitCode).toBeNull();
  });
});
