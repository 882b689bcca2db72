import type { Activity, Entity } from 'botbuilder';
import fc from 'fast-check';
import { pressedButton } from '../../dialogs/cards/submission';
import { startBotChat } from './bot-chat';

const message = (value: unknown): { type: 'message'; value: unknown } => ({ type: 'message', value });

describe('« la suite »', () => {
  it('goes on with the list, by its button and by words, to its end', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le numérique ?');
    const total = Number(/^(\d+) projets/.exec(chat.text())?.[1]);
    await chat.press(/^La suite/);
    expect(chat.text()).toContain(`Projets 11 à ${Math.min(20, total)} sur ${total}`);

    for (let shown = 20; shown < total; shown += 10) await chat.say('la suite');
    await chat.say('la suite');

    expect(chat.text()).toContain('tout a été montré');
  });

  it('goes on after what its words showed', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le numérique ?');
    await chat.say('la suite');
    await chat.say('les 5 suivants');

    expect(chat.text()).toContain('Projets 21 à 25');
  });

  it.each(['et les autres ?', 'Le reste ?'])(
    'goes on with the list after "%s", while something of it is left',
    async (said) => {
      const chat = startBotChat();
      await chat.say('Quels projets ont été retenus au 2e appel ?');

      await chat.say(said);
      expect(chat.text()).toContain('Projets 11 à 16 sur 16');

      await chat.say(said);
      expect(chat.text()).not.toContain('Projets 11 à 16');
    },
  );

  it.each(['merci', 'Qui porte Mentor ?'])('goes on with the list after "%s"', async (said) => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le numérique ?');
    await chat.say(said);

    await chat.say('page suivante');

    expect(chat.text()).toContain('Projets 11 à 20');
  });

  it('is the next ones where the first ones were asked for', async () => {
    const chat = startBotChat();
    await chat.say('Donne-moi trois projets sur le logement');

    await chat.say('la suite');

    expect(chat.text()).toContain('Projets 4 à 6 sur 7');
  });

  it('goes on, by its button, with the list of the first of two requests, and with that one by words from then on', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le numérique ? Et qui porte Mentor ?');
    expect(chat.text()).toMatch(/^\d+ projets[^]*Mentor/);

    await chat.press(/^La suite/);
    expect(chat.text()).toContain('Projets 11 à 20');
    expect(chat.text()).not.toContain('Mentor');

    await chat.say('la suite');
    expect(chat.text()).toContain('Projets 21 à 30');

    await chat.say('les 5 suivants');
    expect(chat.text()).toContain('Projets 31 à 35');
  });

  it('says that there is no list to go on with', async () => {
    const chat = startBotChat();
    await chat.say('Parle-moi de Mentor');

    await chat.say('la suite');

    expect(chat.text()).toContain('pas encore de liste');
  });
});

describe('« retour »', () => {
  it('offers the guides when none is under way', async () => {
    const chat = startBotChat();
    await chat.say('retour');

    expect(chat.text()).toContain('pas de question guidée en cours');
    expect(chat.button('Comparer des projets').data).toMatchObject({ action: 'start', guide: 'compare' });
  });
});

describe('« exporter »', () => {
  it('gives the link to the last list, comparison or total, whatever was said since', async () => {
    const chat = startBotChat();
    await chat.say('Compare Mentor et PILAT');
    await chat.say('merci');

    await chat.say('exporter');

    expect(chat.text()).toContain('https://assistant.test/take-away/csv-compare?lang=fr');
    expect(JSON.stringify(chat.cards())).toContain('Action.OpenUrl');
  });

  it.each(['exporte moi ça stp', 'export', 'exporter en excel'])('is said in other ways: %s', async (said) => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le logement ?');

    await chat.say(said);

    expect(chat.text()).toContain('csv-list?lang=fr');
  });

  it.each([
    ['exporte tous les projets', 'de 68 projets', 'csv-list'],
    ['exporte tout', 'de 68 projets', 'csv-list'],
    ['Pouvez-vous exporter toute la base en csv ?', 'de 68 projets', 'csv-list'],
    ['exporte-moi les projets de la DGFiP en csv', 'de 11 projets', 'csv-list'],
    ['les projets du logement en excel', 'de 7 projets', 'csv-list'],
    ['donne-moi les 5 projets les plus chers au format csv', 'de 5 projets', 'csv-list'],
    ['télécharge Mentor et PILAT', 'de 2 projets', 'csv-compare'],
    ['exporter Mentor', 'de 1 projet', 'csv-list'],
    ['export all projects', '68 projects', 'csv-list'],
    ['download the projects on housing as csv', '7 projects', 'csv-list'],
  ])('of what is named: %s', async (said, count, link) => {
    const chat = startBotChat();
    await chat.say('Quels projets en santé ?');

    await chat.say(said === 'exporte tout' ? 'oublie-moi' : 'merci');
    await chat.say(said);

    expect(chat.text()).toContain(count.replace(/^de /u, ''));
    expect(chat.text()).toContain(link);
  });

  it.each([
    'exporte tout',
    'exporte-moi ces projets en csv',
    'mets ça en excel',
    'mets-les en csv',
    'donne en csv',
    'export them',
    'excel',
    'en csv',
  ])('of all that was shown last: %s', async (said) => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le logement ?');

    await chat.say(said);

    expect(chat.text()).toMatch(/7 projects|7 projets/);
    expect(chat.text()).toContain('csv-list');
  });

  it.each(['Quels projets utilisent un tableur ?', 'exporter le cassoulet de Castelnaudary', 'Mentor est-il en csv ?'])(
    'is not ordered by a question, nor of what is no set of projects: %s',
    async (said) => {
      const chat = startBotChat();
      await chat.say(said);

      expect(chat.text()).not.toContain('/take-away/');
    },
  );

  it('of what is named, in the middle of a guide, asks the pending question again', async () => {
    const chat = startBotChat();
    await chat.say('comparer');
    await chat.say('exporte tous les projets');

    expect(chat.text()).toMatch(/68 projets[^]*Reprenons[^]*Quels projets comparer/);
  });

  it('makes no empty file', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets en Bretagne ?');

    await chat.say('exporter');

    expect(chat.text()).toContain('rien à exporter');
  });

  it('says what to ask first when there is nothing', async () => {
    const chat = startBotChat();

    await chat.say('exporter en csv');

    expect(chat.text()).toContain('rien à exporter');
  });
});

describe('a thumb', () => {
  it('counts at once, with the question, those before and the answer, and offers its reasons', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le logement ?');
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(thumb('Dislike', 2));

    expect(chat.text()).toContain('Merci, c’est noté');
    expect(chat.inbox).toMatchObject([
      {
        kind: 'rating',
        at: '2026-11-24T09:00:00.000Z',
        locale: 'fr',
        channel: 'directline',
        isUseful: false,
        reason: null,
        comment: null,
        question: 'Quel financement pour Mentor ?',
        previous: ['Quels projets concernent le logement ?'],
        answerKind: 'fact',
      },
    ]);
    const [entry] = chat.inbox;
    expect(entry?.kind === 'rating' && entry.answerText).toContain('5,4');
    expect(chat.buttons()).toEqual([
      'Un chiffre ou un fait est faux',
      'Il manque quelque chose',
      'Ma question a été mal comprise',
      'L’information est ancienne',
      'Ce n’est pas clair',
      'Autre chose',
      'Écrire un commentaire',
    ]);
  });

  it('leaves what was proposed under the last answer', async () => {
    const chat = startBotChat();
    const [answer] = await chat.say('Quel financement pour Mentor ?');
    const [thanks] = await chat.send(thumb('Like', 1));

    expect(answer?.suggestedActions?.actions).not.toEqual([]);
    expect(thanks?.suggestedActions).toEqual(answer?.suggestedActions);
  });

  it('is completed by a reason, and is one rating still', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(thumb('Dislike', 1));
    await chat.press('Un chiffre ou un fait est faux');

    expect(chat.text()).toContain('transmises à l’équipe');
    await chat.say('le montant donné est faux, c’est 6 millions');
    expect(chat.inbox).toMatchObject([{ isUseful: false, reason: 'wrong' }]);
  });

  it.each([
    ['Il manque quelque chose', { reason: 'incomplete', comment: null }],
    [
      'le montant donné est faux, c’est 6 millions',
      { reason: null, comment: 'le montant donné est faux, c’est 6 millions' },
    ],
    ['il manque les projets de la Bretagne', { reason: null, comment: 'il manque les projets de la Bretagne' }],
    ['ça ne répond pas du tout à ma question', { reason: null }],
    ['the figure you gave is outdated', { reason: null, comment: 'the figure you gave is outdated' }],
  ])('is completed by the reason that is written: %s', async (said, kept) => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(thumb('Dislike', 1));
    await chat.say(said);

    expect(chat.text()).toContain('transmises à l’équipe');
    expect(chat.inbox).toMatchObject([{ isUseful: false, question: 'Quel financement pour Mentor ?', ...kept }]);
    await chat.say('le montant donné est faux, c’est 6 millions');
    expect(chat.text()).not.toContain('transmises à l’équipe');
  });

  it.each([
    'Qui porte le projet PILAT ?',
    'les projets sur le logement en Bretagne',
    'combien coûte le projet Mentor',
    'PILAT',
    'merci',
  ])('is followed by any other question: %s', async (said) => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(thumb('Dislike', 1));
    await chat.say(said);

    expect(chat.text()).not.toContain('transmises à l’équipe');
    expect(chat.inbox).toMatchObject([{ reason: null, comment: null }]);
  });

  it('of the other kind changes the vote; the same one again changes nothing', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('Qui porte PILAT ?');
    await chat.send(thumb('Like', 1));
    await chat.press('La réponse est exacte');
    await chat.send(thumb('Like', 1));

    expect(chat.text()).toContain('déjà noté');
    expect(chat.inbox).toMatchObject([{ question: 'Quel financement pour Mentor ?', isUseful: true, reason: 'exact' }]);

    await chat.send(thumb('Dislike', 1));

    expect(chat.inbox).toMatchObject([{ question: 'Quel financement pour Mentor ?', isUseful: false, reason: null }]);
  });

  it('leads to a message of one’s own', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(thumb('Dislike', 1));
    await chat.press('Écrire un commentaire');

    expect(chat.text()).toContain('Que voulez-vous signaler ?');
  });

  it('is told of answers that hold something, and of nothing else', async () => {
    const chat = startBotChat();
    const thumbsUnder = async (said: string): Promise<readonly unknown[]> =>
      (await chat.say(said)).flatMap(({ entities = [] }) => entities);

    expect(await thumbsUnder('Quel financement pour Mentor ?')).toMatchObject([
      { potentialAction: [{ '@type': 'LikeAction' }, { '@type': 'DislikeAction' }] },
    ]);
    for (const other of [
      'bonjour',
      'Quelle est la météo à Paris ?',
      'Qui porte le projet Zorglub ?',
      'guide-moi',
      'annuler',
    ])
      expect(await thumbsUnder(other)).toEqual([]);
  });

  it.each([
    ['an answer that never was', thumb('Like', 99), 'trop ancienne'],
    ['a reason that is none', message({ action: 'rate', answer: 1, reason: 'funny' }), 'rien n’a été changé'],
    ['another event', { ...thumb('Like', 1), name: 'other' }, ''],
    ['two thumbs at once', { ...thumb('Like', 1), entities: [...thumbs('Like', 1), ...thumbs('Dislike', 1)] }, ''],
    ['a number that is none', { ...thumb('Like', 1), entities: thumbs('Like', '1e3') }, ''],
  ])('keeps nothing of %s', async (_what, activity, said) => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');

    await chat.send(activity);

    expect(chat.text()).toContain(said);
    expect(chat.inbox).toEqual([]);
  });

  it('is no digit', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('5');
    await chat.say('1');

    expect(chat.inbox.filter(({ kind }) => kind === 'rating')).toEqual([]);
  });

  it('is not lost in the middle of a guide: the pending question comes again', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('comparer');

    await chat.send(thumb('Like', 1));

    expect(chat.text()).toMatch(/Merci, c’est noté[^]*Reprenons[^]*Quels projets comparer/);
  });
});

/** What Web Chat sends when a thumb is pressed. */
function thumb(kind: 'Like' | 'Dislike', answer: number): Partial<Activity> {
  return { type: 'event', name: 'webchat:activity-status/feedback', entities: thumbs(kind, answer) };
}

function thumbs(kind: 'Like' | 'Dislike', answer: number | string): Entity[] {
  return [{ type: 'https://schema.org/Action', '@type': `${kind}Action`, '@id': `#${kind}Action-${answer}` }];
}

describe('a question without an answer', () => {
  it('goes to the inbox with its context', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('Quelle est la météo à Paris ?');

    expect(chat.inbox).toMatchObject([
      {
        kind: 'unanswered',
        question: 'Quelle est la météo à Paris ?',
        previous: ['Quel financement pour Mentor ?'],
        reason: 'out-of-scope',
      },
    ]);
  });

  it.each(['', '🙂', 'bonjour', 'x'.repeat(600)])('does not when nothing was asked: %j', async (text) => {
    const chat = startBotChat();
    await chat.say(text);

    expect(chat.inbox).toEqual([]);
  });
});

describe('a hostile button', () => {
  const HOSTILE: readonly unknown[] = [
    { action: 'drop tables' },
    { action: 'constructor' },
    { action: '__proto__' },
    { action: 'start' },
    { action: 'start', guide: 'root' },
    { action: 'start', guide: 'find', more: 1 },
    { action: 'answer', guide: 'find', run: 1, step: 'theme', value: '../../etc/passwd' },
    { action: 'answer', guide: 'find', run: -1, step: 'theme', value: 'logement' },
    { action: 'answer', guide: 'opinion', run: 1, step: 'rating', value: '9' },
    { action: 'answer', guide: 'compare', run: 1, step: 'projects', value: '#done' },
    { action: 'order', guide: 'find', run: 7, order: 'keep' },
    { action: 'more', answer: 1, from: 1e9 },
    { action: 'rate', answer: '1', reason: 'exact' },
    { action: 'rate', answer: 1, useful: true },
    [],
    'text',
    7,
    { text: { action: 'start' } },
  ];

  it.each(HOSTILE.map((value) => [value]))('gets a sentence and changes nothing: %j', async (value) => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(message(value));
    expect(chat.text()).toMatch(/rien n’a été changé|trop ancienne/);
    expect(chat.inbox).toEqual([]);

    await chat.say('et son coût ?');
    expect(chat.text()).toContain('Mentor');
  });

  it('in the middle of a guide leaves the pending question as it was', async () => {
    for (const value of HOSTILE) {
      const chat = startBotChat();
      await chat.say('donner mon avis');
      await chat.send(message(value));
      await chat.say('5');

      expect(chat.text()).toContain('Un mot pour expliquer');
      expect(chat.inbox).toEqual([]);
    }
  });

  it('is read without ever throwing, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(['none', 'unknown', 'known']).toContain(pressedButton(value).kind);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('start', 'answer', 'order', 'more', 'rate'),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (action, rest) => {
          expect(['unknown', 'known']).toContain(pressedButton({ ...rest, action }).kind);
        },
      ),
    );
  });
});
