import fc from 'fast-check';
import { createTokens } from '../../../src/host/directline/tokens';
import { directLineClient, type StartedConversation } from '../direct-line-client';
import { hostStarter, SECRET } from '../running-host';

const start = hostStarter();

/** What a request shows for a token: `unstarted` is a good one, of a third conversation; the bad ones are made of A's. */
const BEARERS = ['A', 'B', 'none', 'forged', 'mixed', 'expired', 'stream', 'unstarted', 'junk'] as const;
type Bearer = (typeof BEARERS)[number];

/** Every route of Direct Line but `tokens/generate`, which takes no token; `:id` is where the id of a conversation goes. */
const ROUTES = [
  ['POST', '/tokens/refresh'],
  ['POST', '/conversations'],
  ['GET', '/conversations/:id'],
  ['GET', '/conversations/:id/activities'],
  ['POST', '/conversations/:id/activities'],
  ['POST', '/conversations/:id/upload'],
  ['POST', '/conversations/:id/forget'],
  ['GET', '/session/getsessionid'],
  ['GET', '/conversations/:id/stream'],
] as const;

const RUNS = 1_000;
/** A thousand requests take some 3 s. */
const TIME_LIMIT_MS = 60_000;

interface Person {
  readonly userId: string;
  readonly name: string;
  readonly said: string;
  readonly conversation: StartedConversation;
}

/** A request as the property makes it up. */
interface Attempt {
  readonly route: (typeof ROUTES)[number];
  readonly bearer: Bearer;
  readonly idOf: 'A' | 'B' | 'unstarted' | 'junk';
  /** Written around the id: what a careless router would cut off or resolve. */
  readonly dressing: readonly [string, string];
  readonly watermark: string;
  readonly body: unknown;
}

describe('two conversations', () => {
  it(
    'learn nothing of each other on any route, with any token and any id',
    async () => {
      const { url } = await start();
      const people = { A: await settle(url, 'A'), B: await settle(url, 'B') };
      const attempt = createAttempts(url, people, await unstartedOf(url));

      await fc.assert(
        fc.asyncProperty(attemptOf(people), async (made) => {
          fc.pre(!mayEndOwn(made, people));
          const { status, text } = await attempt(made);

          const entitled = entitledBy(made);
          for (const name of ['A', 'B'] as const) {
            if (name === entitled) continue;
            for (const secret of secretsOf(people[name])) expect(text).not.toContain(secret);
          }
          expect(status).toBeLessThan(500);
          if (entitled === undefined && made.bearer !== 'unstarted') expect(status).toBeGreaterThanOrEqual(400);
        }),
        { numRuns: RUNS },
      );

      // The property would hold for a server that answers nothing: this one does answer, whoever may ask.
      const plain: Omit<Attempt, 'bearer' | 'route'> = {
        idOf: 'A',
        dressing: ['', ''],
        watermark: '',
        body: undefined,
      };
      const poll = await attempt({ ...plain, bearer: 'A', route: ['GET', '/conversations/:id/activities'] });
      const stream = await attempt({ ...plain, bearer: 'stream', route: ['GET', '/conversations/:id/stream'] });
      expect([poll.status, stream.status]).toEqual([200, 101]);
      for (const { text } of [poll, stream]) expect(text).toContain(people.A.said);
      await expectUntouched(url, people.A, people.B);
      await expectUntouched(url, people.B, people.A);
    },
    TIME_LIMIT_MS,
  );
});

/** Someone who has said something that nobody else may read. */
async function settle(url: string, name: string): Promise<Person> {
  const client = directLineClient(url);
  const person = { userId: `dl_user-of-${name}`, name: `Prénom ${name}`, said: `le secret de ${name}` };
  const { token } = await client.generate({ user: { id: person.userId, name: person.name } });
  const conversation = await client.start(token);
  await client.say(conversation, person.said);
  return { ...person, conversation };
}

function secretsOf({ userId, name, said, conversation }: Person): readonly string[] {
  const [, payload = '', signature = ''] = conversation.token.split('.');
  return [userId, name, said, conversation.conversationId, payload, signature];
}

async function unstartedOf(url: string): Promise<{ readonly conversationId: string; readonly token: string }> {
  return directLineClient(url).generate();
}

function attemptOf({ A, B }: Readonly<Record<'A' | 'B', Person>>): fc.Arbitrary<Attempt> {
  const others = fc.constantFrom(A, B);
  return fc.record({
    route: fc.constantFrom(...ROUTES),
    bearer: fc.oneof(fc.constantFrom('A' as const, 'B' as const), fc.constantFrom(...BEARERS)),
    idOf: fc.constantFrom('A' as const, 'B' as const, 'unstarted' as const, 'junk' as const),
    dressing: fc.oneof(
      { weight: 4, arbitrary: fc.constant(['', ''] as const) },
      fc.constantFrom(
        ...([
          ['', '%00'],
          ['', '%20'],
          ['..%2F', ''],
          ['x/../', ''],
          ['', '%7C0000001'],
          ['', ';x'],
          ['state%2F', ''],
          [`${A.conversation.conversationId}/../`, ''],
          ['', `/../${B.conversation.conversationId}`],
        ] as const),
      ),
      fc.tuple(fc.webFragments(), fc.constant('')),
    ),
    watermark: fc.oneof(fc.constantFrom('', '0', '1', '-1', '1e9', '999999'), fc.string()),
    body: fc.oneof(
      fc.constant(undefined),
      others.map(({ userId, name }) => ({ user: { id: userId, name } })),
      others.map(({ conversation, userId }) => ({
        type: 'message',
        text: 'une intrusion',
        from: { id: userId },
        conversation: { id: conversation.conversationId },
        replyToId: `${conversation.conversationId}|0000001`,
      })),
      fc.jsonValue(),
    ),
  });
}

/** Whose words the answer may hold. The stream's token is A's, and opens nothing else. */
function entitledBy({ route: [, path], bearer }: Attempt): 'A' | 'B' | undefined {
  if (bearer === 'stream') return path.endsWith('/stream') ? 'A' : undefined;
  return bearer === 'A' || bearer === 'B' ? bearer : undefined;
}

/** Whoever asks so may end a conversation by right, and nothing could be seen of it any more. */
function mayEndOwn(
  { route: [, path], bearer, idOf, dressing }: Attempt,
  people: Readonly<Record<'A' | 'B', Person>>,
): boolean {
  if (!path.endsWith('/forget') || (bearer !== 'A' && bearer !== 'B')) return false;
  return bearer === idOf || dressing.join().includes(people[bearer].conversation.conversationId);
}

/** Makes the request, and resolves with all that it was answered: status, headers, body or the first frame. */
function createAttempts(
  url: string,
  { A, B }: Readonly<Record<'A' | 'B', Person>>,
  unstarted: { readonly conversationId: string; readonly token: string },
) {
  const client = directLineClient(url);
  const claims = { conv: A.conversation.conversationId, user: A.userId, name: A.name };
  const now = () => new Date();
  const ours = createTokens({ secret: SECRET, now });
  const [header = '', , signatureOfA = ''] = A.conversation.token.split('.');
  const bearers: Readonly<Record<Bearer, string | undefined>> = {
    A: A.conversation.token,
    B: B.conversation.token,
    none: undefined,
    forged: createTokens({ secret: `${SECRET}!`, now }).issueChat(claims),
    mixed: `${header}.${B.conversation.token.split('.')[1] ?? ''}.${signatureOfA}`,
    expired: createTokens({ secret: SECRET, now: () => new Date(Date.now() - 3_600_000) }).issueChat(claims),
    stream: ours.issueStream(claims),
    unstarted: unstarted.token,
    junk: 'junk',
  };
  const ids = {
    A: A.conversation.conversationId,
    B: B.conversation.conversationId,
    unstarted: unstarted.conversationId,
    junk: 'constructor',
  };

  return async ({ route: [method, path], bearer, idOf, dressing: [before, after], watermark, body }: Attempt) => {
    const id = before + ids[idOf] + after;
    const query = new URLSearchParams({ watermark, t: bearers[bearer] ?? '' });
    if (path.endsWith('/stream')) {
      // A watermark that is right may leave nothing to send first, and nothing to wait for.
      if (/^\d+$/u.test(watermark)) query.set('watermark', '');
      return openStream(
        `${url.replace('http', 'ws')}/v3/directline${path.replace(':id', () => id)}?${query.toString()}`,
      );
    }
    const address = `${path.replace(':id', () => id)}?${query.toString()}`;
    const response = await client.fetch(method, address, bearers[bearer], method === 'GET' ? undefined : body);
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    return { status: response.status, text: `${headers}\n${await response.text()}` };
  };

  async function openStream(address: string) {
    const stream = client.stream(address);
    const outcome = await Promise.race([
      stream.refused.then(({ status, body }) => ({ status, text: JSON.stringify(body) })),
      stream.next().then(async (frame) => ({ status: 101, text: JSON.stringify([frame, ...(await stream.rest())]) })),
    ]);
    stream.socket.terminate();
    return outcome;
  }
}

/** All that is in the conversation is its owner's, and still there. */
async function expectUntouched(url: string, person: Person, other: Person): Promise<void> {
  const { activities } = await directLineClient(url).list(person.conversation);
  const log = JSON.stringify(activities);
  expect(log).toContain(person.said);
  for (const secret of secretsOf(other)) expect(log).not.toContain(secret);
  for (const { from } of activities) expect(['assistant', person.userId]).toContain(from.id);
}
