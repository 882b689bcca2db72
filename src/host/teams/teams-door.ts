import { setTimeout as wait } from 'node:timers/promises';
import { createAgentsSdk } from './agents/agents-sdk';
import { createConnectorProof } from './agents/connector-proof';
import { createAdmission, createDevelopmentAdmission, createTenantCheck } from './admission';
import { createBotbuilderSdk, type TurnTreatment } from './connector-adapter';
import { createConnectorAuthentication } from './connector-authentication';
import { clientThrough, createSend, type Send } from './connector-client';
import { createMessagesRoute, type MessagesRouteParts } from './messages-route';
import { createTeamsSender } from './proactive';
import { connectorHosts, isLoopbackService } from './service-hosts';
import type { TeamsSdk } from './teams-sdk';
import type { TeamsSettings } from './teams-settings';

/** What the door of Teams needs of the host; the clock and chance are its own. */
export type TeamsDoorParts = Omit<MessagesRouteParts, 'admit' | 'later' | 'now'> & Omit<TurnTreatment, 'now'>;

/** The door of Teams, open to the Bot Framework or, in development, to this machine. */
export async function createTeamsDoor(settings: TeamsSettings, needed: TeamsDoorParts) {
  const parts = { ...needed, now: () => Date.now() };
  const { log, now } = parts;
  const isDevelopment = settings.kind === 'development';
  if (isDevelopment) log.warn('Teams needs no token: the door of development is open to the programs of this machine');
  const isServiceUrl = isDevelopment ? isLoopbackService : connectorHosts(settings.serviceHosts);
  const sdk = await createSdk(settings, createSend({ isServiceUrl, now, random: Math.random, wait }), parts);
  // The one tenant that an app serves, when it serves one.
  const home = settings.kind === 'app' && settings.appType === 'SingleTenant' ? settings.tenantId : undefined;
  const isAllowedTenant = createTenantCheck({ given: settings.allowedTenants, home });
  const admission = { sdk, isServiceUrl, isAllowedTenant, log };
  return {
    /** What comes in: `POST /api/messages`. */
    route: createMessagesRoute({
      ...parts,
      admit: isDevelopment ? createDevelopmentAdmission(admission) : createAdmission(admission),
    }),
    /** What goes out without being asked for. */
    send: createTeamsSender({ ...parts, sdk }),
  };
}

async function createSdk(settings: TeamsSettings, send: Send, parts: TurnTreatment): Promise<TeamsSdk> {
  const appId = settings.kind === 'app' ? settings.appId : undefined;
  if (settings.adapter === 'botbuilder') {
    const authentication = createConnectorAuthentication(settings, clientThrough(send));
    return createBotbuilderSdk(appId ?? '', { ...parts, authentication });
  }
  const prove = appId === undefined ? () => Promise.resolve() : createConnectorProof({ appId, now: parts.now });
  return createAgentsSdk(settings, { ...parts, send, prove });
}
