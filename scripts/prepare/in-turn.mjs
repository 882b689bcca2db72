import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanIfInterrupted } from './interruption.mjs';
import { say } from './say.mjs';

/**
 * The owner of a lock touches it every second. One that nobody touched for ten times as long was left by a process that was killed.
 * No process ids: they mean nothing between two containers that share the folder, and are given again after a restart.
 */
const DEFAULT_PACE = { touchEveryMs: 1000, abandonedAfterMs: 10_000, lookEveryMs: 100 };

/**
 * Does `work` while no other process does work under the same lock file; waits for its turn as long as the other one is alive.
 * Who needs it: whoever types `npm start` in one terminal and `npm test` in another on a fresh clone. Two `npm ci` in one folder undo each other.
 */
export async function inTurn(lockPath, work, pace = DEFAULT_PACE) {
  mkdirSync(dirname(lockPath), { recursive: true });
  await take(lockPath, pace);

  const touching = setInterval(() => touch(lockPath), pace.touchEveryMs);
  const release = () => {
    clearInterval(touching);
    rmSync(lockPath, { force: true });
  };
  const forget = cleanIfInterrupted(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}

async function take(lockPath, pace) {
  let seen;
  while (!create(lockPath)) {
    const touchedAt = touchedAtMs(lockPath);
    if (seen === undefined) say('Une autre préparation est en cours : attente…');
    // The waiting is measured here and not by the file's age: a laptop that slept must not make a living owner look dead.
    if (seen?.touchedAt !== touchedAt) seen = { touchedAt, since: performance.now() };
    if (performance.now() - seen.since > pace.abandonedAfterMs) removeAbandoned(lockPath, seen.touchedAt);
    await sleep(pace.lookEveryMs);
  }
}

function create(lockPath) {
  try {
    writeFileSync(lockPath, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeAbandoned(lockPath, touchedAt) {
  // Of several that wait one removes it: a rename succeeds once, and a lock taken anew in the meantime has another time.
  if (touchedAtMs(lockPath) !== touchedAt) return;
  const aside = `${lockPath}.${process.pid}`;
  try {
    renameSync(lockPath, aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  rmSync(aside, { force: true });
}

function touch(lockPath) {
  const now = new Date();
  try {
    utimesSync(lockPath, now, now);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** undefined when the lock was just given back. */
function touchedAtMs(lockPath) {
  return statSync(lockPath, { throwIfNoEntry: false })?.mtimeMs;
}
