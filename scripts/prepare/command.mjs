import { spawn } from 'node:child_process';
import { cleanIfInterrupted } from './interruption.mjs';

/** Runs a program without a standard input and keeps what it prints: { status, output }. A program that cannot be started has status null. */
export function runAndKeep(file, args, options = {}) {
  return run(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a program that prints for itself and needs no standard input: { status }, null when it was killed or could not be started. */
export function runAndShow(file, args, options = {}) {
  return run(file, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
}

function run(file, args, options) {
  return new Promise((resolve) => {
    const child = spawn(file, args, options);
    const closed = new Promise((close) => child.once('close', close));
    // Interrupted, the program is given the time to tidy up, and its end is no longer news for whoever ran it.
    const forget = cleanIfInterrupted(() => {
      child.off('close', end);
      child.kill();
      return closed;
    });

    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => {
      output += error.message;
      end(null);
    });
    child.once('close', end);

    function end(status) {
      forget();
      resolve({ status, output });
    }
  });
}
