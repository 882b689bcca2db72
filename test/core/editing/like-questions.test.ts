import { strangeWords, subjectOf } from '../../../src/core/editing/asked';
import { foldedText } from '../../../src/core/language/fold';
import { groupAlike } from '../../../src/core/editing/like-questions';
import { whole } from '../../../src/core/search/pieces';
import { realKnowledge } from '../../core/knowledge';

const knowledge = realKnowledge();

function groupsOf(texts: readonly (readonly [text: string, times: number])[]): readonly (readonly string[])[] {
  const said = texts.map(([text, times]) => ({ folded: foldedText(text), stems: subjectOf(text, knowledge), times }));
  return whole(groupAlike(said)).map((group) => group.map((at) => texts[at]?.[0] ?? ''));
}

describe('questions that are alike', () => {
  it('stand together whatever their case, order and mistakes, the most frequent group and question first', () => {
    expect(
      groupsOf([
        ['Quelles économies pour la télémédecine en prison ?', 1],
        ['quels projets de zorglub en corrèze', 2],
        ['télémédecine en prison, quelles économies', 4],
        ['Projet zorglub Corrèze ??', 1],
        ['telemedcine prison economies', 1],
      ]),
    ).toEqual([
      [
        'télémédecine en prison, quelles économies',
        'Quelles économies pour la télémédecine en prison ?',
        'telemedcine prison economies',
      ],
      ['quels projets de zorglub en corrèze', 'Projet zorglub Corrèze ??'],
    ]);
  });

  it('are not taken for one where they only share a common word', () => {
    expect(
      groupsOf([
        ['le coût de Mentor', 1],
        ['le coût de Géoplateforme', 1],
        ['le coût de PILAT', 1],
      ]),
    ).toHaveLength(3);
  });

  it('are found among thousands in no time, whatever common words they share', () => {
    const said = Array.from({ length: 10_000 }, (_, at) => ({
      folded: `q${at}`,
      stems: ['combien', `a${at % 16}`, `b${at}`],
      times: 1,
    }));
    const began = performance.now();

    expect(whole(groupAlike(said))).toHaveLength(10_000);

    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

it('names the words that the base does not know, those of most questions first', () => {
  expect(
    strangeWords(['le zorglub en Corrèze ?', 'un ZORGLUB pour les préfectures', 'un bidulotron'], knowledge),
  ).toEqual(['zorglub', 'bidulotron']);
});
