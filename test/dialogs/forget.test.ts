import { MemoryStorage } from 'botbuilder';
import { startBotChat } from './bot-chat';
import { startTeamsChat } from './teams/teams-chat';
import { subscriptionsInMemory } from './subscriptions/subscriptions-in-memory';

describe('« Oublie-moi », said', () => {
  it('forgets what was asked, what is followed and the guide under way, and says what the page still keeps', async () => {
    const stored: Record<string, string> = {};
    const subscriptions = subscriptionsInMemory();
    const chat = startBotChat({ storage: new MemoryStorage(stored), subscriptions });
    await chat.say('Quel financement pour Mentor ?');
    await chat.say('préviens-moi si Mentor change');
    await chat.say('comparer des projets');

    await chat.say('Oublie-moi');

    expect(chat.text()).toMatch(
      /^C’est oublié .*ce que vous suiviez.*\n+.*« Oublie-moi : effacer cette conversation », sous l’icône « À propos.*\n+.*365 jours\.$/u,
    );
    expect(JSON.stringify(stored)).not.toContain('mentor');
    await chat.say('mes abonnements');
    expect(chat.text()).not.toContain('Mentor');
    await chat.say('la suite');
    expect(chat.text()).toContain('pas encore de liste');
  });

  it.each(['Supprime mes données', 'effacez mes données', 'efface la conversation', 'supprimer mon historique'])(
    'is « %s » too',
    async (order) => {
      const stored: Record<string, string> = {};
      const chat = startBotChat({ storage: new MemoryStorage(stored) });
      await chat.say('Quel financement pour Mentor ?');

      await chat.say(order);

      expect(chat.text()).toMatch(/^C’est oublié/);
      expect(JSON.stringify(stored)).not.toContain('mentor');
    },
  );

  it('is not done again, nor said to be, by « non »', async () => {
    const chat = startBotChat();
    await chat.say('oublie mes données');

    await chat.say('non');

    expect(chat.text()).toMatch(/^D’accord, je laisse ça/u);
  });

  it('speaks the language of the order, and of Teams in Teams', async () => {
    const chat = startTeamsChat();

    await chat.say('Forget me');

    expect(chat.text()).toMatch(/^Forgotten.*\n+.*deleted in Teams/u);
  });
});

describe('« Reformuler », said', () => {
  it('tells how to ask more simply', async () => {
    const chat = startBotChat();

    await chat.say('Reformuler');

    expect(chat.text()).toMatch(/^Je le dis plus simplement/);
  });

  it('leaves the guide under way where it is', async () => {
    const chat = startBotChat();
    await chat.say('comparer des projets');

    await chat.say('reformuler');

    expect(chat.text()).toContain('Quels projets comparer');
  });
});
