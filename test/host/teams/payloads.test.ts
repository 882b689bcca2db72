import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { containing, objectLike, textWith } from '../../matchers';
import { ADAPTERS, startConnector, type Adapter, type Connector } from './connector';
import { assistantStarter, type RunningAssistant } from './running-assistant';

/**
 * What Teams posts, as its documents and the SDK's types tell, with invented names. Each is given to the door after those in
 * `after`; what the assistant then sends to the connector is compared.
 */
interface Replay {
  readonly after?: readonly string[];
  readonly status: number;
  /** What the answer to the request holds, when it is an invoke. */
  readonly answer?: object;
  readonly sent: readonly { readonly method: string; readonly to: string; readonly body?: object }[];
}

const PERSONAL = 'a:1PersonalAdaMartin0';
const GROUP = '19:5f1e2d3c4b5a49688776a5b4c3d2e1f0@thread.v2';
const THREAD = '19:9a8b7c6d5e4f43218765a4b3c2d1e0f9@thread.tacv2;messageid=1732442400100';

const reply = (conversation: string, id: string, text: string): Replay['sent'][number] => ({
  method: 'POST',
  to: `${conversation}/activities/${id}`,
  body: { type: 'message', replyToId: id, conversation: { id: conversation }, text: textWith(text) },
});

const found = (name: string): object => ({
  composeExtension: {
    type: 'result',
    attachments: containing([
      objectLike({
        contentType: 'application/vnd.microsoft.card.adaptive',
        preview: objectLike({ content: objectLike({ title: textWith(name) }) }),
      }),
    ]),
  },
});

const REPLAYS: Readonly<Record<string, Replay>> = {
  'personal-message': { status: 200, sent: [reply(PERSONAL, '1732442400101', 'Mentor')] },
  'group-mention': { status: 200, sent: [reply(GROUP, '1732442400102', 'PILAT')] },
  'channel-mentions-in-thread': { status: 200, sent: [reply(THREAD, '1732442400103', 'PILAT')] },
  'channel-mention-only': { status: 200, sent: [reply(THREAD, '1732442400104', 'assistant automatique')] },
  'quoted-reply': { status: 200, sent: [reply(PERSONAL, '1732442400105', 'PILAT')] },
  edit: {
    after: ['personal-message'],
    status: 200,
    sent: [{ method: 'PUT', to: `${PERSONAL}/activities/reply-1`, body: { id: 'reply-1', text: textWith('PILAT') } }],
  },
  'soft-delete': {
    after: ['personal-message'],
    status: 200,
    sent: [{ method: 'DELETE', to: `${PERSONAL}/activities/reply-1` }],
  },
  undelete: {
    after: ['personal-message', 'soft-delete'],
    status: 200,
    sent: [reply(PERSONAL, '1732442400101', 'Mentor')],
  },
  'bot-added-to-team': { status: 200, sent: [] },
  'members-added-to-team': { after: ['bot-added-to-team'], status: 200, sent: [] },
  'bot-added-to-personal': { status: 200, sent: [reply(PERSONAL, '1732442400111', 'assistant automatique')] },
  'bot-added-to-group': { status: 200, sent: [reply(GROUP, '1732442400112', 'assistant automatique')] },
  'installation-add': { after: ['bot-added-to-personal'], status: 200, sent: [] },
  'installation-remove': { after: ['bot-added-to-personal'], status: 200, sent: [] },
  reaction: { after: ['personal-message'], status: 200, sent: [] },
  'card-submit': { status: 200, sent: [reply(PERSONAL, '1732442400116', 'Quels projets comparer')] },
  'im-back': { after: ['personal-message'], status: 200, sent: [reply(PERSONAL, '1732442400117', 'PILAT')] },
  file: { status: 200, sent: [reply(PERSONAL, '1732442400118', 'que les mots')] },
  'adaptive-card-action': {
    status: 200,
    answer: {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: textWith('dans la conversation'),
    },
    sent: [reply(PERSONAL, '1732442400119', 'Quels projets comparer')],
  },
  'compose-extension-query': { status: 200, answer: found('DossierFacile'), sent: [] },
  'compose-extension-initial-run': { status: 200, answer: found('DocumentIA'), sent: [] },
  'application-search': {
    status: 200,
    answer: {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: containing([{ title: textWith('Mentor'), value: 'mentor' }]) },
    },
    sent: [],
  },
  'message-submit-action': { after: ['personal-message'], status: 200, answer: {}, sent: [] },
  'compose-extension-query-link': { status: 200, answer: found('Mentor'), sent: [] },
  'unknown-invoke': { status: 501, sent: [] },
};

const folder = path.join(__dirname, 'payloads');
const payload = (name: string): object =>
  z.looseObject({}).parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));

const startAssistant = assistantStarter();
let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

async function replay(
  name: string,
  { after = [] }: Replay,
  adapter: Adapter,
): Promise<{ status: number; answer: unknown; sent: RunningAssistant['sent'] }> {
  const assistant = await startAssistant({ connector, adapter });
  for (const earlier of after) await assistant.post(payload(earlier));
  const before = assistant.said().length;
  const response = await assistant.post(payload(name));
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, answer, sent: assistant.said().slice(before) };
}

describe.each(ADAPTERS)('a payload of Teams, by %s,', (adapter) => {
  it.each(Object.entries(REPLAYS))('%s is answered as it should be', async (name, expected) => {
    const { status, answer, sent } = await replay(name, expected, adapter);

    expect(status).toBe(expected.status);
    if (expected.answer !== undefined) expect(answer).toMatchObject(expected.answer);
    expect(sent).toMatchObject(
      expected.sent.map(({ method, to, body = {} }) => ({ method, path: `/v3/conversations/${to}`, body })),
    );
    expect(sent).toHaveLength(expected.sent.length);
  });

  it.each(['adaptive-card-action', 'compose-extension-query', 'application-search', 'message-submit-action'])(
    '%s of another shape is refused with 400, and does nothing',
    async (name) => {
      const assistant = await startAssistant({ connector, adapter });

      const { status } = await assistant.post({ ...payload(name), value: { action: 'start', parameters: {} } });

      expect(status).toBe(400);
      expect(assistant.said()).toEqual([]);
    },
  );

  it('is answered with its sources as citations, which reach Teams whole', async () => {
    const { sent } = await replay('personal-message', { status: 200, sent: [] }, adapter);

    expect(sent[0]?.body.text).toContain('[1]');
    expect(sent[0]?.body.entities).toMatchObject([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        citation: containing([
          objectLike({
            position: 1,
            appearance: objectLike({ '@type': 'DigitalDocument', url: textWith('https://') }),
          }),
        ]),
      },
    ]);
  });

  it('sent again is answered no second time', async () => {
    const assistant = await startAssistant({ connector, adapter });
    for (const name of ['personal-message', 'edit', 'soft-delete', 'undelete', 'bot-added-to-group', 'card-submit'])
      await assistant.post(payload(name));
    const once = assistant.said().length;

    for (const name of ['personal-message', 'edit', 'soft-delete', 'undelete', 'bot-added-to-group', 'card-submit'])
      expect((await assistant.post(payload(name))).status).toBe(200);

    expect(assistant.said()).toHaveLength(once);
  });

  it('is replayed for each file', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(REPLAYS)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });
});
