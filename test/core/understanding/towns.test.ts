import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[]): string => {
  const answer = converse(turns);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

describe('a town', () => {
  it.each([
    ['le Havre ?', 'france-sesame'],
    ['un projet à Dunkerque ?', 'france-sesame'],
    ['quels projets à Melun ?', 'numerique-en-detention'],
    ['des projets de la Justice à Arras', 'inserre'],
  ])('is where the record says it, whatever department it lies in: %s', (text, project) => {
    expect(converse([text])).toMatchObject({ kind: 'fact', project });
  });

  it('is said by several records: each is told with what it tells', () => {
    const answer = converse(['quels projets à Dijon ou à Strasbourg ?']);

    expect(answer).toMatchObject({ kind: 'list', isSearch: false });
    expect(told(['quels projets à Dijon ou à Strasbourg ?'])).toMatch(/Numérique en détention.*à Dijon et Melun/);
    expect(converse(['combien de projets à Marseille ?'])).toMatchObject({ kind: 'aggregate', value: 2 });
  });

  it('limits no other place', () => {
    expect(told(['projets à Marseille', 'et à Lyon ?'])).toMatch(/^1 projet \(territoire : Rhône\)/);
    expect(told(['projets à Marseille', 'et en Bretagne ?'])).toMatch(/^Aucun projet .*\(territoire : Bretagne\)/);
    expect(told(['projets à Marseille', 'leur coût ?'])).toMatch(/EASI Lab et France Sésame/);
  });

  it.each([
    ['projets en Bourgogne', /^2 projets \(territoire : Bourgogne-Franche-Comté\)/],
    ['projets à Paris', /^3 projets \(territoire : Paris\)/],
    ['projets à Lyon', /^1 projet \(territoire : Rhône\)/],
  ])('is none where a region or a department is called so, or no record says it: %s', (text, expected) => {
    expect(told([text])).toMatch(expected);
  });
});
