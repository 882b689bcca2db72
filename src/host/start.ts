import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { SendNotice } from '../../dialogs/subscriptions/notice';
import type { BotLogic } from './bot-logic';
import { createDirectLine, type DirectLineParts } from './directline/direct-line';
import { openSecrets } from './directline/secret';
import { allowCrossOrigin, allowReadingFromAnywhere } from './http/cross-origin';
import { createOrigins } from './http/origins';
import type { Route } from './http/route';
import { createLimits } from './limits/limits';
import type { Metrics } from './metrics/metrics';
import { createSecurityRoute } from './security-route';
import { createServer, type ServerParts } from './server';
import type { Log } from './log';
import { createBaseUrl } from './public-address';
import type { Settings } from './settings';
import type { OpenStore } from './storage/open-store';
import { createTurnQueue } from './storage/turn-queue';
import { createTeamsDoor, type TeamsDoorParts } from './teams/teams-door';
import { within } from './time-limit';
import { createWidgetRoutes } from './widget/widget-routes';

export interface HostParts
  extends
    Pick<ServerParts, 'log' | 'errorPage' | 'version' | 'warnings'>,
    Pick<TeamsDoorParts, 'errorSentence' | 'lateSentence' | 'saveState'>,
    Pick<DirectLineParts, 'forgetBeside'>,
    Partial<Pick<DirectLineParts, 'now' | 'randomId' | 'pingMs'>> {
  readonly settings: Settings;
  /** Plays one turn; it saves its own state. */
  readonly bot: BotLogic;
  readonly store: Omit<OpenStore, 'close'>;
  /** What is served beside the conversation: pictures, pages and files. */
  readonly routes?: readonly Route[];
  /** Path of Web Chat's webchat.js; by default where the vendoring script puts it. */
  readonly webChatBundle?: string;
  readonly metrics?: Metrics | undefined;
}

export type Host = Awaited<ReturnType<typeof startHost>>;

/** Nobody has ever twenty turns waiting; a script that floods a conversation has. */
const MAX_WAITING_TURNS = 100;

/** Puts the host together and opens its doors: the page, Direct Line, and Teams when the settings let it in. */
export async function startHost(parts: HostParts) {
  const { settings, log, store, metrics, now = () => new Date() } = parts;
  const { publicUrl, allowedOrigins, securityContact } = settings;
  const baseUrl = createBaseUrl(publicUrl);
  const origins = createOrigins({ allowed: allowedOrigins, baseUrlOf: baseUrl.of });
  const queue = createTurnQueue({ limit: MAX_WAITING_TURNS });
  const limits = createLimits(settings.limits, store, log);
  metrics?.watch(limits.refusals);
  const talk = { ...parts, bot: metrics?.timed(parts.bot) ?? parts.bot, queue };
  const directLine = createDirectLine({
    randomId: randomUUID,
    ...talk,
    requireRoom: limits.requireRoom,
    secrets: await openSecrets(store, settings.directLineSecret),
    origins,
    baseUrlOf: baseUrl.of,
    now,
  });
  const widget = await createWidgetRoutes({
    webChatBundle: parts.webChatBundle ?? join(process.cwd(), '.cache/webchat-minimal-4.18.1.js'),
    grantToken: directLine.grantToken,
    baseUrlOf: baseUrl.of,
    allowedOrigins,
    log,
  });
  const teams = settings.teams && (await createTeamsDoor(settings.teams, { ...talk, alone: store.alone }));
  const server = createServer({
    ...parts,
    host: settings.host,
    port: settings.port,
    routes: [
      ...widget,
      ...directLine.routes,
      ...(teams === undefined ? [] : [teams.route]),
      ...(securityContact === undefined ? [] : [createSecurityRoute(securityContact, publicUrl, now)]),
      ...(parts.routes ?? []),
    ],
    before: [allowCrossOrigin('/v3/directline/', origins), allowReadingFromAnywhere],
    limits,
    onAnswer: metrics?.onAnswer,
    upgrade: directLine.upgrade,
    isReady: sharedTrial(() => canWrite(store, log), now),
    closeChats: async () => {
      await Promise.all([directLine.close(), queue.idle()]);
    },
  });
  const url = await server.listen();
  baseUrl.listensAt(url);
  log.debug('listening', { url, teams: settings.teams?.kind ?? 'off' });
  const send: SendNotice = (reference, activity, sent) => {
    if (reference.channelId === 'directline') return directLine.send(reference, activity, sent);
    // A door that is shut today may be open at the next start.
    return teams === undefined ? Promise.resolve('failed') : teams.send(reference, activity, sent);
  };
  return {
    /** Where it listens, without a final slash. */
    url,
    /** Writes to a conversation that nobody just spoke in, whatever its channel. */
    send,
    /** Lets the turns under way finish, then stops. */
    close: () => server.close(),
  };
}

/** What a long turn writes: a full disk has a page or two left in the file of the store. */
const TRIAL = JSON.stringify('x'.repeat(64_000));

/** Whoever watches over many asks again soon, and sends nobody to one that takes long. */
const READY_MS = 2_000;

/** A trial that went well answers for so long, and one under way whoever asks meanwhile: thousands who ask at once cost no more than one. */
const TRIAL_MS = 250;

function sharedTrial(trial: () => Promise<boolean>, now: () => Date): () => Promise<boolean> {
  let last: Promise<boolean> | null = null;
  let doneAt = -Infinity;
  return () => {
    if (last === null || now().getTime() - doneAt > TRIAL_MS) {
      doneAt = Infinity;
      last = trial().then((isReady) => {
        doneAt = isReady ? now().getTime() : -Infinity;
        return isReady;
      });
    }
    return last;
  };
}

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
