import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const answerOf = (said: string) => {
  const answer = converse([said]);
  if (answer === undefined) throw new Error(`rien pour « ${said} »`);
  return answer;
};
const told = (said: string): string => plain(answerText(answerOf(said), knowledge));

describe('what is limited before it is asked for', () => {
  it.each([
    ['sur la santé, lesquels des projets coûtent plus de 5 millions ?', 'thème : Santé ; coût total de plus de 5 M€'],
    [
      'parmi les projets qui concernent la santé, quels sont ceux dont le coût excède 5 M€ ?',
      'thème : Santé ; coût total de plus de 5 M€',
    ],
    ['en 2022, quels projets ont été choisis sur le logement ?', 'thème : Logement ; annonce en 2022'],
  ])('keeps its limits where they leave nothing: %s', (said, limits) => {
    expect(told(said)).toContain(`Aucun projet de la base ne correspond (${limits}).`);
  });

  it.each([
    ['Cheffe de bureau en préfecture. Vos projets sur le logement ?', 'Logement'],
    ['mon fils est à Melun, des projets sur la prison ?', 'InSERRE'],
  ])('leaves aside what is told beside: %s', (said, found) => {
    expect(told(said)).not.toContain('Aucun projet de la base');
    expect(told(said)).toContain(found);
  });
});

describe('more projects here or there', () => {
  it.each([
    ['y a-t-il plus de projets sur le logement ou sur la sécurité ?', 'En tête : Logement, avec 2 projets de plus.'],
    ['plus de projets sur le logement ou sur la sécurité', 'En tête : Logement, avec 2 projets de plus.'],
    [
      'est-ce que le ministère de la Justice porte plus de projets que l’IGN ?',
      'En tête : Ministère de la Justice, avec 5 projets de plus.',
    ],
    ['are there more projects on housing or on health?', 'First: Housing, with 4 projects more.'],
  ])('are counted on both sides: %s', (said, first) => {
    expect(told(said)).toContain(first);
  });

  it('are no figure of money', () => {
    expect(told('does the DGFiP lead more projects than the IGN?')).toContain('Comparison — number of projects');
  });

  it('are those of both, where more of them are to be shown', () => {
    expect(answerOf('montre plus de projets sur le logement et la santé').kind).toBe('list');
  });
});

describe('a project that is called so', () => {
  it('is told of', () => {
    expect(told('y a-t-il un projet qui s’appelle Mentor ?')).not.toContain('contact');
    expect(answerOf('y a-t-il un projet qui s’appelle Mentor ?')).toMatchObject({ kind: 'fact', field: 'summary' });
  });

  it('is no one to be called', () => {
    expect(told('qui appeler pour Mentor ?')).toContain('Aucun contact n’est publié.');
  });
});

describe('a file to take away', () => {
  it.each([
    ['tu peux me sortir un excel ?'],
    ['je voudrais les données sous forme de fichier'],
    ['quels projets concernent le logement ?', 'puis-je télécharger cette liste sous forme de tableau ?'],
    ['quels projets concernent le logement ?', 'give me these as a file'],
  ])('is told of, after an answer or none: %s', (...turns) => {
    expect(converse(turns)).toMatchObject({ kind: 'smalltalk', act: 'form' });
  });

  it('is no list asked for in other words', () => {
    expect(converse(['quels projets concernent le logement ?', 'donne la liste'])).toMatchObject({ kind: 'list' });
  });
});
