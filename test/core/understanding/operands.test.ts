import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

/** What the last answer makes of two figures, with the field that it is told beside; null where it makes nothing. */
function madeOf(turns: readonly string[], locale: 'fr' | 'en' = 'fr') {
  const answer = converse(turns, locale);
  const made = answer?.reckonedFirst ?? (answer?.kind === 'smalltalk' ? answer.reckoned?.[0] : undefined);
  return made === undefined ? null : [made.operation, ...made.terms.map(({ value }) => value)];
}

describe('figures of a record that a message sets in relation', () => {
  const HDH = ['Health Data Hub : économies attendues', 'et le financement ?'];
  const BRACELET = ['Bracelet anti-rapprochement, financement FTAP'];
  const MENTOR = ['Mentor, financement', 'combien d’agents y ont accès ?'];

  it.each([
    ['two fields', [...HDH, 'ratio économies / financement'], ['ratio', 0.5, 30]],
    ['a field and what is counted', [...MENTOR, 'rapport financement / agent'], ['average', 5.4, 700_000]],
    [
      'what was told and what is counted',
      [...BRACELET, 'rapporté aux bracelets disponibles, ça donne quoi l’unité ?'],
      ['average', 8.7, 1000],
    ],
    [
      'what was told and a field',
      ['la géoplateforme rapporte combien ?', 'rapporté à son coût ?'],
      ['ratio', 3.6, 21.5],
    ],
    [
      'both that were told',
      ['GMBI, coût prévu et coût constaté', 'le rapport entre les deux ?'],
      ['ratio', 37.2, 12.7],
    ],
    [
      'a part of a number that is said',
      ['DossierFacile : combien dépensé ?', 'et sur les 5,55 M€, quelle fraction vient du fonds'],
      ['share', 0.5, 5.55],
    ],
    [
      'a note',
      ['LiDAR HD : coût ?', 'si le fonds en paie 21,5, quelle part des 47,5 cela fait-il ?'],
      ['share', 21.5, 47.5],
    ],
    ['for each euro saved', [...HDH, 'combien le fonds a-t-il dépensé par euro économisé ?'], ['ratio', 30, 0.5]],
    ['for each year that it covers', ['Mentor, c’est combien par an d’économies ?'], ['average', 2.3, 4]],
  ] as const)('are %s', (_what, turns, made) => {
    expect(madeOf(turns)).toEqual(made);
    expect(converse(turns)).toMatchObject({ kind: 'fact', verdict: null });
  });

  it.each([
    [
      'money',
      ['DossierFacile : combien d’usagers ?', 'ça fait combien par usager ?', 'et rapporté au seul financement FTAP ?'],
      ['average', 0.5, 1_300_000],
    ],
    ['things', [...BRACELET, '8,7 M€ / 1000 bracelets', 'et si je prends les 835 déployés'], ['average', 8.7, 835]],
    ['the amount of the same field', [...HDH, '0,5 / 30', 'et avec la cible d’origine, 54 ?'], ['ratio', 54, 30]],
  ] as const)('are reckoned with again where another one is said: %s', (_what, turns, made) => {
    expect(madeOf(turns)).toEqual(made);
  });

  it.each([
    [
      'combien de pers',
      ['plateforme handicap combien ils ont eu', 'a 12 millions de pers ça ferait combien par tete'],
      3,
    ],
    ['tablettes', ['c koi le ned', '12,6 sur 23000 tablettes ça fait combien chacun'], 12.6],
    ['1,3 of a million', ['DossierFacile, combien ?', '0,5 divisé par 1,3 ça fait cb par tête'], 0.5],
  ] as const)('are money for each of so many: %s', (_what, turns, money) => {
    expect(madeOf(turns)?.slice(0, 2)).toEqual(['average', money]);
  });

  it.each([
    [['PILAT ?', 'le rapport de la Cour dit quoi sur le coût de PILAT ?']],
    [['Quelle part du coût de LiDAR HD le fonds paie-t-il ?']],
    [['classement des 5 premiers par coût total']],
    [['c’est quoi la différence entre le FTAP 1 et le 2 ?']],
    [['nombre de projets selon la Cour des comptes', 'donc tu en as moins de la moitié ?']],
  ] as const)('are left as they are where nothing relates them: %s', (turns) => {
    expect(madeOf(turns)).toBeNull();
  });

  it('of a sum that a message claims are added up', () => {
    expect(madeOf(['Les préfets ont une enveloppe ?', '34 puis 27,9, cela fait donc 61,9 en tout ?'])).toEqual([
      'sum',
      34,
      27.9,
    ]);
  });

  it.each([
    [['Foncier innovant', 'coût par logement ?'], 'foncier-innovant'],
    [['OCS GE, coût ?', 'et leur coût par km2 ?'], 'ocs-ge'],
    [['InSERRE, combien ?', 'et par détenu ?'], 'inserre'],
    [['coût par habitant de la Géoplateforme ?'], 'geoplateforme'],
  ] as const)('are not made of what the record does not count: %s', (turns, project) => {
    expect(converse(turns)).toMatchObject({ kind: 'unknown', reason: 'not-recorded', lackingIn: project });
  });

  it.each([
    [['RECE, quel est le gain annuel prévu ?'], { kind: 'fact', field: 'savings' }],
    [['InSERRE, combien ?', 'et par ministère ?'], { kind: 'aggregate' }],
    [['PILAT, le coût est publié par qui ?'], { kind: 'fact' }],
  ] as const)('are asked for each of nothing elsewhere: %s', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it('are made again for what else is counted', () => {
    const turns = [
      'Histologe, bilan ?',
      '96 000 signalements pour 1,25 M€, ça fait combien l’unité ?',
      'et par foyer sorti ?',
    ];
    expect(madeOf(turns)).toEqual(['average', 1.25, 15_000]);
  });

  it('are made for the unit of two numbers that are said', () => {
    expect(madeOf(['8,7 M€ pour 835 bracelets, ça fait combien l’unité ?'])).toEqual(['average', 8.7, 835]);
  });

  it('may be asked for in English', () => {
    expect(madeOf(['Mentor: how much funding?', 'relative to the savings?'], 'en')).toEqual(['ratio', 5.4, 2.3]);
  });
});

describe('what goes on from a list, a ranking or a project', () => {
  it.each([
    [
      'fields that are all unknown',
      ['Quels lauréats de 2018 dont on ne connaît ni le coût, ni le financement, ni l’économie attendue ?'],
      { total: 8 },
    ],
    [
      'no amount, with the fund named',
      ['projets de Bercy sans montant du fonds'],
      { filter: { unknown: ['funding'] } },
    ],
    [
      'an amount, after none',
      ['projets de Bercy sans montant du fonds', 'Bercy, avec montant'],
      { kind: 'list', filter: { known: ['funding'], unknown: [] }, total: 3 },
    ],
    [
      'those with one, after those without',
      ['projets de Bercy sans montant du fonds', 'et ceux avec montant ?'],
      { kind: 'list', filter: { known: ['funding'], unknown: [] }, total: 3 },
    ],
    [
      'those without, after those with one',
      ['projets de la justice avec un financement connu', 'et sans ?'],
      { kind: 'list', filter: { known: [], unknown: ['funding'] }, total: 2 },
    ],
    [
      'another amount of each, which limits nothing',
      ['projets de Bercy sans montant du fonds', 'avec leur coût'],
      { filter: { known: [], unknown: ['funding'] }, show: ['cost'] },
    ],
    [
      'those of which it is said to be published',
      ['Je voudrais la liste des projets portés par la DGFiP dont le coût total est publié.'],
      { filter: { known: ['cost'] }, total: 7 },
    ],
    [
      'all but those of which it is known',
      ['projets de la justice sauf ceux dont le coût est connu'],
      { filter: { unknown: ['cost'] }, total: 4 },
    ],
    [
      'those that are left when they go',
      ['projets de la justice', 'enlève ceux dont le coût est connu'],
      { filter: { unknown: ['cost'] }, total: 4 },
    ],
    [
      'none but those of which it is known',
      ['projets sur l’intelligence artificielle', 'hormis les projets au coût publié, rien ne doit subsister'],
      { filter: { known: ['cost'], unknown: [] }, total: 3 },
    ],
    ['no day', ['les projets sans date d’annonce, c’est lesquels ?'], { filter: { unknown: ['date'] } }],
    ['records without an amount', ['combien de fiches sans montant'], { total: 37 }],
    [
      'the first two added up',
      [
        'compare inserre et la procédure pénale numérique',
        'et l’écart par rapport au health data hub',
        'les 2 premiers additionnés',
      ],
      { value: 59.2 },
    ],
    ['two names with a plus', ['compare inserre et ppn', 'nan inserre + ppn seulement'], { value: 59.2 }],
    [
      'the other end of those that came first',
      ['Les dix projets les mieux dotés ?', 'Et le moins doté ?'],
      { projects: ['enfants-du-spectacle'] },
    ],
    [
      'others that are late',
      ['PILAT c’est en retard ?', 'ok 5 ans de retard quand même. y en a d’autres en retard ?'],
      { total: 3, filter: { disputes: [{ way: 'later' }] } },
    ],
    [
      'two that are named, by how far they went',
      ['Comparez PILAT et GMBI quant à la dérive de leur coût.'],
      { projects: ['pilat', 'gmbi'], filter: { disputes: [{ field: 'cost', way: 'up' }] } },
    ],
  ] as const)('is of %s', (_what, turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it.each([
    [['foncier innovant, ça coûte combien ?', 'ah ok. et foncier innovant c’est pas de l’ia aussi ?'], 'themes'],
    [['PILAT combien ?', 'et PILAT c’est le fisc aussi ?'], 'carrier'],
    [['InSERRE combien ?', 'c’est pour les prisons c’est ça ?'], 'themes'],
    [['Quel projet a reçu le plus d’argent ?', '35 millions, et c’est quoi InSERRE ?'], 'summary'],
  ] as const)('is what a project is said to be, after another field: %s', (turns, field) => {
    expect(converse(turns)).toMatchObject({ kind: 'fact', field });
  });

  it('is told of what the fund gives where nobody publishes a cost', () => {
    const answer = converse(['projets de santé', 'lequel a le plus gros coût total ?']);

    expect(answer).toMatchObject({ kind: 'aggregate', field: 'funding', projects: ['health-data-hub'] });
    expect(answer?.first).toMatchObject({ kind: 'aggregate', field: 'cost', value: null });
  });

  it('is told of the whole fund beside how many projects the base holds', () => {
    const fundTotals = [{ value: 149, unit: 'projects', fact: 'total-projets' }];

    expect(converse(['combien de projets en tout dans ta base ?'])).toMatchObject({ value: 68, fundTotals });
    expect(converse(['combien de projets au logement ?'])).toMatchObject({ fundTotals: [] });
  });
});

describe('figures of the fund', () => {
  it.each([
    ['one over the other', ['crédits du programme 349 en 2022 et 2023', 'CP 2023 / AE 2023'], { operation: 'ratio' }],
    [
      'from one year to another',
      ['A-t-on dépensé davantage en 2021 qu’en 2020 ?', 'soit combien de plus ?'],
      { operation: 'difference', value: 62 },
    ],
  ] as const)('are set %s', (_what, turns, figure) => {
    expect(converse(turns)).toMatchObject({ kind: 'programme', figure });
  });
});

describe('what an amount became', () => {
  it.each([
    [['PILAT : coût initial, coût actuel, ratio'], ['ratio', 123.5, 36.2]],
    [['le coût de PILAT a été multiplié par combien ?'], ['ratio', 123.5, 36.2]],
    [
      ['économies du Health Data Hub ?', 'par combien la prévision a-t-elle été divisée ?'],
      ['ratio', 54, 0.5],
    ],
  ])('is told as how many times it was: %j', (turns, made) => {
    expect(madeOf(turns)).toEqual(made);
  });

  it('is no part of the cost', () => {
    expect(madeOf(['coût de CFVR', 'quelle part du coût complet ?'])).not.toEqual(['share', 31.05, 30.85]);
  });

  it('is not asked where the less is divided by the more, which is reckoned as it is written', () => {
    expect(madeOf(['InSERRE : financement', '35/85,9'])).toEqual(['ratio', 35, 85.9]);
    expect(madeOf(['What did the fund pay for France Cloud?', '24.3 / 126?'], 'en')).toEqual(['ratio', 24.3, 126]);
    expect(madeOf(['InSERRE : financement', '35 millions divisés par 540 places'])).toEqual(['average', 35, 540]);
  });
});
