import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runAndKeep } from '../prepare/command.mjs';

/** The imports that break a rule of .dependency-cruiser.cjs, circles among them. Gives Finding[] (code.mjs). */
export async function examineImports(root) {
  const { summary } = await report(root, 'dependency-cruiser/bin/dependency-cruise.mjs', [
    ...['src', 'dialogs'],
    ...['--output-type', 'json'],
  ]);
  return summary.violations.map(({ from, to, rule, cycle }) => ({
    rule: rule.name === 'no-circular' ? 'circle' : 'layer',
    where: from,
    what: cycle ? cycle.map(({ name }) => `→ ${name}`).join(' ') : `→ ${to} (${rule.name})`,
    breaks: true,
  }));
}

/** Files and exports that nobody uses. */
export async function examineExports(root) {
  const { issues } = await report(root, 'knip/bin/knip.js', ['--include', 'files,exports,types', '--reporter', 'json']);
  return issues.flatMap(({ file, files, exports, types }) => [
    ...files.map(() => ({ rule: 'unused', where: file, what: 'le fichier entier', breaks: true })),
    ...[...exports, ...types].map(({ name, line }) => ({
      rule: 'unused',
      where: `${file}:${line}`,
      what: name,
      breaks: true,
    })),
  ]);
}

/** What the compiled `loadKnowledge` finds wrong with the data. */
export async function examineKnowledge(root, data = join(root, 'data')) {
  const { loadKnowledge } = await import(pathToFileURL(join(root, 'dist/src/host/knowledge-files.js')).href);
  try {
    await loadKnowledge(data);
    return [];
  } catch (error) {
    if (error.code !== 'BAD_DATA') throw error;
    return error.message.split('\n').map((what) => ({ rule: 'knowledge', where: 'data', what, breaks: true }));
  }
}

/** Type errors; tests and benches too. */
export async function examineTypes(root) {
  const { status, output } = await runAndKeep(process.execPath, [tool(root, 'typescript/bin/tsc'), '--noEmit'], {
    cwd: root,
  });
  if (status === 0) return [];
  return [...output.matchAll(/^(\S.*)\((\d+),\d+\): (.*)/gm)].map(([, file, line, what]) => ({
    rule: 'types',
    where: `${file}:${line}`,
    what,
    breaks: true,
  }));
}

/** Starts the compiled assistant on a free port and an empty store, until it says that it is ready. */
export async function examineStart(root) {
  const store = mkdtempSync(join(tmpdir(), 'doctor-'));
  const child = spawn(process.execPath, ['dist/src/index.js'], {
    cwd: root,
    env: { ...process.env, PORT: '0', VAR_DIR: store, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const closed = once(child, 'close');
  const ready = new Promise((resolve) => child.stdout.on('data', (chunk) => /prêt/.test(chunk) && resolve('ready')));
  const outcome = await Promise.race([ready, closed]);

  child.kill();
  await closed;
  rmSync(store, { recursive: true, force: true });
  return outcome === 'ready' ? [] : [{ rule: 'start', where: 'src/index.ts', what: complaints.trim(), breaks: true }];
}

/** What a program says as JSON, whatever its status. One that fell says something else: that is told as it is. */
async function report(root, path, args) {
  const { output } = await runAndKeep(process.execPath, [tool(root, path), ...args], { cwd: root });
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`${path} : ${output}`);
  }
}

function tool(root, path) {
  return join(root, 'node_modules', path);
}
