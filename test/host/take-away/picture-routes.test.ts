import { WAYS } from '../../../src/core/model/disagreements';
import { FIELDS } from '../../../src/core/model/records';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { PICTURE_STYLE } from '../../../dialogs/pictures/draw-bars';
import { pictureAddress } from '../../../dialogs/pictures/picture-address';
import type { Answer } from '../../../src/host/http/route';
import { createLog } from '../../../src/host/log';
import { createServer } from '../../../src/host/server';
import { createPictureRoutes } from '../../../src/host/take-away/picture-routes';
import { EMPTY_FILTER, GROUPINGS, type Filter, type Question } from '../../../src/core/model/question';
import { realKnowledge } from '../../core/knowledge';

/** A hundred requests, on a machine that may be busy. */
jest.setTimeout(30_000);

const knowledge = realKnowledge();
const logged: string[] = [];
const server = createServer({
  host: '127.0.0.1',
  port: 0,
  log: createLog({ level: 'error', json: true }, (line) => logged.push(line)),
  routes: createPictureRoutes(knowledge),
  upgrade: (_request, socket) => socket.destroy(),
  isReady: () => Promise.resolve(true),
  closeChats: () => Promise.resolve(),
});
let url = '';
beforeAll(async () => {
  url = await server.listen();
});
afterAll(() => server.close());

const byMinistry: Question = {
  kind: 'aggregate',
  operation: 'sum',
  field: 'funding',
  filter: EMPTY_FILTER,
  limit: 1,
  groupBy: 'ministry',
};
const get = (path: string): Promise<Response> => fetch(`${url}${path}`);
/** Reads the body too: a connection with an answer half read keeps the server from closing. */
const statusOf = async (path: string): Promise<number> => {
  const response = await get(path);
  await response.arrayBuffer();
  return response.status;
};
const addressOf = (question: Question): string => pictureAddress(question, 'fr') ?? '';
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('GET /pictures/<question>.svg', () => {
  it('draws what the data says, for any page to show and an hour to keep', async () => {
    const response = await get(addressOf(byMinistry));

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=60',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hashOf(PICTURE_STYLE)}'`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect((await response.text()).replace(/\p{Zs}/gu, ' ')).toContain('Ministère de la Justice : 85,9 M€');
  });

  it('speaks the language of its address', async () => {
    const response = await get(pictureAddress(byMinistry, 'en') ?? '');

    expect(await response.text()).toContain('FTAP funding');
  });

  it('refuses what is no question or no language', async () => {
    for (const path of [
      '/pictures/a.svg',
      '/pictures/%00.svg',
      `/pictures/a/${encoded(byMinistry)}.svg`,
      addressOf(byMinistry).replace('lang=fr', 'lang=de'),
    ]) {
      expect([path, await statusOf(path)]).toEqual([path, 400]);
    }
  });

  it('is nowhere for what is no picture by its name', async () => {
    for (const name of ['', `${encoded(byMinistry)}.png`, `${encoded(byMinistry)}.html`]) {
      expect([name, await statusOf(`/pictures/${name}?lang=fr`)]).toEqual([name, 404]);
    }
  });

  it('has nothing for a question that names what the base does not hold, or that has no picture', async () => {
    for (const question of [
      { ...byMinistry, filter: { ...EMPTY_FILTER, carriers: ['ministere-de-la-magie'] } },
      { ...byMinistry, filter: { ...EMPTY_FILTER, among: ['no-such-project'] } },
      { kind: 'fact', project: 'no-such-project', field: 'cost', also: [] },
      { kind: 'fact', project: knowledge.projects[0]?.id ?? '', field: 'cost', also: [] },
      { kind: 'unknown', reason: 'no-such-project', name: '<script>' },
    ]) {
      expect(await statusOf(`/pictures/${encoded(question)}.svg?lang=fr`)).toBe(404);
    }
  });
});

describe('many pictures at once', () => {
  const call = {
    headers: {},
    remoteAddress: '127.0.0.1',
    parameters: { '*': `${encoded(byMinistry)}.svg` },
    query: new URLSearchParams('lang=fr'),
    body: undefined,
    form: new URLSearchParams(),
  };
  const askMany = (count: number): Promise<Answer>[] => {
    const [route] = createPictureRoutes(knowledge);
    return Array.from({ length: count }, async () => route?.answer(call) ?? Promise.reject(new Error('no route')));
  };

  it('let what else waits be served between two', async () => {
    const order: string[] = [];
    const asked = askMany(3).map((picture) => picture.then(() => order.push('picture')));
    setImmediate(() => order.push('a conversation'));
    await Promise.all(asked);

    expect(order.slice(0, -1)).toContain('a conversation');
  });

  it('are refused for a while beyond a hundred', async () => {
    const answers = await Promise.allSettled(askMany(101));

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
    expect(answers.at(-1)).toMatchObject({ reason: { status: 429, headers: { 'Retry-After': '2' } } });
  });
});

describe('a forged address', () => {
  const some = (ids: Iterable<string>): fc.Arbitrary<string[]> =>
    fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 2,
    });
  const projects = some(knowledge.projectById.keys());
  const topics = fc.array(
    fc.record({
      themes: some(knowledge.themeById.keys()),
      beneficiaries: some(knowledge.beneficiaryById.keys()),
      organisations: some(knowledge.organisationById.keys()),
    }),
    { maxLength: 1 },
  );
  const number = fc.oneof(fc.integer({ min: -1, max: 6 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const calls = fc.array(
    fc.record({
      number: fc.option(number),
      session: fc.option(number),
      scheme: fc.constantFrom(null, 'ftap2', 'windows', 'contract'),
    }),
    { maxLength: 1 },
  );
  const years = fc.array(fc.oneof(fc.integer({ min: 2017, max: 2026 }), number), { maxLength: 1 });
  const amountField = fc.constantFrom('savings' as const, 'funding' as const, 'cost' as const);
  const fields = fc.array(fc.constantFrom(...FIELDS), { maxLength: 1 });
  const carriers = some(knowledge.organisationById.keys());
  const territories = some(knowledge.territoryById.keys());
  const filter: fc.Arbitrary<Filter> = fc.record({
    topics,
    carriers,
    partners: carriers,
    territories,
    calls,
    years,
    months: some(['2018-11', '2019-06']),
    amounts: fc.array(
      fc.record({ field: amountField, min: fc.option(number), max: fc.option(number), includesBounds: fc.boolean() }),
      { maxLength: 1 },
    ),
    known: fields,
    unknown: fields,
    disputes: fc.array(fc.record({ field: fc.option(fc.constantFrom(...FIELDS)), way: fc.constantFrom(...WAYS) }), {
      maxLength: 1,
    }),
    among: fc.option(projects),
    except: fc.record({ topics, carriers, territories, projects, calls, years }),
  });
  const anyFilter = fc.oneof(fc.constant(EMPTY_FILTER), filter);
  const question: fc.Arbitrary<Question> = fc.oneof(
    fc.record({
      kind: fc.constant('aggregate' as const),
      operation: fc.constantFrom('count', 'sum', 'average', 'median', 'max', 'min'),
      field: fc.option(amountField),
      filter: anyFilter,
      limit: number,
      groupBy: fc.option(fc.constantFrom(...GROUPINGS)),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      filter: anyFilter,
      sort: fc.option(
        fc.record({
          field: fc.oneof(amountField, fc.constant('date' as const)),
          direction: fc.constantFrom('ascending', 'descending'),
        }),
      ),
      limit: fc.option(number),
      found: projects,
      show: fields,
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      projects: fc.array(fc.constantFrom(...knowledge.projectById.keys()), { maxLength: 4 }),
      field: fc.option(fc.constantFrom(...FIELDS)),
    }),
  );

  it('is drawn, refused or not found, never a failure, whatever question it holds', async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const status = await statusOf(`/pictures/${encoded(asked)}.svg?lang=fr`);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 300 },
    );

    expect(logged).toEqual([]);
    // The three were met: else this would prove little.
    expect([...seen.keys()].sort()).toEqual([200, 400, 404]);
  });

  it('is refused or not found whatever else it holds', async () => {
    const text = fc.oneof(
      fc.json().map(encoded),
      fc.json().map((value) => Buffer.from(value).toString('base64url')),
      fc.string({ unit: 'binary' }).map(encodeURIComponent),
    );
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        expect([400, 404]).toContain(await statusOf(`/pictures/${name}.svg`));
      }),
    );

    expect(logged).toEqual([]);
  });
});
