import { z } from 'zod';
import type { Send } from '../../../src/host/teams/connector-client';
import { refusal } from '../../../src/host/teams/connector-error';
import { SERVICE_URL, type Adapter, type Connector, type MakeSdk } from './connector';

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
  readonly sdk: MakeSdk;
  readonly sent: readonly Sent[];
  /** Answers with this status from now on. */
  readonly answerWith: (status: number) => void;
}

/** Records beside a stand-in whose keys and tokens it uses. */
export function recordThrough({ sdk }: Connector, adapter?: Adapter): RecordingConnector {
  const sent: Sent[] = [];
  let status: number | null = null;
  const send: Send = ({ method, url, body }) => {
    sent.push({
      method,
      path: decodeURIComponent(url.replace(SERVICE_URL, '/')),
      body: body === undefined ? {} : bodySchema.parse(JSON.parse(body)),
    });
    if (status !== null && status >= 300) return Promise.reject(refusal(status, ''));
    return Promise.resolve({
      status: status ?? (method === 'POST' ? 201 : 200),
      headers: { 'content-type': 'application/json' },
      // Of what is said alone: a slow machine shows signs that it is typing in between.
      body: JSON.stringify({ id: `reply-${sent.filter(({ body: { type } }) => type !== 'typing').length}` }),
    });
  };
  return {
    sdk: sdk(send, adapter),
    sent,
    answerWith: (next) => {
      status = next;
    },
  };
}
