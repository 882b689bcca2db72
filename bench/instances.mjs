/**
 * `node bench/instances.mjs [--users 50,200,1000,1000@20] [--seconds 10] [--rounds 2] [--write]`: the assistant with its embedded store, one
 * instance on Redis, and two, in one run and in turns. Each user has a web socket and asks at once when he is answered, or every so many
 * seconds (`1000@20`); with two instances his questions go to both in turns. `--write` puts the table into bench/README.md.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@redis/client';
import { say } from '../scripts/prepare/say.mjs';
import { prepareOrExit } from '../scripts/prepare.mjs';
import { ask, open } from './direct-line-client.mjs';
import { startServer } from './direct-line-process.mjs';
import { keepInReadme, machine } from './readme.mjs';
import { medianOfRounds, percentile } from './statistics.mjs';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50,200,1000,1000@20' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '2' },
    write: { type: 'boolean' },
  },
});
/** How many processes, and whether they are on Redis. */
const SETUPS = [
  { name: 'embedded store', count: 1, isShared: false },
  { name: 'Redis, 1 instance', count: 1, isShared: true },
  { name: 'Redis, 2 instances', count: 2, isShared: true },
];
const REDIS_PORT = 4_690;

await prepareOrExit();
const rows = [];
for (const pace of values.users.split(',')) {
  const [users, period = 0] = pace.split('@').map(Number);
  const rounds = SETUPS.map(() => []);
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [at, setup] of SETUPS.entries())
      rounds[at].push(await measure(setup, { users, period, seconds: Number(values.seconds) }));
  for (const [at, { name }] of SETUPS.entries()) rows.push({ users, period, name, ...medianOfRounds(rounds[at]) });
}
const text = report(rows);
say(text);
if (values.write) await keepInReadme('instances', text);

async function measure({ count, isShared }, { users, period, seconds }) {
  const redis = isShared ? await startRedis() : undefined;
  const env = { STORE_URL: redis?.url ?? '', TRUST_PROXY: '127.0.0.1' };
  const instances = [];
  for (let started = 0; started < count; started++) instances.push(await startServer(['assistant'], { env }));
  const clients = [];
  // A hundred at once: a thousand who come in the same moment are another measure.
  for (let from = 0; from < users; from += 100)
    clients.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(100, users - from) }, (_, at) =>
          open(
            instances.map(({ url }) => url),
            from + at,
          ),
        ),
      )),
    );
  const before = await Promise.all(instances.map((instance) => instance.ask('begin')));
  const redisBefore = await redis?.usage();
  const times = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(clients.map((client, index) => ask(client, { end, period, phase: index / users }, times)));
  // Whoever asked just before the end is answered after it.
  const elapsed = (performance.now() - begun) / 1000;
  const after = await Promise.all(instances.map((instance) => instance.ask('end')));
  const redisAfter = await redis?.usage();
  for (const { socket } of clients) socket.terminate();
  for (const instance of instances) await instance.stop();
  await redis?.stop();
  return {
    throughput: times.length / elapsed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpu: (sum(after, 'cpu') - sum(before, 'cpu')) / times.length,
    redisCpu: redis ? (redisAfter.cpu - redisBefore.cpu) / times.length : 0,
    redisKB: redis ? (redisAfter.bytes - redis.emptyBytes) / 1024 / users : 0,
    turnsEach: times.length / users,
    rssMB: sum(after, 'rss') / 1e6,
  };
}

/** As docs/scale.md asks for it, on an empty folder. */
async function startRedis() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-redis-'));
  const settings = { port: REDIS_PORT, dir: folder, appendonly: 'yes', appendfsync: 'always', save: '' };
  const child = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  const url = `redis://127.0.0.1:${REDIS_PORT}/0`;
  const client = createClient({ url, socket: { reconnectStrategy: 50 } });
  client.on('error', () => undefined);
  await client.connect();
  const usage = async () => {
    const info = Object.fromEntries((await client.info()).split('\r\n').map((line) => line.split(':', 2)));
    return {
      bytes: Number(info.used_memory_dataset),
      cpu: (Number(info.used_cpu_user) + Number(info.used_cpu_sys)) * 1000,
    };
  };
  await wait(100);
  const { bytes: emptyBytes } = await usage();
  return {
    url,
    usage,
    emptyBytes,
    stop: async () => {
      client.destroy();
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sum(all, key) {
  return all.reduce((total, one) => total + one[key], 0);
}

function report(all) {
  const lines = all.map(({ users, period, name, throughput, p50, p99, cpu, redisCpu, redisKB, turnsEach, rssMB }) => {
    const pace = period === 0 ? 'at once' : `every ${period} s`;
    const redis = redisKB === 0 ? ['–', '–'] : [redisCpu.toFixed(2), redisKB.toFixed(0)];
    const cells = [users, pace, name, throughput.toFixed(0), p50.toFixed(0), p99.toFixed(0), cpu.toFixed(1), ...redis];
    return `| ${[...cells, turnsEach.toFixed(1), rssMB.toFixed(0)].join(' | ')} |`;
  });
  return [
    machine(
      `${values.rounds} rounds of ${values.seconds} s each, in turns, medians. Clients, instances and Redis (appendfsync always) are on the same cores.`,
    ),
    '',
    '| users | each asks again | store | turns/s | p50 ms | p99 ms | CPU ms/turn | Redis CPU ms/turn | Redis KB/conversation | turns of each | RSS MB |',
    '| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}
