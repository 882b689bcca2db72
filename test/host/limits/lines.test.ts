import { IncomingMessage } from 'node:http';
import { connect, Socket } from 'node:net';
import { createCallers } from '../../../src/host/limits/callers';
import { createLineGuard } from '../../../src/host/limits/guard-lines';
import { hostStarter } from '../running-host';
import { until } from '../until';

const start = hostStarter();

const open: Socket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});

/** Opens a line from this address of the loopback network and writes this on it. */
function lineFrom(url: string, localAddress: string, text = ''): Socket {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress });
  socket.on('error', () => undefined);
  // What is not read hides that the line was closed.
  socket.resume();
  socket.write(text);
  open.push(socket);
  return socket;
}

function textOf(socket: Socket): () => string {
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

const answersOf = (text: string): number => text.split('HTTP/1.1 200').length - 1;

const SLOW_POST =
  'POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n';
const HEALTH = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';

describe('lines', () => {
  it('that one address opens beyond its share are cut, told once, and keep nobody else out', async () => {
    const { url, logged } = await start({ environment: { ADDRESS_CONNECTIONS: '50' } });
    const idle = Array.from({ length: 300 }, () => lineFrom(url, '127.0.0.2'));
    await until(() => idle.filter(({ destroyed }) => destroyed).length === 250);

    const other = textOf(lineFrom(url, '127.0.0.3', HEALTH));
    await until(() => answersOf(other()) === 1);

    expect(logged.filter((line) => line.includes('"refused'))).toHaveLength(1);
    for (const socket of idle) socket.destroy();
    await until(async () => {
      const same = lineFrom(url, '127.0.0.2', HEALTH);
      const text = textOf(same);
      await until(() => same.destroyed || answersOf(text()) === 1);
      return answersOf(text()) === 1;
    });
  });

  it('of a trusted proxy are not counted', async () => {
    const { url } = await start({ environment: { ADDRESS_CONNECTIONS: '10', TRUST_PROXY: '127.0.0.0/8' } });
    const lines = Array.from({ length: 30 }, () => textOf(lineFrom(url, '127.0.0.2', HEALTH)));

    await until(() => lines.every((text) => answersOf(text()) === 1));
  });

  it('to web sockets that come by a trusted proxy are counted by the address that it tells, until they are closed', () => {
    let refused = 0;
    const { refusalBehindProxy } = createLineGuard(2, createCallers(['10.0.0.0/8']), () => (refused += 1));
    const by = (remoteAddress: string, forwarded: string) => {
      const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
      const request = new IncomingMessage(socket);
      request.headers['x-forwarded-for'] = forwarded;
      return { socket, refusal: refusalBehindProxy(request) };
    };
    const lines = [1, 2, 3].map(() => by('10.0.0.1', '192.0.2.7'));

    expect(lines.map(({ refusal }) => refusal?.status)).toEqual([undefined, undefined, 429]);
    expect(by('10.0.0.1', '192.0.2.8').refusal).toBeNull();
    // What nobody trusted writes of itself is not read: its line was counted when it was opened.
    expect([1, 2, 3].map(() => by('203.0.113.9', '192.0.2.9').refusal)).toEqual([null, null, null]);
    for (const { socket } of lines) socket.emit('close', false);
    expect(by('10.0.0.1', '192.0.2.7').refusal).toBeNull();
    expect(refused).toBe(1);
  });

  it('on which requests do not wait for their answers get them in their order, a few at a time', async () => {
    const { url } = await start();
    const few = textOf(lineFrom(url, '127.0.0.2', HEALTH.repeat(16)));
    await until(() => answersOf(few()) === 16);

    const many = lineFrom(url, '127.0.0.2', HEALTH.repeat(900));
    const text = textOf(many);
    await until(() => many.destroyed);

    expect(answersOf(text())).toBeLessThan(17);
  });

  it('on which the headers or the body come too slowly are closed in time', async () => {
    const { url } = await start();
    const begun = Date.now();
    const drips = ['GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', `${SLOW_POST}{"type":"message","text":"`].map(
      (text) => {
        const line = lineFrom(url, '127.0.0.2', text);
        const drip = setInterval(() => line.write('x'), 500);
        line.once('close', () => {
          clearInterval(drip);
        });
        return { line, answer: textOf(line) };
      },
    );
    const [headers, body] = drips;

    await until(() => headers?.line.destroyed === true);
    // The settings say 10 s and 30 s; Node looks once a second.
    expect(Date.now() - begun).toBeLessThan(13_000);
    expect(body?.line.destroyed).toBe(false);
    await new Promise((resolve) => body?.line.once('close', resolve));
    expect(Date.now() - begun).toBeLessThan(33_000);

    for (const { answer } of drips) expect(answer()).toContain('HTTP/1.1 408');
  }, 45_000);
});
