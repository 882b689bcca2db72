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

  it.each(['merci', 'Qui porte Mentor ?'])('goes on with the list after "%s"', async (said) => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le numérique ?');
    await chat.say(said);

    await chat.say('page suivante');

    expect(chat.text()).toContain('Projets 11 à 20');
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

describe('« utile ? »', () => {
  it('puts a bad rating into the inbox, with the question, those before and the answer', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le logement ?');
    await chat.say('Quel financement pour Mentor ?');
    await chat.send(message({ action: 'rate', answer: 2, useful: false, badReason: 'wrong', comment: ' 5,5 M€ ' }));

    expect(chat.text()).toContain('transmises à l’équipe');
    const [entry, ...more] = chat.inbox;
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      kind: 'rating',
      at: '2026-11-24T09:00:00.000Z',
      locale: 'fr',
      channel: 'directline',
      isUseful: false,
      reason: 'wrong',
      comment: '5,5 M€',
      question: 'Quel financement pour Mentor ?',
      previous: ['Quels projets concernent le logement ?'],
      answerKind: 'fact',
    });
    expect(entry?.kind === 'rating' && entry.answerText).toContain('5,4');
  });

  it('rates the answer that the button stands under, and each once only', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('Qui porte PILAT ?');
    await chat.send(message({ action: 'rate', answer: 1, useful: true, goodReason: 'exact' }));
    await chat.send(message({ action: 'rate', answer: 1, useful: false, badReason: 'other' }));

    expect(chat.text()).toContain('avis a déjà été donné');
    expect(chat.inbox).toMatchObject([{ question: 'Quel financement pour Mentor ?', isUseful: true, reason: 'exact' }]);
  });

  it.each([
    ['an answer that never was', { action: 'rate', answer: 99, useful: true }],
    ['a reason of the other kind', { action: 'rate', answer: 1, useful: true, goodReason: 'wrong' }],
  ])('keeps nothing of %s', async (_what, value) => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');

    await chat.send(message(value));

    expect(chat.text()).toContain('rien n’a été changé');
    expect(chat.inbox).toEqual([]);
  });

  it('is not lost in the middle of a guide: the pending question comes again', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('comparer');

    await chat.send(message({ action: 'rate', answer: 1, useful: true }));

    expect(chat.text()).toMatch(/Merci de votre retour[^]*Reprenons[^]*Quels projets comparer/);
  });
});

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
    { action: 'rate', answer: '1', useful: 'yes' },
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
