import type { InvokeResponse } from 'botbuilder';
import { startTeamsChat, type TeamsChat } from '../teams/teams-chat';

const rated = (reaction: unknown, feedback: unknown): object => ({
  actionName: 'feedback',
  actionValue: { reaction, feedback },
});

function thumb(chat: TeamsChat, value: unknown, replyToId: string | undefined): Promise<InvokeResponse<unknown>> {
  return chat.invoke('message/submitAction', value, replyToId === undefined ? {} : { replyToId });
}

/** Asks, and gives the id of the message that answers. */
async function ask(chat: TeamsChat, question: string): Promise<string> {
  const [answer] = await chat.say(question);
  if (answer === undefined) throw new Error('there is no answer');
  return answer.id;
}

const DONE = { status: 200, body: {} };

describe('the thumbs of Teams', () => {
  it('stand under answers and nowhere else, in the place of those of Web Chat', async () => {
    const chat = startTeamsChat();
    const thumbs = { feedbackLoop: { type: 'default' } };

    expect(await chat.say('Quel financement pour Mentor ?')).toMatchObject([{ channelData: thumbs }]);
    expect(JSON.stringify(chat.messages())).not.toContain('LikeAction');
    for (const other of ['bonjour', 'Quelle est la météo à Paris ?', 'guide-moi', 'annuler', 'exporter'])
      for (const { channelData } of await chat.say(other)) expect(channelData ?? {}).not.toHaveProperty('feedbackLoop');
  });

  it('stand once under a list, not again under what follows of it', async () => {
    const chat = startTeamsChat();
    await chat.say('Quels projets concernent le numérique ?');

    for (const { channelData } of await chat.say('la suite'))
      expect(channelData ?? {}).not.toHaveProperty('feedbackLoop');
  });

  it('put the rating of the answer that they stand under into the inbox, with what was asked before', async () => {
    const chat = startTeamsChat();
    await ask(chat, 'Quels projets concernent le logement ?');
    const id = await ask(chat, 'Quel financement pour Mentor ?');
    await ask(chat, 'Qui porte PILAT ?');

    expect(await thumb(chat, rated('dislike', '{"feedbackText":" 5,5 M€ "}'), id)).toEqual(DONE);
    expect(chat.messages()).toEqual([]);
    expect(chat.inbox).toMatchObject([
      {
        kind: 'rating',
        at: '2026-11-24T09:00:00.000Z',
        locale: 'fr',
        channel: 'msteams',
        isUseful: false,
        reason: null,
        comment: '5,5 M€',
        question: 'Quel financement pour Mentor ?',
        previous: ['Quels projets concernent le logement ?'],
        answerKind: 'fact',
      },
    ]);
  });

  it('rate an answer of a guide too', async () => {
    const chat = startTeamsChat();
    for (const said of ['guide-moi', 'logement']) await chat.say(said);
    await chat.press('Peu importe', 'execute');
    const id = chat.messages()[0]?.id;

    await thumb(chat, rated('like', '{}'), id);

    expect(chat.inbox).toMatchObject([{ kind: 'rating', isUseful: true, comment: null, answerKind: 'list' }]);
  });

  it('rate each answer once: the last thumb counts', async () => {
    const chat = startTeamsChat();
    const id = await ask(chat, 'Quel financement pour Mentor ?');
    await thumb(chat, rated('like', ''), id);

    expect(await thumb(chat, rated('dislike', 'non'), id)).toEqual(DONE);
    expect(chat.inbox).toMatchObject([{ isUseful: false, comment: 'non' }]);
  });

  it.each<readonly [what: string, feedback: unknown, comment: string | null]>([
    ['a form as JSON', '{"feedbackText":"Clair"}', 'Clair'],
    ['a form as an object', { feedbackText: 'Clair' }, 'Clair'],
    ['words', 'Clair', 'Clair'],
    ['words in braces', '{clair', '{clair'],
    ['a number', '5', '5'],
    ['an empty form', '{"feedbackText":""}', null],
    ['another form', '{"text":"Clair"}', null],
    ['a form with a number', '{"feedbackText":5}', null],
    ['a list', '["Clair"]', null],
    ['a prototype', '{"__proto__":{"feedbackText":"Clair"}}', null],
    ['nothing', undefined, null],
    ['50,000 letters', 'x'.repeat(50_000), 'x'.repeat(4000)],
  ])('take a comment that is %s', async (_what, feedback, comment) => {
    const chat = startTeamsChat();
    const id = await ask(chat, 'Quel financement pour Mentor ?');

    expect(await thumb(chat, rated('like', feedback), id)).toEqual(DONE);
    expect(chat.inbox).toMatchObject([{ comment }]);
  });

  it.each<readonly [string, string | undefined]>([
    ['no message', undefined],
    ['a message that never was', 'other'],
    ['a method', 'constructor'],
  ])('keep nothing of %s', async (_what, replyToId) => {
    const chat = startTeamsChat();
    await ask(chat, 'Quel financement pour Mentor ?');

    expect(await thumb(chat, rated('like', ''), replyToId)).toEqual(DONE);
    expect(chat.inbox).toEqual([]);
  });

  it('keep nothing of an answer that is not kept any more: ten are', async () => {
    const chat = startTeamsChat();
    const first = await ask(chat, 'Quel financement pour Mentor ?');
    const second = await ask(chat, 'Quel coût pour Mentor ?');
    for (let turn = 0; turn < 9; turn += 1) await chat.say('Qui porte PILAT ?');

    await thumb(chat, rated('like', ''), first);
    expect(chat.inbox).toEqual([]);
    await thumb(chat, rated('like', ''), second);
    expect(chat.inbox).toMatchObject([{ question: 'Quel coût pour Mentor ?' }]);
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a text', 'feedback'],
    ['another action', { actionName: 'other', actionValue: { reaction: 'like' } }],
    ['no reaction', { actionName: 'feedback', actionValue: {} }],
    ['another reaction', rated('love', '')],
    ['a reaction that is a list', rated(['like'], '')],
    ['a comment that is a number', rated('like', 5)],
    ['a comment that is a list', rated('like', ['Clair'])],
  ])('are refused with 400 when their value is %s', async (_what, value) => {
    const chat = startTeamsChat();
    const id = await ask(chat, 'Quel financement pour Mentor ?');

    expect(await thumb(chat, value, id)).toEqual({ status: 400, body: undefined });
    expect(chat.inbox).toEqual([]);
  });

  it('open no form of ours: it is not known', async () => {
    expect(await startTeamsChat().invoke('message/fetchTask', rated('like', ''))).toMatchObject({ status: 501 });
  });

  it('find the answers of a conversation kept by a version that had none', async () => {
    const stored: Record<string, string> = {};
    const chat = startTeamsChat({ stored });
    await ask(chat, 'Quels projets concernent le logement ?');
    for (const key of Object.keys(stored)) stored[key] = (stored[key] ?? '').replace(/,"activityId":"[^"]+"/g, '');

    await ask(chat, 'la suite');

    expect(chat.text()).not.toContain('pas encore de liste');
  });
});
