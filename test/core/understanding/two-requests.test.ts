import { answerText } from '../../../dialogs/text/answer-text';
import { requestsIn } from '../../../src/core/understanding/talk/requests';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const told = (...turns: readonly string[]): readonly (readonly [string, unknown])[] => {
  const answer = conversing(knowledge)(turns);
  const all = answer?.first === undefined ? [answer] : [answer.first, answer];
  return all.flatMap((one) => (one === undefined ? [] : [[one.kind, 'field' in one ? one.field : null]]));
};

describe('a message that asks twice', () => {
  it.each([
    ['c’est refait tous les combien ? et le prix ?', ['c’est refait tous les combien ?', 'et le prix ?']],
    ['OCS GE c’est quoi et c’est qui dedans', ['OCS GE c’est quoi', 'et c’est qui dedans']],
    ['What is Mentor and who runs it?', ['What is Mentor', 'and who runs it?']],
    ['les projets du logement et lequel a eu le plus', ['les projets du logement', 'et lequel a eu le plus']],
    ['le total, et la moyenne ?', ['le total,', 'et la moyenne ?']],
    ['le plus cher et le moins cher', ['le plus cher', 'et le moins cher']],
    [
      'Je voudrais le projet le mieux financé et le moins bien financé, merci.',
      ['Je voudrais le projet le mieux financé', 'et le moins bien financé, merci.'],
    ],
    ['écologie : combien de projets, quel total', ['écologie : combien de projets,', 'quel total']],
  ])('is cut where the second begins: %s', (text, parts) => {
    expect(requestsIn(text, knowledge)).toEqual(parts);
  });

  it.each([
    'qui porte Mentor ?',
    'Bonjour. Qui porte Mentor ?',
    'le projet qui aide les sans-abri et qui coûte le moins',
    'projets de la DGFiP et de la douane ?',
    'aides entre 5 et 10 M€, lesquelles ?',
    'les projets de plus de 10 M€, lesquels sont de la justice ?',
    'porteur et montant de ROCSP ?',
    'entre la plus grosse aide et la plus petite, quel écart ?',
    'écart entre le projet le plus cher et le moins cher',
    'la DGFiP et la douane, le plus cher',
    'pour le dispositif qui sonne quand un conjoint violent s’approche, quelle somme ?',
  ])('is not seen in %s', (text) => {
    expect(requestsIn(text, knowledge)).toBeNull();
  });

  it('is answered twice, with the sources of both', () => {
    const answer = conversing(knowledge)(['combien coûte PILAT ? et qui porte Calypso ?']);

    expect(told('combien coûte PILAT ? et qui porte Calypso ?')).toEqual([
      ['fact', 'cost'],
      ['fact', 'carrier'],
    ]);
    const text = answer === undefined ? '' : answerText(answer, knowledge);
    expect(text.indexOf('123,5')).toBeGreaterThanOrEqual(0);
    expect(text.indexOf('vétérinaires')).toBeGreaterThan(text.indexOf('123,5'));
    const names = answer?.sources.map(({ name }) => name).join(' ') ?? '';
    expect(names).toContain('PILAT');
    expect(new Set(answer?.sources.map(({ name, url }) => `${name} ${String(url)}`)).size).toBe(answer?.sources.length);
  });

  it.each([
    [['combien de projets en 2018 et combien en 2019 ?'], 2],
    [['Quels projets de la DGFiP et lequel est le plus cher ?'], 2],
    [['les projets du logement, et lequel a eu le plus ?'], 2],
    [['projets de la justice', 'le total, et la moyenne ?'], 2],
    // One answer holds both.
    [['quels projets sont portés par la justice et qui coûtent plus de 10 M€ ?'], 1],
    [['Mentor, qui le porte et où en est-il ?'], 1],
    [['projets de la justice', 'le total, et la part du total ?'], 1],
    [['Des projets sur la santé ? en Bretagne ?'], 1],
  ])('is told in as many answers as it takes: %j', (turns, count) => {
    expect(told(...turns)).toHaveLength(count);
  });

  it('goes on from the second', () => {
    expect(told('combien coûte PILAT ? et qui porte Calypso ?', 'et son avancement ?')).toEqual([['fact', 'status']]);
  });
});

it('tells what a project received beside with whom it was made', () => {
  expect(
    conversing(knowledge)(['Intelligence emploi', 'et combien il a reçu, avec quels partenaires ?']),
  ).toMatchObject({
    kind: 'fact',
    project: 'intelligence-emploi',
    also: [{ field: 'funding' }],
  });
});
