import { MemoryStorage, type Activity } from 'botbuilder';
import { startBotChat, type BotChat } from './bot-chat';

async function only(replies: ReturnType<BotChat['say']>): Promise<Partial<Activity>> {
  const [reply, ...more] = await replies;
  expect(more).toEqual([]);
  return reply ?? {};
}

describe('the bot', () => {
  it('answers with text, spoken text, a card with the sources as links, and suggestions', async () => {
    const reply = await only(startBotChat().say('Quel financement pour Mentor ?'));

    expect(reply.text).toContain('5,4\u00a0M€');
    expect(reply.speak).toContain('5,4\u00a0M€');
    const [card] = reply.attachments ?? [];
    expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(card?.content)).toContain('](https://www.fonction-publique.gouv.fr/');
    expect(reply.suggestedActions?.actions).toHaveLength(3);
  });

  it('remembers the project of the turn before', async () => {
    const chat = startBotChat();
    await chat.say('Parle-moi de Mentor');

    expect((await only(chat.say('et son financement ?'))).text).toContain('5,4\u00a0M€');
  });

  it('welcomes those who join, but not itself, and says that it is automatic, from published sources, with what to ask', async () => {
    const reply = await only(
      startBotChat().send({
        type: 'conversationUpdate',
        membersAdded: [{ id: 'user1', name: '' }],
        locale: 'fr-FR',
      }),
    );

    expect(reply.text).toContain('assistant automatique');
    expect(reply.text).toContain('sources publiées');
    expect(reply.attachments ?? []).toEqual([]);
    expect(reply.suggestedActions?.actions).toHaveLength(4);
  });

  it('speaks English to an English interface', async () => {
    const reply = await only(
      startBotChat().send({
        type: 'conversationUpdate',
        membersAdded: [{ id: 'user1', name: '' }],
        locale: 'en-GB',
      }),
    );

    expect(reply.text).toContain('automatic assistant');
  });

  it('keeps of endless messages what it may read, and no more', async () => {
    const stored: Record<string, string> = {};
    const chat = startBotChat({ storage: new MemoryStorage(stored) });

    for (let turn = 0; turn < 12; turn += 1) await chat.say('x '.repeat(30_000));

    expect(chat.text()).toContain('trop long');
    expect(JSON.stringify(stored).length).toBeLessThan(100_000);
  });

  it.each([
    ['an empty message', { type: 'message', text: '' }, /message/],
    ['a message without text', { type: 'message' }, /message/],
    ['10,000 characters', { type: 'message', text: 'x'.repeat(10_000) }, /message/],
    ['emojis only', { type: 'message', text: '🙂🙂' }, /^Merci|^Je vous reçois|message/],
    [
      'a button that it never made',
      { type: 'message', value: { __proto__: { evil: true }, action: 'drop' } },
      /bouton/,
    ],
  ])('answers %s with a sentence', async (_what, activity, expected) => {
    expect((await only(startBotChat().send(activity))).text).toMatch(expected);
  });
});
