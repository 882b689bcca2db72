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
