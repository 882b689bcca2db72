import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

/** What an answer makes of figures: by what, of which, and what comes out; null where it makes nothing. */
const madeOf = (turns: readonly string[], locale: 'fr' | 'en' = 'fr') => {
  const answer = converse(turns, locale);
  const made = answer?.follows ?? (answer?.kind === 'smalltalk' ? answer.reckoned?.[0] : undefined);
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

describe('what a message concludes from figures that were told', () => {
  it.each([
    [
      ['Le fonds sous-consomme de combien en 2023 ?', 'donc 129 millions non dépensés ?'],
      [true, 'difference', 251, 122],
    ],
    [
      ['LiDAR HD : aide et coût ?', 'il manque donc 12,5 M€ ?'],
      [true, 'difference', 60, 47.5],
    ],
    [
      ['LiDAR HD : aide et coût ?', 'donc le fonds en paie 36 % ?'],
      [true, 'share', 21.5, 60],
    ],
    [
      ['Identité numérique : coût et aide ?', 'le fonds paie la moitié, donc'],
      [true, 'share', 27.7, 51.7],
    ],
    [
      ['Identité numérique : coût et aide ?', 'donc il reste 24 M€ à payer ?'],
      [true, 'difference', 51.7, 27.7],
    ],
    [
      ['Identité numérique : coût et aide ?', 'donc il reste 10 M€ à payer ?'],
      [false, 'difference', 51.7, 27.7],
    ],
    [
      ['Que dit la Cour des comptes du bilan du fonds ?', 'soit 17 % de l’objectif'],
      [true, 'share', 339, 2000],
    ],
    [
      ['Économies attendues du système de design ?', 'donc deux fois ce que le fonds a payé ?'],
      [true, 'ratio', 6, 3],
    ],
  ] as const)('is so or not by one computation: %s', (turns, told) => {
    const answer = converse(turns);
    const { operation, terms = [] } = answer?.follows ?? {};
    expect([answer?.verdict, operation, ...terms.map(({ value }) => value)]).toEqual(told);
  });

  it('is so in English, where "twice what it cost" asks nothing', () => {
    const turns = ['Expected savings of the design system?', 'so twice what it cost the fund, right?'];
    expect(madeOf(turns, 'en')).toEqual(['ratio', 6, 3, 2]);
  });

  it('takes the figures told before', () => {
    const turns = ['Le fonds sous-consomme de combien en 2023 ?', 'donc 129 millions non dépensés ?'];
    expect(converse(turns)).toMatchObject({ kind: 'programme', facts: ['sous-consommation'] });
  });

  it.each([
    // No two make it; one of them is told; no conclusion; something else is asked, or denied; several are said.
    [['LiDAR HD : aide et coût ?', 'donc 63 % ?']],
    [['Combien coûte Foncier innovant ?', 'la moitié ?']],
    [['LiDAR HD : aide et coût ?', 'donc 47,5 M€ ?']],
    [['LiDAR HD : aide et coût ?', 'et les 12,5 M€ ont été trouvés ?']],
    [['LiDAR HD : aide et coût ?', 'donc 12,5 M€, qui les donne ?']],
    [['LiDAR HD : aide et coût ?', 'donc pas 12,5 M€ ?']],
    [['LiDAR HD : aide et coût ?', 'donc 12,5 M€ ou 38,5 M€ ?']],
    [['Identité numérique : coût et aide ?', '54 % ! et elle marche déjà ?']],
    [['LiDAR HD : aide et coût ?', 'donc les projets de plus de 12,5 M€ ?']],
  ])('is left alone elsewhere: %s', (turns) => {
    expect(converse(turns)?.follows).toBeUndefined();
  });
});
