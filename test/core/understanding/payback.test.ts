import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

/** What an answer makes of figures: by what, of which, and what comes out; null where it makes nothing. */
const madeOf = (turns: readonly string[], locale: 'fr' | 'en' = 'fr') => {
  const answer = converse(turns, locale);
  const made = answer?.reckonedFirst ?? (answer?.kind === 'smalltalk' ? answer.reckoned?.[0] : undefined);
  return made === undefined
    ? null
    : [made.operation, ...made.terms.map(({ value }) => value), Number(made.value.toFixed(2))];
};

const RECE = ['Coût du RECE ?'];

describe('after how many years a cost is covered', () => {
  it.each([
    [['Le RECE est rentabilisé en combien d’années ?'], 'fr', [11, 1.5, 7.33]],
    [['Au bout de combien d’années les économies du RECE couvriraient-elles son coût ?'], 'fr', [11, 1.5, 7.33]],
    [[...RECE, 'combien de temps pour rembourser les 11 M€ ?'], 'fr', [11, 1.5, 7.33]],
    [
      [...RECE, 'à un million et demi par an, combien d’années pour rembourser les onze millions ?'],
      'fr',
      [11, 1.5, 7.33],
    ],
    [[...RECE, '1,3 par an et 11 de coût, amorti quand ?'], 'fr', [11, 1.3, 8.46]],
    [[...RECE, 'amorti en combien d’années à 2 M€ par an ?'], 'fr', [11, 2, 5.5]],
    [[...RECE, 'combien d’années pour couvrir 8 M€ ?'], 'fr', [8, 1.5, 5.33]],
    [[...RECE, 'amorti en combien d’années ?', 'et avec les 1,3 M€ constatés ?'], 'fr', [11, 1.3, 8.46]],
    [['LiDAR HD, coût ?', 'remboursé en combien d’années avec 5 M€ par an ?'], 'fr', [60, 5, 12]],
    [['How long to pay back RECE?'], 'en', [11, 1.5, 7.33]],
    [['How many years to recoup the cost of RECE?', 'and with 1.3 million a year?'], 'en', [11, 1.3, 8.46]],
  ] as const)('is told with the record: %s', (turns, locale, told) => {
    expect(madeOf(turns, locale)).toEqual(['payback', ...told]);
    expect(converse(turns, locale)).toMatchObject({ kind: 'fact', field: 'savings', verdict: null });
  });

  it('is made of two numbers that no record told', () => {
    const turns = ['LiDAR HD, coût ?', 'combien d’années pour amortir 20 M€ avec 2,5 M€ par an ?'];

    expect(madeOf(turns)).toEqual(['payback', 20, 2.5, 8]);
    expect(converse(turns)).toMatchObject({ kind: 'smalltalk', act: 'reckoning' });
    expect(madeOf([...turns, 'et avec 4 M€ ?'])).toEqual(['payback', 20, 4, 5]);
  });

  it.each([
    ['Mentor', 'c’est amorti en combien d’années ?'],
    ['Géoplateforme', 'remboursé en combien de temps ?'],
    ['Health Data Hub', 'amorti quand ?'],
    ['LiDAR HD', 'combien de temps pour couvrir le territoire ?'],
    ['LiDAR HD', 'combien de temps pour couvrir la Bretagne ?'],
    ['RECE', 'combien d’années pour couvrir la Bretagne ?'],
    ['RECE', 'soit un amortissement en 7 à 8 ans sur un coût de 20 M€, 30 M€ ou 40 M€'],
  ])('is left alone where a side is not known, or something else is asked: %s, %s', (name, text) => {
    expect(madeOf([`Coût de ${name} ?`, text])).toBeNull();
  });
});

describe('whether a project is worth it', () => {
  it.each([
    ['Foncier innovant a coûté combien ?', '24 millions pour 40 millions de gains, c’est rentable alors ?', ['cost']],
    ['Combien a eu Mentor ?', 'et c’est rentable au moins ?', ['funding']],
    ['Coût de PILAT ?', 'c’est amorti ?', ['cost']],
    ['How much did Mentor get?', 'is it worth it?', ['funding']],
  ])('is told by its savings, its cost and its funding: %s %s', (first, then, fields) => {
    const answer = converse([first, then]);
    expect(answer).toMatchObject({ kind: 'fact', field: 'savings' });
    expect(answer?.kind === 'fact' ? answer.also.map(({ field }) => field) : []).toEqual(
      expect.arrayContaining(fields),
    );
  });

  it('is asked of the fund, of several or of which as before', () => {
    expect(converse(['Combien le fonds a-t-il rapporté ?', 'c’est rentable ?'])?.kind).toBe('programme');
    expect(converse([...RECE, 'et quels projets sont rentables ?'])).not.toMatchObject({ project: 'rece-etat-civil' });
  });
});
