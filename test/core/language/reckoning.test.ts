import fc from 'fast-check';
import { fold } from '../../../src/core/language/fold';
import { reckonedIn } from '../../../src/core/language/reckoning';
import { reckonings } from '../../../src/core/model/question';
import { realKnowledge } from '../knowledge';

const { language } = realKnowledge();

const toldOf = (text: string, isOfEach = false) =>
  reckonedIn(fold(text), isOfEach, language).map(({ operation, value, unit }) => [
    operation,
    Math.round(value * 1000) / 1000,
    unit,
  ]);

describe('numbers that a message says', () => {
  it.each([
    ['1,1 milliard moins 800 millions', [['difference', 300, 'MEUR']]],
    ['126 plus 68,8', [['sum', 194.8, 'number']]],
    ['700 + 330 + 80', [['sum', 1110, 'number']]],
    ['339 / 149', [['ratio', 2.275, 'number']]],
    ['121,66 divisé par 24,2, ça fait combien', [['ratio', 5.027, 'number']]],
    ['243 sur 800, en %', [['share', 30.375, 'percent']]],
    ['339 millions sur 2 milliards, le pourcentage', [['share', 16.95, 'percent']]],
    ['je veux 12,8 rapporté à 18,2 en pourcentage', [['share', 70.33, 'percent']]],
    ['5 / 323 donc, en %', [['share', 1.548, 'percent']]],
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
    ['5,4 M€ pour 235 564 comptes, ça fait combien par compte ?', 22.92],
    ['donc 150 projets et 1,1 milliard, moyenne par projet', 7_333_333.33],
    ['coût par site : 35 M€ pour 3', 11_666_666.67],
  ])('are divided where so much for each is asked: %s', (text, euros) => {
    const [told] = reckonedIn(fold(text), true, language);

    expect(told).toMatchObject({ operation: 'average', unit: 'MEUR' });
    expect((told?.value ?? 0) * 1e6).toBeCloseTo(euros, 2);
    expect(toldOf(text)).toEqual([]);
  });

  it('are divided where money is spread over years, and are parts of a whole where the unit is said once', () => {
    expect(toldOf('1,2 M€ sur 3 ans, ça fait par an ?')).toEqual([['average', 0.4, 'MEUR']]);
    expect(toldOf('62 sur 252 millions, quelle part ?')).toEqual([['share', 24.603, 'percent']]);
    expect(toldOf('339 M€ sur 2000, quel % ?')).toEqual([['share', 16.95, 'percent']]);
    expect(toldOf('3 projets et 2 ministères', true)).toEqual([]);
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
        const told = reckonedIn(fold(parts.flat().join('')), parts.length % 2 === 0, language);
        expect(told.length === 0 || reckonings.safeParse(told).success).toBe(true);
      }),
    );
  });
});
