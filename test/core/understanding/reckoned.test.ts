import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());
const reckoned = (turns: readonly string[], locale: 'fr' | 'en' = 'fr') => {
  const answer = converse(turns, locale);
  const told = answer?.reckonedFirst ?? (answer?.kind === 'smalltalk' ? answer.reckoned?.[0] : undefined);
  return told === undefined ? null : [told.operation, Number(told.value.toFixed(3)), told.unit];
};

describe('the figure just told', () => {
  it.each([
    ['Économies attendues de Mentor ?', 'et par an ?', ['average', 0.575, 'MEUR']],
    ['Incub’O a eu combien ?', 'et par an ?', ['average', 0.4, 'MEUR']],
    ['Économies attendues de Mentor ?', 'non, divise par 4', ['average', 0.575, 'MEUR']],
    ['Combien coûte Foncier innovant ?', 'divisé par deux ?', ['average', 12, 'MEUR']],
    ['Combien coûte Foncier innovant ?', 'fois trois', ['product', 72, 'MEUR']],
    ['Combien coûte Foncier innovant ?', 'la moitié ?', ['product', 12, 'MEUR']],
    ['Combien a eu France Cloud ?', 'plus 12 millions', ['sum', 36.3, 'MEUR']],
    ['Combien a eu France Cloud ?', 'moins 3,6', ['difference', 20.7, 'MEUR']],
    ['Combien a eu France Cloud ?', 'sur les 126 M€ ?', ['share', 19.286, 'percent']],
    ['Combien a eu France Cloud ?', 'et en % de 126 ?', ['share', 19.286, 'percent']],
    ['Combien a eu France Cloud ?', 'donc il reste combien sur les 827 ?', ['difference', 802.7, 'MEUR']],
    ['Total des aides du ministère de la Justice ?', 'rapporté aux 780 millions ?', ['share', 11.013, 'percent']],
    ['Combien de projets à la DGFiP ?', 'sur 149 ?', ['share', 7.383, 'percent']],
    ['Combien a reçu InSERRE ?', '18 sur 22,05 je veux dire', ['share', 81.633, 'percent']],
    ['Combien a reçu InSERRE ?', '35 millions pour 3 prisons, combien chacune ?', ['average', 11.667, 'MEUR']],
    ['Bracelet anti-rapprochement ?', '8,7 M, ça fait combien par bracelet si 835 ?', ['average', 0.01, 'MEUR']],
    ['Combien a coûté GMBI ?', 'divisez par les 15 000 foyers', ['average', 0.002, 'MEUR']],
    ['Combien a reçu InSERRE ?', 'sur 3 sites', ['average', 11.667, 'MEUR']],
    ['Histologe, combien du fonds ?', '1.25 pour 15000 foyers, ça fait combien par foyer', ['average', 0, 'MEUR']],
    ['Combien a reçu Mentor ?', '29 millions de visites pour 1,9 M€, combien la visite ?', ['average', 0, 'MEUR']],
    ['21,5 + 22 + 4', 'il manque combien pour arriver à 60 ?', ['difference', 12.5, 'number']],
    ['Total des aides du ministère de la Justice ?', 'quel écart avec 100 M€ ?', ['difference', 14.1, 'MEUR']],
    ['Combien coûte Foncier innovant ?', 'l’écart avec 30 ?', ['difference', 6, 'MEUR']],
    ['Combien de projets à la DGFiP ?', 'il en manque combien pour atteindre 12 ?', ['difference', 1, 'number']],
  ])('is reckoned with: %s %s', (first, then, told) => {
    expect(reckoned([first, then])).toEqual(told);
  });

  it('is a part where a percentage multiplies', () => {
    expect(reckoned(['149 x 77 %, ça fait combien ?'])).toEqual(['product', 114.73, 'number']);
  });

  it.each([
    ['How much did France Cloud get?', 'what percent of 126?', ['share', 19.286, 'percent']],
    ['How much did Mentor get?', 'half of that?', ['product', 2.7, 'MEUR']],
    ['How much did Mentor get?', 'times three', ['product', 16.2, 'MEUR']],
  ])('is in English: %s %s', (first, then, told) => {
    expect(reckoned([first, then], 'en')).toEqual(told);
  });

  it('is what was made of it, which is reckoned with in its turn until something else is told', () => {
    const turns = ['Économies attendues de Mentor ?', 'et par an ?', 'fois trois'];

    expect(reckoned(turns)).toEqual(['product', 1.725, 'MEUR']);
    expect(reckoned(['126 / 827', 'en pourcentage'])).toEqual(['share', 15.236, 'percent']);
    expect(reckoned([...turns, 'combien coûte PILAT ?', 'divisé par 5'])).toEqual(['average', 24.7, 'MEUR']);
  });

  it.each([
    [['Qui porte Mentor ?', 'divisé par 4']],
    [['divisé par 4']],
    [['Économies attendues de Mentor ?', 'par an ou sur 4 ans']],
    // "Investissement plus deux ans de fonctionnement"
    [['Géoplateforme, coût total ?', 'et par an ?']],
    [['Les 5 projets les plus financés', 'plus 3']],
    [['Combien coûte PILAT ?', 'plus 241 %, qui le dit ?']],
    [['Combien a reçu InSERRE ?', 'sur 2019 ?']],
  ])('is left alone where it is none, or where more is asked: %s', (turns) => {
    expect(reckoned(turns)).toBeNull();
  });
});

describe('an amount for each of what the record counts', () => {
  it.each([
    [
      'beside the count',
      ['DossierFacile, combien d’usagers ?', 'donc ça fait combien par usager ?'],
      [5.55, 1_300_000],
    ],
    ['of the one named', ['Combien a reçu Mentor ?', 'et Histologe, combien par foyer ?'], [1.25, 15_000]],
    ['as told', ['Histologe, combien du fonds ?', 'ça fait combien par foyer ?'], [1.25, 15_000]],
  ])('is reckoned from the amount %s, and its text is told', (_, turns, terms) => {
    const answer = converse(turns);

    expect(answer).toMatchObject({ kind: 'fact' });
    expect(JSON.stringify(answer)).toContain('"field":"status"');
    expect(answer?.reckonedFirst?.terms.map(({ value }) => value)).toEqual(terms);
    expect(answer?.sources).not.toEqual([]);
  });

  it('is none where the message counts them by the site, or the record counts none', () => {
    expect(reckoned(['Combien a reçu InSERRE ?', '180 places chacune donc combien la place'])).toBeNull();
    expect(converse(['Combien a reçu Mentor ?', 'combien par ordinateur ?'])?.reckonedFirst).toBeUndefined();
    const ofSet = ['Où en est Histologe ?', 'combien par foyer pour les projets de la justice ?'];
    expect(converse(ofSet)?.reckonedFirst).toBeUndefined();
  });
});

describe('what a sentence claims', () => {
  it.each([
    '63,6 sur 126, donc 50,5 %. Les huit projets de plus de 5 millions, lesquels sont-ils ?',
    '60 moins 47,5 : il manque donc 12,5 M€. A-t-on trouvé le financement depuis ?',
    '121 divided by 36 is a lot! Who pays for PILAT?',
  ])('is not all that is asked where another one asks: %s', (text) => {
    expect(reckoned([text])).toBeNull();
  });

  it.each([
    'Voilà ma note. 60 moins 47,5 ça fait combien ?',
    '34 plus 27,9 ça fait combien ? et c’est encore ouvert en ce moment ?',
    '34 plus 27,9. Combien ?',
  ])('is reckoned where it is asked: %s', (text) => {
    expect(reckoned([text])).not.toBeNull();
  });
});

it.each(['Soit au total, sur les trois exercices ?', 'donc combien au total sur les trois ans ?'])(
  'adds up the years that were told: %s',
  (then) => {
    const turns = ['Combien le fonds a-t-il payé chaque année depuis 2019 ?', then];
    expect(converse(turns)).toMatchObject({ kind: 'programme', figure: { operation: 'sum', value: 243.4 } });
  },
);
