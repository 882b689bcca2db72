import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SECRET } from './running-host';

/** Starts the assistant as `npm start` runs it, in a process of its own that is killed after the test. */
export function builtAssistantStarter() {
  const running = new Set<() => Promise<void>>();
  afterEach(async () => {
    await Promise.all([...running].map((kill) => kill()));
  });

  return { start, startOnSmallDisk };

  async function start(
    varDir: string,
    command = process.execPath,
    before: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ) {
    const child = spawn(command, [...before, 'dist/src/index.js'], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TEAMS: 'off',
        PORT: '0',
        VAR_DIR: varDir,
        DIRECT_LINE_SECRET: SECRET,
        ...environment,
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
    return { child, url: /http\S+/u.exec(line)?.[0] ?? '' };
  }

  /** On a disk of 4 MB, in a folder below this one, that this process alone sees; whoever is not root becomes so for the mount alone. */
  async function startOnSmallDisk(root: string) {
    const disk = mkdtempSync(join(root, 'disk-'));
    const assistant = await start(join(disk, 'var'), 'unshare', [
      ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
      '--mount',
      'sh',
      '-c',
      `mount -t tmpfs -o size=4m tmpfs "$0" && exec "${process.execPath}" "$1"`,
      disk,
    ]);
    const filling = `/proc/${assistant.child.pid ?? 0}/root${disk}/filling`;
    return {
      ...assistant,
      fill: () => {
        expect(() => {
          for (;;) appendFileSync(filling, Buffer.alloc(4_096, 1));
        }).toThrow('ENOSPC');
      },
      empty: () => {
        rmSync(filling);
      },
    };
  }
}
