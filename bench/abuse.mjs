/**
 * `node bench/abuse.mjs [--seconds 20] [--write]`: what one abuser does to eight others, each of whom asks one question after the other in
 * a conversation from an address of their own: alone, then beside the abuser, and so for each attack. The limits are those of a fresh
 * installation, then none, so that what the turns alone do is seen too. Ends with 1 when one of the eight was refused, or the event loop
 * was blocked for longer than it may be.
 */
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say } from '../scripts/prepare/say.mjs';
import { prepareOrExit, ROOT } from '../scripts/prepare.mjs';
import { startServer } from './direct-line-process.mjs';
import { keepInReadme, machine } from './readme.mjs';
import { percentile } from './statistics.mjs';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    write: { type: 'boolean' },
    /** One of ATTACKS, on `url`: the abuser, in a process of his own. */
    attack: { type: 'string' },
    url: { type: 'string' },
  },
});
const ABUSER = '127.0.0.2';
const OTHERS = Array.from({ length: 8 }, (_, index) => `127.0.0.${index + 10}`);
const QUESTIONS = [
  'Quels projets concernent le logement ?',
  'économies de Mentor',
  'et son coût ?',
  'combien de projets ?',
];
const MOST_BLOCKED_MS = 200;
/** Two a second are let through for ever. */
const PACE_MS = 520;

const ATTACKS = {
  '5 lines on /question': (url) => pages(url, 5),
  '20 lines on /question': (url) => pages(url, 20),
  '50 conversations': (url) => conversations(url, 50),
  '10 lines × 900 requests at once': burst,
  '5,000 idle lines': (url) => idle(url, 5_000),
};

if (values.attack === undefined) await judge();
else await ATTACKS[values.attack](values.url);

async function judge() {
  await prepareOrExit();
  const rows = [];
  for (const limits of ['default', 'none']) {
    const server = await startServer(['assistant', limits]);
    const others = await Promise.all(OTHERS.map((address) => chat(server.url, address)));
    const ask = async (ms) => {
      await server.ask('begin');
      const times = await Promise.all(
        others.map((other, index) => other.askFor(ms, (index * PACE_MS) / OTHERS.length)),
      );
      const { delayMax } = await server.ask('end');
      return {
        p50: percentile(times.flat(), 0.5),
        p99: percentile(times.flat(), 0.99),
        count: times.flat().length,
        delayMax,
      };
    };
    await ask(2_000);
    for (const name of Object.keys(ATTACKS)) {
      const alone = await ask(Number(values.seconds) * 1000);
      const abuser = fork(join(ROOT, 'bench', 'abuse.mjs'), ['--attack', name, '--url', server.url]);
      await wait(1_500);
      rows.push({ limits, name, alone, beside: await ask(Number(values.seconds) * 1000) });
      abuser.kill();
      await wait(1_500);
    }
    await server.stop();
  }
  const text = report(rows);
  say(text);
  if (values.write) await keepInReadme('abuse', text);
  if (rows.some(({ beside }) => beside.delayMax > MOST_BLOCKED_MS)) process.exitCode = 1;
}

/** One who asks, waits for the answer, and asks again half a second later. */
async function chat(url, localAddress) {
  const agent = new Agent({ keepAlive: true, localAddress });
  const { token } = (await send(url, agent, '/widget/token', undefined, {})).body;
  const { conversationId } = (await send(url, agent, '/v3/directline/conversations', token, {})).body;
  let asked = 0;
  const ask = () =>
    send(url, agent, `/v3/directline/conversations/${conversationId}/activities`, token, {
      type: 'message',
      text: QUESTIONS[asked++ % QUESTIONS.length],
    });
  return {
    ask,
    askFor: async (ms, phase) => {
      const times = [];
      await wait(phase);
      for (const end = performance.now() + ms; performance.now() < end;) {
        const begun = performance.now();
        const { status } = await ask();
        if (status !== 200) throw new Error(`somebody else was refused: ${status}`);
        times.push(performance.now() - begun);
        await wait(PACE_MS);
      }
      return times;
    },
  };
}

function send(url, agent, path, token, body) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url + path,
      {
        agent,
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, body: text === '' ? {} : JSON.parse(text) }));
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** Lines of one address on which the next question is sent as soon as the answer is there. */
async function pages(url, count) {
  const agent = new Agent({ keepAlive: true, localAddress: ABUSER, maxSockets: count });
  const get = () =>
    new Promise((resolve) => {
      request(`${url}/question?q=quels%20projets%20concernent%20le%20logement`, { agent }, (response) => {
        response.resume().on('end', resolve);
      })
        .on('error', resolve)
        .end();
    });
  await Promise.all(
    Array.from({ length: count }, async () => {
      for (;;) await get();
    }),
  );
}

async function conversations(url, count) {
  const all = [];
  for (let index = 0; index < count; index++) all.push(await chat(url, ABUSER));
  await Promise.all(
    all.map(async ({ ask }) => {
      for (;;) await ask().catch(() => undefined);
    }),
  );
}

async function burst(url) {
  const text = 'GET /question?q=logement HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(900);
  for (;;) {
    for (let index = 0; index < 10; index++) line(url).write(text);
    await wait(1_000);
  }
}

async function idle(url, count) {
  for (let index = 0; index < count; index++) line(url);
  await new Promise(() => {});
}

function line(url) {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress: ABUSER });
  return socket.on('error', () => {}).resume();
}

function report(all) {
  const ms = (value) => value.toFixed(0);
  const lines = all.map(
    ({ limits, name, alone, beside }) =>
      `| ${limits} | ${name} | ${beside.count} | ${ms(alone.p50)} | ${ms(beside.p50)} | ${ms(alone.p99)} | ${ms(beside.p99)} | ${(beside.p99 / alone.p99).toFixed(1)} | ${ms(beside.delayMax)} |`,
  );
  return [
    machine(`${values.seconds} s alone and ${values.seconds} s beside each attack; the abuser is on the same cores.`),
    '',
    '| limits | attack | questions of others | p50 alone, ms | beside | p99 alone | beside | ratio | event loop blocked at most, ms |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}
