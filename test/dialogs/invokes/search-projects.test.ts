import fc from 'fast-check';
import { NO_ADDRESSES } from '../../../dialogs/addresses';
import { teamsAppMessagesFor } from '../../../src/messages/messages-for';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { containing, textLike } from '../../matchers';
import { cardProblems } from '../card-schema';
import { startTeamsChat } from '../teams/teams-chat';
import { composeExtension, resultsOf, titlesOf } from './compose-extension';

const knowledge = realKnowledge();
const { ask } = startTeamsChat();

/** As Teams sends it, with keys of its own. */
function query(q: string, queryOptions: object = { skip: 0, count: 25 }): object {
  return { commandId: 'chercher', parameters: [{ name: 'q', value: q }], queryOptions, context: { theme: 'default' } };
}

const OPENED = {
  commandId: 'chercher',
  parameters: [{ name: 'initialRun', value: 'true' }],
  queryOptions: { skip: 0, count: 25 },
};

async function search(q: string, locale = 'fr-FR'): Promise<readonly string[]> {
  return titlesOf((await startTeamsChat({ locale }).ask('composeExtension/query', query(q))).body);
}

describe("Teams' search", () => {
  it.each([
    ['ment', /^Mentor/],
    ['piscines non déclarées', /^Foncier innovant/],
    ['économies de Mentor', /^Mentor/],
    ['dosierfacile', /^DossierFacile/],
  ])('puts first what is meant by "%s"', async (typed, first) => {
    expect((await search(typed))[0]).toMatch(first);
  });

  it.each([
    ['fr', 'fr-FR'],
    ['en', 'en-GB'],
  ] as const)('finds what the manifest has Copilot ask for, the sentence as it is (%s)', async (language, locale) => {
    const { samplePrompts } = teamsAppMessagesFor(language).search;
    const [mentor, housing, justice] = await Promise.all(samplePrompts.map(({ text }) => search(text, locale)));

    expect(samplePrompts).toHaveLength(3);
    expect(mentor).toEqual([textLike(/^Mentor/u)]);
    expect(housing).toEqual(containing([textLike(/^DossierFacile/u)]));
    expect(justice).toEqual(containing([textLike(/^Numérique en détention/u)]));
  });

  it('gives all the projects of a theme', async () => {
    expect(await search('logement')).toHaveLength(7);
    expect(await search('housing', 'en-GB')).toHaveLength(7);
  });

  it('gives whole cards that Teams can draw, with sources and the page, and no button that needs the bot', async () => {
    const { status, body } = await ask('composeExtension/query', query('mentor'));
    const [first] = resultsOf(body);

    expect(status).toBe(200);
    expect(cardProblems(first?.content)).toEqual([]);
    const card = JSON.stringify(first?.content);
    expect(card).toContain('5,4\u00a0M€');
    expect(card).toContain('frenchweb.fr');
    expect(card).toContain('"url":"https://assistant.test/projets/mentor"');
    expect(card).not.toMatch(/Action\.(?:Submit|Execute)/u);
  });

  it('speaks the language of the client', async () => {
    const { body } = await startTeamsChat({ locale: 'en-US' }).ask('composeExtension/query', query('ficoba'));
    const card = JSON.stringify(resultsOf(body)[0]?.content);

    expect(card).toContain('Total cost');
    expect(card).toContain('https://assistant.test/projets/ficoba-3?lang=en');
  });

  it('leaves the page out where the public address is not known', async () => {
    const { body } = await startTeamsChat({ addresses: NO_ADDRESSES }).ask('composeExtension/query', query('mentor'));

    expect(JSON.stringify(body)).not.toContain('Action.OpenUrl');
    expect(resultsOf(body)).toHaveLength(1);
  });

  it('says so when nothing fits, and what to try', async () => {
    const { status, body } = await ask('composeExtension/query', query('zorglub'));

    expect(status).toBe(200);
    expect(body).toMatchObject({ composeExtension: { type: 'message' } });
    expect(JSON.stringify(body)).toContain('«\u00a0zorglub\u00a0»');
    expect(await ask('composeExtension/query', query('zorglub '.repeat(500)))).toMatchObject({ status: 200 });
  });

  it('shows every project before anything is typed, the latest first, whatever tells that it was opened', async () => {
    const opened = await ask('composeExtension/query', OPENED);

    expect(titlesOf(opened.body)).toHaveLength(25);
    expect(titlesOf(opened.body)[0]).toMatch(/^DocumentIA/u);
    expect(await ask('composeExtension/query', query(''))).toEqual(opened);
    expect(await ask('composeExtension/query', { commandId: 'chercher' })).toEqual(opened);
    expect(
      await ask('composeExtension/query', { ...OPENED, parameters: [{ name: 'initialRun', value: true }] }),
    ).toEqual(opened);
  });

  it('gives every project once, page after page, whatever the size of the pages', async () => {
    const all = knowledge.projects.length;
    const small = startTeamsChat({ addresses: NO_ADDRESSES });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), fc.constantFrom('', 'plateforme', 'de'), async (count, q) => {
        const seen: string[] = [];
        for (let skip = 0; ; skip += count) {
          const page = titlesOf((await small.ask('composeExtension/query', query(q, { skip, count }))).body);
          seen.push(...page);
          if (page.length < count) break;
        }

        expect(new Set(seen).size).toBe(seen.length);
        if (q === '') expect(seen).toHaveLength(all);
        const whole = titlesOf((await small.ask('composeExtension/query', query(q, { skip: 0, count: 25 }))).body);
        expect(seen.slice(0, 25)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('gives no more than 25 at once, and an empty page beyond the end', async () => {
    expect(resultsOf((await ask('composeExtension/query', query('', { skip: 0, count: 999 }))).body)).toHaveLength(25);
    expect(resultsOf((await ask('composeExtension/query', query('', { skip: 9999, count: 25 }))).body)).toEqual([]);
  });

  it('keeps the greatest page of cards below what Teams takes', async () => {
    for (let skip = 0; skip < knowledge.projects.length; skip += 25) {
      const { body } = await ask('composeExtension/query', query('', { skip, count: 25 }));

      expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(100_000);
    }
  });

  it.each([
    ['no value', undefined],
    ['another command', { ...query('x'), commandId: 'supprimer' }],
    ['a command that is inherited', { ...query('x'), commandId: 'constructor' }],
    ['a parameter of another name', { ...query('x'), parameters: [{ name: 'titre', value: 'x' }] }],
    ['words that are no text', { ...query('x'), parameters: [{ name: 'q', value: { $gt: '' } }] }],
    ['parameters that are no list', { ...query('x'), parameters: { q: 'x' } }],
    ['a page before the first', query('x', { skip: -1, count: 25 })],
    ['a page of nothing', query('x', { skip: 0, count: 0 })],
    ['half a project', query('x', { skip: 0.5, count: 25 })],
    ['a page that is no number', query('x', { skip: '0', count: '25' })],
  ])('refuses %s', async (_what, value) => {
    expect(await ask('composeExtension/query', value)).toEqual({ status: 400 });
  });

  it('bears whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom(
            '<script>alert(1)</script>',
            '__proto__',
            '[x](javascript:x)',
            '*'.repeat(300),
            '\u0000',
            '\ud800',
          ),
        ),
        async (typed) => {
          const { status, body } = await ask('composeExtension/query', query(typed));

          expect(status).toBe(200);
          expect(composeExtension.safeParse(body).success).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('puts nothing of a record on a card that Teams would read as its own', async () => {
    const hostile = '<b>x</b> [clic](https://evil.test) ![p](https://evil.test/p.png)';
    const knowledge = baseWith((project) => ({ ...project, carrier: hostile, summaryFr: hostile }));
    const { body } = await startTeamsChat({ knowledge }).ask('composeExtension/query', OPENED);
    const [first] = resultsOf(body);

    expect(JSON.stringify(first?.content.body)).not.toMatch(/(?<!\\\\)\[clic\]/u);
    expect(first?.preview.content.text).not.toContain('<b>');
  });
});
