import type * as Agents from '@microsoft/agents-activity';
import type * as Hosting from '@microsoft/agents-hosting';
import { TurnContext, type Activity, type ConversationReference, type InvokeResponse } from 'botbuilder';
import { z } from 'zod';
import { SETTINGS } from '../../../messages/fr/settings';
import { BadSettings } from '../../settings';
import { codeOf } from '../../storage/error-code';
import { within } from '../../time-limit';
import { furnish, type TurnTreatment } from '../connector-adapter';
import type { Send } from '../connector-client';
import type { TeamsSdk } from '../teams-sdk';
import type { TeamsSettings } from '../teams-settings';
import { Bridge, type ToAgents } from './bridge';
import type { ConnectorProof } from './connector-proof';

type Sent = Promise<Hosting.ResourceResponse>;

/** Whom the token of the assistant is for. */
const CONNECTOR_SCOPE = 'https://api.botframework.com';
/** Microsoft's library sets no limit to it. */
const LOGIN_TIMEOUT_MS = 10_000;
/** Where apps of no tenant of their own get their token. */
const ANY_TENANT = 'botframework.com';

/** The Microsoft 365 Agents SDK in the place of botbuilder's adapter: it reads, sends and logs in; the proof and the way out are ours. */
export async function createAgentsSdk(
  settings: TeamsSettings,
  parts: TurnTreatment & {
    readonly prove: ConnectorProof;
    readonly send: Send;
    /** Who the assistant says that it is; Microsoft's own login when left out. */
    readonly token?: () => Promise<string>;
  },
): Promise<TeamsSdk> {
  const [hosting, { Activity: AgentsActivity }] = await loadKit();
  const configuration = configurationOf(settings);
  const login = new hosting.MsalTokenProvider(configuration);
  const { send, token = () => login.getAccessToken(CONNECTOR_SCOPE) } = parts;
  const line = createLine(hosting, configuration, send, token);
  // Not by its own reader, which drops what its schemas do not know.
  const toAgents: ToAgents = (activity) => Object.assign(new AgentsActivity(activity.type ?? 'message'), activity);
  const bridge = new Bridge(line, toAgents);
  const unasked = new Bridge(line, toAgents);
  furnish(bridge, parts);
  const user = settings.kind === 'app' ? hosting.CloudAdapter.createIdentity(settings.appId) : {};

  return {
    accept: async (activity, authorization) => {
      await parts.prove(activity, authorization);
      return async (logic) => {
        const { response, read } = responseToRead();
        const request = { method: 'POST', headers: {}, body: envelopeOf(activity), user };
        await line.process(request, response, (turn) => bridge.play(turn, activity, logic));
        return read();
      };
    },
    begin: (reference, logic) => {
      const event = { type: 'event', name: 'ContinueConversation' };
      const activity = TurnContext.applyConversationReference(event, reference, true);
      return line.continueConversation(user, referenceOf(reference), (turn) => unasked.play(turn, activity, logic));
    },
  };
}

/** What Node says of a package that is not there. */
const ABSENT: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

/** What our types and tests are written against. */
const KIT = '@microsoft/agents-hosting@1.8.1 @microsoft/agents-activity@1.8.1';

async function loadKit() {
  try {
    return await Promise.all([import('@microsoft/agents-hosting'), import('@microsoft/agents-activity')]);
  } catch (cause) {
    if (!ABSENT.has(codeOf(cause))) throw cause;
    throw new BadSettings([SETTINGS.problem('TEAMS_ADAPTER', SETTINGS.unfit('agents'), SETTINGS.teams.kit(KIT))]);
  }
}

function configurationOf(settings: TeamsSettings): Hosting.AuthConfiguration {
  if (settings.kind === 'development') return {};
  return {
    clientId: settings.appId,
    tenantId: settings.tenantId ?? ANY_TENANT,
    ...(settings.appPassword === undefined ? {} : { clientSecret: settings.appPassword }),
    ...(settings.appType === 'UserAssignedMSI' ? { authType: 'UserManagedIdentity' } : {}),
  };
}

/** The adapter of the kit, whose own client would go anywhere, follow redirects and wait for ever. */
function createLine(
  { CloudAdapter, ConnectorClient, HttpClient }: typeof Hosting,
  configuration: Hosting.AuthConfiguration,
  send: Send,
  token: () => Promise<string>,
): Hosting.CloudAdapter {
  class WayOut extends HttpClient {
    override async request<T>(config: Hosting.HttpRequestConfig): Promise<Hosting.HttpResponse<T>> {
      const { status, headers, body } = await send({
        url: new URL(config.url, this.baseURL.replace(/\/?$/u, '/')).href,
        method: config.method.toUpperCase(),
        headers: this.defaultHeaders,
        body: config.data === undefined ? undefined : JSON.stringify(config.data),
        agent: undefined,
      });
      const data = z.custom<T>().parse(body === '' ? {} : JSON.parse(body));
      return { data, status, statusText: '', headers: new Headers(headers), config };
    }
  }

  /** Encodes the ids in the path, which its own leaves as they are: Teams writes ":", "@" and ";" in those of conversations. */
  class Connector extends ConnectorClient {
    static through(client: Hosting.HttpClient): Connector {
      return new Connector(client);
    }

    override replyToActivity(conversation: string, activity: string, body: Agents.Activity): Sent {
      return super.replyToActivity(encodeURIComponent(conversation), activity, body);
    }

    override sendToConversation(conversation: string, body: Agents.Activity): Sent {
      return super.sendToConversation(encodeURIComponent(conversation), body);
    }

    override updateActivity(conversation: string, activity: string, body: Agents.Activity): Sent {
      return super.updateActivity(encodeURIComponent(conversation), encodeURIComponent(activity), body);
    }

    override deleteActivity(conversation: string, activity: string): Promise<void> {
      return super.deleteActivity(encodeURIComponent(conversation), encodeURIComponent(activity));
    }
  }

  class Line extends CloudAdapter {
    protected override async createConnectorClientWithIdentity(
      _identity: unknown,
      { serviceUrl = '' }: { readonly serviceUrl?: string },
    ): Promise<Hosting.ConnectorClient> {
      const { httpClient } = ConnectorClient.createClientWithToken(serviceUrl, await within(LOGIN_TIMEOUT_MS, token()));
      return Connector.through(new WayOut({ baseURL: httpClient.baseURL, headers: httpClient.defaultHeaders }));
    }
  }

  const line = new Line(configuration);
  // Its own tells the user in English that the bot has a bug; the bridge has apologised already.
  line.onTurnError = (_turn, error) => Promise.reject(error);
  return line;
}

/** All that the kit needs to know of an activity: the bot reads the rest from us, and its schemas refuse a null within. */
function envelopeOf(activity: Activity): Record<string, unknown> {
  const { type, id, channelId, serviceUrl, deliveryMode, conversation, from, recipient } = activity;
  return {
    type,
    channelId,
    serviceUrl,
    ...(id === undefined ? {} : { id }),
    ...(deliveryMode === undefined ? {} : { deliveryMode }),
    conversation: { id: conversation.id },
    from: { id: from.id },
    recipient: { id: recipient.id },
  };
}

function referenceOf(reference: Partial<ConversationReference>) {
  const { channelId = '', serviceUrl, conversation, bot, user } = reference;
  return {
    channelId,
    serviceUrl,
    conversation: { id: conversation?.id ?? '' },
    ...(bot === undefined ? {} : { agent: { id: bot.id } }),
    ...(user === undefined ? {} : { user: { id: user.id } }),
  };
}

/** What the kit would write to the socket. */
function responseToRead(): { readonly response: Hosting.WebResponse; readonly read: () => InvokeResponse } {
  let answer: InvokeResponse = { status: 200 };
  const response = {
    headersSent: false,
    writableEnded: false,
    status: (status: number) => {
      answer = { ...answer, status };
      return response;
    },
    setHeader: () => response,
    send: (body?: unknown) => {
      answer = { ...answer, body };
      return response;
    },
    end: () => response,
  };
  return { response, read: () => answer };
}
