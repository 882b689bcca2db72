import { startBotChat } from './bot-chat';

describe('a button that is pressed twice', () => {
  it('begins its guide once', async () => {
    const chat = startBotChat();
    await chat.say('aide');
    await chat.press('Comparer des projets');

    await chat.press('Comparer des projets');

    expect(chat.text()).toBe('C’est déjà pris en compte.');
  });

  it('begins its guide again once something else was done', async () => {
    const chat = startBotChat();
    await chat.say('aide');
    await chat.press('Comparer des projets');
    const again = chat.button('Comparer des projets').data;
    await chat.press('Annuler');

    await chat.send({ type: 'message', value: again });

    expect(chat.text()).toContain('Quels projets comparer');
  });

  it('answers the question of a guide once', async () => {
    const chat = startBotChat();
    await chat.say('donner mon avis');
    await chat.press('Très utile');

    await chat.press('Très utile');
    expect(chat.text()).toBe('C’est déjà pris en compte.');

    await chat.press('Passer');
    expect(chat.inbox).toHaveLength(1);
  });

  it('sends an opinion once', async () => {
    const chat = startBotChat();
    await chat.say('donner mon avis');
    await chat.press('Très utile');
    await chat.press('Envoyer', { text: 'Très clair et rapide' });

    await chat.press('Envoyer', { text: 'Très clair et rapide' });

    expect(chat.text()).toBe('C’est déjà pris en compte.');
    expect(chat.inbox).toHaveLength(1);
  });

  it('goes back by one question only', async () => {
    const chat = startBotChat();
    await chat.say('signaler une erreur');
    await chat.press(/données/);
    await chat.say('Mentor');
    const { data } = chat.button(/^Retour/);
    await chat.send({ type: 'message', value: data });
    const afterOne = chat.text();

    await chat.send({ type: 'message', value: data });

    expect(chat.text()).toBe('C’est déjà pris en compte.');
    expect(afterOne).not.toBe(chat.text());
  });

  it('rates once', async () => {
    const chat = startBotChat();
    await chat.say('Quel financement pour Mentor ?');
    await chat.send({
      type: 'event',
      name: 'webchat:activity-status/feedback',
      entities: [{ type: 'https://schema.org/Action', '@type': 'LikeAction', '@id': '#LikeAction-1' }],
    });
    await chat.press('La réponse est exacte');

    await chat.press('La réponse est exacte');

    expect(chat.text()).toBe('C’est déjà pris en compte.');
    expect(chat.inbox).toHaveLength(1);
  });

  it('shows the next page of a list once', async () => {
    const chat = startBotChat();
    await chat.say('Quels projets concernent le numérique ?');
    const { data } = chat.button(/^La suite/);
    await chat.send({ type: 'message', value: data });

    await chat.send({ type: 'message', value: data });
    expect(chat.text()).toBe('C’est déjà pris en compte.');

    await chat.say('merci');
    await chat.send({ type: 'message', value: data });
    expect(chat.text()).toContain('Projets 11 à 20');
  });

  it('late, by a request that was sent again after the next question, changes nothing', async () => {
    const chat = startBotChat();
    await chat.say('donner mon avis');
    const five = chat.button('Très utile').data;
    await chat.send({ type: 'message', value: five });
    await chat.say('Très clair et rapide');

    await chat.send({ type: 'message', value: five });

    expect(chat.text()).toBe('C’est déjà pris en compte.');
  });
});

describe('another button of the same card', () => {
  it('changes the answer, and the first one changes it back', async () => {
    const chat = startBotChat();
    await chat.say('donner mon avis');
    const five = chat.button('Très utile').data;
    const one = chat.button('Inutile').data;
    for (const value of [five, one, five]) await chat.send({ type: 'message', value });
    expect(chat.text()).toContain('Un mot pour expliquer');

    await chat.press('Passer');

    expect(chat.inbox).toMatchObject([{ rating: 5 }]);
  });
});

describe('the same button of a card shown later', () => {
  it('is another press', async () => {
    const chat = startBotChat();
    await chat.say('donner mon avis');
    await chat.press('Très utile');
    await chat.press('Passer');
    await chat.say('donner mon avis');

    await chat.press('Très utile');

    expect(chat.text()).toContain('Un mot pour expliquer');
  });
});
