import { z } from 'zod';
import { SECRET } from './running-host';
import { spawnTypeScript } from './typescript-process';

/** The whole assistant in a process of its own, whose memory is its alone. */
export interface AssistantProcess {
  readonly url: string;
  /** What it wrote on both outputs. */
  readonly written: () => string;
  /** Bytes in use after a garbage collection: heap, buffers and what else Node holds outside. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** Tells by messages where it listens, and what it holds when it is asked. */
const PROGRAM = `
  const { createLog } = require('./src/host/log.ts');
  const { parseSettings } = require('./src/host/settings.ts');
  const { startAssistant } = require('./src/compose.ts');
  const settings = parseSettings(process.env);
  startAssistant(settings, createLog({ level: settings.logLevel, json: true })).then((assistant) => {
    process.send({ url: assistant.url });
    process.on('message', (order) => {
      if (order === 'stop') return assistant.close().then(() => process.exit(0));
      gc();
      const { heapUsed, external } = process.memoryUsage();
      process.send({ memory: heapUsed + external });
    });
  });
`;

const URL_MESSAGE = z.strictObject({ url: z.string() });
const MEMORY_MESSAGE = z.strictObject({ memory: z.number() });

/** Starts it on folders of its own, with these settings over the usual ones. */
export async function startAssistantProcess(environment: Readonly<Record<string, string>>): Promise<AssistantProcess> {
  const settings = { NODE_ENV: 'test', PORT: '0', DIRECT_LINE_SECRET: SECRET, ...environment };
  const { child, written, exited } = spawnTypeScript(PROGRAM, settings, ['--expose-gc']);
  const told = (): Promise<unknown> =>
    Promise.race([
      new Promise((resolve) => child.once('message', resolve)),
      exited.then(() => Promise.reject(new Error(`the assistant has gone: ${written()}`))),
    ]);
  const { url } = URL_MESSAGE.parse(await told());
  return {
    url,
    written,
    memory: async () => {
      const message = told();
      child.send('memory');
      return MEMORY_MESSAGE.parse(await message).memory;
    },
    stop: async () => {
      if (child.connected) child.send('stop');
      await exited;
    },
  };
}
