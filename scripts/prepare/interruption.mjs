import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const cleanups = new Set();

/**
 * Has `cleanup` run, and waited for, if the process is told to stop; the last one given goes first. The function returned forgets it.
 * Between two such spans the signals keep their usual meaning, so that the server started later handles them its own way.
 */
export function cleanIfInterrupted(cleanup) {
  if (cleanups.size === 0) SIGNALS.forEach((signal) => process.on(signal, stop));
  cleanups.add(cleanup);

  return () => {
    cleanups.delete(cleanup);
    if (cleanups.size === 0) SIGNALS.forEach((signal) => process.off(signal, stop));
  };
}

/**
 * Stops this process when the npm that started it is stopped. npm runs a script under a shell, and one that does not pass the signals on
 * (Debian's) leaves the server running, its port taken, with nobody above. `exec` in package.json would do, but not on Windows.
 */
export function stopWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;

  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    process.kill(process.pid, 'SIGTERM');
  }, PARENT_LOOK_MS);
  watching.unref();
}

/** Short enough that who restarts the service finds the port free soon after npm has ended. */
const PARENT_LOOK_MS = 200;

async function stop(signal) {
  for (const cleanup of [...cleanups].reverse()) await cleanup();
  process.exit(128 + constants.signals[signal]);
}
