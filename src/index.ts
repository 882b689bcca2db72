import { z } from 'zod';
import { startAssistant } from './compose';
import { DataError } from './host/knowledge-files';
import { createLog } from './host/log';
import { withSecretFiles } from './host/secret-files';
import { BadSettings, parseSettings } from './host/settings';
import { StoreProblem } from './host/storage/store-problem';
import { listenProblemText } from './messages/fr/settings';
import { STORE_PROBLEMS } from './messages/store-problem-text';

/** Puts the assistant together and serves it until it is told to stop. */
async function main(): Promise<void> {
  // Whoever read the log may go: to write where nobody reads is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const settings = parseSettings(withSecretFiles(process.env));
  const log = createLog({ level: settings.logLevel, json: settings.production });
  const host = await startAssistant(settings, log);
  process.stdout.write(`Assistant prêt : ${host.url}\n`);

  const stop = (): void => {
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('the host did not close well', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** What the person who started it can mend is said in words; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof BadSettings || error instanceof DataError) return error.message;
  if (error instanceof StoreProblem) return STORE_PROBLEMS[error.kind](error.path);
  const refused = listenErrorSchema.safeParse(error).data;
  const said = refused === undefined ? null : listenProblemText(refused.code, placeOf(refused));
  return said ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}

/** What Node says when a server cannot listen: `address` where it is known, else the name that nobody has. */
const listenErrorSchema = z.looseObject({
  syscall: z.enum(['listen', 'getaddrinfo']),
  code: z.string(),
  address: z.string().optional(),
  hostname: z.string().optional(),
  port: z.number().optional(),
});

function placeOf({ address, hostname, port }: z.infer<typeof listenErrorSchema>): string {
  return [address ?? hostname, port].filter((part) => part !== undefined).join(':');
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  // Whatever might still be open: what watches over the assistant starts it again once it has gone.
  process.exit(1);
});
