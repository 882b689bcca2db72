import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[], locale: 'fr' | 'en' = 'fr'): string => {
  const answer = converse(turns, locale);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

describe('what part of the whole each part is', () => {
  it.each([
    [
      ['répartition des financements par ministère', 'et la part de chacun ?'],
      '- Ministère de la Justice : 85,9 M€, soit 26,6 % (',
    ],
    [
      ['répartition des financements par ministère', 'en % ?'],
      '- Services du Premier ministre : 46,6 M€, soit 14,4 % (',
    ],
    [['combien de projets par année d’annonce ?', 'donne les pourcentages'], '- 2018 : 24 projets (35,3 %)'],
  ])('is told where it is asked: %j', (turns, row) => {
    expect(told(turns)).toContain(row);
    expect(told(turns.slice(0, 1))).not.toContain(row);
  });

  it('is told in English', () => {
    expect(told(['funding by ministry', 'as a percentage?'], 'en')).toContain(
      'Ministry of Justice: €85.9 million, or 26.6% (',
    );
  });

  it.each([
    [['combien de projets par année d’annonce ?', 'la part du fonds pour PILAT ?']],
    [['combien de projets par année d’annonce ?', 'et par ministère ?']],
  ])('is not what more words ask: %j', (turns) => {
    expect(converse(turns)).not.toHaveProperty('areParts');
  });
});

describe('whether that is all', () => {
  it.each([
    [['Quels projets concernent le logement ?', 'c’est tout ?'], 7],
    [['Quels projets concernent le logement ?', 'il n’y a que ça ?'], 7],
    [['Quels projets concernent le logement ?', 'seulement 7 ?'], 7],
    [['Quels projets concernent le logement ?', 'que sept ?'], 7],
    [['combien de projets pour la justice ?', 'rien d’autre ?'], 9],
  ])('is what the base holds, of which the fund aided more: %j', (turns, total) => {
    expect(converse(turns)).toMatchObject({ total, verdict: 'not-all' });
  });

  it('is asked in English too', () => {
    expect(converse(['projects on housing', 'is that all?'], 'en')).toMatchObject({ total: 7, verdict: 'not-all' });
  });

  it.each([
    [['Quels projets concernent le logement ?', 'merci, c’est tout']],
    [['Quels projets concernent le logement ?', 'seulement 3 ?']],
    [['bonjour', 'c’est tout ?']],
  ])('is not asked by %j', (turns) => {
    expect(converse(turns)?.verdict).not.toBe('not-all');
  });
});

describe('a bare word that turns a condition round', () => {
  it.each([
    [['Quels projets n’ont pas de coût publié ?', 'et avec ?'], { known: ['cost'], unknown: [] }, 24],
    [['projets dont le coût est publié', 'et sans ?'], { known: [], unknown: ['cost'] }, 44],
    [['combien de projets sans aide publiée ?', 'et ceux avec ?'], { known: ['funding'], unknown: [] }, 31],
    [
      ['quels projets la DGFiP porte-t-elle sans montant publié ?', 'et avec ?'],
      { known: ['funding'], carriers: ['dgfip'] },
      2,
    ],
  ])('keeps what else limits the set: %j', (turns, filter, total) => {
    expect(converse(turns)).toMatchObject({ filter, total });
  });
});

describe('the first by another amount', () => {
  it.each([
    [['quel projet est le plus cher ?', 'et par financement ?']],
    [['most expensive project?', 'and by funding?']],
    [['Which is the largest project by total cost and which by funding?']],
  ])('is not that amount of the first: %j', (turns) => {
    expect(converse(turns)).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      field: 'funding',
      projects: ['inserre'],
    });
  });

  it('is not asked of its own amount', () => {
    expect(converse(['quel projet est le plus cher ?', 'et son financement ?'])).toMatchObject({
      kind: 'fact',
      project: 'pilat',
    });
  });
});

it.each([
  ['juste ceux portés par le ministère'],
  ['nan juste ceux portes par le ministere'],
  ['ceux du ministère seulement'],
])('takes of a theme what the ministry of that name carries: %s', (asked) => {
  expect(converse(['projets justice', asked])).toMatchObject({ total: 7, filter: { carriers: ['ministere-justice'] } });
});

it('takes of those whose amount is not published, where they are asked for, not the others of a wider set', () => {
  const turns = ['projets justice', 'ceux du ministère de la justice', 'lesquels n’ont pas de montant publié ?'];

  expect(converse(turns)).toMatchObject({
    projects: ['numerique-en-detention', 'projae-axone'],
    filter: { unknown: ['funding'], except: { projects: [] } },
  });
  expect(converse([...turns.slice(0, 2), 'et les autres ?'])).toMatchObject({ total: 2, filter: { unknown: [] } });
});

it.each([
  [['projets portés par la DINUM', 'et en pourcentage de tous les projets ?'], 'fr'],
  [['projects led by the DINUM', 'what percentage of all projects?'], 'en'],
] as const)('counts what a list is of all: %j', (turns, locale) => {
  expect(converse(turns, locale)).toMatchObject({ kind: 'aggregate', operation: 'count', value: 3, outOf: 68 });
});

it('ranks the totals told one after another', () => {
  const turns = ['combien pour la DGFiP ?', 'et la Justice ?', 'et l’Intérieur ?', 'classe les trois'];

  expect(converse(turns)).toMatchObject({
    groupBy: 'asked',
    groups: [{ value: 85.9 }, { value: 29.7 }, { value: 12.8 }],
  });
});

it('makes nothing of two figures of which it is asked why they differ', () => {
  const answer = converse(['Pourquoi 107 lauréats selon le ministère quand la somme des appels en donne 112 ?']);

  expect(answer).toMatchObject({ kind: 'programme', facts: ['laureats-par-an'], figure: null });
});
