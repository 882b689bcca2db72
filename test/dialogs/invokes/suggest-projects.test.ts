import { z } from 'zod';
import { realKnowledge } from '../../core/knowledge';
import { startBotChat } from '../bot-chat';
import { cardProblems } from '../card-schema';
import { startTeamsChat } from '../teams/teams-chat';

const knowledge = realKnowledge();
const { ask } = startTeamsChat();

const answerSchema = z.strictObject({
  statusCode: z.literal(200),
  type: z.literal('application/vnd.microsoft.search.searchResponse'),
  value: z.strictObject({ results: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })) }),
});

async function suggest(queryText: string, queryOptions: object = { skip: 0, top: 15 }) {
  const { status, body } = await ask('application/search', {
    queryText,
    queryOptions,
    dataset: 'projects',
    kind: 'search',
  });
  expect(status).toBe(200);
  return answerSchema.parse(body).value.results;
}

describe('a field that picks a project, in Teams', () => {
  it.each([
    ['ment', 'mentor'],
    ['géo', 'geoplateforme'],
    ['impôts', null],
    ['mantor', 'mentor'],
  ])('proposes names for "%s", each with the id of the project', async (typed, first) => {
    const results = await suggest(typed);

    expect(results.length).toBeGreaterThan(0);
    if (first !== null) expect(results[0]?.value).toBe(first);
    expect(results.every(({ value }) => knowledge.projectById.has(value))).toBe(true);
  });

  it('lists all by name when nothing is typed, fifteen at a time, each once', async () => {
    const seen: { title: string; value: string }[] = [];
    for (let skip = 0; ; skip += 15) {
      const page = await suggest('', { skip, top: 15 });
      seen.push(...page);
      if (page.length < 15) break;
    }

    expect(new Set(seen.map(({ value }) => value)).size).toBe(knowledge.projects.length);
    expect(seen.map(({ title }) => title)).toEqual(
      seen.map(({ title }) => title).sort((a, b) => a.localeCompare(b, 'fr')),
    );
    expect(await suggest('', { skip: 0, top: 500 })).toHaveLength(15);
    expect(await suggest('zorglub')).toEqual([]);
  });

  it.each([
    ['no value', undefined],
    ['another set', { queryText: 'm', dataset: 'users' }],
    ['no set', { queryText: 'm' }],
    ['no text', { dataset: 'projects' }],
    ['a page before the first', { queryText: 'm', dataset: 'projects', queryOptions: { skip: -1, top: 15 } }],
    ['a text that is none', { queryText: ['m'], dataset: 'projects' }],
  ])('refuses %s', async (_what, value) => {
    expect(await ask('application/search', value)).toEqual({ status: 400 });
  });

  it.each(['comparer des projets', 'prépare une note'])(
    'takes what was picked, in "%s"; the card asks for all but the first choices',
    async (order) => {
      const chat = startTeamsChat();
      await chat.say(order);
      const [card] = chat.cards();
      expect(cardProblems(card)).toEqual([]);
      expect(JSON.stringify(card)).toContain('"choices.data":{"type":"Data.Query","dataset":"projects"}');
      expect(JSON.stringify(card).match(/"value":"[a-z0-9-]+"\}/gu)).toHaveLength(15);
      const [picked] = await suggest('pil');

      await chat.press('Ajouter', 'submit', { choice: picked?.value });

      expect(chat.text()).toContain('Votre choix : PILAT');
    },
  );

  it('holds its choices on every other channel', async () => {
    const chat = startBotChat();
    await chat.say('comparer des projets');

    expect(JSON.stringify(chat.cards())).not.toContain('choices.data');
    expect(JSON.stringify(chat.cards())).toContain('"value":"mentor"');
  });
});
