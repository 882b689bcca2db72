import type { Activity } from 'botbuilder';
import { ADA, CHANNEL, GROUP, MENTION } from './people-and-places';
import { startTeamsChat } from './teams-chat';

const HTML = { contentType: 'text/html', content: '<p>&nbsp;</p>' };
const FILE = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'bilan.xlsx' };
const PICTURE = { contentType: 'image/png', contentUrl: 'https://smba.example.org/emea/v3/attachments/1' };
const CARD = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', body: [] } };

const SAID = 'Je ne lis que les mots, pas les fichiers, les images ni les cartes. Écrivez-moi votre question.';

describe('a message without a word', () => {
  it.each<readonly [string, Partial<Activity>]>([
    ['a file', { text: '&nbsp;', attachments: [FILE, HTML] }],
    ['a picture', { text: '', attachments: [PICTURE] }],
    ['a card that was shared from the search', { attachments: [CARD] }],
    ['a file under the assistant’s name', { conversation: CHANNEL, text: MENTION, attachments: [FILE] }],
  ])('that holds %s is told that words are read', async (_what, event) => {
    const chat = startTeamsChat();

    expect(await chat.hear(event)).toMatchObject([{ text: SAID }]);
    expect(chat.inbox).toEqual([]);
  });

  it('is told so in the language of the conversation, and the pending question of a guide stays', async () => {
    const chat = startTeamsChat({ locale: 'en-GB' });
    await chat.say('compare projects');

    const [done] = await chat.hear({ attachments: [FILE] });

    expect(done?.text).toMatch(/^I read words only[^]*Which projects/);
  });

  it('is answered once words are added to it', async () => {
    const chat = startTeamsChat();
    await chat.hear({ id: 'm1', attachments: [FILE] });

    const [done] = await chat.hear({ id: 'm1', type: 'messageUpdate', text: 'Qui porte PILAT ?', attachments: [FILE] });

    expect(done?.text).toContain('PILAT');
  });

  it('and without anything else is empty, or calls the assistant', async () => {
    const chat = startTeamsChat();

    expect((await chat.hear({ text: '', attachments: [HTML] }))[0]?.text).toContain('vide');
    const [called] = await chat.hear({ from: ADA, conversation: GROUP, text: MENTION, attachments: [HTML] });
    expect(called?.text).toContain('assistant automatique');
  });
});

it('words beside a file are answered', async () => {
  const [done] = await startTeamsChat().hear({ text: 'Qui porte PILAT ?', attachments: [FILE, HTML] });

  expect(done?.text).toContain('PILAT');
});
