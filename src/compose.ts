import { randomUUID } from 'node:crypto';
import { createAssistantBot, failureSentence, lateSentence } from '../dialogs/assistant-bot';
import { createRememberNotice } from '../dialogs/subscriptions/notice';
import type { KnowledgeBase } from './core/knowledge/knowledge-base';
import { createApiRoutes } from './host/api/api-routes';
import { openDesk, recoverDesk } from './host/desk/desk';
import { openSecrets } from './host/directline/secret';
import { createInbox } from './host/inbox/document-inbox';
import { createOrigins } from './host/http/origins';
import type { Route } from './host/http/route';
import { openKnowledge } from './host/live-knowledge';
import type { Log } from './host/log';
import { createMcpRoutes } from './host/mcp/mcp-routes';
import { createMetrics } from './host/metrics/metrics';
import { serveMetrics } from './host/metrics/metrics-server';
import { createOpenDataRoutes } from './host/open-data/open-data-routes';
import { createBaseUrl } from './host/public-address';
import { operatorOf, type Settings } from './host/settings';
import { createErrorPage } from './host/plain/missing-pages';
import { openPlainPages } from './host/plain/plain-page';
import { createPlainRoutes } from './host/plain/plain-routes';
import { startHost, type Host } from './host/start';
import { deleteOld, RETENTION_DAYS } from './host/storage/retention';
import { createBotState } from './host/storage/bot-state';
import { openSharedStore, openStore } from './host/storage/open-store';
import type { Store } from './host/storage/store';
import { createSubscriptionOffice } from './host/subscriptions/subscription-office';
import type { Announcer } from './host/subscriptions/announcer';
import { createUsage } from './host/usage';
import { readVersion } from './host/version';
import { createAddresses } from './host/take-away/addresses';
import { createPictureRoutes } from './host/take-away/picture-routes';
import { createSignedLinks } from './host/take-away/signed-links';
import { createTakeAwayRoutes } from './host/take-away/take-away-routes';

const DAY_MS = 86_400_000;
/** What a fall may lose of the numbers of a day. */
const USAGE_KEPT_MS = 10_000;

/** Puts the whole assistant together and serves it; throws StoreProblem when it cannot keep anything. What a start that fails had opened is closed. */
export async function startAssistant(settings: Settings, givenLog: Log): Promise<Pick<Host, 'url' | 'close'>> {
  const closings: (() => unknown)[] = [];
  /** The last that was opened first. */
  const close = async (): Promise<void> => {
    for (const closing of closings.splice(0).reverse()) await closing();
  };
  try {
    return { url: await open(settings, givenLog, closings), close };
  } catch (error) {
    await close().catch((unclosed: unknown) => givenLog.error('the host did not close well', unclosed));
    throw error;
  }
}

/** Resolves with where it is served; how each thing that was opened is closed is added to `closings`. */
async function open(settings: Settings, givenLog: Log, closings: (() => unknown)[]): Promise<string> {
  const metrics = settings.metrics === undefined ? undefined : createMetrics();
  const log = metrics?.counted(givenLog) ?? givenLog;
  const now = (): Date => new Date();
  const store = await (settings.storeUrl === undefined
    ? openStore(settings.varDir, now, log)
    : openSharedStore(settings.storeUrl, settings.storePrefix, log));
  closings.push(() => store.close());
  if (metrics !== undefined && settings.metrics !== undefined) {
    const { port, close } = await serveMetrics(metrics, settings.metrics);
    closings.push(close);
    log.info('metrics are served', { port });
  }
  await recoverDesk(settings, log);
  const live = await openKnowledge(settings.dataDir, log);
  const usage = createUsage({ store, now, log });
  closings.push(usage.keep);
  const conversationState = createBotState(store, now);
  const links = createSignedLinks({ secrets: await openSecrets(store, settings.directLineSecret), now });
  const addressesFor = createAddresses({ links, publicUrl: settings.publicUrl });
  const pages = await openPlainPages();
  let served = await serving(live.first);
  const host = await startHost({
    settings,
    log,
    store,
    bot: (context) => served.bot.run(context),
    saveState: (context) => conversationState.saveChanges(context),
    errorSentence: failureSentence,
    lateSentence,
    forgetBeside: (channelId, conversationId) => served.office.forget(channelId, conversationId),
    version: readVersion(),
    metrics,
    errorPage: createErrorPage(pages.show),
    warnings: () =>
      live.isRefused() ? ['The data files have changed and are refused; what was served before still is.'] : [],
    routes: [
      ...pages.routes,
      ...(await openDesk({ settings, store, knowledge: () => served.knowledge, now, log, keepUsage: usage.keep })),
      ...ofNow(() => served.routes),
    ],
  });
  closings.push(host.close);
  let announcer = announcing(live.first);
  closings.push(() => announcer.stop());
  live.follow(async (knowledge) => {
    const next = await serving(knowledge);
    await announcer.stop();
    // A turn that began before goes on with what it began with.
    served = next;
    announcer = announcing(knowledge);
  });
  closings.push(live.stop);
  const forgetting = deleteOldDaily(store, now, log);
  const counting = setInterval(() => void usage.keep(), USAGE_KEPT_MS).unref();
  closings.push(() => {
    clearInterval(forgetting);
    clearInterval(counting);
  });
  return host.url;

  /** All that answers from this base; another base has all of it anew. */
  async function serving(knowledge: KnowledgeBase) {
    const office = createSubscriptionOffice(store, knowledge, now);
    const bot = createAssistantBot({
      knowledge,
      conversationState,
      inbox: createInbox({
        store,
        now,
        randomId: randomUUID,
        knownWords: { ...knowledge.language, isKnownWord: (word) => knowledge.vocabulary.knows(word) },
        onEntry: metrics?.onKept,
      }),
      onAnswer: (answer) => usage.count(answer, knowledge),
      subscriptions: office.subscriptions,
      operator: operatorOf(settings, RETENTION_DAYS),
      addressesFor,
      now,
      randomId: randomUUID,
    });
    const { publicUrl, allowedOrigins } = settings;
    const baseUrlOf = createBaseUrl(publicUrl).of;
    // Of the pages and of the doors for other people's tools: each question stands alone there, and nothing is kept of it.
    const parts = {
      knowledge,
      show: pages.show,
      publicUrl,
      operator: operatorOf(settings, null),
      version: readVersion(),
    };
    return {
      knowledge,
      bot,
      office,
      routes: [
        ...createPictureRoutes(knowledge),
        ...(await createTakeAwayRoutes({ knowledge, links, now, show: pages.show })),
        // A page and what it names are on one server: addresses without a host are right behind any proxy.
        ...createPlainRoutes({
          ...parts,
          addresses: addressesFor({ channelId: 'directline', serviceUrl: '' }),
          isIndexable: settings.isIndexable,
          contact: settings.contact,
        }),
        ...createApiRoutes(parts),
        ...createMcpRoutes({ ...parts, log, origins: createOrigins({ allowed: allowedOrigins, baseUrlOf }) }),
        ...createOpenDataRoutes({ ...parts, baseUrlOf }),
      ],
    };
  }

  function announcing(knowledge: KnowledgeBase): Announcer {
    return served.office.open({ send: host.send, remember: createRememberNotice(conversationState, knowledge), log });
  }
}

/** Routes that are answered by those of the moment, which are the same addresses in the same order. */
function ofNow(routes: () => readonly Route[]): Route[] {
  return routes().map((route, at) => ({ ...route, answer: (call) => (routes()[at] ?? route).answer(call) }));
}

/** Now and once a day; a failure is told and does not stop the assistant. */
function deleteOldDaily(store: Store, now: () => Date, log: Log): NodeJS.Timeout {
  const forget = (): void => {
    deleteOld(store, now(), log).catch((error: unknown) => log.error('what is too old could not be deleted', error));
  };
  forget();
  return setInterval(forget, DAY_MS).unref();
}
