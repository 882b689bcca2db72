import type { BotLogic } from '../../src/host/bot-logic';
import { echoBot, SECRET, UNLIMITED } from './running-host';
import { spawnTypeScript } from './typescript-process';

/** A host in a process of its own, which can be killed without a word. */
export interface HostProcess {
  readonly url: string;
  /** Ends it as a power cut would; resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

/** Says on its standard output where it listens. */
const PROGRAM = `
  const { createLog } = require('./src/host/log.ts');
  const { parseSettings } = require('./src/host/settings.ts');
  const { startHost } = require('./src/host/start.ts');
  const { createBotState } = require('./src/host/storage/bot-state.ts');
  const { openSharedStore, openStore } = require('./src/host/storage/open-store.ts');
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
      bot: storeUrl === undefined ? require(process.env.BOT_FILE)[process.env.BOT_NAME] : countingBot(createBotState(store, now)),
    }))
    .then(({ url }) => console.log(url));
`;

/** Starts a host on this folder; `port` 0 takes a free one. Its bot is what this file exports under the name of `logic`. */
export function startHostProcess(
  varDir: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
  bot: { readonly file: string; readonly logic: BotLogic } = { file: './test/host/running-host.ts', logic: echoBot },
): Promise<HostProcess> {
  return startProcess({
    VAR_DIR: varDir,
    PORT: String(port),
    BOT_FILE: bot.file,
    BOT_NAME: bot.logic.name,
    ...environment,
  });
}

/** Starts an instance that counts the messages of each conversation, on this Redis, which others may be on. */
export function startInstance(storeUrl: string, more: Readonly<Record<string, string>> = {}): Promise<HostProcess> {
  return startProcess({ STORE_URL: storeUrl, PORT: '0', ADDRESS_CONNECTIONS: '10000', ...UNLIMITED, ...more });
}

async function startProcess(environment: Readonly<Record<string, string>>): Promise<HostProcess> {
  const host = spawnTypeScript(PROGRAM, { DIRECT_LINE_SECRET: SECRET, ...environment });
  return {
    url: await host.line(),
    kill: async () => {
      host.child.kill('SIGKILL');
      await host.exited;
    },
  };
}
