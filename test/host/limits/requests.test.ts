import { writeFile } from 'node:fs/promises';
import { directLineClient, errorSchema } from '../direct-line-client';
import { hostStarter } from '../running-host';

const start = hostStarter();

/** Ten a minute, thus five at once. */
const FEW_OF_PERSON = { PERSON_REQUESTS_PER_MINUTE: '10' };
const FEW_OF_ADDRESS = { ADDRESS_REQUESTS_PER_MINUTE: '10' };
const MESSAGE = { type: 'message', text: 'Bonjour' };

describe('who asks too much', () => {
  it('is told when to come again, and counts for himself alone', async () => {
    const { url, logged } = await start({ environment: FEW_OF_PERSON });
    const client = directLineClient(url);
    const mine = await client.start();
    const other = await client.start();
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.post(mine, MESSAGE)));

    const refused = answers.filter(({ status }) => status === 429);
    // One comes back every six seconds.
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(7);
    expect(refused.length).toBeGreaterThan(5);
    expect(errorSchema.parse(await refused[0]?.json()).error.code).toBe('TooManyRequests');
    const seconds = Number(refused[0]?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(6);
    expect((await client.post(other, MESSAGE)).status).toBe(200);
    expect(logged.filter((line) => line.includes('"refused'))).toHaveLength(1);
  });

  it('is told so in milliseconds when he is directlinejs, which reads them so', async () => {
    const { url } = await start({ environment: FEW_OF_PERSON });
    const client = directLineClient(url);
    const { conversationId, token } = await client.start();
    const post = (agent: string) =>
      fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'x-ms-bot-agent': agent },
        body: JSON.stringify(MESSAGE),
      });
    await Promise.all(Array.from({ length: 8 }, () => post('other')));

    const [standard = 0, directLineJs = 0] = (
      await Promise.all([post('other'), post('DirectLine/3.0 (directlinejs 0.15.5)')])
    ).map(({ headers }) => Number(headers.get('retry-after')));

    expect(standard).toBeGreaterThan(0);
    expect(standard).toBeLessThanOrEqual(6);
    expect(directLineJs).toBe(standard * 1000);
  });

  it('never gets an error for a poll, after which directlinejs would fall silent', async () => {
    const { url } = await start({ environment: FEW_OF_PERSON });
    const client = directLineClient(url);
    const conversation = await client.start();
    const poll = () =>
      client.fetch('GET', `/conversations/${conversation.conversationId}/activities?watermark=7`, conversation.token);
    const answers = await Promise.all(Array.from({ length: 120 }, poll));

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await answers.at(-1)?.json()).toEqual({ activities: [], watermark: '7' });
  });

  it('takes from his address nothing of what is refused to himself', async () => {
    const { url } = await start({ environment: { ...FEW_OF_PERSON, ADDRESS_REQUESTS_PER_MINUTE: '100' } });
    const client = directLineClient(url);
    const mine = await client.start();
    const other = await client.start();
    await Promise.all(Array.from({ length: 100 }, () => client.post(mine, MESSAGE)));

    expect((await client.post(other, MESSAGE)).status).toBe(200);
  });

  it('opens no more web sockets either', async () => {
    const { url } = await start({ environment: FEW_OF_ADDRESS });
    const client = directLineClient(url);
    const { streamUrl } = await client.start();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => client.fetch('POST', '/tokens/refresh', `token ${index}`)),
    );

    const { status, body } = await client.stream(streamUrl).refused;

    expect(status).toBe(429);
    expect(errorSchema.parse(body).error.code).toBe('TooManyRequests');
  });

  it('is one address, but for Teams and for who watches over the health', async () => {
    const { url } = await start({ environment: { ...FEW_OF_ADDRESS, TEAMS_DEVELOPMENT: 'true' } });
    const client = directLineClient(url);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => client.fetch('POST', '/tokens/refresh', `token ${index}`)),
    );

    expect((await client.fetch('POST', '/tokens/refresh', 'another')).status).toBe(429);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    // Refused for its shape, and not for its number.
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const headers = { 'Content-Type': 'application/json' };
        return (await fetch(`${url}/api/messages`, { method: 'POST', headers, body: '{}' })).status;
      }),
    );
    expect(statuses).not.toContain(429);
  });

  it('is whom the proxy heard, when the proxy is trusted', async () => {
    const ask = (url: string, address: string) =>
      fetch(`${url}/v3/directline/tokens/refresh`, { method: 'POST', headers: { 'X-Forwarded-For': address } });
    const behind = await start({ environment: { ...FEW_OF_ADDRESS, TRUST_PROXY: '127.0.0.1' } });
    const before = await start({ environment: FEW_OF_ADDRESS });
    for (const { url } of [behind, before]) await Promise.all(Array.from({ length: 10 }, () => ask(url, '192.0.2.1')));

    expect((await ask(behind.url, '192.0.2.1')).status).toBe(429);
    expect((await ask(behind.url, '192.0.2.2')).status).toBe(401);
    expect((await ask(before.url, '192.0.2.2')).status).toBe(429);
  });

  it('begins no more conversations than an address may', async () => {
    const { url } = await start({ environment: { ADDRESS_CONVERSATIONS_PER_HOUR: '10' } });
    const client = directLineClient(url);
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      const { token } = await client.generate();
      statuses.push((await client.fetch('POST', '/conversations', token, {})).status);
    }

    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429]);
  });
});

describe('a disk that is as full as may be', () => {
  it('begins no conversation, says why, and still shows what was said', async () => {
    const { url, varDir, close } = await start();
    const client = directLineClient(url);
    const conversation = await client.start();
    await client.say(conversation, 'un');
    await close();
    const small = await start({ varDir, environment: { DISK_MEGABYTES: '10' } });
    await writeFile(`${varDir}/big`, Buffer.alloc(10_000_000));

    const later = directLineClient(small.url);
    const refused = await later.fetch('POST', '/conversations', (await later.generate()).token, {});

    expect(refused.status).toBe(507);
    const { error } = errorSchema.parse(await refused.json());
    expect(error.code).toBe('NoRoom');
    expect(error.message).toContain('DISK_MEGABYTES');
    expect((await later.post(conversation, MESSAGE)).status).toBe(507);
    expect((await later.list(conversation)).activities.length).toBeGreaterThan(1);
    expect(small.logged.filter((line) => line.includes('"disk":1'))).toHaveLength(1);
    expect(small.logged.join('')).not.toContain('a request failed');
    expect((await fetch(`${small.url}/healthz`)).status).toBe(200);
  });
});
