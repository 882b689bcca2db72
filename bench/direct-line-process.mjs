import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';

/** A server of the Direct Line benches (`direct-line-server.mjs`) with its parameters, of the program in a folder. */
export async function startServer(parameters, { folder = ROOT, env = {} } = {}) {
  const child = fork(join(folder, 'bench', 'direct-line-server.mjs'), parameters, {
    cwd: folder,
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...env },
  });
  const [{ url }] = await once(child, 'message');
  return {
    url,
    ask: async (order) => {
      const told = once(child, 'message');
      child.send(order);
      return (await told)[0];
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.send('stop');
      await exited;
    },
  };
}
