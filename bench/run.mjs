import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAndShow } from '../scripts/prepare/command.mjs';
import { explain, failure } from '../scripts/prepare/failure.mjs';
import { say, sayWhile } from '../scripts/prepare/say.mjs';
import { helpOrGoOn, prepareOrExit, ROOT } from '../scripts/prepare.mjs';
import { keepInReadme } from './readme.mjs';
import { reportOf } from './report.mjs';

/** `npm run bench [-- options]`: each size in a process of its own, one after the other; the table is printed, and kept in bench/README.md. */
const USAGE = `Usage : npm run bench -- [--quick | --sizes 66,1000] [--no-peers] [--write] [--worst [--seconds 60]]
  sans option   66, 1 000, 10 000 et 100 000 projets, à côté des trois moteurs, puis la pire question ; écrit bench/README.md
  --quick       66 et 1 000 seulement
  --sizes       les tailles que l’on veut
  --no-peers    sans les trois moteurs
  --write       écrit bench/README.md même pour une partie
  --worst       cherche seulement la question la plus lente`;

const ALL_SIZES = [66, 1_000, 10_000, 100_000];
const QUICK_SIZES = [66, 1_000];
/** Of the whole run; `--worst` alone takes a minute. */
const WORST_SECONDS = 30;
/** The greatest base with a peer's index beside ours: three quarters of the machine's memory at most. */
const HEAP_MB = Math.min(14_000, Math.floor((totalmem() / 1e6) * 0.75));

helpOrGoOn(USAGE);
const options = readOptions();
if (options === null) {
  say(USAGE);
  process.exit(2);
}
await prepareOrExit();
try {
  await run(options);
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        quick: { type: 'boolean' },
        sizes: { type: 'string' },
        'no-peers': { type: 'boolean' },
        write: { type: 'boolean' },
        worst: { type: 'boolean' },
        seconds: { type: 'string', default: '60' },
      },
    });
    const sizes = values.sizes?.split(',').map(Number) ?? (values.quick ? QUICK_SIZES : ALL_SIZES);
    return sizes.every((size) => Number.isInteger(size) && size > 0) ? { ...values, sizes } : null;
  } catch (error) {
    say(error.message);
    return null;
  }
}

async function run({ sizes, worst: isWorstOnly, seconds, write, ...values }) {
  if (isWorstOnly) {
    await runChild('worst.mjs', ['--seconds', seconds]);
    return;
  }
  const machine = machineNow();
  const peers = values['no-peers'] ? ['--no-peers'] : [];
  const measured = [];
  for (const size of sizes) {
    await sayWhile(`${size.toLocaleString('fr')} projets`, async () => {
      measured.push(await resultOf('measure.mjs', ['--size', String(size), ...peers]));
    });
  }
  const isWhole = sizes.join() === ALL_SIZES.join() && !values['no-peers'];
  const worst = isWhole || write ? await resultOf('worst.mjs', ['--seconds', String(WORST_SECONDS)]) : null;

  const report = reportOf({ machine, sizes: measured, worst });
  console.log(report);
  if (isWhole || write) {
    await keepInReadme('results', report);
    say('bench/README.md est à jour.');
  }
}

function machineNow() {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'an unknown processor',
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    load: loadavg()[0].toFixed(1),
  };
}

/** What a child writes into the file that it is given. */
async function resultOf(file, args) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const path = join(folder, 'result.json');
  try {
    await runChild(file, [...args, '--out', path]);
    return JSON.parse(readFileSync(path, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runChild(file, args) {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`];
  const { status } = await runAndShow(process.execPath, [...flags, join(ROOT, 'bench', file), ...args]);
  if (status === 0) return;
  throw failure(`bench/${file} ${args.join(' ')} s’est arrêté (${status ?? 'signal'})`, {
    remedy: 'Lisez le message ci-dessus ; si la mémoire manque, demandez des tailles plus petites avec --sizes.',
  });
}
