import { readQuantities, saysSum } from '../../../src/core/language/amounts';
import { fold } from '../../../src/core/language/fold';
import { readWords, type Word } from '../../../src/core/language/words';
import { realLanguage } from '../knowledge';

const language = realLanguage();
const read = (text: string): readonly Word[] => readWords(text, language);
const folded = (text: string): readonly string[] => read(text).map((word) => word.folded);

describe('words', () => {
  it('splits elisions and hyphens', () => {
    expect(folded("l'État, qu'est-ce ?")).toEqual(['l', 'etat', 'qu', 'est', 'ce']);
  });

  it('reads phone spellings as the words they stand for', () => {
    expect(folded('c koi, cb ds ya')).toEqual(['c', 'quoi', 'combien', 'dans', 'il', 'y', 'a']);
  });

  it.each([
    ['total pour l’I G N en 2020', ['total', 'pour', 'l', 'ign', 'en', '2020']],
    ['le F.T.A.P., c’est quoi', ['le', 'ftap', 'c', 'est', 'quoi']],
    ['Y A T IL UN PROJET', ['y', 'a', 't', 'il', 'un', 'projet']],
    ['les projets A et B', ['les', 'projets', 'a', 'et', 'b']],
  ])('reads an acronym that is spelled as one word: %s', (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it.each([
    ['en deux mille vingt et un', ['en', '2021']],
    ['vingt-deux projets', ['22', 'projets']],
    ['soixante et onze', ['71']],
    ['de vingt à trente', ['de', 'vingt', 'a', 'trente']],
    ['deux mille dix-neuf et deux mille vingt', ['2019', 'et', '2020']],
    ['vingt et trente', ['vingt', 'et', 'trente']],
    ['deux mille euros', ['deux', 'mille', 'euros']],
  ])('reads a number of several words as its figures: %s', (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it.each([
    ['total DINUM + DGFiP', ['total', 'dinum', 'avec', 'dgfip']],
    ['les + de 8 M€', ['ceux', 'de', 'plus', 'de', '8', 'm']],
    ['les + gros', ['les', 'plus', 'gros']],
    ['>= 20', ['au', 'moins', '20']],
    ['≤ 5', ['au', 'plus', '5']],
    ['> 3', ['plus', 'de', '3']],
  ])('reads a sign of comparison as its words: %s', (text, words) => {
    expect(folded(text)).toEqual(words);
  });

  it('tells a name inside a sentence from a first word, and from shouting', () => {
    expect(read('Le projet Chorus').map((word) => word.isCapitalised && !word.startsSentence)).toEqual([
      false,
      false,
      true,
    ]);
    expect(read('PROJETS DU CEREMA').some((word) => word.isCapitalised)).toBe(false);
  });
});

describe('amounts', () => {
  it.each([
    ['plus de 20 M€', [20]],
    ['2,3 millions', [2.3]],
    ["moins d'un million", [1]],
    ["moins d'un million et demi", [1.5]],
    ['un million deux cent cinquante mille euros', [1.25]],
    ['trois virgule cinq millions', [3.5]],
    ['vingt-cinq millions cinq cent mille', [25.5]],
    ['quatre-vingt-dix-sept millions', [97]],
    ['one hundred and twenty million', [120]],
    ['two and a half million', [2.5]],
    ['sept cent cinquante mille euros', [0.75]],
    ['entre 5 et 10 millions', [10]],
    ['200 000 euros', [0.2]],
    ['1,1 milliard', [1100]],
    ['€3.5 million', [3.5]],
    ['500 k€', [0.5]],
    ['les 3 projets de 2018', []],
    ['les plus économes', []],
    ['plus de 50 % du coût, moins de 12,5 pour cent', []],
  ])('reads %s', (text, values) => {
    const words = read(text);
    const sums = readQuantities(words).flatMap(({ value, factor }) =>
      factor === null ? [] : [Math.round(value * factor * 1e6) / 1e6],
    );

    expect(sums).toEqual(values);
    expect(saysSum(fold(text))).toBe(values.length > 0);
  });
});

it('reads no sum out of figures that go on and on', () => {
  const figures = '9'.repeat(400);
  const quantities = (text: string): readonly number[] => readQuantities(read(text)).map(({ value }) => value);

  expect(quantities('plus de 20 M€')).toEqual([20]);
  expect(quantities(`plus de ${figures} M€`)).toEqual([]);
  expect(quantities(`plus de ${'999 '.repeat(200)}M€`)).toEqual([]);
  expect(saysSum(`${figures} euros`)).toBe(false);
});

describe('periods', () => {
  it('reads years, and months only before a year', () => {
    expect(language.periods.years(folded('en 2018 puis 2019'))).toEqual([2018, 2019]);
    expect(language.periods.months(folded('en novembre 2018'))).toEqual(['2018-11']);
    expect(language.periods.months(folded('de novembre à décembre 2018'))).toEqual(['2018-11', '2018-12']);
    expect(language.periods.months(folded('entre le 15 mai et le 3 juin 2019'))).toEqual(['2019-05', '2019-06']);
    expect(language.periods.months(folded('how many may there be in 2018'))).toEqual([]);
  });

  it.each([
    ['entre le 1er janvier et le 31 décembre 2023', [2023], []],
    ['avant le 31 décembre 2018', [2017, 2018], []],
    ['avant le 1er mars 2017', [2017], ['2017-01', '2017-02']],
    ['avant le 15 mars 2017', [2017], ['2017-01', '2017-02', '2017-03']],
    ['après le 15 novembre 2030', [2030], ['2030-11', '2030-12']],
    ['après novembre 2030', [2030], ['2030-12']],
    ['entre juin et fin 2019', [2019], ['2019-06', '2019-07', '2019-08', '2019-09', '2019-10', '2019-11', '2019-12']],
    ['de début 2019 à fin 2020', [2019, 2020], []],
    ['fin 2019', [2019], []],
    ['à la fin 2019', [2019], []],
    ['depuis le premier janvier 2029', [2029, 2030], []],
    ['pas avant 2029', [2029, 2030], []],
    ['not before 2029', [2029, 2030], []],
    ['2029 et après', [2029, 2030], []],
    ['jusqu’en 2018', [2017, 2018], []],
    ['de 2018 au plus tard', [2018], []],
    ['from 2019', [2019], []],
    ['from November 2030', [2030], ['2030-11', '2030-12']],
    ['à partir du 3 novembre 2030', [2030], ['2030-11', '2030-12']],
    ['pas avant novembre 2030', [2030], ['2030-11', '2030-12']],
    ['jusqu’au 3 février 2017', [2017], ['2017-01', '2017-02']],
  ])('reads the months of "%s", or its whole years', (text, years, months) => {
    expect(language.periods.years(folded(text))).toEqual(years);
    expect(language.periods.months(folded(text))).toEqual(months);
  });
});

it.each([
  ['l’année suivante', 1],
  ['un an plus tard', 1],
  ['the year before', -1],
  ['remontez d’un an', -1],
  ['l’année', 0],
])('reads of "%s" how many years from the one spoken of', (text, years) => {
  expect(language.periods.yearShift(folded(text))).toBe(years);
});

describe('language', () => {
  it.each([
    ['Quels projets concernent la santé ?', 'fr'],
    ['Which projects are about health?', 'en'],
    ['qsdlkj', null],
  ])('of "%s" is %s', (text, locale) => {
    expect(language.detectLocale(folded(text))).toBe(locale);
  });
});

describe('a word written short, with a dot', () => {
  it.each([
    ['tot. des 6', ['total', 'des', '6']],
    ['la moy. des 5 et la méd.', ['la', 'moyenne', 'des', '5', 'et', 'la', 'mediane']],
  ])('is the whole word, in the same sentence: %s', (text, words) => {
    expect(folded(text)).toEqual(words);
    expect(read(text).filter(({ startsSentence }) => startsSentence)).toHaveLength(1);
  });

  it('is none without its dot, nor where a sentence ends', () => {
    expect(folded('trop tot')).toEqual(['trop', 'tot']);
    expect(read('bcp. et le coût').map(({ startsSentence }) => startsSentence)).toEqual([true, true, false, false]);
    expect(read('la moy. Et le coût')[2]).toMatchObject({ folded: 'et', startsSentence: true });
  });
});
