import { conversationsFolder, inboxFolder, startAssistant } from './compose';
import { DataError } from './host/knowledge-files';
import { createLog, type Log } from './host/log';
import { withSecretFiles } from './host/secret-files';
import { BadSettings, parseSettings } from './host/settings';
import { deleteOldDocuments, RETENTION_DAYS } from './host/storage/retention';

/** Puts the assistant together and serves it until it is told to stop. */
async function main(): Promise<void> {
  const settings = parseSettings(withSecretFiles(process.env));
  const log = createLog({ level: settings.logLevel, json: settings.production });
  const host = await startAssistant(settings, log);
  forgetOld(conversationsFolder(settings), RETENTION_DAYS.conversation, log);
  forgetOld(inboxFolder(settings), RETENTION_DAYS.inbox, log);
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

const DAY_MS = 86_400_000;

/** Now and once a day; a failure is told and does not stop the assistant. */
function forgetOld(folder: string, days: number, log: Log): void {
  const forget = (): void => {
    deleteOldDocuments(folder, new Date(Date.now() - days * DAY_MS)).catch((error: unknown) => {
      log.error('old documents could not be deleted', error, { days });
    });
  };
  forget();
  setInterval(forget, DAY_MS).unref();
}

/** What the person who started it can mend is said in words; anything else with its stack. */
function explain(error: unknown): string {
  if (error instanceof BadSettings || error instanceof DataError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'Ce port est déjà pris : arrêtez l’autre programme, ou choisissez un autre port (PORT=3979 npm start).';
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
