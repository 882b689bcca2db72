import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { createAssistantBot, failureSentence, lateSentence } from '../dialogs/assistant-bot';
import type { Inbox } from '../dialogs/inbox/inbox';
import { createRememberNotice } from '../dialogs/subscriptions/remember-notice';
import { openSecrets } from './host/directline/secret';
import { createInbox } from './host/inbox/document-inbox';
import { loadKnowledge } from './host/knowledge-files';
import type { Log } from './host/log';
import { createMetrics, type Metrics } from './host/metrics/metrics';
import { serveMetrics } from './host/metrics/metrics-server';
import type { Settings } from './host/settings';
import { serviceOf } from './host/service';
import { createErrorPage } from './host/plain/missing-pages';
import { openPlainPages } from './host/plain/plain-page';
import { createPlainRoutes } from './host/plain/plain-routes';
import { startHost, type Host } from './host/start';
import { RETENTION_DAYS } from './host/storage/retention';
import { createBotState } from './host/storage/bot-storage';
import { openFileLogs } from './host/storage/file-logs';
import { openFileStore } from './host/storage/file-store';
import { createSubscriptionOffice } from './host/subscriptions/subscription-office';
import { readVersion } from './host/version';
import { createAddresses } from './host/take-away/addresses';
import { createPictureRoutes } from './host/take-away/picture-routes';
import { createSignedLinks } from './host/take-away/signed-links';
import { createTakeAwayRoutes } from './host/take-away/take-away-routes';

/** Where conversations are kept, one file each. */
export function conversationsFolder({ varDir }: Settings): string {
  return path.join(varDir, 'conversations');
}

/** Where opinions, mistakes reported and unanswered questions are kept, without personal data. */
export function inboxFolder({ varDir }: Settings): string {
  return path.join(varDir, 'inbox');
}

/** What conversations follow, and the states of the base that they were told of. */
function subscriptionsFolder({ varDir }: Settings): string {
  return path.join(varDir, 'subscriptions');
}

/** Puts the whole assistant together and serves it. */
export async function startAssistant(settings: Settings, givenLog: Log): Promise<Pick<Host, 'url' | 'close'>> {
  const metrics = settings.metrics === undefined ? undefined : createMetrics();
  const log = metrics?.counted(givenLog) ?? givenLog;
  const metricsServer =
    metrics === undefined || settings.metrics === undefined ? undefined : await serveMetrics(metrics, settings.metrics);
  if (metricsServer !== undefined) log.info('metrics are served', { port: metricsServer.port });
  const now = (): Date => new Date();
  const knowledge = await loadKnowledge(settings.dataDir);
  const store = await openFileStore(conversationsFolder(settings));
  const inbox = createInbox({
    store: await openFileStore(inboxFolder(settings)),
    now,
    randomId: randomUUID,
    knownWords: { ...knowledge.language, isKnownWord: (word) => knowledge.vocabulary.knows(word) },
  });
  const office = createSubscriptionOffice({
    store: await openFileStore(subscriptionsFolder(settings)),
    knowledge,
    now,
  });
  const conversationState = createBotState(store);
  const secrets = await openSecrets(settings.varDir, settings.directLineSecret);
  const links = createSignedLinks({ secrets, now });
  const addressesFor = createAddresses({ links, publicUrl: settings.publicUrl });
  const pages = await openPlainPages();
  const bot = createAssistantBot({
    knowledge,
    conversationState,
    inbox: sparingAnswers(inbox, log, metrics?.onKept),
    subscriptions: office.subscriptions,
    service: serviceOf(settings, RETENTION_DAYS),
    addressesFor,
    now,
    randomId: randomUUID,
  });
  const host = await startHost({
    settings,
    log,
    store,
    logs: await openFileLogs(conversationsFolder(settings)),
    bot: (context) => bot.run(context),
    errorSentence: failureSentence,
    lateSentence,
    forgetBeside: office.forget,
    version: readVersion(),
    metrics,
    errorPage: createErrorPage(pages.show),
    routes: [
      pages.route,
      ...createPictureRoutes({ knowledge, show: pages.show }),
      ...(await createTakeAwayRoutes({ knowledge, links, now, show: pages.show })),
      // A page and what it names are on one server: addresses without a host are right behind any proxy.
      ...createPlainRoutes({
        show: pages.show,
        knowledge,
        addresses: addressesFor({ channelId: 'directline', serviceUrl: '' }),
        publicUrl: settings.publicUrl,
        contact: settings.contact,
        // Each question stands alone there, and nothing is kept of it.
        service: serviceOf(settings, null),
      }),
    ],
  });
  const rememberNotice = createRememberNotice(conversationState, knowledge);
  const announcer = office.open({
    send: host.send,
    remember: ({ channelId, conversation }, question, locale) =>
      host.betweenTurns({ channelId, conversation }, (context) => rememberNotice(context, question, locale)),
    log,
  });
  return {
    url: host.url,
    close: async () => {
      await announcer.stop();
      await host.close();
      await metricsServer?.close();
    },
  };
}

/** A question without an answer was answered all the same: when it cannot be kept, that is told to the log and not to the person. */
function sparingAnswers(inbox: Inbox, log: Log, onKept: Metrics['onKept'] = () => undefined): Inbox {
  return {
    ...inbox,
    add: async (entry) => {
      onKept(entry.kind);
      try {
        return await inbox.add(entry);
      } catch (error) {
        if (entry.kind !== 'unanswered') throw error;
        log.error('an unanswered question could not be kept', error);
        return null;
      }
    },
  };
}
