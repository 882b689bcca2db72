import { createChat } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

const ask = (text: string, locale: 'fr' | 'en' = 'fr') => createChat(knowledge, locale).say(text);

describe('projects asked for by a word that nothing explains', () => {
  it.each([
    ['projets pour les pompiers', 'pompiers'],
    ['combien de projets sur la chasse ?', 'chasse'],
    ['budget total des projets sur la chasse ?', 'chasse'],
    ['le plus gros projet sur le tourisme', 'tourisme'],
    ['Quels projets concernent les gîtes ?', 'gîtes'],
    ['projets sur les algues vertes', 'algues vertes'],
    ['je cherche des projets pour les personnes âgées', 'personnes âgées'],
  ])('are not all of the base: « %s »', (text, name) => {
    expect(ask(text)).toMatchObject({ kind: 'unknown', reason: 'no-such-project', name });
  });

  it('nor in English', () => {
    expect(ask('how many projects deal with courts?', 'en')).toMatchObject({ kind: 'unknown', name: 'courts' });
  });

  it.each(['combien de projets ?', 'nombre de projets par ministère, pour 14h', 'combien de projets pour 2019 ?'])(
    'are counted where the word is no subject of theirs: « %s »',
    (text) => {
      expect(ask(text)).toMatchObject({ kind: 'aggregate', operation: 'count' });
    },
  );
});

describe('what is asked on, said first', () => {
  it.each([
    ['alors attendez pour l’eau est ce qu’il y a quelque chose qui a été financé', 'fr', 'eau'],
    ['pour les retraités il y a quelque chose ?', 'fr', 'retraités'],
    ['for the water, is there anything?', 'en', 'water'],
  ] as const)('is told to be none of the base: « %s »', (text, locale, name) => {
    expect(ask(text, locale)).toMatchObject({ kind: 'unknown', reason: 'no-such-project', name });
  });

  it('is nothing where it is a way of speaking', () => {
    const text = 'Bonjour, pour commencer simplement : combien de projets avez-vous en tout dans votre base ?';

    expect(ask(text)).toMatchObject({ kind: 'aggregate', value: 68 });
  });
});
