import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('a set of which those that came first and last were told', () => {
  it.each([
    [['Projets de la DGFiP', 'le plus cher ?', 'le moins cher ?', 'la moyenne ?'], 'average', 7],
    [['Projets de la DGFiP', 'le plus cher ?', 'le moins cher ?', 'ils sont combien, ces projets ?'], 'count', 11],
    [['DGFiP projects', 'the most expensive?', 'the cheapest?', 'the average?'], 'average', 7],
  ] as const)('stays the set of which a number is asked: %j', (turns, operation, count) => {
    const answer = converse(turns);

    expect(answer).toMatchObject({ kind: 'aggregate', operation, filter: { carriers: ['dgfip'], among: null } });
    expect(answer).toHaveProperty('projects.length', count);
  });

  it('is left for the two where these are meant', () => {
    const turns = ['Projets de la DGFiP', 'le plus cher ?', 'le moins cher ?'];

    expect(converse([...turns, 'le total des deux'])).toMatchObject({ filter: { among: ['pilat', 'datalake-dgfip'] } });
    expect(converse([...turns, 'la différence ?'])).toMatchObject({ kind: 'compare' });
  });
});
