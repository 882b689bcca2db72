import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SendNotice } from '../../dialogs/subscriptions/notice';
import type { BotLogic } from './bot-logic';
import { createDirectLine, type DirectLineParts } from './directline/direct-line';
import { openSecrets } from './directline/secret';
import { PING_MS } from './directline/streams';
import { allowCrossOrigin, allowReadingFromAnywhere } from './http/cross-origin';
import type { ErrorPage } from './http/http-error';
import { createOrigins } from './http/origins';
import type { Route } from './http/route';
import { createLimits } from './limits/limits';
import type { Metrics } from './metrics/metrics';
import { createSecurityRoute } from './security-route';
import { createServer } from './server';
import type { Log } from './log';
import { isOpenData } from './open-paths';
import { createBaseUrl } from './public-address';
import type { Settings } from './settings';
import type { OpenStore } from './storage/open-store';
import { createTurnQueue } from './storage/turn-queue';
import { createTeamsDoor } from './teams/teams-door';
import { within } from './time-limit';
import { createWidgetRoutes } from './widget/widget-routes';

/** What the host is given. */
export interface HostParts {
  readonly settings: Settings;
  readonly log: Log;
  /** Plays one turn; it saves its own state. */
  readonly bot: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  /** What the user of Teams reads when the answer takes longer than Teams waits. */
  readonly lateSentence: (locale: string) => string;
  readonly store: Omit<OpenStore, 'close'>;
  /** Keeps what the conversation of this turn remembers so far. */
  readonly saveState: BotLogic;
  /** What is served beside the conversation: pictures, pages and files. */
  readonly routes?: readonly Route[];
  /** How errors are told to people; without it, as JSON to all. */
  readonly errorPage?: ErrorPage;
  /** Path of Web Chat's webchat.js; by default where the vendoring script puts it. */
  readonly webChatBundle?: string;
  readonly assetsDir?: string;
  readonly now?: () => Date;
  readonly randomId?: () => string;
  /** How often a web socket must prove that it is alive. */
  readonly pingMs?: number;
  /** Deletes what is kept of a conversation beside the store, when it is forgotten. */
  readonly forgetBeside?: DirectLineParts['forgetBeside'];
  /** Told by /healthz. */
  readonly version?: string;
  readonly metrics?: Metrics | undefined;
  /** What whoever watches over it should know though it answers: told by /readyz. */
  readonly warnings?: () => readonly string[];
}

/** A host that runs. */
export interface Host {
  /** Where it listens, without a final slash. */
  readonly url: string;
  /** Writes to a conversation that nobody just spoke in, whatever its channel. */
  readonly send: SendNotice;
  /** Lets the turns under way finish, then stops. */
  readonly close: () => Promise<void>;
}

/** Nobody has ever twenty turns waiting; a script that floods a conversation has. */
const MAX_WAITING_TURNS = 100;

/** Puts the host together and opens its doors: the page, Direct Line, and Teams when the settings let it in. */
export async function startHost(parts: HostParts): Promise<Host> {
  const { settings, log, errorSentence, store, metrics } = parts;
  const bot = metrics?.timed(parts.bot) ?? parts.bot;
  const now = parts.now ?? (() => new Date());
  const baseUrl = createBaseUrl(settings.publicUrl);
  const origins = createOrigins({ allowed: settings.allowedOrigins, baseUrlOf: baseUrl.of });
  const queue = createTurnQueue({ limit: MAX_WAITING_TURNS });
  const limits = createLimits({
    settings: settings.limits,
    measure: () => store.bytes(),
    spend: store.spend,
    log,
    now: () => performance.now(),
  });
  metrics?.watch(limits.refusals);
  const directLine = createDirectLine({
    store,
    requireRoom: limits.requireRoom,
    queue,
    log,
    bot,
    errorSentence,
    secrets: await openSecrets(store, settings.directLineSecret),
    origins,
    baseUrlOf: baseUrl.of,
    now,
    randomId: parts.randomId ?? randomUUID,
    wait: (milliseconds) => wait(milliseconds),
    pingMs: parts.pingMs ?? PING_MS,
    forgetBeside: parts.forgetBeside,
  });
  const widget = await createWidgetRoutes({
    assetsDir: parts.assetsDir ?? join(process.cwd(), 'src/host/widget/assets'),
    webChatBundle: parts.webChatBundle ?? join(process.cwd(), '.cache/webchat-minimal-4.18.1.js'),
    grantToken: directLine.grantToken,
    baseUrlOf: baseUrl.of,
    allowedOrigins: settings.allowedOrigins,
    log,
  });
  const teams =
    settings.teams === undefined
      ? undefined
      : await createTeamsDoor(settings.teams, {
          store,
          alone: store.alone,
          queue,
          log,
          bot,
          errorSentence,
          saveState: parts.saveState,
          lateSentence: parts.lateSentence,
          now: () => Date.now(),
          random: Math.random,
          wait,
        });

  const security =
    settings.securityContact === undefined
      ? []
      : [createSecurityRoute({ contact: settings.securityContact, publicUrl: settings.publicUrl, now })];
  const server = createServer({
    host: settings.host,
    port: settings.port,
    log,
    routes: [
      ...widget,
      ...directLine.routes,
      ...(teams === undefined ? [] : [teams.route]),
      ...security,
      ...(parts.routes ?? []),
    ],
    ...(parts.errorPage === undefined ? {} : { errorPage: parts.errorPage }),
    before: [allowCrossOrigin('/v3/directline/', origins), allowReadingFromAnywhere(isOpenData)],
    limits,
    onAnswer: metrics?.onAnswer,
    ...(parts.version === undefined ? {} : { version: parts.version }),
    upgrade: directLine.upgrade,
    isReady: () => canWrite(store, log),
    ...(parts.warnings === undefined ? {} : { warnings: parts.warnings }),
    closeChats: async () => {
      await Promise.all([directLine.close(), queue.idle()]);
    },
  });
  const url = await server.listen();
  baseUrl.listensAt(url);
  log.debug('listening', { url, teams: settings.teams?.kind ?? 'off' });
  return {
    url,
    send: (reference, activity, sent) => {
      if (reference.channelId === 'directline') return directLine.send(reference, activity, sent);
      // A door that is shut today may be open at the next start.
      return teams === undefined ? Promise.resolve('failed') : teams.send(reference, activity, sent);
    },
    close: () => server.close(),
  };
}

/** What a long turn writes: a full disk has a page or two left in the file of the store. */
const TRIAL = JSON.stringify('x'.repeat(64_000));

/** Whoever watches over many asks again soon, and sends nobody to one that takes long. */
const READY_MS = 2_000;

/** By a write: a disk that is full or read-only still reads. */
async function canWrite(store: HostParts['store'], log: Log): Promise<boolean> {
  try {
    await within(READY_MS, store.commit([{ key: 'ready', text: TRIAL }]));
    return true;
  } catch (error) {
    log.error('the store cannot be written to', error);
    return false;
  }
}
