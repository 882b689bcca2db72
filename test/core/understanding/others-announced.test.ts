import { answerText } from '../../../dialogs/text/answer-text';
import type { Locale } from '../../../src/core/language/locale';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const FIRST = 'Les lauréats du premier appel, lesquels sont-ce ?';

describe('the others of a call, which the base lacks', () => {
  it.each<readonly [readonly string[], Locale, number, number]>([
    [[FIRST, 'Il n’y en avait pas dix-sept ? Où sont les autres ?'], 'fr', 17, 6],
    [[FIRST, 'Quel total ?', 'Et les onze autres lauréats ?'], 'fr', 17, 6],
    [[FIRST, 'Pourquoi n’en avez-vous que six sur dix-sept ?'], 'fr', 17, 6],
    [[FIRST, 'et les autres ?'], 'fr', 17, 6],
    [[FIRST, 'non, ceux qui ne sont pas dans ta base'], 'fr', 17, 6],
    [[FIRST, 'La base est-elle donc incomplète ?'], 'fr', 17, 6],
    [['les lauréats du 4e appel', 'le plus gros ?', 'et les 27 autres c’est quoi ?'], 'fr', 35, 8],
    [['projets de 2019', 'le ministère parlait de 32 lauréats, pourquoi vous en avez 4'], 'fr', 32, 4],
    [['combien de lauréats au 4e appel', 'les 27 autres ?'], 'fr', 35, 8],
    [['combien de projets dans la base ?', 'il en manque combien ?'], 'fr', 149, 68],
    [['combien de projets dans la base ?', 'et les autres ?'], 'fr', 149, 68],
    [['combien de projets ne sont pas dans la base ?'], 'fr', 149, 68],
    [['projets sur le logement', 'il manque combien de projets dans votre base ?'], 'fr', 149, 68],
    [['which projects won the first call', 'what about the other eleven?'], 'en', 17, 6],
    [['projects of 2019', 'aren’t some missing?'], 'en', 32, 4],
  ])('are so many, and why it does not hold all is told: %j', (turns, locale, announced, held) => {
    expect(converse(turns, locale)).toMatchObject({
      kind: 'programme',
      facts: ['base-couverture'],
      lacking: { announced, held },
      verdict: null,
    });
  });

  it.each<readonly [readonly string[]]>([
    [['Projets du 2e appel', 'et les autres lauréats ?']],
    [[FIRST, 'vous avez oublié leurs coûts']],
    [[FIRST, 'lesquels n’ont pas de montant dans ta base ?']],
  ])('are not asked for where some that it holds are left, or something else: %j', (turns) => {
    expect(converse(turns)).toMatchObject({ kind: 'list' });
  });

  it('are not asked for where all of the base is meant', () => {
    expect(converse(['quel projet est le moins gros ?', 'nan de toute la base'])).not.toHaveProperty('lacking');
    expect(
      converse(['y a cb de projets dedans', 'mais non en tout, combien de projets en tout dans ta base']),
    ).toMatchObject({
      operation: 'count',
      value: 68,
    });
  });

  it('are counted where a fact said why so many were chosen', () => {
    expect(converse(['le premier appel à projets, résultats ?', 'pourquoi que 17 sur 122'])).not.toHaveProperty(
      'lacking',
    );
  });

  it('are told of in the list itself, with the sources that count them', () => {
    const answer = converse([FIRST]);

    expect(answer === undefined ? '' : answerText(answer, knowledge)).toMatch(/17.lauréats ont été annoncés/u);
    expect(answer?.sources).toEqual(
      expect.arrayContaining([...(knowledge.calls.find(({ number }) => number === 1)?.sources.slice(0, 1) ?? [])]),
    );
    expect(converse(['projets du 1er appel dont le coût est publié'])).not.toHaveProperty('announced');
  });
});
