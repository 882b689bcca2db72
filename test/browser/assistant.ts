import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAssistantBot, failureSentence } from '../../dialogs/assistant-bot';
import { loadKnowledge } from '../../src/host/knowledge-files';
import { createLog } from '../../src/host/log';
import { parseSettings } from '../../src/host/settings';
import { startHost, type Host } from '../../src/host/start';
import { createBotState } from '../../src/host/storage/bot-storage';
import { openFileStore } from '../../src/host/storage/file-store';

/** The whole assistant with the real data, on a free port and a folder of its own. */
export async function startAssistant(): Promise<Host> {
  const varDir = await mkdtemp(path.join(tmpdir(), 'assistant-var-'));
  const settings = parseSettings({ PORT: '0', VAR_DIR: varDir, LOG_LEVEL: 'warn' });
  const knowledge = await loadKnowledge('data');
  const store = await openFileStore(path.join(varDir, 'conversations'));
  const bot = createAssistantBot({ knowledge, conversationState: createBotState(store) });
  const log = createLog({ level: settings.logLevel, json: false });
  const host = await startHost({
    settings,
    log,
    store,
    bot: (context) => bot.run(context),
    errorSentence: failureSentence,
  });
  return {
    url: host.url,
    close: async () => {
      await host.close();
      await rm(varDir, { recursive: true, force: true });
    },
  };
}
