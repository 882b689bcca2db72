import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';

/** When and on what it was measured, and how. */
export function machine(how) {
  const date = new Date().toISOString().slice(0, 10);
  const load = loadavg()[0].toFixed(1);
  return `${date}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${load} at the end; ${how}`;
}

/** Puts the text between the marks of this name in bench/README.md, in the house's formatting. */
export async function keepInReadme(name, text) {
  const prettier = await import('prettier'); // only here: a run that writes nothing does without it
  const path = join(ROOT, 'bench', 'README.md');
  const readme = readFileSync(path, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error(`bench/README.md: the marks ${begin} and ${end} are missing`);
  const kept = `${readme.slice(0, from + begin.length)}\n\n${text}\n\n${readme.slice(to)}`;
  const style = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(kept, { ...style, parser: 'markdown' }));
}
