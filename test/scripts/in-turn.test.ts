import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runModule } from './run-node';
import { scratchFolder } from './scratch-folder';

/** Some thirty times quicker than the real one, with the same proportions. */
const PACE = '{ touchEveryMs: 20, abandonedAfterMs: 300, lookEveryMs: 5 }';

it('lets two preparations at the same time work one after the other', () => {
  const lock = join(scratchFolder(), 'sub', 'prepare.lock');
  // Each notes when it begins and ends; given more time than an abandoned lock is, so that it is seen to be alive.
  const { stdout, stderr } = runModule(`
    import { setTimeout as sleep } from 'node:timers/promises';
    import { inTurn } from './scripts/prepare/in-turn.mjs';

    const work = async () => { console.log('begin'); await sleep(600); console.log('end'); };
    await Promise.all([1, 2].map(() => inTurn(${JSON.stringify(lock)}, work, ${PACE})));
  `);

  expect(stdout.split('\n')).toEqual(['begin', 'end', 'begin', 'end', '']);
  expect(stderr).toContain('Une autre préparation est en cours');
  expect(existsSync(lock)).toBe(false);
});

it('takes over the lock of a preparation that was killed', () => {
  const lock = join(scratchFolder(), 'prepare.lock');
  writeFileSync(lock, '');

  const { stdout } = runModule(`
    import { inTurn } from './scripts/prepare/in-turn.mjs';
    await inTurn(${JSON.stringify(lock)}, () => console.log('done'), ${PACE});
  `);

  expect(stdout).toBe('done\n');
  expect(existsSync(lock)).toBe(false);
});

it('gives the lock back when told to stop, after the program under way has ended', () => {
  const folder = scratchFolder();
  const lock = join(folder, 'prepare.lock');
  const trace = join(folder, 'trace');

  const { status } = runModule(`
    import { inTurn } from './scripts/prepare/in-turn.mjs';
    import { runAndKeep } from './scripts/prepare/command.mjs';

    const tidyUp = "process.on('SIGTERM', () => { require('fs').writeFileSync(process.argv[1], 'tidied up'); process.exit(); });";
    const stopParent = "process.kill(process.ppid, 'SIGTERM'); setInterval(() => {}, 1000);";
    await inTurn(${JSON.stringify(lock)}, () => runAndKeep(process.execPath, ['-e', tidyUp + stopParent, ${JSON.stringify(trace)}]));
  `);

  expect(status).toBe(143);
  expect(readFileSync(trace, 'utf8')).toBe('tidied up');
  expect(existsSync(lock)).toBe(false);
});
