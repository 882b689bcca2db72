import { z } from 'zod';
import { baseWith } from '../../core/knowledge';
import { cardProblems } from '../card-schema';
import { ADA } from '../teams/people-and-places';
import { startTeamsChat, type TeamsChat, type Way } from '../teams/teams-chat';

type Press = readonly [title: string | RegExp, inputs?: object];
type Step = string | Press;

async function play(chat: TeamsChat, steps: readonly Step[], way: Way): Promise<void> {
  for (const step of steps) {
    if (typeof step === 'string') await chat.say(step);
    else await chat.press(step[0], way, step[1]);
    for (const card of chat.cards()) {
      expect(cardProblems(card)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    }
  }
}

/** What was done, what the last turn says at least, and where: in place, or in messages. */
const ROWS: readonly (readonly [
  what: string,
  locale: string,
  steps: readonly Step[],
  says: RegExp,
  messages: number,
])[] = [
  ['a guide is begun', 'fr', ['Que sais-tu faire ?', ['Comparer des projets']], /Quels projets comparer/, 1],
  ['a choice', 'fr', ['connaître les économies', ['D’un thème']], /De quel thème/, 0],
  ['a choice of many', 'fr', ['guide-moi', ['Logement (7)']], /Logement : 7 projets/, 0],
  ['nothing chosen', 'fr', ['comparer', ['Ajouter']], /Rien n’est encore choisi[^]*Quels projets comparer/, 0],
  ['a project picked', 'fr', ['comparer', ['Ajouter', { choice: 'mentor' }]], /Votre choix : Mentor/, 0],
  ['back', 'fr', ['guide-moi', 'logement', ['Retour']], /Quel thème/, 0],
  ['help', 'fr', ['guide-moi', ['Aide']], /Je vous demande un thème[^]*Quel thème/, 0],
  ['cancel', 'fr', ['guide-moi', ['Annuler']], /C’est annulé/, 0],
  ['the end of a guide', 'fr', ['guide-moi', 'logement', ['Peu importe']], /7 projets/, 1],
  ['the end of a guide in English', 'en', ['see the savings', ['All projects']], /savings/i, 1],
  ['a note', 'fr', ['préparer une note', 'Mentor', ['Préparer la note']], /La note est prête : Mentor/, 1],
  ['an opinion', 'fr', ['donner mon avis', ['Très utile'], ['Envoyer', { text: 'Parfait' }]], /Merci, votre avis/, 0],
  [
    'a mistake',
    'fr',
    ['signaler une erreur sur PILAT', ['Envoyer', { text: 'Le coût est faux' }]],
    /merci, c’est transmis/i,
    0,
  ],
  ['more of a list', 'fr', ['Quels projets concernent le numérique ?', [/^La suite/]], /Projets 11 à 20/, 0],
  ['and back', 'fr', ['Quels projets concernent le numérique ?', [/^La suite/], ['Les précédents']], /^\d+ projets/, 0],
  [
    'more of the first of two lists',
    'fr',
    ['Quels projets concernent le numérique ? Et qui porte Mentor ?', [/^La suite/]],
    /Projets 11 à 20/,
    1,
  ],
  [
    'more in a guide',
    'fr',
    ['Quels projets concernent le numérique ?', 'comparer', [/^La suite/]],
    /Projets 11 à 20[^]*Reprenons/,
    1,
  ],
  ['more in English', 'en', ['Which projects are digital?', [/^More/]], /11 (?:to|–) 20/, 0],
  [
    'a button of a guide that was cancelled',
    'fr',
    ['guide-moi', 'annuler', ['Logement (7)']],
    /n’est plus en cours/,
    0,
  ],
  ['an earlier step', 'fr', ['connaître les économies', ['D’un thème'], ['De tous les projets']], /économies/i, 1],
];

describe('a button in Teams', () => {
  it.each(ROWS)(
    '%s (%s) does the same answered in place and as a message',
    async (_what, locale, steps, says, messages) => {
      const [inPlace, byMessage] = [startTeamsChat({ locale }), startTeamsChat({ locale })];
      await play(inPlace, steps, 'execute');
      await play(byMessage, steps, 'submit');

      expect(inPlace.text()).toMatch(says);
      expect(byMessage.text()).toMatch(says);
      expect(inPlace.messages()).toHaveLength(messages);
      expect(inPlace.inbox).toEqual(byMessage.inbox);
      expect(inPlace.remembered()).toBe(byMessage.remembered());
      expect(inPlace.remembered()).not.toBe('');
    },
  );

  it('tells what was chosen where the next question is drawn, and on the card of a guide that has ended', async () => {
    const chat = startTeamsChat();
    await play(chat, ['connaître les économies', ['D’un thème']], 'execute');
    expect(chat.text()).toMatch(/^Votre choix : D’un thème\nDe quel thème/);

    await chat.press('Logement (7)', 'execute');

    expect(JSON.stringify(chat.inPlace())).toMatch(/Votre choix[^"]*D’un thème › Logement[^"]*"[^]*La réponse suit/);
    expect(JSON.stringify(chat.inPlace())).not.toContain('Action.');
    expect(chat.messages()).toHaveLength(1);
  });

  it('keeps the own words of a person off the cards that follow', async () => {
    const chat = startTeamsChat();
    await play(chat, ['signaler une erreur sur PILAT', ['Envoyer', { text: 'Le coût de Zorglub' }]], 'execute');

    expect(chat.text()).not.toContain('Zorglub');
    expect(chat.inbox).toMatchObject([{ kind: 'report', text: 'Le coût de Zorglub' }]);
  });

  it('leaves the card of a menu as it is, and says where it goes on', async () => {
    const chat = startTeamsChat();
    await chat.say('Que sais-tu faire ?');

    const { body } = await chat.invoke('adaptiveCard/action', execute({ action: 'start', guide: 'find' }));

    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'La suite est dans la conversation, en bas.',
    });
    expect(chat.messages()).toHaveLength(1);
  });

  it('sends the answer of a guide with its own citations and thumbs', async () => {
    const chat = startTeamsChat();
    await play(chat, ['guide-moi', 'logement', ['Peu importe']], 'execute');

    expect(chat.messages()).toMatchObject([
      { channelData: { feedbackLoop: { type: 'default' } }, entities: [{ type: 'https://schema.org/Message' }] },
    ]);
  });
});

describe('a button in Teams that is pressed twice', () => {
  /** The same button of the same showing, pressed twice in a row; what the second press got. */
  async function twice(chat: TeamsChat, title: string | RegExp): Promise<unknown> {
    const { data } = chat.button(title);
    await chat.invoke('adaptiveCard/action', execute(data));
    return (await chat.invoke('adaptiveCard/action', execute(data))).body;
  }

  const TOLD = {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value: 'C’est déjà pris en compte.',
  };

  it.each([
    ['the last step of a note', ['préparer une note', 'Mentor'], 'Préparer la note'],
    ['the last step of a comparison', ['comparer', 'Mentor et PILAT'], 'Comparer'],
    ['the way out of a guide', ['guide-moi'], 'Annuler'],
    ['what begins a guide', ['Que sais-tu faire ?'], 'Comparer des projets'],
  ])('leaves the card as the first press did: %s', async (_what, said, title) => {
    const chat = startTeamsChat();
    for (const text of said) await chat.say(text);

    expect(await twice(chat, title)).toEqual(TOLD);
    expect(chat.messages()).toEqual([]);
  });

  it('leaves it too when another guide is under way by then', async () => {
    const chat = startTeamsChat();
    for (const text of ['préparer une note', 'Mentor']) await chat.say(text);
    const last = execute(chat.button('Préparer la note').data);
    await chat.invoke('adaptiveCard/action', last);
    await chat.say('comparer');

    expect((await chat.invoke('adaptiveCard/action', last)).body).toEqual(TOLD);
    expect(chat.messages()).toEqual([]);
  });

  it('draws the next question of its guide again', async () => {
    const chat = startTeamsChat();
    await chat.say('connaître les économies');

    await twice(chat, 'D’un thème');

    expect(JSON.stringify(chat.inPlace())).toMatch(/déjà pris en compte[^]*De quel thème/);
    expect(chat.messages()).toEqual([]);
  });

  it('draws the stretch of a list again, and no pending question of a guide', async () => {
    const chat = startTeamsChat();
    for (const text of ['Quels projets concernent le numérique ?', 'comparer']) await chat.say(text);

    await twice(chat, /^La suite/);

    expect(JSON.stringify(chat.inPlace())).toContain('Projets 11 à 20');
    expect(chat.messages()).toEqual([]);
    await chat.say('la suite');
    expect(chat.text()).toContain('Projets 21 à');
  });
});

const execute = (data: object, verb: unknown = Object.getOwnPropertyDescriptor(data, 'action')?.value): object => ({
  action: { type: 'Action.Execute', id: 'x', verb, data },
  trigger: 'manual',
});

/** With its own `__proto__`, which a literal would not have. */
function parsed(text: string): object {
  return z.custom<object>((value) => typeof value === 'object').parse(JSON.parse(text));
}

describe('a card action that is none of ours', () => {
  it.each([
    ['nothing', undefined],
    ['a text', 'start'],
    ['no action', {}],
    ['an action that is a text', { action: 'start' }],
    ['a Submit', { action: { type: 'Action.Submit', verb: 'start', data: { action: 'start', guide: 'find' } } }],
    ['no verb', { action: { type: 'Action.Execute', data: { action: 'start', guide: 'find' } } }],
    ['a verb that is a number', execute({ action: 'start', guide: 'find' }, 1)],
    ['no data', { action: { type: 'Action.Execute', verb: 'start' } }],
    ['data that are a text', { action: { type: 'Action.Execute', verb: 'start', data: 'find' } }],
    ['data that are a list', { action: { type: 'Action.Execute', verb: 'start', data: [] } }],
  ])('is refused with 400 when its value is %s', async (_what, value) => {
    const chat = startTeamsChat();

    expect(await chat.invoke('adaptiveCard/action', value)).toEqual({ status: 400, body: undefined });
    expect(chat.messages()).toEqual([]);
  });

  it.each<readonly [string, object]>([
    ['an unknown name', execute({ action: 'drop tables' })],
    ['the name of a method', execute({ action: 'constructor' })],
    ['a prototype', execute(parsed('{"__proto__":{"action":"start","guide":"find"}}'), 'start')],
    ['a prototype for a name', execute({ action: '__proto__' })],
    ['another verb', execute({ action: 'start', guide: 'find' }, 'rate')],
    ['a key too many', execute({ action: 'start', guide: 'find', more: 1 })],
    ['no such guide', execute({ action: 'start', guide: 'root' })],
    ['a name of 60,000 letters', execute({ action: 'answer', guide: 'find', run: 1, step: 'x'.repeat(60_000) })],
    ['a mark of 60,000 letters', execute({ action: 'refresh', answer: 1, said: 'x'.repeat(60_000) })],
    ['a number as a text', execute({ action: 'more', answer: '1', from: 10 })],
  ])('gets a sentence and changes nothing: %s', async (_what, value) => {
    const chat = startTeamsChat();
    await chat.say('Quel financement pour Mentor ?');
    const before = chat.remembered();

    expect(await chat.invoke('adaptiveCard/action', value)).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message' },
    });
    expect(chat.text()).toContain('rien n’a été changé');
    expect(chat.messages()).toEqual([]);
    expect(chat.remembered()).toBe(before);
  });

  it('asks the pending question of a guide again', async () => {
    const chat = startTeamsChat();
    await chat.say('guide-moi');
    await chat.invoke('adaptiveCard/action', execute({ action: 'drop tables' }));

    expect(chat.text()).toMatch(/Je ne connais pas ce bouton[^]*Quel thème/);
  });
});

const refreshSchema = z.object({ refresh: z.object({ action: z.object({ data: z.looseObject({}) }) }) });

interface Refreshing {
  readonly refresh?: { readonly action: { readonly data: object }; readonly userIds: readonly string[] };
}

describe('a card that is looked at again', () => {
  const cardOf = (chat: TeamsChat): Refreshing => {
    const content: unknown = chat.messages()[0]?.attachments?.[0]?.content;
    return z.custom<Refreshing>((card) => typeof card === 'object').parse(content);
  };

  it.each([
    [['Quel financement pour Mentor ?']],
    [['Parle-moi de Mentor', 'et son cout ?']],
    [['Quels projets concernent le logement ?']],
    [['Quels projets concernent le logement ?', 'et en Bretagne ?']],
    [['les 5 projets les plus chers']],
    [['où dormir quand on est à la rue']],
    [['Compare Mentor et PILAT']],
    [['C’est quoi le FTAP ?']],
    [['coût total par ministère']],
  ])('is asked for by the asker only, and is the same as long as the base is: %j', async (questions) => {
    const chat = startTeamsChat();
    for (const question of questions) await chat.say(question);
    const card = cardOf(chat);
    expect(card.refresh?.userIds).toEqual([ADA.id]);
    const before = chat.remembered();

    const { body } = await chat.invoke('adaptiveCard/action', {
      ...execute(card.refresh?.action.data ?? {}),
      trigger: 'automatic',
    });

    expect(body).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
    expect(chat.messages()).toEqual([]);
    expect(chat.remembered()).toBe(before);
  });

  it('says what is true now when the base has changed, each time that it is looked at', async () => {
    const stored = {};
    const before = startTeamsChat({ stored });
    await before.say('Quel financement pour Mentor ?');
    const { refresh } = cardOf(before);
    const knowledge = baseWith((project) => (project.id === 'mentor' ? { ...project, ftapFundingMEUR: 6.6 } : project));
    const after = startTeamsChat({ stored, knowledge });

    await after.invoke('adaptiveCard/action', execute(refresh?.action.data ?? {}));
    expect(after.text()).toMatch(/^Mis à jour depuis\n[^]*6,6 M€/);
    const again = refreshSchema.parse(after.inPlace());
    await after.invoke('adaptiveCard/action', execute(again.refresh.action.data));

    expect(after.text()).toMatch(/^Mis à jour depuis\n[^]*6,6 M€/);
    expect(cardProblems(after.inPlace())).toEqual([]);
  });

  it('does not ask the pending question of a guide again', async () => {
    const chat = startTeamsChat();
    await chat.say('Quel financement pour Mentor ?');
    const { refresh } = cardOf(chat);
    await chat.say('guide-moi');

    await chat.invoke('adaptiveCard/action', execute(refresh?.action.data ?? {}));

    expect(chat.messages()).toEqual([]);
    expect(chat.text()).not.toContain('Quel thème');
  });

  it('is not asked for when there are no figures on it, nor of a later stretch', async () => {
    const chat = startTeamsChat();
    await chat.say('Quel est l’âge du capitaine ?');
    expect(cardOf(chat)).not.toHaveProperty('refresh');
    await chat.say('Quels projets concernent le numérique ?');
    await chat.press(/^La suite/, 'execute');

    expect(chat.inPlace()).not.toHaveProperty('refresh');
    await chat.say('la suite');
    expect(chat.text()).toContain('Projets 21 à');
    expect(cardOf(chat)).not.toHaveProperty('refresh');
  });

  it('that is not kept any more is told to be old', async () => {
    const chat = startTeamsChat();
    await chat.say('Quel financement pour Mentor ?');
    const { refresh } = cardOf(chat);
    for (let turn = 0; turn < 10; turn += 1) await chat.say('Qui porte PILAT ?');

    const { body } = await chat.invoke('adaptiveCard/action', execute(refresh?.action.data ?? {}));

    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(chat.text()).toContain('Cette réponse est ancienne');
  });
});
