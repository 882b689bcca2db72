import fc from 'fast-check';
import { reckonedIn } from '../../../src/core/language/reckoning';
import { reckonings } from '../../../src/core/model/question';
import { realKnowledge } from '../knowledge';

const { language } = realKnowledge();

const toldOf = (text: string, isOfEach = false) =>
  reckonedIn(text, isOfEach, language).map(({ operation, value, unit }) => [
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
    ['339/2000', [['ratio', 0.17, 'number']]],
    ['12/2018', []],
    ['20 sur 64, faites le quotient', [['share', 31.25, 'percent']]],
    ['les 450 d’écart, en pourcentage des 780 ?', [['share', 57.692, 'percent']]],
    ['121,66 divisé par 24,2, ça fait combien', [['ratio', 5.027, 'number']]],
    ['243 sur 800, en %', [['share', 30.375, 'percent']]],
    ['339 millions sur 2 milliards, le pourcentage', [['share', 16.95, 'percent']]],
    ['je veux 12,8 rapporté à 18,2 en pourcentage', [['share', 70.33, 'percent']]],
    ['5 / 323 donc, en %', [['share', 1.548, 'percent']]],
    ['8,7 M€ divisé par 509', [['average', 0.017, 'MEUR']]],
    ['28.5 million out of 57 million, in percent', [['share', 50, 'percent']]],
    ['323,14 - 85,9 ça fait pas ça', [['difference', 237.24, 'number']]],
    ['44 millions sur 217,5, ça fait quelle part ?', [['share', 20.23, 'percent']]],
    ['126 sur 827, il en reste combien ?', [['difference', 701, 'number']]],
    ['18 sur 22,05, il manque combien ?', [['difference', 4.05, 'number']]],
    ['21,5 + 22 + 4 sur 60, il manque combien ?', [['difference', 12.5, 'number']]],
    ['21,5 + 22 + 4 sur 60, quelle part ?', [['share', 79.167, 'percent']]],
    ['22 dépensés, 60 prévus, il reste combien ?', [['difference', 38, 'number']]],
    ['133,9 payés en 2021, moins 26,12 ?', [['difference', 107.78, 'number']]],
    ['soit 31,2 à eux deux. Rapporté aux 85 de l’année ?', [['share', 36.706, 'percent']]],
    ['120 contre 93 : quel ratio ?', [['ratio', 1.29, 'number']]],
    ['22 dépensés, 60 prévus', []],
    ['trois fois cent quatre-vingts', [['product', 540, 'number']]],
    ['cent vingt six divisé par dix sept', [['ratio', 7.412, 'number']]],
    ['cent trente trois virgule neuf plus cent quarante deux virgule quatre', [['sum', 276.3, 'number']]],
    ['23 % de 149, calcule', [['product', 34.27, 'number']]],
    ['50% of 35 million', [['product', 17.5, 'MEUR']]],
    ['divide 35 million by 540 places', [['average', 0.065, 'MEUR']]],
    ['100 par an pendant 6 ans ça fait', [['product', 600, 'number']]],
    ['33,6 contre 35 : quelle différence ?', [['difference', 1.4, 'number']]],
    ['l’écart entre 600 et 339 ?', [['difference', 261, 'number']]],
    ['écart entre 24,2 M€ et 9,4 M€', [['difference', 14.8, 'MEUR']]],
    ['difference between 24.2 million and 9.4 million?', [['difference', 14.8, 'MEUR']]],
    ['quelle différence entre 3,6 et 21,5, en % ?', [['difference', 497.222, 'percent']]],
    ['quel écart entre 2018 et 2019 ?', []],
    ['650 000 appels pour 500 000 visés, ça fait quel pourcentage', [['share', 130, 'percent']]],
    ['835 bracelets sur 1 000, quelle part ?', [['share', 83.5, 'percent']]],
    ['650 000 appels pour 500 000 visés', []],
    ['entre 600 et 339 ?', []],
    ['123 au lieu de 36, ça fait combien de fois plus ?', [['ratio', 3.417, 'number']]],
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

  it('adds up two that are said with no more than what they make', () => {
    expect(reckonedIn('19,3 et 27,7 ça fait combien', false, language, true)).toMatchObject([
      { operation: 'sum', value: 47 },
    ]);
    expect(reckonedIn('33 et 32 projets, ça fait combien de trop ?', false, language)).toEqual([]);
  });

  it.each([
    ['la somme des hausses : 87,3, 24,5 et 6', 117.8],
    ['add 28.84 and 2.8', 31.64],
  ])('adds up those of a row: %s', (text, sum) => {
    expect(toldOf(text)).toEqual([['sum', sum, 'number']]);
  });

  it.each(['la somme des appels 1 et 2', 'total des projets entre 3,5 et 10 M€'])('adds up no others: %s', (text) => {
    expect(toldOf(text)).toEqual([]);
  });

  it('takes one that was told for the money that it was told as', () => {
    expect(reckonedIn('1,9 / 29 millions de visiteurs', false, language, false, 1.9)).toMatchObject([
      {
        operation: 'average',
        terms: [
          { value: 1.9, unit: 'MEUR' },
          { value: 29_000_000, unit: 'number' },
        ],
        unit: 'MEUR',
      },
    ]);
  });

  it.each([
    ['5,4 M€ pour 235 564 comptes, ça fait combien par compte ?', 22.92],
    ['donc 150 projets et 1,1 milliard, moyenne par projet', 7_333_333.33],
    ['coût par site : 35 M€ pour 3', 11_666_666.67],
  ])('are divided where so much for each is asked: %s', (text, euros) => {
    const [told] = reckonedIn(text, true, language);

    expect(told).toMatchObject({ operation: 'average', unit: 'MEUR' });
    expect((told?.value ?? 0) * 1e6).toBeCloseTo(euros, 2);
    expect(toldOf(text)).toEqual([]);
  });

  it('are divided where money is spread over years, and are parts of a whole where the unit is said once', () => {
    expect(toldOf('1,2 M€ sur 3 ans, ça fait par an ?')).toEqual([['average', 0.4, 'MEUR']]);
    expect(toldOf('62 sur 252 millions, quelle part ?')).toEqual([['share', 24.603, 'percent']]);
    expect(toldOf('339 M€ sur 2000, quel % ?')).toEqual([['share', 16.95, 'percent']]);
    expect(toldOf('1,2 sur 3 ans, ça fait combien par an ?', true)).toEqual([['average', 0.4, 'number']]);
    expect(toldOf('35 pour 252, la moyenne', true)).toEqual([['average', 7.2, 'number']]);
    expect(toldOf('3 projets et 2 ministères', true)).toEqual([]);
  });

  it.each([
    ['de 32,7 à 46,2, ça fait combien en %', 41.284],
    ['from 32.7 to 46.2, in percent', 41.284],
    ['de 40 à 30 M€, une baisse de combien ?', 25],
    ['55,2 contre 39,14 en %', 41.032],
  ])('are set beside each other where it asks for a change: %s', (text, percent) => {
    expect(toldOf(text)).toEqual([['difference', percent, 'percent']]);
  });

  it.each([
    ['700 plus 330 moins 80', [['sum', 950, 'number']]],
    ['100 - 20 - 30', [['difference', 50, 'number']]],
    ['(55,2 - 39,14) / 39,14', [['ratio', 0.41, 'number']]],
    ['(126 + 68,8) / 827 en %', [['share', 23.555, 'percent']]],
    ['700 + 330 / 2', []],
    ['330 / (2 + 1)', []],
  ])('are taken one after another where they are three: %s', (text, told) => {
    expect(toldOf(text)).toEqual(told);
  });

  it.each([
    'projets de 3 à 5 M€, combien ?',
    'De quand date la hausse de 5 à 11 M€ ?',
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
        const told = reckonedIn(parts.flat().join(''), parts.length % 2 === 0, language);
        expect(told.length === 0 || reckonings.safeParse(told).success).toBe(true);
      }),
    );
  });
});
