import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BotLogic } from '../../src/host/bot-logic';
import { createLog, type Log } from '../../src/host/log';
import { parseSettings } from '../../src/host/settings';
import { startHost, type Host, type HostParts } from '../../src/host/start';
import type { OpenStore } from '../../src/host/storage/open-store';
import { storeOpener } from './stores';
import { temporaryFolder } from './temporary-folder';

export const SECRET = 'a-secret-of-the-tests-long-enough-to-be-one';
export const ERROR_SENTENCE = 'Désolé, une erreur est survenue.';
/** Tests are one address that asks much: those of the limits set them. */
export const UNLIMITED = {
  PERSON_REQUESTS_PER_MINUTE: '1000000',
  ADDRESS_REQUESTS_PER_MINUTE: '1000000',
  ADDRESS_CONVERSATIONS_PER_HOUR: '1000000',
};
const LATE_SENTENCE = 'La réponse arrive.';

/** A clock that the test moves. */
export interface Clock {
  readonly now: () => Date;
  readonly advance: (seconds: number) => void;
}

export function newClock(): Clock {
  let time = Date.parse('2026-11-24T10:00:00Z');
  return {
    now: () => new Date(time),
    advance: (seconds) => {
      time += seconds * 1000;
    },
  };
}

/** Says what it heard: the usual bot of these tests. */
export const echoBot: BotLogic = async (context) => {
  if (context.activity.type === 'conversationUpdate') await context.sendActivity('Bonjour !');
  if (context.activity.type === 'message') await context.sendActivity(`Entendu : ${context.activity.text}`);
};

/** Starts hosts on free ports, and closes after each test those that it left open. */
export function hostStarter(): (options?: {
  readonly bot?: BotLogic;
  readonly varDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly parts?: Partial<Omit<HostParts, 'store'>>;
  /** What the host gets in the place of its store. */
  readonly interfere?: (store: OpenStore) => OpenStore;
}) => Promise<Host & { readonly varDir: string; readonly logged: readonly string[] }> {
  const root = temporaryFolder();
  const webChatBundle = join(root, 'webchat.js');
  writeFileSync(webChatBundle, 'window.WebChat = {};'.repeat(100));
  const open: Host[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((host) => host.close()));
  });
  const openStore = storeOpener();

  return async ({
    bot = echoBot,
    varDir = mkdtempSync(join(root, 'var-')),
    environment = {},
    parts = {},
    interfere,
  } = {}) => {
    const logged: string[] = [];
    const log: Log = createLog({ level: 'debug', json: true }, (line) => logged.push(line));
    const store = await openStore(varDir, log);
    const host = await startHost({
      settings: parseSettings({
        PORT: '0',
        VAR_DIR: varDir,
        DIRECT_LINE_SECRET: SECRET,
        ...UNLIMITED,
        ...environment,
      }),
      log,
      bot,
      errorSentence: () => ERROR_SENTENCE,
      lateSentence: () => LATE_SENTENCE,
      saveState: () => Promise.resolve(),
      webChatBundle,
      ...parts,
      store: interfere === undefined ? store : interfere(store),
    });
    const closing = {
      ...host,
      close: async () => {
        await host.close();
        await store.close();
      },
    };
    open.push(closing);
    return { ...closing, varDir, logged };
  };
}
