import { NO_ADDRESSES } from '../../../dialogs/addresses';
import { ADDRESSES } from '../addresses';
import { cardProblems } from '../card-schema';
import { startTeamsChat } from '../teams/teams-chat';
import { resultsOf, titlesOf } from './compose-extension';

const { ask } = startTeamsChat();

describe('the link to the page of a project', () => {
  it.each([
    'https://assistant.test/projets/mentor',
    'https://assistant.test:443/projets/mentor',
    'HTTPS://Assistant.TEST/projets/mentor?utm_source=teams#sources',
  ])('becomes the card of the project: %s', async (url) => {
    const { status, body } = await ask('composeExtension/queryLink', { url, extra: 'of Teams' });
    const [card, ...more] = resultsOf(body);

    expect(status).toBe(200);
    expect(more).toEqual([]);
    expect(titlesOf(body)[0]).toMatch(/^Mentor/u);
    expect(cardProblems(card?.content)).toEqual([]);
    expect(JSON.stringify(card?.content)).toContain('Financement FTAP');
  });

  it('speaks the language of the page, else that of the client', async () => {
    const cardFor = async (url: string, locale: string): Promise<string> =>
      JSON.stringify((await startTeamsChat({ locale }).ask('composeExtension/queryLink', { url })).body);

    expect(await cardFor('https://assistant.test/projets/mentor?lang=en', 'fr-FR')).toContain('Funding from the fund');
    expect(await cardFor('https://assistant.test/projets/mentor?lang=fr', 'en-GB')).toContain('Financement FTAP');
    expect(await cardFor('https://assistant.test/projets/mentor', 'en-GB')).toContain('Funding from the fund');
    expect(await cardFor('https://assistant.test/projets/mentor?lang=xx', 'fr-FR')).toContain('Financement FTAP');
  });

  it.each([
    ['another host', 'https://evil.test/projets/mentor'],
    ['a host that begins alike', 'https://assistant.test.evil.test/projets/mentor'],
    ['our host as the name of a user', 'https://assistant.test@evil.test/projets/mentor'],
    ['a user on our host', 'https://user:word@assistant.test/projets/mentor'],
    ['another port', 'https://assistant.test:8443/projets/mentor'],
    ['a link that is not encrypted', 'http://assistant.test/projets/mentor'],
    ['another scheme', 'javascript://assistant.test/projets/mentor'],
    ['a project that is unknown', 'https://assistant.test/projets/zorglub'],
    ['a name that is inherited', 'https://assistant.test/projets/constructor'],
    ['another page', 'https://assistant.test/question?q=mentor'],
    ['a folder more', 'https://assistant.test/autre/projets/mentor'],
    ['a folder less', 'https://assistant.test/mentor'],
    ['a backslash', 'https:\\\\evil.test\\projets\\mentor'],
    ['a double slash', 'https://assistant.test//projets/mentor'],
    ['no project', 'https://assistant.test/projets/'],
    ['no address', 'mentor'],
    ['nothing', ''],
    ['something endless', `https://assistant.test/projets/${'a'.repeat(20_000)}`],
  ])('stays a link: %s', async (_what, url) => {
    expect(await ask('composeExtension/queryLink', { url })).toEqual({
      status: 200,
      body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } },
    });
  });

  it('stays a link where our own address is not known, and is known below a folder', async () => {
    const url = 'https://site.test/assistant/projets/mentor';
    const below = { ...ADDRESSES, project: (id: string) => `https://site.test/assistant/projets/${id}` };

    expect(
      resultsOf((await startTeamsChat({ addresses: NO_ADDRESSES }).ask('composeExtension/queryLink', { url })).body),
    ).toEqual([]);
    expect(
      titlesOf((await startTeamsChat({ addresses: below }).ask('composeExtension/queryLink', { url })).body),
    ).toHaveLength(1);
  });

  it.each([[undefined], [{}], [{ url: 1 }], [{ url: ['https://assistant.test/projets/mentor'] }], ['https://x.test']])(
    'is refused in another shape: %j',
    async (value) => {
      expect(await ask('composeExtension/queryLink', value)).toEqual({ status: 400 });
    },
  );
});
