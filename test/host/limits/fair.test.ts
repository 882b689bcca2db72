import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { json, type Route } from '../../../src/host/http/route';
import { directLineClient } from '../direct-line-client';
import { startHostProcess } from '../host-process';
import { hostStarter, UNLIMITED } from '../running-host';
import { temporaryFolder } from '../temporary-folder';
import { spawnTypeScript } from '../typescript-process';
import { until } from '../until';
import { flood, poster, sharedNow, thinkingBot } from './flood';

const start = hostStarter();
const root = temporaryFolder();
const running: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((kill) => kill()));
});

const [ABUSER, SOMEBODY] = ['127.0.0.2', '127.0.0.3'] as const;
/** Of two hundred. Measured: 5 to 7; by turns in the order of coming it would be all that are left. */
const MOST_BEFORE = 20;

/** The server, who floods it and who asks are three processes: in one loop the asker is not late at the server but in being sent. */
const FLOODING = `
  require('./test/host/limits/flood.ts').${flood.name}(process.env.FLOODED, '${ABUSER}', console.log).then(() => process.exit());
`;

describe('somebody who asks while another address floods', () => {
  it('does not wait for its answers', async () => {
    const file = './test/host/limits/flood.ts';
    const host = await startHostProcess(mkdtempSync(join(root, 'var-')), 0, UNLIMITED, { file, logic: thinkingBot });
    running.push(host.kill);
    const mine = await directLineClient(host.url).start();
    const ask = poster(host.url, SOMEBODY);
    const abuser = spawnTypeScript(FLOODING, { FLOODED: host.url });
    running.push(() => abuser.child.kill());
    expect(await abuser.line()).toBe('answered');

    const asked: { readonly from: number; readonly to: number }[] = [];
    for (let question = 0; question < 5; question += 1) {
      const from = sharedNow();
      expect(await ask(mine)).toBe(200);
      asked.push({ from, to: sharedNow() });
    }

    const thought = z.array(z.number()).parse(JSON.parse(await abuser.line()));
    expect(thought).toHaveLength(200);
    expect(Math.max(...thought)).toBeGreaterThan(asked[4]?.to ?? Infinity);
    const before = asked.map(({ from, to }) => thought.filter((moment) => moment >= from && moment < to).length);
    // The middle one: a machine that is busy otherwise may keep a process from running at any moment.
    expect(before.sort((a, b) => a - b)[2]).toBeLessThanOrEqual(MOST_BEFORE);
  }, 60_000);
});

describe('lines on which hundreds of requests come in one piece', () => {
  it('do not keep the event loop from anybody', async () => {
    let answered = 0;
    const slow: Route = {
      method: 'GET',
      path: '/slow',
      answer: () => {
        for (const end = performance.now() + 5; performance.now() < end;);
        answered += 1;
        return Promise.resolve(json(200, {}));
      },
    };
    const { url } = await start({ parts: { routes: [slow] } });
    const burst = 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(900);
    const lines = Array.from({ length: 10 }, () => {
      const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress: ABUSER });
      socket.on('error', () => undefined).resume();
      socket.write(burst);
      return socket;
    });
    await until(() => answered > 0);

    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    // All of them would take 45 s; a line that sends so many is cut.
    expect(answered).toBeLessThan(160);
    await until(() => lines.every(({ destroyed }) => destroyed));
  }, 30_000);
});
