import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { createClient } from '@redis/client';
import { temporaryFolder } from '../temporary-folder';
import { until } from '../until';

/** A real Redis in a process of its own, on a folder that outlives it. */
export interface RedisServer {
  /** Of its next database, which nobody has used yet. */
  newUrl(): string;
  /** All that its files hold. */
  files(): string;
  /** Its answer to a command. */
  ask(...command: string[]): Promise<unknown>;
  start(more?: Readonly<Record<string, string>>): Promise<void>;
  /** Ends it as a power cut would, or stops it from answering and lets it go on. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
}

/** As one that keeps what it acknowledges is set. */
export const DURABLE = { appendonly: 'yes', appendfsync: 'always', 'maxmemory-policy': 'noeviction' };
/** Each place of a test has one of its own. */
const DATABASES = 1_000;

/** A server for the tests of a file, with these settings beside the durable ones; it is started and ended by who asks for it. */
export function redisServer(settings: Readonly<Record<string, string>> = {}): RedisServer {
  requireRedis();
  // Hooks run as they are written: it ends before its folder is removed, in which it would still write.
  afterAll(async () => {
    isOver = true;
    await signal('SIGKILL');
  });
  const folder = mkdtempSync(join(temporaryFolder(), 'redis-'));
  let child: ReturnType<typeof spawn> | undefined;
  let port = 0;
  let databases = 0;
  let isOver = false;
  const urlOf = (database: number): string => `redis://127.0.0.1:${port}/${database}`;

  async function signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    if (child === undefined) return;
    const exited = once(child, 'exit');
    child.kill(name);
    if (name !== 'SIGKILL') return;
    child = undefined;
    await exited;
  }

  const ask = (...command: string[]): Promise<unknown> => askAt(urlOf(0), ...command);

  return {
    newUrl: () => urlOf(databases++),
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => {
          try {
            return readFileSync(join(entry.parentPath, entry.name), 'latin1');
          } catch {
            // A folder, or a file that was replaced just now.
            return '';
          }
        })
        .join(),
    ask,
    start: async (more = {}) => {
      if (port === 0) port = await freePort();
      // A test that failed meanwhile would leave it running for ever.
      if (isOver) return;
      const given = {
        port,
        dir: folder,
        databases: DATABASES,
        save: '',
        bind: '127.0.0.1',
        ...DURABLE,
        ...settings,
        ...more,
      };
      child = spawn(
        'redis-server',
        Object.entries(given).flatMap(([name, value]) => [`--${name}`, String(value)]),
        { stdio: 'ignore' },
      );
      await until(() =>
        ask('ping').then(
          () => true,
          () => false,
        ),
      );
    },
    signal,
  };
}

/** Starts real sentinels, each of which watches the Redis of an address as `name` and names one of its copies instead after half a second; gives its port. */
export function sentinelStarter(): (watched: string, name: string) => Promise<number> {
  const sentinels: ReturnType<typeof spawn>[] = [];
  afterAll(() =>
    Promise.all(
      sentinels.map((child) => {
        child.kill('SIGKILL');
        return once(child, 'exit');
      }),
    ),
  );
  const root = temporaryFolder();

  return async (watched, name) => {
    const [port, file] = [await freePort(), join(mkdtempSync(join(root, 'sentinel-')), 'sentinel.conf')];
    const orders = [
      `monitor ${name} 127.0.0.1 ${new URL(watched).port} 1`,
      `down-after-milliseconds ${name} 500`,
      `failover-timeout ${name} 2000`,
    ];
    writeFileSync(
      file,
      [`port ${port}`, 'bind 127.0.0.1', ...orders.map((order) => `sentinel ${order}`), ''].join('\n'),
    );
    const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
    sentinels.push(child);
    await until(() => askAt(`redis://127.0.0.1:${port}`, 'ping').then(Boolean, () => false));
    return port;
  };
}

/** What the Redis or the sentinel of this address answers. */
export async function askAt(url: string, ...command: string[]): Promise<unknown> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  client.on('error', () => undefined);
  await client.connect();
  const answer: unknown = await client.sendCommand(command);
  client.destroy();
  return answer;
}

function requireRedis(): void {
  const paths = (process.env['PATH'] ?? '').split(delimiter);
  if (paths.some((path) => existsSync(join(path, 'redis-server')))) return;
  throw new Error('Redis is missing, and these tests need a real one: apt-get install -y redis-server');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
