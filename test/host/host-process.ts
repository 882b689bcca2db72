import type { BotLogic } from '../../src/host/bot-logic';
import { echoBot, SECRET } from './running-host';
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
  const { openStore } = require('./src/host/storage/open-store.ts');
  const bot = require(process.env.BOT_FILE)[process.env.BOT_NAME];
  const settings = parseSettings(process.env);
  const log = createLog({ level: 'silent', json: true });
  openStore(settings.varDir, () => new Date(), log)
    .then((store) => startHost({ settings, log, store, bot, saveState: async () => {}, errorSentence: () => '', lateSentence: () => '' }))
    .then(({ url }) => console.log(url));
`;

/** Starts a host on this folder; `port` 0 takes a free one. Its bot is what this file exports under the name of `logic`. */
export async function startHostProcess(
  varDir: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
  bot: { readonly file: string; readonly logic: BotLogic } = { file: './test/host/running-host.ts', logic: echoBot },
): Promise<HostProcess> {
  const host = spawnTypeScript(PROGRAM, {
    VAR_DIR: varDir,
    PORT: String(port),
    DIRECT_LINE_SECRET: SECRET,
    BOT_FILE: bot.file,
    BOT_NAME: bot.logic.name,
    ...environment,
  });
  return {
    url: await host.line(),
    kill: async () => {
      host.child.kill('SIGKILL');
      await host.exited;
    },
  };
}
