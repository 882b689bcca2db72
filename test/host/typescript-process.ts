import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Compiles as jest does. */
const COMPILING = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => {
    const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, jsc, module: { type: 'commonjs' } });
    module._compile(code, filename);
  };
`;

/** A program in a process of its own, in the folder of the project. */
export interface TypeScriptProcess {
  readonly child: ChildProcess;
  /** What it wrote on both outputs. */
  readonly written: () => string;
  /** Resolves with the next line of its standard output; rejects with what it wrote when it ends before. */
  readonly line: () => Promise<string>;
  /** Resolves with its exit code. */
  readonly exited: Promise<unknown>;
}

/** Runs JavaScript that may `require` the sources by their paths. */
export function spawnTypeScript(
  program: string,
  environment: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): TypeScriptProcess {
  const child = spawn(process.execPath, [...flags, '-e', COMPILING + program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the outputs are pipes');
  let written = '';
  for (const output of [stdout, stderr]) output.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  const exited = once(child, 'exit').then(([code]: unknown[]) => code);
  return {
    child,
    written: () => written,
    line: async () => {
      const next = await lines.next();
      if (next.done !== true) return next.value;
      await exited;
      throw new Error(`the process has gone: ${written}`);
    },
    exited,
  };
}
