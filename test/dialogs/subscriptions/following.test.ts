import { MOST_SUBSCRIPTIONS } from '../../../dialogs/subscriptions/subscriptions';
import { subscriptionOrderIn } from '../../../dialogs/subscriptions/subscription-orders';
import { countOf, subjectText } from '../../../dialogs/subscriptions/subject-text';
import { baseWith, realKnowledge } from '../../core/knowledge';
import { type BotChat, startBotChat } from '../bot-chat';
import { cardProblems } from '../card-schema';
import { startTeamsChat } from '../teams/teams-chat';
import { subscriptionsInMemory } from './subscriptions-in-memory';

const knowledge = realKnowledge();

function start(options: Parameters<typeof startBotChat>[0] = {}) {
  const subscriptions = subscriptionsInMemory();
  const chat = startBotChat({ ...options, subscriptions });
  /** What is followed, in words. */
  const followed = (): readonly string[] =>
    subscriptions.all().map((item) => subjectText(item.followed, 'fr', knowledge));
  return { chat, followed, subscriptions };
}

/** Says each in turn. */
async function sayAll(chat: BotChat, texts: readonly string[]): Promise<void> {
  for (const text of texts) await chat.say(text);
}

describe('following', () => {
  it.each([
    [['préviens-moi si un projet du logement change'], ['les projets (thème : Logement)']],
    [['préviens-moi si Mentor change'], ['Mentor']],
    [['préviens-moi si le coût total de Mentor est publié'], ['Mentor (coût total)']],
    [['alerte-moi sur les projets de la Justice'], ['les projets (porteur : Ministère de la Justice)']],
    [['abonne-moi aux projets de Bretagne'], ['les projets (territoire : Bretagne)']],
    [['abonne-moi au 5e appel à projets'], ['les projets (5e appel)']],
    [['préviens-moi des nouveautés en Bretagne'], ['les projets (territoire : Bretagne)']],
    [['préviens-moi des nouveaux projets en Bretagne'], ['les projets (territoire : Bretagne)']],
    [['alert me about new projects in Brittany'], ['les projets (territoire : Bretagne)']],
    [['préviens-moi quand il y a un nouveau projet'], ['tous les projets de la base']],
    [['préviens-moi de tout changement'], ['tous les projets de la base']],
    [['suivre Mentor'], ['Mentor']],
    [['Quels projets concernent le logement ?', 'préviens-moi si ça change'], ['les projets (thème : Logement)']],
    [['Qui porte Mentor ?', 'préviens-moi s’il change'], ['Mentor']],
    [['Quel est le coût total de Mentor ?', 'préviens-moi si ça change'], ['Mentor (coût total)']],
    [['compare Mentor et PILAT', 'tiens-moi au courant de ces projets'], ['Mentor et PILAT']],
    [['Qui porte Mentor ?', 'abonne-moi'], ['Mentor']],
    [['notify me when Mentor changes'], ['Mentor']],
    [['notify me if a housing project changes'], ['les projets (thème : Logement)']],
    [['préviens-moi des nouveautés en Bretagne'], ['les projets (territoire : Bretagne)']],
    [['préviens-moi des nouveaux projets en Bretagne'], ['les projets (territoire : Bretagne)']],
    [['notify me about new projects in Brittany'], ['les projets (territoire : Bretagne)']],
    [['préviens-moi si ça change'], []],
    [['préviens-moi'], []],
    [
      ['préviens-moi si le financement total des projets de la Justice change'],
      ['les financements FTAP des projets (porteur : Ministère de la Justice)'],
    ],
    [['notify me if the total cost of housing projects changes'], ['les coûts totaux des projets (thème : Logement)']],
    [['préviens-moi si le coût total moyen des projets change'], ['les coûts totaux de tous les projets de la base']],
    [['préviens-moi si le FTAP 2 a de nouveaux projets'], ['les projets (FTAP 2)']],
    [['abonne-moi au FTAP 2'], ['les projets (FTAP 2)']],
    [['notify me when FTAP 2 has new projects'], ['les projets (FTAP 2)']],
    [['abonne-moi à 2019'], ['les projets (annonce en 2019)']],
    [['abonne-moi au FTAP 2', 'désabonne-moi du FTAP 2'], []],
    [['Qui porte Mentor ?', 'suivre ce projet'], ['Mentor']],
    [['How much did Mentor get?', 'follow it'], ['Mentor']],
    [['follow it'], []],
    [['abonne-moi au budget du FTAP'], []],
    [['préviens-moi si la capitale du Pérou change'], []],
    [['préviens-moi si le FTAP change'], []],
    [['suivre les bidonvilles'], []],
  ])('after %j is of %j', async (texts, expected) => {
    const { chat, followed } = start();

    await sayAll(chat, texts);

    expect(followed()).toEqual(expected);
  });

  it('says what was understood, how many projects it is, what is kept and how to stop', async () => {
    const { chat, subscriptions } = start();

    await chat.say('préviens-moi si un projet du logement change');

    const [item] = subscriptions.all();
    const count = item && countOf(item.followed, knowledge);
    expect(chat.text()).toContain(`thème : Logement) ; ${String(count)} projets aujourd’hui`);
    expect(chat.text()).toMatch(/un an/);
    expect(chat.text()).toMatch(/« mes abonnements »/);
    expect(chat.text()).toMatch(/encore ouverte dans votre navigateur/);
    expect(chat.cards().flatMap(cardProblems)).toEqual([]);
  });

  it.each([
    ['préviens-moi si Mentro change', 'Mentor'],
    ['préviens-moi si le projet PILATT change', 'PILAT'],
    ['notify me when Mentro changes', 'Mentor'],
    ['suivre Mentro', 'Mentor'],
    ['suivre mentro', 'Mentor'],
    ['surveiller le projet PILATT', 'PILAT'],
    ['follow Mentro', 'Mentor'],
    ['je voudrais suivre le projet Mentro svp', 'Mentor'],
  ])('asks back when a name is mistyped: %s', async (text, name) => {
    const { chat, followed } = start();

    await chat.say(text);
    expect(followed()).toEqual([]);
    expect(chat.text()).toMatch(/rien n’est noté|nothing is noted/);

    await chat.press(new RegExp(name, 'u'));
    expect(followed()).toEqual([name]);
  });

  it.each(['suivre les bidonvilles', 'suivre un document', 'suivre les archives', 'surveiller un enregistrement'])(
    'takes « %s » for a search, near though it is to a name',
    async (text) => {
      const { chat, followed } = start();

      await chat.say(text);

      expect(followed()).toEqual([]);
      expect(chat.text()).not.toMatch(/rien n’est noté|nothing is noted/);
    },
  );

  it('says in one phrase which field of a set is followed, in English too', async () => {
    const { chat } = start({ locale: 'en-GB' });

    await sayAll(chat, [
      'notify me if the total cost of housing projects changes',
      'notify me when the total funding of all projects changes',
      'my subscriptions',
    ]);

    expect(chat.text()).toContain('- the total costs of the projects (theme: Housing), since');
    expect(chat.text()).toContain('- the FTAP funding of all projects of the base, since');
  });

  it('does not promise that others will join projects that were named', async () => {
    const { chat } = start();

    await sayAll(chat, ['compare Mentor et PILAT', 'tiens-moi au courant de ces projets']);

    expect(chat.text()).toContain('Mentor et PILAT.');
    expect(chat.text()).not.toMatch(/ajouteront|aujourd’hui/);
  });

  it.each([
    ['préviens-moi quand il y a un nouveau projet', 'pas seulement des nouveaux'],
    ['préviens-moi des nouveaux projets en Bretagne', 'pas seulement des nouveaux'],
    ['alert me about new projects', 'not only of new ones'],
  ])('says that it tells of more than was asked for by « %s »', async (text, expected) => {
    const { chat } = start();

    await chat.say(text);

    expect(chat.text()).toContain(expected);
  });

  it('does not say so to who asked for every change', async () => {
    const { chat } = start();

    await chat.say('préviens-moi de tout changement');

    expect(chat.text()).not.toContain('pas seulement');
  });

  it('speaks of no browser in Teams', async () => {
    const chat = startTeamsChat();

    await chat.say('préviens-moi si Mentor change');

    expect(chat.text()).not.toMatch(/navigateur/);
  });

  it('says honestly that it understood no project, and notes nothing', async () => {
    const { chat } = start();

    await chat.say('préviens-moi si la capitale du Pérou change');

    expect(chat.text()).toContain('« la capitale du Pérou »');
    expect(chat.text()).toContain('rien n’est noté');
  });

  it('notes the same only once, and no more than the most', async () => {
    const { chat, subscriptions } = start();
    await sayAll(chat, ['abonne-moi au logement', 'abonne-moi au logement']);

    expect(chat.text()).toContain('C’était déjà noté');
    expect(subscriptions.all()).toHaveLength(1);

    for (const { name } of knowledge.projects.slice(0, MOST_SUBSCRIPTIONS + 3))
      await chat.say(`préviens-moi si « ${name} » change`);
    expect(subscriptions.all().length).toBeLessThanOrEqual(MOST_SUBSCRIPTIONS);
    expect(chat.text()).toContain(`déjà ${MOST_SUBSCRIPTIONS} sujets`);
  });

  it('leaves the conversation with the project that is followed', async () => {
    const { chat } = start();

    await sayAll(chat, ['préviens-moi si Mentor change', 'et son financement ?']);

    expect(chat.text()).toContain('5,4 M€');
  });

  it('answers in the language of the order', async () => {
    const { chat } = start();

    await chat.say('notify me when Mentor changes');

    expect(chat.text()).toContain('you will be told here');
  });

  it('happens in the middle of a guide, which then goes on', async () => {
    const { chat, followed } = start();
    await chat.say('comparer');

    await chat.say('préviens-moi si Mentor change');

    expect(followed()).toEqual(['Mentor']);
    expect(chat.text()).toContain('Quels projets comparer');
  });

  it('is a message like another where a guide waits for one', async () => {
    const { chat, followed } = start();
    await sayAll(chat, ['donner mon avis', '5', 'préviens-moi si Mentor change, ce serait bien']);

    expect(followed()).toEqual([]);
    expect(chat.inbox).toMatchObject([{ kind: 'opinion' }]);
  });
});

describe('stopping', () => {
  const FOLLOWED = ['abonne-moi au logement', 'préviens-moi si Mentor change', 'alerte-moi sur la DINUM'];

  it.each([
    ['ne me préviens plus du logement', 2],
    ['désabonne-moi de Mentor', 2],
    ['stop notifying me about Mentor', 2],
    ['ne me préviens plus de Histologe', 3],
    ['me désabonner', 3],
    ['stop aux alertes', 0],
    ['unsubscribe from everything', 0],
  ])('by « %s » leaves %i of three', async (text, left) => {
    const { chat, followed } = start();
    await sayAll(chat, FOLLOWED);

    await chat.say(text);

    expect(followed()).toHaveLength(left);
  });

  it('by the only button, by name, by all', async () => {
    const { chat, followed } = start();
    await sayAll(chat, FOLLOWED);
    await chat.say('mes abonnements');
    expect(chat.text()).toContain('suit 3 sujets');
    expect(chat.text()).toContain('Mentor, depuis le 24 novembre 2026');
    expect(chat.cards().flatMap(cardProblems)).toEqual([]);

    await chat.press(/: Mentor$/);
    expect(followed()).toEqual(['les projets (thème : Logement)', 'les projets (porteur : DINUM)']);
    await chat.press(/: Mentor$/);
    expect(chat.text()).toContain('déjà pris en compte');
    await chat.press('Ne plus rien suivre');
    expect(followed()).toEqual([]);
  });

  it('needs no name when one thing is followed', async () => {
    const { chat, followed } = start();
    await sayAll(chat, ['préviens-moi si Mentor change', 'ne me préviens plus']);

    expect(followed()).toEqual([]);
    expect(chat.text()).toContain('Mentor');
  });

  it.each([
    ['fr-FR', 'stop'],
    ['fr-FR', 'STOP !'],
    ['fr-FR', 'arrête tout'],
    ['fr-FR', 'Arrête, merci'],
    ['en-GB', 'Stop.'],
    ['en-GB', 'please stop'],
  ])('in %s is what « %s » asks for where something is followed', async (locale, text) => {
    const { chat, followed } = start({ locale });
    await chat.say('suivre Mentor');

    await chat.say(text);

    expect(followed()).toEqual([]);
    expect(chat.text()).toContain('Mentor');
  });

  it('by « stop » asks which of several, and stops none by itself', async () => {
    const { chat, followed } = start();
    await sayAll(chat, [...FOLLOWED, 'stop']);

    expect(followed()).toHaveLength(3);
    expect(chat.text()).toContain('Que faut-il arrêter');

    await chat.press('Ne plus rien suivre');
    expect(followed()).toEqual([]);
  });

  it.each(['tout', 'toutes', 'all'])('of all is the reply to « Que faut-il arrêter ? »: %s', async (text) => {
    const { chat, followed } = start();
    await sayAll(chat, [...FOLLOWED, 'stop', text]);

    expect(followed()).toEqual([]);
  });

  it('of one by its name is the reply to « Que faut-il arrêter ? », and other words are none', async () => {
    const { chat, followed } = start();
    await sayAll(chat, [...FOLLOWED, 'stop', 'Mentor']);
    expect(followed()).toHaveLength(2);
    expect(followed()).not.toContain('Mentor');

    await sayAll(chat, ['stop', 'Qui porte PILAT ?', 'tout']);
    expect(followed()).toHaveLength(2);
    await chat.say('stop');
    await chat.say('comparer');
    await chat.say('tout');
    expect(followed()).toHaveLength(2);
  });

  it('is not what « stop » asks for in a guide, nor where nothing is followed', async () => {
    const { chat, followed } = start();
    await sayAll(chat, ['stop']);
    expect(chat.text()).toMatch(/^D’accord, je laisse ça\. Que voulez-vous savoir/u);

    await sayAll(chat, ['préviens-moi si Mentor change', 'comparer', 'stop']);
    expect(chat.text()).toContain('C’est annulé');
    expect(followed()).toEqual(['Mentor']);
  });

  it('goes on after « annuler », which shows what is followed and how to stop it', async () => {
    const { chat, followed } = start();
    await sayAll(chat, ['préviens-moi si Mentor change', 'annuler']);

    expect(chat.text()).toMatch(/^D’accord, je laisse ça\. Vos abonnements ne changent pas\.\n+.*\n+- Mentor/u);
    expect(chat.buttons()).toContainEqual(expect.stringMatching(/^Ne plus me prévenir\s: Mentor$/u));
    expect(followed()).toEqual(['Mentor']);
  });

  it('is asked of what, by « préviens-moi » alone of what is followed already', async () => {
    const { chat, followed } = start();
    await sayAll(chat, [
      'préviens-moi si Mentor change',
      'préviens-moi si le ministère de la magie change',
      'préviens-moi',
    ]);

    expect(chat.text()).toContain('Que faut-il suivre ?');
    expect(followed()).toEqual(['Mentor']);
  });

  it('tells how to follow whoever asks, and follows nothing yet', async () => {
    const { chat, followed } = start();
    await sayAll(chat, ['Qui porte Mentor ?', 'comment suivre un projet ?']);

    expect(followed()).toEqual([]);
    expect(chat.text()).toContain('« préviens-moi si Mentor change »');
  });

  it('says so when there is nothing', async () => {
    const { chat } = start();
    for (const text of ['mes abonnements', 'stop aux alertes', 'ne me préviens plus']) {
      await chat.say(text);
      expect(chat.text()).toContain('ne suit rien');
    }
  });

  it.each([
    ['a subscription of nobody', { action: 'unfollow', subscription: 99 }, 'déjà arrêté'],
    ['a project that is none', { action: 'follow', project: '__proto__' }, 'Que faut-il suivre'],
    ['a key too many', { action: 'unfollow', subscription: null, conversation: 'another' }, ''],
    ['a bad id', { action: 'unfollow', subscription: -1 }, ''],
  ])('is not done by a forged button with %s', async (_case, value, expected) => {
    const { chat, followed } = start();
    await chat.say('préviens-moi si Mentor change');

    await chat.send({ type: 'message', value });

    expect(followed()).toEqual(['Mentor']);
    expect(chat.text()).toContain(expected);
  });
});

it('several projects that fit are asked back, and followed at a press', async () => {
  const twins = baseWith((project) =>
    project.id === 'mentor' || project.id === 'pilat'
      ? { ...project, otherNames: [...project.otherNames, 'Jumeau'] }
      : project,
  );
  const { chat, followed } = start({ knowledge: twins });
  await chat.say('préviens-moi si Jumeau change');
  expect(followed()).toEqual([]);

  await chat.press('Suivre PILAT');

  expect(followed()).toEqual(['PILAT']);
});

it.each([
  ['aide', /«\s(.+?)\s»/gu],
  ['help', /“(.+?)”/gu],
])('"%s" tells how to follow and how to see what is followed, in words that do it', async (help, quoted) => {
  const { chat } = start();
  await chat.say(help);

  const orders = [...chat.text().matchAll(quoted)].map(
    ([, words = '']) => subscriptionOrderIn(words, knowledge)?.order,
  );

  expect(orders).toMatchObject([{ kind: 'follow', about: 'Mentor', isWeak: false }, { kind: 'list' }]);
});
