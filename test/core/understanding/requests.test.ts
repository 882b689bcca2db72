import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('two requests of one message', () => {
  it.each([
    [
      ['Histologe', 'Qui le porte et combien ?'],
      ['carrier', 'funding'],
    ],
    [['Mentor : combien, qui et depuis quand ?'], ['carrier', 'date', 'funding']],
  ])('are both answered of a project: %j', (turns, fields) => {
    const answer = converse(turns);
    const told = [answer?.first, answer].flatMap((one) =>
      one?.kind === 'fact' ? [one.field, ...one.also.map(({ field }) => field)] : [],
    );

    expect(told).toEqual(expect.arrayContaining(fields));
  });

  it('are a sum, which tells how many, where a number and a total are asked', () => {
    expect(converse(['Combien de projets sous 1 million, et quel total ?'])).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      value: 2.25,
      counted: 4,
    });
  });

  it.each([
    ['combien de projets en Île-de-France ou en Occitanie au total'],
    ['sur toutes vos fiches y en a combien où on connaît le montant'],
  ])('are not what a number in all asks: %s', (text) => {
    expect(converse([text])).toMatchObject({ operation: 'count' });
  });

  it('are two facts on the fund, in their order', () => {
    expect(converse(['c’est quoi le FTAP et qui le gère ?'])).toMatchObject({
      kind: 'programme',
      first: { kind: 'programme', facts: ['ftap-definition'] },
    });
  });
});

describe('money asked after a set', () => {
  it.each([
    [['projets de la PAC', 'combien'], { kind: 'fact', project: 'si-pac', field: 'funding' }],
    [['Combien de projets DGFiP ou douane ?', 'Et en montant ?'], { operation: 'sum', field: 'funding' }],
    [['projets sur le logement', 'combien d’argent ?'], { operation: 'sum', field: 'funding', value: 4.75 }],
  ])('is what they received: %j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it('is not what « combien ? » asks of a list, but their number', () => {
    expect(converse(['projets de la Justice', 'combien ?'])).toMatchObject({ operation: 'count' });
  });
});

describe('an order by date', () => {
  it('is that of the announcements, first one first', () => {
    expect(converse(['ordre chronologique des projets de la justice'])).toMatchObject({
      kind: 'list',
      sort: { field: 'date', direction: 'ascending' },
      projects: { 0: 'inserre' },
    });
  });
});

describe('a short name behind its article', () => {
  it.each([
    ['cout de lanef ?', { kind: 'fact', project: 'hipe' }],
    ['les projets de lign', { filter: { carriers: ['ign'] } }],
  ])('is read without it: %s', (text, expected) => {
    expect(converse([text])).toMatchObject(expected);
  });
});

describe('figures of the fund that are no parts of each other', () => {
  it('are not divided', () => {
    const answer = converse(['1er appel combien de lauréats', 'et le 2e appel', 'ça fait quelle part ?']);

    expect(answer?.kind === 'programme' ? answer.figure?.operation : null).not.toBe('share');
  });
});

describe('two measures of one set', () => {
  it.each([
    [['moy. et médiane du FTAP par projet'], 'fr', ['average', '10.4'], ['median', '5.4']],
    [['la moyenne et la médiane des aides à la Justice ?'], 'fr', ['average', '17.2'], ['median', '9.4']],
    [['projets de la DGFiP', 'la somme et la moyenne des coûts ?'], 'fr', ['sum', '320.6'], ['average', '45.8']],
    [['average and median grant of the justice projects?'], 'en', ['average', '14.7'], ['median', '9.1']],
  ] as const)('are both told: %j', (turns, locale, first, second) => {
    const answer = converse(turns, locale);
    const told = [answer?.first, answer].map((one) =>
      one?.kind === 'aggregate' ? [one.operation, one.value?.toFixed(1)] : [],
    );

    expect(told).toEqual([first, second]);
  });
});
