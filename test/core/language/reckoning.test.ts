import fc from 'fast-check';
import { fold } from '../../../src/core/language/fold';
import { reckonedIn } from '../../../src/core/language/reckoning';
import { reckonings } from '../../../src/core/model/question';

const toldOf = (text: string) =>
  reckonedIn(fold(text)).map(({ operation, value, unit }) => [operation, Math.round(value * 1000) / 1000, unit]);

describe('numbers that a message says', () => {
  it.each([
    ['1,1 milliard moins 800 millions', [['difference', 300, 'MEUR']]],
    ['126 plus 68,8', [['sum', 194.8, 'number']]],
    ['700 + 330 + 80', [['sum', 1110, 'number']]],
    ['339 / 149', [['ratio', 2.275, 'number']]],
    ['121,66 divisé par 24,2, ça fait combien', [['ratio', 5.027, 'number']]],
    ['243 sur 800, en %', [['share', 30.4, 'percent']]],
    ['339 millions sur 2 milliards, le pourcentage', [['share', 17, 'percent']]],
    ['je veux 12,8 rapporté à 18,2 en pourcentage', [['share', 70.3, 'percent']]],
    ['5 / 323 donc, en %', [['share', 1.5, 'percent']]],
    ['8,7 M€ divisé par 509', [['average', 0.017, 'MEUR']]],
    ['28.5 million out of 57 million, in percent', [['share', 50, 'percent']]],
    [
      'calcule 126/17 et 68,8/16',
      [
        ['ratio', 7.412, 'number'],
        ['ratio', 4.3, 'number'],
      ],
    ],
  ])('are reckoned with where it asks so: %s', (text, told) => {
    expect(toldOf(text)).toEqual(told);
  });

  it.each([
    'entre 10 - 20 M€',
    'projets de plus de 3 et moins de 5 M€',
    'le 12/11/2018',
    'réunion du 5/12',
    '3 sur 16',
    'règle 1 € / 1 €',
    'exécution 2019-21',
    'code erreur 40-12',
    '2018 - 2020',
    'les 3 plus gros',
    '149 ou 144, lequel est bon ?',
    '5 / 0',
    `1 + ${'9'.repeat(400)}`,
    '7 plus gros et 330',
  ])('are left alone where it does not: %s', (text) => {
    expect(toldOf(text)).toEqual([]);
  });

  it('give what the schema of a question holds, whatever stands around them', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 3000 }).map(String), fc.constantFrom('1,5', '2.25', '1 000'));
    const sign = fc.constantFrom(' + ', ' - ', '/', ' sur ', ' plus ', ' et ', ' % ', ' M€ moins ');
    fc.assert(
      fc.property(fc.array(fc.tuple(number, sign), { maxLength: 6 }), (parts) => {
        const told = reckonedIn(fold(parts.flat().join('')));
        expect(told.length === 0 || reckonings.safeParse(told).success).toBe(true);
      }),
    );
  });
});
