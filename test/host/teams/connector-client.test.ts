import { TurnContext, type Activity, type CloudAdapter } from 'botbuilder';
import { createConnectorAdapter } from '../../../src/host/teams/connector-adapter';
import { clientThrough, createSend } from '../../../src/host/teams/connector-client';
import { ConnectorError } from '../../../src/host/teams/connector-error';
import { connectorHosts, type IsServiceUrl } from '../../../src/host/teams/service-hosts';
import { createLog } from '../../../src/host/log';
import { inTurnTime } from '../../../src/host/teams/turn-time';
import { APP_ID, startConnector, type Connector } from './connector';
import { serviceStarter, type Reply } from './service';

const serve = serviceStarter();

let connector: Connector;

beforeAll(async () => {
  connector = await startConnector();
});

afterAll(() => connector.close());

/** A clock that only moves when somebody waits. */
interface StoppedClock {
  readonly waits: readonly number[];
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

function stoppedClock(): StoppedClock {
  let time = Date.parse('2026-11-24T10:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
}

/** Fails as often as there are statuses, then succeeds. */
function failing(...statuses: readonly number[]): (count: number) => Reply {
  return (count) => {
    const status = statuses[count - 1];
    return status === undefined
      ? { status: 201, body: { id: 'sent' } }
      : { status, body: { error: { code: 'Refused' } } };
  };
}

/** Sends « Bonjour » to an address through the SDK, as a bot does; resolves with the id that the connector gave. */
async function send(
  to: string,
  options: {
    readonly isServiceUrl?: IsServiceUrl;
    readonly clock?: StoppedClock;
    readonly random?: number;
    readonly timeoutMs?: number;
  } = {},
): Promise<string | undefined> {
  const { isServiceUrl = () => true, clock = stoppedClock(), random = 0, timeoutMs = 5_000 } = options;
  const client = clientThrough(createSend({ isServiceUrl, ...clock, random: () => random, timeoutMs }));
  const adapter: CloudAdapter = createConnectorAdapter({
    authentication: connector.authenticationThrough(client),
    log: createLog({ level: 'silent', json: true }),
    errorSentence: () => '',
    saveState: () => Promise.resolve(),
    now: clock.now,
  });
  adapter.onTurnError = (_context, error) => Promise.reject(error);
  let id: string | undefined;
  const reference = TurnContext.getConversationReference(activityTo(to));
  await adapter.continueConversationAsync(APP_ID, reference, async (context) => {
    id = (await context.sendActivity('Bonjour'))?.id;
  });
  return id;
}

function activityTo(serviceUrl: string): Partial<Activity> {
  return {
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: 'c', isGroup: false, conversationType: 'personal', name: '' },
    recipient: { id: '28:bot', name: '' },
    from: { id: '29:user', name: '' },
  };
}

async function failureOf(sending: Promise<unknown>): Promise<unknown> {
  return sending.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
}

describe('what the connector asks to try again', () => {
  it.each([412, 429, 502, 504])('is tried again after %d, and arrives once', async (status) => {
    const service = await serve(failing(status, status));
    const clock = stoppedClock();

    expect(await send(service.url, { clock })).toBe('sent');

    expect(service.received).toHaveLength(3);
    expect(clock.waits).toEqual([500, 1_000]);
  });

  it.each([400, 401, 403, 404, 409, 500, 501, 503])('is not tried again after %d', async (status) => {
    const service = await serve(failing(status));

    const error = await failureOf(send(service.url));

    expect(error).toBeInstanceOf(ConnectorError);
    expect(error).toMatchObject({ status, code: 'Refused' });
    expect(service.received).toHaveLength(1);
  });

  it('is given up after four tries, which the SDK does not multiply by its own', async () => {
    const service = await serve(() => ({ status: 502 }));
    const clock = stoppedClock();

    const error = await failureOf(send(service.url, { clock }));

    expect(error).toMatchObject({ status: 502, code: 'NoCode' });
    expect(service.received).toHaveLength(4);
    expect(clock.waits).toEqual([500, 1_000, 2_000]);
  });

  it('waits less by up to a half, by chance', async () => {
    const service = await serve(failing(502, 502));
    const clock = stoppedClock();

    await send(service.url, { clock, random: 0.5 });

    expect(clock.waits).toEqual([375, 750]);
  });

  it.each([
    ['in seconds', '3', 3_000],
    ['as a date', 'Tue, 24 Nov 2026 10:00:02 GMT', 2_000],
    ['as a date gone by', 'Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['in other words', 'soon', 500],
  ])('waits as long as Retry-After says %s', async (_how, text, delay) => {
    const service = await serve((count) =>
      count === 1 ? { status: 429, headers: { 'Retry-After': text } } : { status: 201, body: { id: 'sent' } },
    );
    const clock = stoppedClock();

    expect(await send(service.url, { clock })).toBe('sent');

    expect(clock.waits).toEqual([delay]);
  });

  it('is given up at once when Retry-After asks for more than a turn has', async () => {
    const service = await serve(() => ({ status: 429, headers: { 'Retry-After': '30' } }));
    const clock = stoppedClock();

    const error = await failureOf(send(service.url, { clock }));

    expect(error).toMatchObject({ status: 429 });
    expect(clock.waits).toEqual([]);
    expect(service.received).toHaveLength(1);
  });

  it('is given up when the waits have eaten the time of the turn', async () => {
    const service = await serve(() => ({ status: 429, headers: { 'Retry-After': '7' } }));
    const clock = stoppedClock();

    await failureOf(send(service.url, { clock }));

    expect(clock.waits).toEqual([7_000]);
    expect(service.received).toHaveLength(2);
  });
});

describe('the sends of one turn', () => {
  it('share its time: the last one gives up earlier than it would alone', async () => {
    const service = await serve((count) =>
      count % 2 === 1 ? { status: 429, headers: { 'Retry-After': '5' } } : { status: 201, body: { id: 'sent' } },
    );
    const clock = stoppedClock();

    const outcomes = await inTurnTime(clock.now, async () => [
      await send(service.url, { clock }),
      await send(service.url, { clock }),
      await failureOf(send(service.url, { clock })),
    ]);

    expect(outcomes).toEqual(['sent', 'sent', expect.objectContaining({ status: 429 })]);
    expect(clock.waits).toEqual([5_000, 5_000]);
  });

  it('get a last moment of their own when its time is over', async () => {
    const service = await serve(failing(502, 502, 502));
    const clock = stoppedClock();

    const outcome = await inTurnTime(clock.now, async () => {
      await clock.wait(20_000);
      return failureOf(send(service.url, { clock }));
    });

    expect(outcome).toMatchObject({ status: 502 });
    expect(clock.waits).toEqual([20_000, 500, 1_000]);
  });
});

describe('a connector that fails otherwise', () => {
  it('is not waited for when it stays silent, nor asked twice: what was said may have arrived', async () => {
    const service = await serve(() => undefined);

    const error = await failureOf(send(service.url, { timeoutMs: 200 }));

    expect(error).toMatchObject({ name: 'ConnectorError', code: 'NoAnswer', status: undefined });
    expect(service.received.length).toBeLessThan(2);
  });

  it('is told of when nobody listens there', async () => {
    const service = await serve();
    await service.close();

    expect(await failureOf(send(service.url))).toMatchObject({ code: 'NoAnswer' });
  });

  it('is not read without end', async () => {
    const service = await serve(() => ({ status: 201, body: { id: 'x'.repeat(1_100_000) } }));

    expect(await failureOf(send(service.url))).toMatchObject({ code: 'NoAnswer' });
  });

  it('has no word of its own in the error when its code is no word', async () => {
    const service = await serve(() => ({ status: 403, body: { error: { code: 'see <b>me</b>', message: 'secret' } } }));

    const error = await failureOf(send(service.url));

    expect(error).toMatchObject({ status: 403, code: 'NoCode' });
    expect(String(error)).not.toContain('secret');
  });
});

describe('an address off the list', () => {
  const list = connectorHosts();

  it('gets nothing, however it is asked for', async () => {
    const attacker = await serve();

    const error = await failureOf(send(attacker.url, { isServiceUrl: list }));

    expect(error).toMatchObject({ name: 'ConnectorError', code: 'UnknownHost' });
    expect(attacker.received).toHaveLength(0);
  });

  it.each([301, 302, 303, 307, 308])('gets nothing when the connector leads there by a %d', async (status) => {
    const attacker = await serve();
    const service = await serve(() => ({ status, headers: { Location: `${attacker.url}v3/stolen` } }));

    const error = await failureOf(send(service.url, { isServiceUrl: (url) => url.startsWith(service.url) }));

    expect(error).toMatchObject({ status });
    expect(service.received).toHaveLength(1);
    expect(attacker.received).toHaveLength(0);
  });

  it('gets nothing either on the same host: no redirect is followed', async () => {
    const service = await serve(() => ({ status: 307, headers: { Location: '/elsewhere' } }));

    await failureOf(send(service.url));

    expect(service.received).toHaveLength(1);
  });
});

describe('the list of service hosts', () => {
  const isServiceUrl = connectorHosts(['smba.teams.example.fr']);

  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/fr/72f988bf-86f1-41af-91ab-2d7cd011db47/',
    'https://SMBA.trafficmanager.net:443/teams/',
    'https://smba.onyx.prod.teams.trafficmanager.net/emea/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://webchat.botframework.com/',
    'https://europe.webchat.botframework.com/',
    'https://smba.teams.example.fr/fr/',
  ])('holds %s', (url) => {
    expect(isServiceUrl(url)).toBe(true);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net.example.org/',
    'https://smba.trafficmanager.net@evil.example.org/',
    'https://evil.example.org@smba.trafficmanager.net/',
    'https://evil.example.org/smba.trafficmanager.net/',
    'https://evil.example.org\\@smba.trafficmanager.net/',
    'https://xwebchat.botframework.com/',
    'https://a.b.webchat.botframework.com/',
    'https://evil.teams.example.fr/',
    'http://127.0.0.1:3979/',
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
    '',
  ])('does not hold %s', (url) => {
    expect(isServiceUrl(url)).toBe(false);
  });
});
