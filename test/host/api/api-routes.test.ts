import fc from 'fast-check';
import { readCases } from '../../questions/judge';
import { realKnowledge } from '../../core/knowledge';
import { createChat } from '../../core/chat';
import { NO_OPERATOR } from '../../../dialogs/operator';
import { askedSchema } from '../../../src/host/api/answer-schema';
import { askedOf } from '../../../src/host/api/asked';
import { errorSchema, fundSchema, projectListSchema, projectSchema } from '../../../src/host/api/record-schemas';
import { objectLike } from '../../matchers';
import { ordinarySpaces } from '../../plain-text';
import { hostStarter } from '../running-host';
import { apiRoutes } from './open-doors';

const startHost = hostStarter();
const knowledge = realKnowledge();

/** Serves the interface; `get` reads an address of it. */
async function serve(environment: Readonly<Record<string, string>> = {}, publicUrl?: string) {
  const { url } = await startHost({ environment, parts: { routes: await apiRoutes(knowledge, publicUrl) } });
  const get = async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    const body: unknown = await response.json();
    return { response, status: response.status, body };
  };
  return { url, get };
}

const query = (parameters: Readonly<Record<string, string>>): string => new URLSearchParams(parameters).toString();

describe('GET /api/ask', () => {
  it('gives the answer of the core with its text, figures, projects, sources and how it was understood', async () => {
    const { get } = await serve();

    const { status, body } = await get(`/api/ask?${query({ q: 'economie geoplatforme' })}`);

    expect(status).toBe(200);
    const asked = askedSchema.parse(body);
    expect(asked).toMatchObject({
      asked: 'economie geoplatforme',
      locale: 'fr',
      answer: { kind: 'fact', project: 'geoplateforme', field: 'savings', valueMEUR: 3.6 },
      projects: [{ id: 'geoplateforme', name: 'Géoplateforme', page: '/projets/geoplateforme' }],
    });
    expect(asked.figures).toEqual([
      {
        of: 'project',
        id: 'geoplateforme',
        label: 'Géoplateforme',
        field: 'savings',
        value: 3.6,
        unit: 'MEUR',
        likeness: 'savings:expected:four-years:as-invested',
      },
    ]);
    expect(ordinarySpaces(asked.text)).toContain('3,6 M€ sur 4 ans');
    expect(asked.sources.map(({ date }) => date)).toContain('2018-11-12');
    expect(asked.trace.corrections).toEqual([{ written: 'geoplatforme', readAs: 'geoplateforme' }]);
    expect(asked.trace.question).toMatchObject({ kind: 'fact', project: 'geoplateforme' });
    expect(asked.next.every((question) => question.includes('Géoplateforme'))).toBe(true);
  });

  it('gives both answers to a question that asks twice, with the figures, projects and sources of both', async () => {
    const { get } = await serve();

    const { body } = await get(`/api/ask?${query({ q: 'combien coûte PILAT ? et qui porte Calypso ?' })}`);

    const asked = askedSchema.parse(body);
    expect(asked).toMatchObject({
      first: { kind: 'fact', project: 'pilat', field: 'cost' },
      answer: { kind: 'fact', project: 'calypso', field: 'carrier' },
      projects: [{ id: 'pilat' }, { id: 'calypso' }],
    });
    expect(asked.figures.map(({ id, value }) => [id, value])).toContainEqual(['pilat', 123.5]);
    expect(ordinarySpaces(asked.text)).toMatch(/123,5 M€[^]*vétérinaires/u);
    expect((await get(`/api/ask?${query({ q: 'Mentor' })}`)).body).toMatchObject({ first: null });
  });

  it('answers in the language of the question, or in the one asked for where it tells none', async () => {
    const { get } = await serve();

    expect((await get(`/api/ask?${query({ q: 'What does Mentor cost?' })}`)).body).toMatchObject({ locale: 'en' });
    expect((await get(`/api/ask?${query({ q: 'Mentor', lang: 'en' })}`)).body).toMatchObject({ locale: 'en' });
    expect((await get(`/api/ask?${query({ q: 'Mentor' })}`)).body).toMatchObject({ locale: 'fr' });
  });

  it('reads each question by itself', async () => {
    const { get } = await serve();
    await get(`/api/ask?${query({ q: 'Quel financement pour Histologe ?' })}`);

    expect(JSON.stringify((await get(`/api/ask?${query({ q: 'et son coût ?' })}`)).body)).not.toContain('Histologe');
  });

  it('names pages by their whole address where the public one is known', async () => {
    const { get } = await serve({}, 'https://assistant.example.org');

    expect((await get(`/api/ask?${query({ q: 'Mentor' })}`)).body).toMatchObject({
      projects: [{ page: 'https://assistant.example.org/projets/mentor' }],
    });
  });

  it('holds to its schema for answers of every kind', () => {
    const chat = createChat(knowledge);
    const kinds = new Set<string>();
    const teller = { knowledge, operator: NO_OPERATOR };
    for (const { turns } of ['dev.jsonl', 'dialogs.jsonl'].flatMap(readCases))
      for (const turn of turns) {
        const answer = chat.say(turn);
        kinds.add(answer.kind);
        expect(askedSchema.safeParse(askedOf(turn, answer, teller)).error).toBeUndefined();
      }
    expect(kinds.size).toBe(8);
  });
});

describe('the figures of an answer', () => {
  const figuresOf = (question: string) =>
    askedOf(question, createChat(knowledge).say(question), { knowledge, operator: NO_OPERATOR }).figures;

  it('begin with what was computed, then say each amount that it was made of and each that nobody publishes', () => {
    const [first, ...parts] = figuresOf('total des économies des projets de 2018');

    expect(first).toMatchObject({ of: 'projects', id: null, field: 'savings', unit: 'MEUR' });
    const like = parts.filter(({ likeness, value }) => value !== null && likeness === 'savings:expected:four-years');
    expect(like.length).toBeGreaterThan(1);
    expect(parts.some(({ id, value }) => id !== null && value === null)).toBe(true);
  });

  it('tell each part of what was split', () => {
    const groups = figuresOf('Combien de projets par ministère ?').filter((figure) => figure.of === 'group');

    expect(groups.length).toBeGreaterThan(3);
    expect(groups.every(({ unit, value }) => unit === 'projects' && value !== null)).toBe(true);
  });

  it('tell what is between two amounts, then both', () => {
    expect(
      figuresOf('Compare le financement de Mentor et du Code du travail numérique').map(({ of: whose, value }) => [
        whose,
        value,
      ]),
    ).toEqual([
      ['difference', 3.5],
      ['project', 5.4],
      ['project', 1.9],
    ]);
  });

  it('tell those of a fact on the fund by what they are', () => {
    expect(figuresOf('Combien de candidatures au premier appel à projets ?')).toContainEqual(
      objectLike({
        of: 'fund',
        id: 'appel1',
        label: 'demandés au fonds par les candidats du premier appel',
        value: 827,
        unit: 'MEUR',
      }),
    );
  });

  it('tell what was made of numbers that the question says', () => {
    expect(figuresOf('126 + 68,8 ?')).toEqual([
      { of: 'message', id: null, label: 'Total', field: null, value: 194.8, unit: 'number', likeness: null },
    ]);
    expect(figuresOf('1,3 milliard moins 900 millions')).toMatchObject([{ of: 'message', value: 400, unit: 'MEUR' }]);
  });

  it('begin, on the fund, with the figure that was asked for, or with what was computed of some', () => {
    const requested = figuresOf('Combien ont demandé les candidats du premier appel ?');
    expect(requested[0]).toMatchObject({ of: 'fund', id: 'appel1', value: 827, unit: 'MEUR' });
    expect(requested.filter(({ value }) => value === 827)).toHaveLength(1);

    const chat = createChat(knowledge);
    const said = [
      'Combien ont demandé les candidats du premier appel ?',
      'et combien leur a-t-on accordé ?',
      'l’écart ?',
    ];
    const answers = said.map((question) => askedOf(question, chat.say(question), { knowledge, operator: NO_OPERATOR }));
    const [gap, granted, asked] = answers.at(-1)?.figures ?? [];
    expect(gap).toMatchObject({ of: 'fund', id: null, value: 701, unit: 'MEUR' });
    expect([granted?.value, asked?.value]).toEqual([126, 827]);
  });
});

describe('GET /api/projets', () => {
  it('gives all projects by name, fifty to a page, each once', async () => {
    const { get } = await serve();

    const pages = await Promise.all(
      [1, 2].map(async (page) => projectListSchema.parse((await get(`/api/projets?page=${page}`)).body)),
    );

    expect(pages.map(({ projects }) => projects.length)).toEqual([50, knowledge.projects.length - 50]);
    expect(pages[0]).toMatchObject({ total: knowledge.projects.length, page: 1, pages: 2, perPage: 50 });
    expect(new Set(pages.flatMap(({ projects }) => projects.map(({ id }) => id))).size).toBe(knowledge.projects.length);
  });

  it('keeps to every filter at once, and orders by funding', async () => {
    const { get } = await serve();

    const { body } = await get(`/api/projets?${query({ theme: 'numerique', annee: '2018', tri: 'financement' })}`);

    const { total, projects } = projectListSchema.parse(body);
    expect(total).toBe(projects.length);
    expect(total).toBeGreaterThan(3);
    expect(projects.every(({ year }) => year === 2018)).toBe(true);
    const amounts = projects.flatMap(({ ftapFundingMEUR }) => ftapFundingMEUR ?? []);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });

  it('finds by words, the nearest first', async () => {
    const { get } = await serve();

    const { projects } = projectListSchema.parse((await get('/api/projets?q=mentor')).body);

    expect(projects[0]?.id).toBe('mentor');
    expect(projects.length).toBeLessThan(knowledge.projects.length);
  });
});

describe('GET /api/projets/{id} and /api/fonds', () => {
  it('give all that the base tells, without the ways of asking for it', async () => {
    const { get } = await serve();

    const project = projectSchema.parse((await get('/api/projets/mentor')).body);
    const fund = fundSchema.parse((await get('/api/fonds')).body);

    expect(project).toMatchObject({ id: 'mentor', ftapFundingMEUR: 5.4, page: '/projets/mentor' });
    expect(project).not.toHaveProperty('wordings');
    expect([fund.facts.length, fund.calls.length]).toEqual([knowledge.facts.length, knowledge.calls.length]);
  });

  it('say of an id that no project has where the ids are', async () => {
    const { get } = await serve();

    for (const id of ['no-such', '__proto__', '%00', 'x'.repeat(200)]) {
      const { status, body } = await get(`/api/projets/${id}`, { headers: { Accept: 'text/html' } });
      expect([status, errorSchema.parse(body).error.code]).toEqual([404, 'NotFound']);
    }
  });
});

describe('a request that the interface does not understand', () => {
  it.each([
    ['/api/ask', 'q: write a question of 1 to 500 characters'],
    ['/api/ask?q=', 'q: write a question of 1 to 500 characters'],
    ['/api/ask?q=%00%20', 'q: write a question of 1 to 500 characters'],
    ['/api/ask?q=Mentor&lang=de', 'lang: write fr or en'],
    ['/api/ask?q=Mentor&q=Pilat', 'q: given more than once; write it once.'],
    ['/api/ask?q=Mentor&extra=1', 'write only q, lang.'],
    ['/api/ask?q=Mentor&__proto__=1', 'write only q, lang.'],
    ['/api/ask?q=Mentor&lang[]=fr', 'write only q, lang.'],
    ['/api/projets?page=0', 'page: write a whole number from 1'],
    ['/api/projets?page=-1', 'page: write a whole number from 1'],
    ['/api/projets?page=1e1', 'page: write a whole number from 1'],
    ['/api/projets?page=3', 'page: the list has no such page; write a number from 1 to 2.'],
    ['/api/projets?annee=1900', 'annee: write one of 2018, 2019'],
    ['/api/projets?theme=nothing', 'theme: write one of '],
    ['/api/projets?tri=prix', 'tri: write one of nom, date, financement'],
    ['/api/projets/mentor?lang=fr', 'this address takes none'],
    ['/api/fonds?page=1', 'this address takes none'],
  ])('%s is refused with what to write', async (path, message) => {
    const { get } = await serve();

    const { status, body } = await get(path);

    expect(status).toBe(400);
    const { error } = errorSchema.parse(body);
    expect(error.code).toBe('BadArgument');
    expect(error.message).toContain(message);
    expect(error.message.length).toBeLessThanOrEqual(500);
  });

  it.each([
    ['/api/ask', 500],
    ['/api/projets', 100],
  ])('%s takes words of %i characters at most', async (path, most) => {
    const { get } = await serve();

    expect((await get(`${path}?q=${'a'.repeat(most)}`)).status).toBe(200);
    const { status, body } = await get(`${path}?q=${'a'.repeat(most + 1)}`);
    expect([status, errorSchema.parse(body).error.message]).toEqual([400, `q: write ${most} characters at most`]);
  });

  it('whatever it holds, is answered or refused, and never fails', async () => {
    const { get } = await serve();
    const name = fc.constantFrom(
      'q',
      'theme',
      'porteur',
      'annee',
      'territoire',
      'tri',
      'page',
      'lang',
      '__proto__',
      '',
    );
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('2018', '1', 'fr', 'logement', '%', '%ff'));
    const parts = fc.array(fc.tuple(name, value), { maxLength: 4 });

    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/api/ask', '/api/projets', '/api/fonds'), parts, async (path, pairs) => {
        const { status, body } = await get(`${path}?${new URLSearchParams([...pairs]).toString()}`);
        expect([200, 400]).toContain(status);
        if (status === 400) errorSchema.parse(body);
      }),
      { numRuns: 60 },
    );
  });

  it('by another method is refused too, and by too many at once with when to come again', async () => {
    const { url, get } = await serve({ ADDRESS_REQUESTS_PER_MINUTE: '10' });

    expect((await fetch(`${url}/api/ask?q=Mentor`, { method: 'POST' })).status).toBe(405);
    const answers = await Promise.all(Array.from({ length: 10 }, () => get('/api/ask?q=Mentor')));

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(3);
    expect(refused[0]?.response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused[0]?.response.headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('the pages of any site', () => {
  it('may read answers and refusals, and nothing of the conversations or of Teams', async () => {
    const { url } = await serve();
    const headers = { Origin: 'https://elsewhere.example.org' };
    const allowed = async (path: string, init: RequestInit = {}) =>
      (await fetch(url + path, { headers, ...init })).headers.get('access-control-allow-origin');

    expect(await allowed('/api/ask?q=Mentor')).toBe('*');
    expect(await allowed('/api/ask')).toBe('*');
    expect(await allowed('/api/projets/no-such')).toBe('*');
    expect(await allowed('/api/messages')).toBeNull();
    expect(await allowed('/v3/directline/conversations', { method: 'POST' })).toBeNull();
    expect(await allowed('/api/askew')).toBeNull();
  });

  it('are told before they ask that they may only read', async () => {
    const { url } = await serve();

    const response = await fetch(`${url}/api/ask`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example.org', 'Access-Control-Request-Method': 'POST' },
    });

    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
