import type { SendNotice } from '../../../dialogs/subscriptions/notice';
import type { BotLogic } from '../bot-logic';
import type { Route } from '../http/route';
import type { Log } from '../log';
import type { Alone } from '../storage/lease';
import type { Store } from '../storage/store';
import type { TurnQueue } from '../storage/turn-queue';
import { createAgentsSdk } from './agents/agents-sdk';
import { createConnectorProof } from './agents/connector-proof';
import { createAdmission, createDevelopmentAdmission, createTenantCheck } from './admission';
import { createBotbuilderSdk } from './connector-adapter';
import { createConnectorAuthentication } from './connector-authentication';
import { clientThrough, createSend, type Send } from './connector-client';
import { createMessagesRoute } from './messages-route';
import { createTeamsSender } from './proactive';
import { connectorHosts, isLoopbackService } from './service-hosts';
import type { TeamsSdk } from './teams-sdk';
import type { TeamsSettings } from './teams-settings';

/** What the door of Teams needs of the host; the clock and chance are its own. */
export interface TeamsDoorParts {
  readonly store: Store;
  readonly alone: Alone;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** Keeps what the conversation remembers so far, before a reply leaves that nobody can take back. */
  readonly saveState: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  /** What the user reads when the answer takes longer than Teams waits. */
  readonly lateSentence: (locale: string) => string;
  /** Milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
}

/** The two ways through the door. */
export interface TeamsDoor {
  /** What comes in: `POST /api/messages`. */
  readonly route: Route;
  /** What goes out without being asked for. */
  readonly send: SendNotice;
}

/** The door of Teams, open to the Bot Framework or, in development, to this machine. */
export async function createTeamsDoor(settings: TeamsSettings, parts: TeamsDoorParts): Promise<TeamsDoor> {
  const { log, now, random, wait } = parts;
  const isDevelopment = settings.kind === 'development';
  if (isDevelopment) log.warn('Teams needs no token: the door of development is open to the programs of this machine');
  const isServiceUrl = isDevelopment ? isLoopbackService : connectorHosts(settings.serviceHosts);
  const sdk = await createSdk(settings, createSend({ isServiceUrl, now, random, wait }), parts);
  // The one tenant that an app serves, when it serves one.
  const home = settings.kind === 'app' && settings.appType === 'SingleTenant' ? settings.tenantId : undefined;
  const admission = {
    sdk,
    isServiceUrl,
    isAllowedTenant: createTenantCheck({ given: settings.allowedTenants, home }),
    log,
  };
  return {
    route: createMessagesRoute({
      ...parts,
      admit: isDevelopment ? createDevelopmentAdmission(admission) : createAdmission(admission),
    }),
    send: createTeamsSender({ ...parts, sdk }),
  };
}

async function createSdk(settings: TeamsSettings, send: Send, parts: TeamsDoorParts): Promise<TeamsSdk> {
  const appId = settings.kind === 'app' ? settings.appId : undefined;
  if (settings.adapter === 'botbuilder') {
    const authentication = createConnectorAuthentication(settings, clientThrough(send));
    return createBotbuilderSdk(appId ?? '', { ...parts, authentication });
  }
  const prove = appId === undefined ? () => Promise.resolve() : createConnectorProof({ appId, now: parts.now });
  return createAgentsSdk(settings, { ...parts, send, prove });
}
