import { randomUUID } from 'node:crypto';
import { createAssistantBot, failureSentence, lateSentence } from '../dialogs/assistant-bot';
import type { Inbox } from '../dialogs/inbox/inbox';
import { createRememberNotice } from '../dialogs/subscriptions/notice';
import { openDesk, recoverDesk } from './host/desk/desk';
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
import { deleteOld, RETENTION_DAYS } from './host/storage/retention';
import { createBotState } from './host/storage/bot-state';
import { openSharedStore, openStore } from './host/storage/open-store';
import type { Store } from './host/storage/store';
import { createSubscriptionOffice } from './host/subscriptions/subscription-office';
import { readVersion } from './host/version';
import { createAddresses } from './host/take-away/addresses';
import { createPictureRoutes } from './host/take-away/picture-routes';
import { createSignedLinks } from './host/take-away/signed-links';
import { createTakeAwayRoutes } from './host/take-away/take-away-routes';

const DAY_MS = 86_400_000;

/** Puts the whole assistant together and serves it; throws StoreProblem when it cannot keep anything. */
export async function startAssistant(settings: Settings, givenLog: Log): Promise<Pick<Host, 'url' | 'close'>> {
  const metrics = settings.metrics === undefined ? undefined : createMetrics();
  const log = metrics?.counted(givenLog) ?? givenLog;
  const now = (): Date => new Date();
  const store = await (settings.storeUrl === undefined
    ? openStore(settings.varDir, now, log)
    : openSharedStore(settings.storeUrl, settings.storePrefix, log));
  const metricsServer =
    metrics === undefined || settings.metrics === undefined ? undefined : await serveMetrics(metrics, settings.metrics);
  if (metricsServer !== undefined) log.info('metrics are served', { port: metricsServer.port });
  await recoverDesk(settings, log);
  const knowledge = await loadKnowledge(settings.dataDir);
  const inbox = createInbox({
    store,
    now,
    randomId: randomUUID,
    knownWords: { ...knowledge.language, isKnownWord: (word) => knowledge.vocabulary.knows(word) },
  });
  const office = createSubscriptionOffice({ store, alone: store.alone, knowledge, now });
  const conversationState = createBotState(store, now);
  const secrets = await openSecrets(store, settings.directLineSecret);
  const links = createSignedLinks({ secrets, now });
  const addressesFor = createAddresses({ links, publicUrl: settings.publicUrl });
  const pages = await openPlainPages();
  const bot = createAssistantBot({
    knowledge,
    conversationState,
    inbox: metrics === undefined ? inbox : counted(inbox, metrics),
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
    bot: (context) => bot.run(context),
    saveState: (context) => conversationState.saveChanges(context),
    errorSentence: failureSentence,
    lateSentence,
    forgetBeside: office.forget,
    version: readVersion(),
    metrics,
    errorPage: createErrorPage(pages.show),
    routes: [
      pages.route,
      ...(await openDesk({ settings, store, knowledge: () => knowledge, now, log })),
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
  const announcer = office.open({
    send: host.send,
    remember: createRememberNotice(conversationState, knowledge),
    log,
  });
  const forgetting = deleteOldDaily(store, now, log);
  return {
    url: host.url,
    close: async () => {
      clearInterval(forgetting);
      await announcer.stop();
      await host.close();
      await store.close();
      await metricsServer?.close();
    },
  };
}

/** Tells the metrics what is kept: the share of questions without an answer is one of them. */
function counted(inbox: Inbox, { onKept }: Metrics): Inbox {
  return {
    ...inbox,
    add: (entry) => {
      onKept(entry.kind);
      return inbox.add(entry);
    },
  };
}

/** Now and once a day; a failure is told and does not stop the assistant. */
function deleteOldDaily(store: Store, now: () => Date, log: Log): NodeJS.Timeout {
  const forget = (): void => {
    deleteOld(store, now(), log).catch((error: unknown) => {
      log.error('what is too old could not be deleted', error);
    });
  };
  forget();
  return setInterval(forget, DAY_MS).unref();
}
