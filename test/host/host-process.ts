import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { SECRET, UNLIMITED } from './running-host';

/** A host in a process of its own, which can be killed without a word. */
export interface HostProcess {
  readonly url: string;
  /** Ends it as a power cut would; resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

/** The beginning of a program that is given to Node as text: the sources are compiled as jest does. */
const WITH_SOURCES = `
  const { readFileSync } = require('node:fs');
  const { transformSync } = require('@swc/core');
  require.extensions['.ts'] = (module, filename) => {
    const jsc = { target: 'es2022', parser: { syntax: 'typescript' } };
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, jsc, module: { type: 'commonjs' } });
    module._compile(code, filename);
  };
`;

/** Says on its standard output where it listens. */
const PROGRAM = `${WITH_SOURCES}
  const { createLog } = require('./src/host/log.ts');
  const { parseSettings } = require('./src/host/settings.ts');
  const { startHost } = require('./src/host/start.ts');
  const { createBotState } = require('./src/host/storage/bot-state.ts');
  const { openSharedStore, openStore } = require('./src/host/storage/open-store.ts');
  const { echoBot } = require('./test/host/running-host.ts');
  const settings = parseSettings(process.env);
  const log = createLog({ level: 'silent', json: true });
  const now = () => new Date();
  const { storeUrl, storePrefix, varDir } = settings;
  const countingBot = (state) => async (context) => {
    if (context.activity.type !== 'message') return;
    const memory = await state.load(context);
    memory.count = (memory.count ?? 0) + 1;
    await context.sendActivity(String(memory.count));
    await state.saveChanges(context);
  };
  (storeUrl === undefined ? openStore(varDir, now, log) : openSharedStore(storeUrl, storePrefix, log))
    .then((store) => startHost({
      settings, log, store, saveState: async () => {}, errorSentence: () => 'Désolé.', lateSentence: () => '',
      bot: storeUrl === undefined ? echoBot : countingBot(createBotState(store, now)),
    }))
    .then(({ url }) => console.log(url));
`;

/** Starts a host of the echoing bot on this folder; `port` 0 takes a free one. */
export function startHostProcess(varDir: string, port: number): Promise<HostProcess> {
  return startProcess({ VAR_DIR: varDir, PORT: String(port) });
}

/** Starts an instance that counts the messages of each conversation, on this Redis, which others may be on. */
export function startInstance(storeUrl: string, more: Readonly<Record<string, string>> = {}): Promise<HostProcess> {
  return startProcess({ STORE_URL: storeUrl, PORT: '0', ADDRESS_CONNECTIONS: '10000', ...UNLIMITED, ...more });
}

async function startProcess(environment: Readonly<Record<string, string>>): Promise<HostProcess> {
  const child = spawn(process.execPath, ['-e', PROGRAM], {
    env: { ...process.env, DIRECT_LINE_SECRET: SECRET, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const exited = once(child, 'exit');
  const url = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    exited.then(() => Promise.reject(new Error(`the host did not start: ${complaints}`))),
  ]);
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
