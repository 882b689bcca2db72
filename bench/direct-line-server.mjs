/** One server of the Direct Line bench, in a process of its own: the assistant, or a bare echo bot behind the same host. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ROOT } from '../scripts/prepare.mjs';

const built = createRequire(join(ROOT, 'dist', 'src', 'index.js'));
const [kind, limits = 'none'] = process.argv.slice(2);
const varDir = mkdtempSync(join(tmpdir(), 'bench-direct-line-'));
const { parseSettings } = built('./host/settings.js');
const { createLog } = built('./host/log.js');
/** All clients of the bench are one address; of a server that is attacked the limits are those by default. */
const UNLIMITED = limits === 'none' && {
  PERSON_REQUESTS_PER_MINUTE: '10000000',
  ADDRESS_REQUESTS_PER_MINUTE: '10000000',
  ADDRESS_CONVERSATIONS_PER_HOUR: '10000000',
  ADDRESS_CONNECTIONS: '10000',
};
const settings = parseSettings({
  PORT: '0',
  VAR_DIR: varDir,
  LOG_LEVEL: 'error',
  STORE_URL: process.env.STORE_URL,
  TRUST_PROXY: process.env.TRUST_PROXY,
  ...UNLIMITED,
});
const log = createLog({ level: 'error', json: false });

const host = kind === 'echo' ? await startEcho() : await built('./compose.js').startAssistant(settings, log);
const delay = monitorEventLoopDelay({ resolution: 5 });
process.send({ url: host.url });

process.on('message', async (order) => {
  switch (order) {
    case 'begin':
      globalThis.gc?.();
      delay.reset();
      delay.enable();
      process.send({ heap: process.memoryUsage().heapUsed, cpu: cpuMs() });
      break;
    case 'end': {
      delay.disable();
      const cpu = cpuMs();
      globalThis.gc?.();
      const { rss, heapUsed: heap } = process.memoryUsage();
      process.send({ cpu, rss, heap, delayP99: delay.percentile(99) / 1e6, delayMax: delay.max / 1e6 });
      break;
    }
    case 'stop':
      await host.close();
      rmSync(varDir, { recursive: true, force: true });
      process.disconnect();
      break;
  }
});

/** Of all threads. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What any bot costs here: the same routes, queue, store and log, and nothing to think about. */
async function startEcho() {
  const { startHost } = built('./host/start.js');
  return startHost({
    settings,
    log,
    store: await built('./host/storage/open-store.js').openStore(varDir, () => new Date(), log),
    saveState: () => Promise.resolve(),
    bot: async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(`Entendu : ${context.activity.text}`);
    },
    errorSentence: () => 'error',
  });
}
