import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('whether a project is one of those told', () => {
  it.each([
    [['les projets en retard', 'Mentor en fait partie ?'], 'mentor', 'status', false],
    [['les projets en retard', 'est-ce que PILAT est dedans ?'], 'pilat', 'status', true],
    [['quels projets coûtent plus que prévu ?', 'LiDAR HD y est ?'], 'lidar-hd', 'cost', false],
    [['projets de plus de 20 M€', 'LiDAR HD en fait partie ?'], 'lidar-hd', 'funding', true],
    [['top 5 des aides', 'LiDAR HD en fait partie ?'], 'lidar-hd', 'funding', false],
    [['quels projets concernent le logement ?', 'Mentor est dedans ?'], 'mentor', 'themes', false],
    [['projets portés par l’IGN', 'LiDAR HD en fait partie ?'], 'lidar-hd', 'carrier', true],
  ])('is said, with what the record gives of it: %j', (turns, project, field, verdict) => {
    expect(converse(turns)).toMatchObject({ kind: 'fact', project, field, verdict });
  });

  it.each([[['projects over 20 million', 'is LiDAR HD one of them?']], [['late projects', 'is PILAT on the list?']]])(
    'is said in English too: %j',
    (turns) => {
      expect(converse(turns, 'en')).toMatchObject({ kind: 'fact', verdict: true, locale: 'en' });
    },
  );

  it('is still asked of the set after one of them was spoken of', () => {
    const answer = converse(['les projets en retard', 'Mentor en fait partie ?', 'et PILAT, il est dedans ?']);
    expect(answer).toMatchObject({ kind: 'fact', project: 'pilat', verdict: true });
  });

  it('is not settled of what covers all of France, nor where no source gives the amount', () => {
    expect(converse(['projets en Bretagne', 'LiDAR HD en fait partie ?'])).toMatchObject({ verdict: null });
    expect(converse(['projets de plus de 20 M€', 'PILAT en fait partie ?'])).toMatchObject({ verdict: null });
  });

  it('is asked behind a courtesy, and of so many as were told', () => {
    const answer = converse(['projets de la DGFiP', 'Merci quand même. Est-ce que ROCSP figure bien parmi les onze ?']);
    expect(answer).toMatchObject({ kind: 'fact', project: 'rocsp', field: 'carrier', verdict: true });
  });

  it('is told of several by those that are', () => {
    const turns = ['projets de la DGFiP', 'PILAT, GMBI et Mentor en font partie ?'];
    expect(converse(turns)).toMatchObject({ kind: 'list', projects: ['gmbi', 'pilat'] });
  });

  it('is not asked where more is', () => {
    expect(converse(['top 5 des aides', 'la part d’InSERRE là-dedans ?'])).not.toMatchObject({ verdict: true });
    expect(converse(['LiDAR HD fait partie du fonds ?'])).toMatchObject({ verdict: null });
    expect(converse(['top 5 des aides', 'enlève InSERRE de la liste'])).toMatchObject({ kind: 'list', verdict: null });
  });
});
