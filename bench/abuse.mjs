/**
 * `node bench/abuse.mjs [--seconds 10]`: what one abuser does to somebody else, who asks one question after the other in a conversation
 * from another address. The limits are those of a fresh installation, then none, so that what the turns alone do is seen too.
 */
import { fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say } from '../scripts/prepare/say.mjs';
import { prepareOrExit, ROOT } from '../scripts/prepare.mjs';
import { percentile } from './statistics.mjs';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const MS = Number(values.seconds) * 1000;
const [ABUSER, SOMEBODY] = ['127.0.0.2', '127.0.0.3'];
const QUESTIONS = [
  'Quels projets concernent le logement ?',
  'économies de Mentor',
  'et son coût ?',
  'combien de projets ?',
];

await prepareOrExit();
const rows = [];
for (const limits of ['default', 'none']) {
  const server = fork(join(ROOT, 'bench', 'direct-line-server.mjs'), ['assistant', limits], {
    execArgv: ['--expose-gc'],
  });
  const told = () => new Promise((resolve) => server.once('message', resolve));
  const { url } = await told();
  const somebody = await chat(url, SOMEBODY);
  await somebody.askFor(2_000);
  const alone = await measure(server, told, somebody, () => () => {});
  for (const [name, attack] of Object.entries({
    '5 lines on /question': (to) => pages(to, 5),
    '20 lines on /question': (to) => pages(to, 20),
    '50 conversations': (to) => conversations(to, 50),
    '10 lines × 900 requests at once': burst,
    '5,000 idle lines': (to) => idle(to, 5_000),
  })) {
    const row = await measure(server, told, somebody, () => attack(url));
    rows.push({ limits, name, alone, ...row });
  }
  server.send('stop');
  await new Promise((resolve) => server.once('exit', resolve));
}
say(report(rows));

async function measure(server, told, somebody, attack) {
  const stop = await attack();
  server.send('begin');
  await told();
  const times = await somebody.askFor(MS);
  server.send('end');
  const { delayMax } = await told();
  stop();
  await wait(1_000);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), count: times.length, delayMax };
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
    askFor: async (ms) => {
      const times = [];
      for (const end = performance.now() + ms; performance.now() < end;) {
        const begun = performance.now();
        const { status } = await ask();
        if (status !== 200) throw new Error(`somebody else was refused: ${status}`);
        times.push(performance.now() - begun);
        await wait(500);
      }
      return times.sort((a, b) => a - b);
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
function pages(url, count) {
  let isOver = false;
  const agent = new Agent({ keepAlive: true, localAddress: ABUSER, maxSockets: count });
  const get = () =>
    new Promise((resolve) => {
      request(`${url}/question?q=quels%20projets%20concernent%20le%20logement`, { agent }, (response) => {
        response.resume().on('end', resolve);
      })
        .on('error', resolve)
        .end();
    });
  for (let index = 0; index < count; index++)
    void (async () => {
      while (!isOver) await get();
    })();
  return () => {
    isOver = true;
    agent.destroy();
  };
}

async function conversations(url, count) {
  let isOver = false;
  const all = [];
  for (let index = 0; index < count; index++) all.push(await chat(url, ABUSER));
  for (const { ask } of all)
    void (async () => {
      while (!isOver) await ask().catch(() => undefined);
    })();
  return () => (isOver = true);
}

function burst(url) {
  const text = 'GET /question?q=logement HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(900);
  const send = () => {
    for (let index = 0; index < 10; index++) line(url).write(text);
  };
  send();
  const timer = setInterval(send, 1_000);
  return () => clearInterval(timer);
}

function idle(url, count) {
  const lines = Array.from({ length: count }, () => line(url));
  return () => lines.forEach((socket) => socket.destroy());
}

function line(url) {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress: ABUSER });
  return socket.on('error', () => {}).resume();
}

function report(all) {
  const ms = (value) => value.toFixed(0);
  return [
    '| limits | attack | questions | p50 ms | p99 ms | p99 alone | ratio | event loop blocked at most, ms |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...all.map(
      ({ limits, name, count, p50, p99, alone, delayMax }) =>
        `| ${limits} | ${name} | ${count} | ${ms(p50)} | ${ms(p99)} | ${ms(alone.p99)} | ${(p99 / alone.p99).toFixed(1)} | ${ms(delayMax)} |`,
    ),
  ].join('\n');
}
