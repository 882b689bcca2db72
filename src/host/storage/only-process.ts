import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { codeOf } from './error-code';
import { StoreProblem } from './store-problem';

const SOCKET = 'running';

/**
 * Makes this process the only one on the folder, until what is returned is called or the process ends, however it does: a socket
 * answers for as long as its process lives, and a file that nobody answers on is what a killed one left.
 *
 * @throws StoreProblem when another process has the folder, or it cannot be written to
 */
export async function becomeOnly(folder: string): Promise<() => Promise<void>> {
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${folder.replaceAll(/\W/gu, '-')}` : join(folder, SOCKET);
  const server = createServer((socket) => socket.destroy());
  server.unref();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await listen(server, path);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw new StoreProblem('no-folder', folder, error);
    if (await isAnswered(path)) throw new StoreProblem('in-use', folder);
    await rm(path, { force: true });
    await listen(server, path);
  }
  return async () => {
    await new Promise((resolve) => server.close(resolve));
  };
}

async function listen(server: Server, path: string): Promise<void> {
  server.listen(path);
  await once(server, 'listening');
}

function isAnswered(path: string): Promise<boolean> {
  const socket = connect(path);
  const answered = once(socket, 'connect').then(() => true);
  return answered.catch(() => false).finally(() => socket.destroy());
}
