import { subscriptionOrderIn } from '../../../dialogs/subscriptions/subscription-orders';
import { realKnowledge } from '../../core/knowledge';
import { readCases } from '../../questions/judge';

const knowledge = realKnowledge();

const said = (text: string): string => {
  const found = subscriptionOrderIn(text, knowledge);
  if (found === null) return 'nothing';
  const { order, locale } = found;
  const about = 'about' in order ? ` « ${order.about} »` : '';
  const more =
    order.kind === 'follow-this' && order.isValue ? ' value' : order.kind === 'follow' && order.isWeak ? ' ?' : '';
  const fresh = 'isOfNew' in order && order.isOfNew ? ' new' : '';
  return `${locale} ${order.kind}${fresh}${about}${more}`;
};

describe('an order to follow', () => {
  it.each([
    ['préviens-moi si un projet du logement change', 'fr follow « projet du logement »'],
    ['Prévenez-moi quand Mentor évolue, svp', 'fr follow « Mentor »'],
    [
      'Bonjour, pouvez-vous me prévenir si le financement de PILAT est publié ?',
      'fr follow « le financement de PILAT »',
    ],
    ['je voudrais être prévenue dès qu’il y a du nouveau sur DossierFacile', 'fr follow « DossierFacile »'],
    ['alerte-moi en cas de changement sur les projets de la Justice', 'fr follow « les projets de la Justice »'],
    ['avertis-moi des changements du projet Histologe', 'fr follow « projet Histologe »'],
    ['tiens-moi au courant de Mentor', 'fr follow « Mentor »'],
    ['Tenez-moi informé des projets en Bretagne merci', 'fr follow « projets en Bretagne »'],
    ['abonne-moi au logement', 'fr follow « logement »'],
    ['je m’abonne à PILAT', 'fr follow « PILAT »'],
    ['m’abonner au 5e appel à projets', 'fr follow « 5e appel à projets »'],
    [
      'notifie-moi si les économies attendues de Mentor sont modifiées',
      'fr follow « les économies attendues de Mentor »',
    ],
    ['préviens moi quand le coût total de l’Incub’O change', 'fr follow « le coût total de l’Incub’O »'],
    ['je veux recevoir une alerte sur la DINUM', 'fr follow « la DINUM »'],
    ['previens moi pour Géoplateforme', 'fr follow « Géoplateforme »'],
    ['informe-moi si la fiche de Mentor change', 'fr follow « Mentor »'],
    ['dis-moi quand Mentor change', 'fr follow « Mentor »'],
    ['Merci de me prévenir si Mentor change', 'fr follow « Mentor »'],
    ['préviens-moi si tout change', 'fr follow-everything'],
    ['préviens-moi de tout changement', 'fr follow-everything'],
    ['alerte-moi si un projet change', 'fr follow-everything'],
    ['préviens-moi dès qu’il y a du nouveau', 'fr follow-everything'],
    ['préviens-moi si la base est mise à jour', 'fr follow-everything'],
    ['préviens-moi s’il change', 'fr follow-this'],
    ['préviens-moi si ça change', 'fr follow-this value'],
    ['préviens-moi quand ce projet bouge', 'fr follow-this'],
    ['tiens-moi au courant de ces projets', 'fr follow-this'],
    ['abonne-moi', 'fr follow-what'],
    ['préviens-moi', 'fr follow-what'],
    ['suivre Mentor', 'fr follow « Mentor » ?'],
    ['je veux suivre le projet PILAT', 'fr follow « le projet PILAT » ?'],
    ['notify me when Mentor changes', 'en follow « Mentor »'],
    ['please notify me if a housing project changes', 'en follow « a housing project »'],
    ['subscribe to the projects of the Ministry of Justice', 'en follow « the projects of the Ministry of Justice »'],
    ['I’d like to subscribe to DossierFacile', 'en follow « DossierFacile »'],
    ['let me know when the funding of PILAT is published', 'en follow « the funding of PILAT »'],
    ['keep me posted on Mentor', 'en follow « Mentor »'],
    ['alert me about any change to Mentor, thanks', 'en follow « Mentor »'],
    ['préviens-moi des nouveautés en Bretagne', 'fr follow « Bretagne »'],
    ['préviens-moi s’il y a du nouveau en Bretagne', 'fr follow « Bretagne »'],
    ['préviens-moi des changements en Bretagne', 'fr follow « Bretagne »'],
    ['préviens-moi des nouveaux projets en Bretagne', 'fr follow new « projets en Bretagne »'],
    ['préviens-moi si un nouveau projet de l’Île-de-France est ajouté', 'fr follow new « projet de l’Île-de-France »'],
    ['préviens-moi quand il y a un nouveau projet', 'fr follow-everything new'],
    ['préviens-moi des nouveaux projets', 'fr follow-everything new'],
    ['préviens-moi des nouvelles fiches', 'fr follow-everything new'],
    ['notify me of what’s new in Brittany', 'en follow « Brittany »'],
    ['alert me about new projects in Brittany', 'en follow new « projects in Brittany »'],
    ['alert me about new projects', 'en follow-everything new'],
    ['notify me when there is a new project', 'en follow-everything new'],
    ['notify me of any change', 'en follow-everything'],
    ['notify me if it changes', 'en follow-this value'],
    ['notify me when these projects change', 'en follow-this'],
    ['follow Mentor', 'en follow « Mentor » ?'],
  ])('is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('an order to look or to stop', () => {
  it.each([
    ['mes abonnements', 'fr list'],
    ['Quels sont mes abonnements ?', 'fr list'],
    ['à quoi suis-je abonné ?', 'fr list'],
    ['montre-moi mes alertes', 'fr list'],
    ['my subscriptions', 'en list'],
    ['What am I subscribed to?', 'en list'],
    ['ne me préviens plus du logement', 'fr unfollow « logement »'],
    ['ne me préviens plus si Mentor change', 'fr unfollow « Mentor »'],
    ['arrête de me prévenir pour PILAT', 'fr unfollow « PILAT »'],
    ['désabonne-moi du logement', 'fr unfollow « logement »'],
    ['ne plus suivre Mentor', 'fr unfollow « Mentor »'],
    ['ne me préviens plus', 'fr unfollow-what'],
    ['me désabonner', 'fr unfollow-what'],
    ['désabonne-moi de tout', 'fr unfollow-all'],
    ['stop aux alertes', 'fr unfollow-all'],
    ['je ne veux plus recevoir de notifications', 'fr unfollow-all'],
    ['annuler tous mes abonnements', 'fr unfollow-all'],
    ['ne me préviens plus de ça', 'fr unfollow-this'],
    ['mes abonements', 'fr list'],
    ['mes abonnemnts', 'fr list'],
    ['my subscriptons', 'en list'],
    ['suprime l’alerte sur Mentor', 'fr unfollow « Mentor »'],
    ['ne me parle plus de la DGFiP', 'fr unfollow « la DGFiP »'],
    ['ne m’écris plus', 'fr unfollow-what'],
    ['unsuscribe from Mentor', 'en unfollow « Mentor »'],
    ['Comment suivre un projet ?', 'fr how'],
    ['comment m’abonner ?', 'fr how'],
    ['comment être prévenu si un projet change ?', 'fr how'],
    ['how can I follow a project?', 'en how'],
    ['How do I get notified of changes?', 'en how'],
    ['unsubscribe', 'en unfollow-what'],
    ['unsubscribe from everything', 'en unfollow-all'],
    ['stop notifying me about Mentor', 'en unfollow « Mentor »'],
    ['stop notifying me', 'en unfollow-what'],
    ['no more alerts', 'en unfollow-all'],
    ['don’t notify me about housing anymore', 'en unfollow « housing »'],
  ])('is %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe('no order at all', () => {
  it.each([
    'un outil pour suivre les voitures en fourrière',
    'comment suivre les bidonvilles ?',
    'comment suivre une voiture en fourrière ?',
    'ne parle plus',
    'comment informer les usagers ?',
    'Qui suit les bidonvilles ?',
    'suivi du bétonnage des terres',
    'quels projets ont changé ?',
    'informe-moi sur Mentor',
    'signale-moi les projets de la Justice',
    'dis-moi quand Mentor a été annoncé',
    'dis-moi si Mentor a reçu un financement',
    'tell me about Mentor',
    'let me know the funding of Mentor',
    'tell me when Mentor was announced',
    'prévention des impayés locatifs',
    'alerte enlèvement',
    'projets d’alerte des populations',
    'la prévention change-t-elle quelque chose ?',
    'je suis locataire, quels projets me concernent ?',
    'je suis abonné à rien, à quoi sert ce robot ?',
    'Comment prévenir les expulsions ?',
    'prévenir les impayés',
    'qui prévient le préfet quand le loyer est impayé ?',
    'ce qui change avec Mentor',
    'arrête',
    'stop',
    'annuler',
    'suivant',
    'la suite',
    'oublie',
    'être informé de ses droits, c’est quel projet ?',
    'les notifications pénales, un projet ?',
    'subscription of farmers to insurance',
    'signaler une erreur sur PILAT',
    '',
  ])('is « %s »', (text) => {
    expect(said(text)).toBe('nothing');
  });

  it.each(['dev', 'own', 'hard', 'askers', 'frozen', 'unseen'])('is any question of the %s set', (file) => {
    const orders = readCases(`${file}.jsonl`)
      .flatMap(({ turns }) => turns)
      .filter((turn) => subscriptionOrderIn(turn, knowledge) !== null);

    expect(orders).toEqual([]);
  });

  it('takes long to be found in the longest text, were it made for that', () => {
    const endless = ['préviens-moi si ', 'il y a du nouveau sur ', 'change '].map((words) =>
      words.repeat(4000 / words.length),
    );
    const before = performance.now();

    for (const text of endless) subscriptionOrderIn(text, knowledge);

    expect(performance.now() - before).toBeLessThan(1000);
  });
});
