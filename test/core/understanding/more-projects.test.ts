import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (said: string): string => {
  const answer = converse([said]);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

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

  it.each([
    [
      'where more of them are to be shown',
      'je voudrais que tu montres plus de projets sur le logement et la santé',
      10,
    ],
    ['listed of one or the other', 'liste plus de projets sur le logement ou la santé', 10],
  ])('are those of both %s', (_where, said, total) => {
    expect(converse([said])).toMatchObject({ kind: 'list', total });
  });

  it('are of the subject on which several bodies have them', () => {
    expect(told('est-ce que la DGFiP et l’IGN ont plus de projets sur la santé ?')).toContain('thème : Santé');
  });
});
