/**
 * `node bench/direct-line.mjs [--users 50,50@2] [--seconds 15] [--before 484ffb9] [--write]` (`50@2`: each of 50 asks every 2 s): real
 * clients over web sockets ask one question after the other, each waiting for its reply, of the assistant and of a bare echo bot behind
 * the same Direct Line, in turns; the ratios are of one run. `--before`: of the assistant of an earlier commit too, or of another folder.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from '../scripts/prepare/say.mjs';
import { prepareOrExit, ROOT } from '../scripts/prepare.mjs';
import { ask, open } from './direct-line-client.mjs';
import { startServer } from './direct-line-process.mjs';
import { builtAt } from './earlier.mjs';
import { keepInReadme, machine } from './readme.mjs';
import { medianOfRounds, percentile } from './statistics.mjs';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '1,50,50@2,200' },
    seconds: { type: 'string', default: '15' },
    before: { type: 'string' },
    write: { type: 'boolean' },
  },
});
/** Rounds of each server, in turns, so that what else the machine does falls on both. */
const ROUNDS = 3;

await prepareOrExit();
const earlier = values.before === undefined ? null : builtAt(values.before);
/** What each server is: the folder whose program it runs, and as which of the two. */
const SERVERS = {
  assistant: [ROOT, 'assistant'],
  ...(earlier === null ? {} : { [`at ${basename(values.before)}`]: [earlier.folder, 'assistant'] }),
  echo: [ROOT, 'echo'],
};
const rows = [];
for (const pace of values.users.split(',')) {
  const [users, period = 0] = pace.split('@').map(Number);
  const rounds = Object.fromEntries(Object.keys(SERVERS).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of Object.keys(SERVERS))
      rounds[kind].push(await measure(SERVERS[kind], { users, period, seconds: Number(values.seconds) }));
  for (const kind of Object.keys(SERVERS)) rows.push({ users, period, kind, ...medianOfRounds(rounds[kind]) });
}
earlier?.remove();
const text = report(rows);
say(text);
if (values.write) await keepInReadme('direct line', text);

async function measure([folder, kind], { users, period, seconds }) {
  const server = await startServer([kind], { folder });
  const clients = await Promise.all(Array.from({ length: users }, (_, index) => open([server.url], index)));
  const before = await server.ask('begin');
  const times = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(clients.map((client, index) => ask(client, { end, period, phase: index / users }, times)));
  const after = await server.ask('end');
  for (const { socket } of clients) socket.terminate();
  await server.stop();
  times.sort((a, b) => a - b);
  return {
    throughput: times.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    cpu: (after.cpu - before.cpu) / times.length,
    delayP99: after.delayP99,
    kbPerUser: (after.heap - before.heap) / 1024 / users,
    rssMB: after.rss / 1e6,
  };
}

function report(all) {
  const cell = (value, digits = 1) => value.toFixed(digits);
  const lines = all.map(({ users, period, kind, throughput, p50, p95, p99, cpu, delayP99, kbPerUser, rssMB }) => {
    const echo = all.find((row) => row.users === users && row.period === period && row.kind === 'echo');
    const ratio = kind === 'echo' ? '1' : cell(throughput / echo.throughput, 2);
    const pace = period === 0 ? 'at once' : `every ${period} s`;
    return `| ${users} | ${pace} | ${kind} | ${cell(throughput)} | ${ratio} | ${cell(p50)} | ${cell(p95)} | ${cell(p99)} | ${cell(cpu, 2)} | ${cell(delayP99)} | ${cell(kbPerUser)} | ${cell(rssMB, 0)} |`;
  });
  return [
    machine(`${ROUNDS} rounds of ${values.seconds} s each, in turns, medians. The clients are on the same cores.`),
    '',
    '| users | each asks again | server | turns/s | ratio | p50 ms | p95 ms | p99 ms | CPU ms/turn | event loop p99 ms | heap KB/conversation | RSS MB |',
    '| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}
