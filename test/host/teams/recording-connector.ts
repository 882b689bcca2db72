import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { ConnectorClient } from '../../../src/host/teams/connector-client';
import { SERVICE_URL, type Connector } from './connector';

/** What the bot sent to the connector. */
export interface Sent {
  readonly method: string;
  /** After the address of the service. */
  readonly path: string;
  readonly body: z.infer<typeof bodySchema>;
}

const bodySchema = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  conversation: z.looseObject({ id: z.string() }).optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});

/** The service side of Teams: it takes what the bot sends and gives it an id. */
export interface RecordingConnector {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly sent: readonly Sent[];
  /** Answers with this status from now on. */
  readonly answerWith: (status: number) => void;
}

/** Records beside a stand-in whose keys and tokens it uses. */
export function recordThrough({ authenticationThrough }: Connector): RecordingConnector {
  const sent: Sent[] = [];
  let status: number | null = null;
  const client: ConnectorClient = {
    sendRequest: (request) => {
      const body: unknown = request.body;
      sent.push({
        method: request.method,
        path: decodeURIComponent(request.url.replace(SERVICE_URL, '/')),
        body: typeof body === 'string' ? bodySchema.parse(JSON.parse(body)) : {},
      });
      const headers = request.headers.clone();
      for (const name of headers.headerNames()) headers.remove(name);
      headers.set('content-type', 'application/json');
      const usual = request.method === 'POST' ? 201 : 200;
      return Promise.resolve({
        request,
        status: status ?? usual,
        headers,
        bodyAsText: JSON.stringify({ id: `reply-${sent.length}` }),
      });
    },
  };
  return {
    authentication: authenticationThrough(client),
    sent,
    answerWith: (next) => {
      status = next;
    },
  };
}
