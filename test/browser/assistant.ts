import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startAssistant } from '../../src/compose';
import { createLog } from '../../src/host/log';
import { parseSettings } from '../../src/host/settings';
import type { Host } from '../../src/host/start';

/** An assistant that runs, and the folder that it writes to. */
export interface RunningAssistant extends Pick<Host, 'url' | 'close'> {
  readonly varDir: string;
}

/** The whole assistant with the real data, on a free port and a folder of its own. */
export async function runAssistant(environment: Readonly<Record<string, string>> = {}): Promise<RunningAssistant> {
  const varDir = await mkdtemp(path.join(tmpdir(), 'assistant-var-'));
  const settings = parseSettings({ PORT: '0', VAR_DIR: varDir, LOG_LEVEL: 'warn', ...environment });
  const host = await startAssistant(settings, createLog({ level: settings.logLevel, json: false }));
  return {
    url: host.url,
    varDir,
    close: async () => {
      await host.close();
      await rm(varDir, { recursive: true, force: true });
    },
  };
}
