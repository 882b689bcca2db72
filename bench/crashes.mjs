/**
 * `node bench/crashes.mjs [--kills 50] [--cuts 12] [--conversations 10] [--seed 1]`: the assistant falls while all conversations are
 * asked at once, is started again, hears again what it did not answer, and is asked « et son coût total ? ». Nothing that it
 * acknowledged or showed may be lost, nothing may be there twice, and the cost must be of the project asked about before. Ends with 1
 * otherwise.
 *
 * A kill is SIGKILL. A power cut is a disk in a file, copied while the process stands still and taken for the disk afterwards, so that
 * what the system had not yet written is gone. Who may not mount gets a copy of the folder instead: what the process had not yet written.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { WebSocket } from 'ws';
import { say } from '../scripts/prepare/say.mjs';
import { prepareOrExit, ROOT } from '../scripts/prepare.mjs';
import { createRandom } from './random.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    cuts: { type: 'string', default: '12' },
    conversations: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});
const PROJECTS = ['Mentor', 'Géoplateforme', 'PILAT'];
const SECRET = 'a-secret-of-the-crashes-long-enough-to-be-one';
/** Ten questions at once take some 200 ms, on a busy machine twice that. */
const LATEST_CRASH_MS = 400;
const IMAGE_BYTES = '64M';

await prepareOrExit();
const random = createRandom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'crashes-'));
let running;
try {
  await judge('kill', Number(values.kills), killing(join(folder, 'killed')));
  await judge('power cut', Number(values.cuts), cutting(join(folder, 'cut')));
} finally {
  running?.child.kill('SIGKILL');
  await running?.exited;
  ran('umount', join(folder, 'cut', 'disk'));
  rmSync(folder, { recursive: true, force: true });
}

async function judge(name, rounds, { varDir, crash, means }) {
  const found = { acknowledged: 0, shown: 0, lost: 0, unanswered: 0, doubled: 0, 'about another subject': 0 };
  if (rounds === 0) return;
  let url = await start(varDir);
  const conversations = [];
  for (let index = 0; index < Number(values.conversations); index++) conversations.push(await begin(url));
  for (let round = 0; round < rounds; round++) {
    const told = conversations.map((_, index) => PROJECTS[(index + round) % PROJECTS.length]);
    const question = (index) => ({
      type: 'message',
      text: `Quelles économies attend-on de ${told[index]} ?`,
      channelData: { clientActivityID: `${index}-${round}` },
    });
    const shown = await Promise.all(conversations.map((conversation) => watch(url, conversation)));
    const acknowledged = new Set();
    const posts = conversations.map(async (conversation, index) => {
      const response = await post(url, conversation, question(index)).catch(() => null);
      if (response?.status === 200) acknowledged.add(index);
    });
    // Every other time as the first reply shows, while the others are at any point of their turns.
    const moment =
      round % 2 === 0 ? wait(random.next() * LATEST_CRASH_MS) : Promise.race(shown.map((seen) => seen.first));
    await Promise.race([moment, Promise.all(posts)]);
    await crash(running);
    await Promise.all(posts);
    found.acknowledged += acknowledged.size;

    url = await start(varDir);
    await Promise.all(
      conversations.map(async (conversation, index) => {
        const kept = await list(url, conversation);
        const [mine] = kept.filter(isEchoOf(index, round));
        found.shown += shown[index].ids.size;
        found.lost += [...shown[index].ids].filter((id) => !kept.some((activity) => activity.id === id)).length;
        if (acknowledged.has(index) && mine === undefined) found.lost += 1;
        if (mine !== undefined && !kept.some(({ replyToId }) => replyToId === mine.id)) found.unanswered += 1;
        // Its client sends again what it has no answer to.
        const again = await post(url, conversation, question(index));
        const after = await post(url, conversation, { type: 'message', text: 'et son coût total ?' });
        if (again.status !== 200 || after.status !== 200) found.unanswered += 1;
        const all = await list(url, conversation);
        const echoes = all.filter(isEchoOf(index, round));
        found.doubled += Math.max(0, echoes.length - 1);
        found.doubled += Math.max(0, all.filter(({ replyToId }) => replyToId === echoes[0]?.id).length - 1);
        const { id } = await after.json();
        const cost = all.find(({ replyToId }) => replyToId === id)?.text ?? '';
        if (!cost.toLowerCase().includes(told[index].toLowerCase())) found['about another subject'] += 1;
      }),
    );
  }
  running.child.kill('SIGKILL');
  await running.exited;
  const { acknowledged, shown, ...faults } = found;
  const said = Object.entries(faults).map(([fault, count]) => `${count} ${fault}`);
  say(
    `${rounds} × ${name} (${means}), ${acknowledged} posts acknowledged, ${shown} activities shown: ${said.join(', ')}`,
  );
  if (Object.values(faults).some((count) => count !== 0)) process.exitCode = 1;
}

function isEchoOf(index, round) {
  return ({ channelData }) => channelData?.clientActivityID === `${index}-${round}`;
}

/** The assistant as `npm start` runs it. Resolves with its address. */
async function start(varDir) {
  const child = spawn(process.execPath, ['dist/src/index.js'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TEAMS: 'off',
      PORT: '0',
      VAR_DIR: varDir,
      DIRECT_LINE_SECRET: SECRET,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  running = { child, exited };
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => Promise.reject(new Error('the assistant did not start'))),
  ]);
  return /http\S+/.exec(line)[0];
}

async function begin(url) {
  const { token, conversationId } = await (await send(url, '/tokens/generate', SECRET, {})).json();
  await send(url, '/conversations', token, {});
  return { token, id: conversationId };
}

/** The ids of what a client sees from now on, and a promise of the first reply. */
async function watch(url, { token, id }) {
  const headers = { Authorization: `Bearer ${token}` };
  const { streamUrl } = await (
    await fetch(`${url}/v3/directline/conversations/${id}?watermark=100000`, { headers })
  ).json();
  const socket = new WebSocket(streamUrl);
  const ids = new Set();
  const first = new Promise((resolve) => {
    socket.on('message', (frame) => {
      for (const activity of frame.length === 0 ? [] : JSON.parse(frame.toString()).activities) {
        if (activity.type === 'message') ids.add(activity.id);
        if (activity.replyToId !== undefined && activity.type === 'message') resolve();
      }
    });
  });
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return { ids, first };
}

async function list(url, { token, id }) {
  const response = await fetch(`${url}/v3/directline/conversations/${id}/activities`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  // A conversation that is gone has none.
  return (await response.json()).activities ?? [];
}

function post(url, { token, id }, activity) {
  return send(url, `/conversations/${id}/activities`, token, activity);
}

function send(url, path, token, body) {
  return fetch(`${url}/v3/directline${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function killing(varDir) {
  return {
    varDir,
    means: 'SIGKILL',
    crash: async ({ child, exited }) => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function cutting(place) {
  const [image, disk, cut] = ['image', 'disk', 'copy'].map((name) => join(place, name));
  mkdirSync(disk, { recursive: true });
  const mount = () => ran('mount', '-o', 'loop', image, disk);
  const isMounted = ran('truncate', '-s', IMAGE_BYTES, image) && ran('mkfs.ext4', '-q', image) && mount();
  return {
    varDir: join(disk, 'var'),
    means: isMounted ? 'a disk in a file' : 'a copy of the folder: mounting is not allowed here',
    crash: async ({ child, exited }) => {
      child.kill('SIGSTOP');
      if (isMounted) copyFileSync(image, cut);
      else cpSync(disk, cut, { recursive: true });
      child.kill('SIGKILL');
      await exited;
      if (isMounted) {
        if (!ran('umount', disk)) throw new Error(`${disk} is in use`);
        renameSync(cut, image);
        if (!mount()) throw new Error(`${image} cannot be read any more`);
      } else {
        rmSync(disk, { recursive: true });
        renameSync(cut, disk);
      }
    },
  };
}

function ran(command, ...parameters) {
  return spawnSync(command, parameters).status === 0;
}
