import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { startAssistantProcess, type AssistantProcess } from './assistant-process';
import { BAD_ADDRESSES, BAD_HTTP, BAD_PAGES, BAD_REQUESTS, JSON_TYPE, under } from './bad-requests';
import { directLineClient, type StartedConversation } from './direct-line-client';
import { sendRaw } from './raw-http';
import { UNLIMITED } from './running-host';
import { temporaryFolder } from './temporary-folder';

const ACTIVITIES = 1_000;
const MOST_GROWTH_BYTES = 50_000_000;
/** A thousand turns and as many questions; some 40 s on an idle machine. */
const PATIENCE_MS = 600_000;

const folder = temporaryFolder();
const temporary = join(folder, 'tmp');
let assistant: AssistantProcess;
let client: ReturnType<typeof directLineClient>;
let conversation: StartedConversation;
let memoryBefore: number;

beforeAll(async () => {
  mkdirSync(temporary);
  assistant = await startAssistantProcess({
    ...UNLIMITED,
    VAR_DIR: join(folder, 'var'),
    TMPDIR: temporary,
    LOG_LEVEL: 'error',
  });
  client = directLineClient(assistant.url);
  conversation = await client.start();
  // What is made when it is first asked for is no growth.
  for (const [, path] of BAD_PAGES.slice(0, 3)) await fetch(assistant.url + path);
  for (let count = 0; count < 20; count += 1) await goesOn();
  memoryBefore = await assistant.memory();
}, 120_000);

afterAll(async () => {
  await assistant.stop();
});

/** The next question is answered, and right. */
async function goesOn(): Promise<void> {
  const response = await fetch(`${assistant.url}/question?q=mentor`);
  const page = await response.text();
  if (response.status !== 200 || !page.includes('Plateforme interministérielle de formation'))
    throw new Error(`the next question was answered with ${response.status}: ${page.slice(0, 500)}`);
}

describe('one assistant that everything is thrown at', () => {
  afterEach(() => {
    expect(readdirSync(temporary)).toEqual([]);
    expect(assistant.written()).not.toContain('a request failed');
  });

  it('means at least the kinds that the review tried', () => {
    const kinds = [...Object.keys(BAD_REQUESTS), ...BAD_HTTP, ...BAD_ADDRESSES, ...BAD_PAGES];

    expect(kinds.length).toBeGreaterThanOrEqual(85);
  });

  it.each(Object.entries(BAD_REQUESTS))('answers the next question after %s', async (_name, bad) => {
    const token = bad.token === undefined ? conversation.token : bad.token(conversation);
    const response = await fetch(`${assistant.url}/v3/directline${(bad.path ?? under('/activities'))(conversation)}`, {
      method: bad.method ?? 'POST',
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(bad.body === undefined ? {} : JSON_TYPE),
        ...bad.headers,
      },
      ...(bad.body === undefined ? {} : { body: bad.body }),
    });

    expect(response.status).toBe(bad.status);
    await goesOn();
  });

  it.each(BAD_HTTP)('answers the next question after %s', async (_name, parts, status) => {
    expect(await sendRaw(assistant.url, ...parts)).toMatchObject({ status });
    await goesOn();
  });

  it.each(BAD_ADDRESSES)('answers the next question after the address %s', async (address) => {
    await sendRaw(assistant.url, `GET ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    await goesOn();
  });

  it.each(BAD_PAGES.map(([name, path, init]) => ({ name, path, init })))(
    'answers the next question after $name',
    async ({ path, init }) => {
      const response = await fetch(assistant.url + path, init);
      await response.arrayBuffer();

      expect(response.status).toBeLessThan(500);
      await goesOn();
    },
  );

  it(
    `answers the next question after each of ${ACTIVITIES} activities made up`,
    async () => {
      let refused = 0;
      await fc.assert(
        fc.asyncProperty(anActivity, async (activity) => {
          const { status } = await client.post(conversation, activity);
          if (status !== 200) refused += 1;
          expect([200, 400, 413]).toContain(status);
          await goesOn();
        }),
        { numRuns: ACTIVITIES, endOnFailure: true },
      );

      // Some are such as clients send, and are played.
      expect(refused).toBeGreaterThan(ACTIVITIES / 10);
      expect(refused).toBeLessThan((ACTIVITIES * 9) / 10);
    },
    PATIENCE_MS,
  );

  it('holds no more than before by all of it', async () => {
    expect((await assistant.memory()) - memoryBefore).toBeLessThan(MOST_GROWTH_BYTES);
  });
});

/** As clients send them, with keys that are missing or of another kind, buttons of no card, texts of every alphabet. */
const anything = fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.string({ unit: 'binary' }), fc.constant(null));
const text = fc.oneof(
  fc.constantFrom(
    'mentor',
    'et son coût ?',
    'aide',
    'annuler',
    'comparer',
    'une note sur Mentor',
    'oublie-moi',
    '2',
    'oui',
  ),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('<b>', '](javascript:', '=1+1', '${x}', '\u0000', '%s', 'é\u0301', '\u202e'),
    maxLength: 40,
  }),
);
const pressed = fc.record(
  {
    action: fc.constantFrom(
      'start',
      'answer',
      'order',
      'more',
      'reading',
      'refresh',
      'rate',
      'follow',
      'unfollow',
      '__proto__',
    ),
    guide: fc.oneof(fc.constantFrom('find-project', 'savings', 'compare', 'note', 'opinion', 'report'), anything),
    run: fc.oneof(fc.nat(3), anything),
    answer: fc.oneof(fc.nat(5), anything),
    step: fc.oneof(fc.constantFrom('theme', 'body', 'constructor'), anything),
    value: fc.oneof(fc.string(), anything),
    choice: fc.string(),
    text,
    order: fc.constantFrom('back', 'cancel', 'help', 'keep'),
    from: fc.oneof(fc.nat(), anything),
    reading: fc.nat(200),
    reason: fc.constantFrom('exact', 'wrong', 'other'),
    project: fc.oneof(fc.constantFrom('mentor', '__proto__'), anything),
    subscription: fc.oneof(fc.nat(3), fc.constant(null)),
  },
  { requiredKeys: ['action'] },
);
const anActivity = fc.oneof(
  fc.record({ type: fc.constant('message'), text }),
  fc.record({ type: fc.constant('message'), value: pressed }),
  fc.record(
    {
      type: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('message', 'event', 'typing', 'invoke') },
        { weight: 1, arbitrary: anything },
      ),
      text: fc.oneof(text, anything),
      value: fc.oneof(pressed, anything),
      name: fc.oneof(fc.string(), anything),
      locale: fc.oneof(fc.constantFrom('fr', 'en-GB', 'x'), anything),
      channelData: fc.oneof(fc.dictionary(fc.string(), anything), anything),
      entities: fc.oneof(fc.array(anything), anything),
      attachments: anything,
      textFormat: fc.oneof(fc.constantFrom('plain', 'xml'), anything),
      localTimestamp: fc.oneof(fc.constant('2026-11-26T08:00:00+01:00'), anything),
      from: anything,
    },
    { requiredKeys: ['type'] },
  ),
  anything,
);
