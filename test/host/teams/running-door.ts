import type { BotLogic } from '../../../src/host/bot-logic';
import { createLog } from '../../../src/host/log';
import { createServer, type Server } from '../../../src/host/server';
import type { Alone } from '../../../src/host/storage/lease';
import type { Store } from '../../../src/host/storage/store';
import { createTurnQueue } from '../../../src/host/storage/turn-queue';
import { createAdmission, createTenantCheck } from '../../../src/host/teams/admission';
import { createMessagesRoute, type Later } from '../../../src/host/teams/messages-route';
import type { IsServiceUrl } from '../../../src/host/teams/service-hosts';
import { storeOpener } from '../stores';
import type { MakeSdk } from './connector';

/** What a test decides of a door. */
export interface DoorOptions {
  readonly sdk: MakeSdk;
  readonly isServiceUrl: IsServiceUrl;
  readonly bot: BotLogic;
  /** By default a new one. */
  readonly store?: Store;
  /** By default this process is the only one. */
  readonly alone?: Alone;
  readonly saveState?: BotLogic;
  readonly errorSentence?: (locale: string) => string;
  readonly lateSentence?: (locale: string) => string;
  readonly later?: Later;
  readonly tenants?: { readonly given: readonly string[] | undefined; readonly home: string | undefined };
}

/** A door that runs, and what its log said. */
export interface RunningDoor {
  readonly url: string;
  readonly logged: readonly string[];
}

/** Starts doors that the Bot Framework may enter, and closes them after each test. */
export function doorStarter(): (options: DoorOptions) => Promise<RunningDoor> {
  const open: Server[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((server) => server.close()));
  });
  const openStore = storeOpener();

  return async ({
    sdk: makeSdk,
    isServiceUrl,
    bot,
    store,
    alone = (_name, task) => task(),
    saveState = () => Promise.resolve(),
    errorSentence = () => 'Pardon.',
    lateSentence = () => 'Patience.',
    later,
    tenants = { given: undefined, home: undefined },
  }) => {
    const logged: string[] = [];
    const log = createLog({ level: 'info', json: true }, (line) => logged.push(line));
    const queue = createTurnQueue();
    const now = (): number => Date.now();
    const sdk = await makeSdk({ log, errorSentence, saveState, now });
    const server = createServer({
      host: '127.0.0.1',
      port: 0,
      log,
      routes: [
        createMessagesRoute({
          admit: createAdmission({ sdk, isServiceUrl, isAllowedTenant: createTenantCheck(tenants), log }),
          store: store ?? (await openStore()),
          alone,
          queue,
          log,
          bot,
          lateSentence,
          now,
          ...(later === undefined ? {} : { later }),
        }),
      ],
      upgrade: (_request, socket) => socket.destroy(),
      isReady: () => Promise.resolve(true),
      closeChats: () => queue.idle(),
    });
    open.push(server);
    return { url: await server.listen(), logged };
  };
}

/** Posts an activity as a channel does. */
export function post(
  url: string,
  activity: object,
  token?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(activity),
  });
}
