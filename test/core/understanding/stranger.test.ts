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
