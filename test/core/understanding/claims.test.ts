import { answerQuestion } from '../../../src/core/answering/answer-question';
import type { Verdict } from '../../../src/core/model/answer';
import type { AmountField } from '../../../src/core/model/project-fields';
import { EMPTY_FILTER, type Filter, onlyThese, type Question } from '../../../src/core/model/question';
import type { Field } from '../../../src/core/model/records';
import { verdictOn } from '../../../src/core/understanding/claims';
import { readQuestion } from '../../../src/core/understanding/reading';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const IGN: Filter = { ...EMPTY_FILTER, carriers: ['ign'] };

/** What is said of the answer to a question, whatever the question was taken from. */
function verdict(text: string, question: Question): Verdict | null {
  return verdictOn(answerQuestion(question, [], knowledge), readQuestion(text, knowledge), knowledge);
}

type Told = Exclude<Field, 'sources'>;

const fact = (project: string, field: Told, ...also: readonly Told[]): Question => ({
  kind: 'fact',
  project,
  field,
  also,
});

const computed = (
  operation: 'sum' | 'average' | 'max' | 'count',
  filter: Filter = IGN,
  field: AmountField = 'cost',
): Question => ({
  kind: 'aggregate',
  operation,
  field: operation === 'count' ? null : field,
  filter,
  limit: 1,
  groupBy: null,
});

const received = (body: string): Question => computed('sum', { ...EMPTY_FILTER, carriers: [body] }, 'funding');

const carried = (body: string): Question => computed('count', { ...EMPTY_FILTER, carriers: [body] });

const compared = (field: AmountField, ...projects: readonly string[]): Question => ({
  kind: 'compare',
  projects,
  field,
});

describe('what a message claims of the answer', () => {
  it.each([
    // LiDAR HD costs 60 M€, and got 21.5.
    ['LiDAR HD coûte 60 M€, vrai ?', fact('lidar-hd', 'cost'), true],
    ['LiDAR HD coûte bien plus de 70 M€ ?', fact('lidar-hd', 'cost'), false],
    ['est-ce que LiDAR HD coûte moins de 70 M€ ?', fact('lidar-hd', 'cost'), true],
    ["c'est vrai que LiDAR HD coûte 50 M€ ?", fact('lidar-hd', 'cost'), false],
    ['le LiDAR HD a eu 24 M€, non ?', fact('lidar-hd', 'funding'), false],
    ['le LiDAR HD a eu autour de 22 M€', fact('lidar-hd', 'funding'), true],
    // Of the fund's 30 M€, not of the savings.
    ['la PFRA est dans toutes les régions ?', fact('pfra-etendue', 'territory'), false],
    ['Foncier innovant est dans toute la France ?', fact('foncier-innovant', 'territory'), null],
    ['donc 30 millions pour 0,5 d’économies ?', fact('health-data-hub', 'savings'), null],
    ['donc 40 millions d’économies ?', fact('health-data-hub', 'savings'), false],
    // 28 839 999 euros
    ['SI PAC : 28,8 M€', fact('si-pac', 'funding'), true],
    ['SI PAC : 28 800 000 euros', fact('si-pac', 'funding'), true],
    ['SI PAC : 29,2 M€', fact('si-pac', 'funding'), false],
    ['annoncé le 12 novembre 2018', fact('mentor', 'date'), true],
    ['annoncé le 14 novembre 2018', fact('mentor', 'date'), false],
    ['Mentor annoncé le 12 novembre 2018, n’est-ce pas ?', fact('mentor', 'date'), true],
    ['Mentor annoncé le 14 novembre 2018, pas vrai ?', fact('mentor', 'date'), false],
    ['annoncé en juin 2018 ?', fact('mentor', 'date'), false],
    ['annoncé en novembre 2018 ?', fact('mentor', 'date'), true],
    ['Mentor, lauréat en 2018 ?', fact('mentor', 'date'), true],
    ['Mentor, lauréat du 3e appel ?', fact('mentor', 'call'), false],
    ['LiDAR HD, lauréat de la session 2 du 4e appel ?', fact('lidar-hd', 'call'), true],
    ['LiDAR HD, lauréat de la session 1 du 4e appel ?', fact('lidar-hd', 'call'), false],
    ['Mentor annoncé en novembre 2018 avec 9 M€ ?', fact('mentor', 'date', 'funding'), false],
    ['Mentor annoncé en novembre 2018 avec 5,4 M€ ?', fact('mentor', 'date', 'funding'), true],
    ['à eux deux, 81,5 M€ ?', computed('sum'), true],
    ['leur coût total dépasse 100 M€ ?', computed('sum'), false],
    ['le plus cher, c’est LiDAR HD ?', computed('max'), true],
    ['le plus cher, c’est la Géoplateforme ?', computed('max'), false],
    ['ils sont bien deux ?', computed('count'), true],
    ['l’IGN porte 3 projets ?', computed('count'), false],
    // "Plus de 30 M€"
    ['HDH, plus de 30 M€ ?', fact('health-data-hub', 'funding'), true],
    ['HDH, plus de 25 M€ ?', fact('health-data-hub', 'funding'), true],
    ['HDH, 50 M€ ?', fact('health-data-hub', 'funding'), 'at-least'],
    ['HDH, exactement 30 M€ ?', fact('health-data-hub', 'funding'), 'at-least'],
    ['HDH, moins de 40 M€ ?', fact('health-data-hub', 'funding'), 'at-least'],
    ['HDH, 20 M€ ?', fact('health-data-hub', 'funding'), false],
    ['HDH, moins de 25 M€ ?', fact('health-data-hub', 'funding'), false],
    // 12.8 M€ of two projects, nine others without a figure
    ['la DGFiP a reçu 30 M€ ?', received('dgfip'), 'incomplete'],
    ['la DGFiP a reçu plus de 30 M€ ?', received('dgfip'), 'incomplete'],
    ['la DGFiP a reçu moins de 30 M€ ?', received('dgfip'), 'incomplete'],
    ['la DGFiP a reçu 12,8 M€ ?', received('dgfip'), true],
    ['la DGFiP a reçu plus de 10 M€ ?', received('dgfip'), true],
    ['la DGFiP a reçu 10 M€ ?', received('dgfip'), false],
    ['la DGFiP a reçu moins de 10 M€ ?', received('dgfip'), false],
    // All amounts are published, of which one is a minimum.
    [
      'HDH et LiDAR HD ont reçu 60 M€ ?',
      computed('sum', onlyThese(['health-data-hub', 'lidar-hd']), 'funding'),
      'incomplete',
    ],
    // First 36.2, then 41.43 and 50 of another source, 123.5 today
    ['PILAT coûte bien 123,5 M€ ?', fact('pilat', 'cost'), 'retained'],
    ['PILAT a coûté 36 M€', fact('pilat', 'cost'), 'other-value'],
    ['PILAT a coûté 70 M€', fact('pilat', 'cost'), false],
    ['PILAT a coûté plus de 30 M€', fact('pilat', 'cost'), true],
    // "5 M€ (estimation de départ)", then 11
    ['RECE a coûté 5 M€', fact('rece-etat-civil', 'cost'), 'other-value'],
    // The disagreement is on how long the 12.4 M€ are to last.
    ['PFL a reçu 12,4 M€ ?', fact('parcours-flexible-licence', 'funding'), true],
    ['Mentor économise 2,3 M€ par an ?', fact('mentor', 'savings'), false],
    ['Mentor économise 2,3 M€ sur 4 ans ?', fact('mentor', 'savings'), true],
    ['Mentor a coûté 5,4 M€ ?', fact('mentor', 'cost'), 'funding'],
    ['la Géoplateforme a coûté 3,6 M€ ?', fact('geoplateforme', 'cost'), 'funding'],
    ['NRP a reçu 33,58 M€ ?', fact('nrp-dgfip', 'funding'), 'cost'],
    ['Mentor est porté par la DGAFP ?', fact('mentor', 'carrier'), true],
    ['InSERRE est porté par le ministère de la Justice ?', fact('inserre', 'carrier'), true],
    ['Mentor est porté par la DINUM ?', fact('mentor', 'carrier'), false],
    ['la DINUM est partenaire de la TNCP ?', fact('tncp', 'partners'), true],
    ['l’IGN est partenaire de la TNCP ?', fact('tncp', 'partners'), 'not-said'],
    ['l’ONF est dans LiDAR HD ?', fact('lidar-hd', 'carrier', 'partners'), true],
    ['InSERRE est dans le Grand Est ?', fact('inserre', 'territory'), true],
    ['InSERRE se fait en Bretagne ?', fact('inserre', 'territory'), false],
    // All of France but Guyane
    ['LiDAR HD couvre la Bretagne ?', fact('lidar-hd', 'territory'), true],
    ['LiDAR HD couvre la Guyane ?', fact('lidar-hd', 'territory'), false],
    ['Trackdéchets est un projet d’IA ?', fact('trackdechets', 'themes'), 'not-said'],
    ['Trackdéchets, c’est du numérique ?', fact('trackdechets', 'themes'), true],
    ['SI PAC de la DGFiP : 28,8 M€ ?', fact('si-pac', 'funding', 'carrier'), false],
    ['Mentor a reçu plus que CFVR ?', compared('funding', 'mentor', 'cfvr'), true],
    ['CFVR a reçu plus que Mentor ?', compared('funding', 'cfvr', 'mentor'), false],
    // At least 30 M€ against 35, and against 21.5
    ['HDH a reçu plus que InSERRE ?', compared('funding', 'health-data-hub', 'inserre'), 'at-least'],
    ['InSERRE a reçu plus que HDH ?', compared('funding', 'inserre', 'health-data-hub'), 'at-least'],
    ['HDH a reçu plus que LiDAR HD ?', compared('funding', 'health-data-hub', 'lidar-hd'), true],
    ['CFVR coûte moins cher que PILAT ?', compared('cost', 'cfvr', 'pilat'), true],
    // 123.5 against 121.66 M€; it was to cost 36.2
    ['PILAT est plus cher que PPN ?', compared('cost', 'pilat', 'procedure-penale-numerique'), 'retained'],
    ['PPN est plus cher que PILAT ?', compared('cost', 'procedure-penale-numerique', 'pilat'), 'other-value'],
    ['la DGFiP porte plus de 10 projets ?', carried('dgfip'), true],
    ['la DGFiP porte plus de 11 projets ?', carried('dgfip'), false],
    ['la DGFiP porte moins de 10 projets ?', carried('dgfip'), false],
  ])('%s is borne out or not', (text, question, expected) => {
    expect(verdict(text, question)).toBe(expected);
  });

  it.each([
    ['an amount that is not told', 'Mentor annoncé en novembre 2018 avec 5,4 M€ ?', fact('mentor', 'date')],
    ['a body', 'SI PAC de la DGFiP : 28,8 M€ ?', fact('si-pac', 'funding')],
    ['an open question', 'combien coûte LiDAR HD, 60 M€ ?', fact('lidar-hd', 'cost')],
    ['a question on which one', 'quel est le coût de LiDAR HD, 60 M€ ?', fact('lidar-hd', 'cost')],
    ['a question on the source', "d'où viennent les 60 M€ de LiDAR HD ?", fact('lidar-hd', 'cost')],
    ['a denial', 'LiDAR HD ne coûte pas 60 M€ ?', fact('lidar-hd', 'cost')],
    ['what confines', "LiDAR HD n'a coûté que 60 M€ ?", fact('lidar-hd', 'cost')],
    ['what is nearly so', 'SI PAC : 28,9 M€', fact('si-pac', 'funding')],
    ['savings over months', 'Mentor économise 2,3 M€ en six mois ?', fact('mentor', 'savings')],
    ['savings of last year', 'Mentor a économisé 2,3 M€ l’année dernière ?', fact('mentor', 'savings')],
    ['a date', "annoncés le 2 novembre 2018 par l'IGN ?", computed('count')],
    ['a number that is no amount', 'LiDAR HD, le coût avant 14 h ?', fact('lidar-hd', 'cost')],
    ['what is near to one source', 'la Géoplateforme coûte 21 M€ ?', fact('geoplateforme', 'cost')],
    ['an amount that no source gives', 'Mentor coûte 2 M€ ?', fact('mentor', 'cost')],
    ['a date that no source gives', 'Trackdéchets, retenu en 2022 ?', fact('trackdechets', 'date')],
    ['what lies in the region told', 'InSERRE est dans les Ardennes ?', fact('inserre', 'territory')],
    ['a place of which nothing is known', 'SI PAC est en Occitanie ?', fact('si-pac', 'territory')],
    ['one alone', 'InserJeunes, c’est la Depp toute seule ?', fact('inserjeunes', 'carrier')],
    ['words that found the project', 'un sujet sur les violences ?', fact('bracelet-anti-rapprochement', 'themes')],
    ['a comparison that says no order', 'Mentor et CFVR, pareil ?', compared('funding', 'mentor', 'cfvr')],
    ['how many are meant', 'le coût des 2 réunis ?', computed('sum')],
    ['what is left out', 'le plus cher, à part LiDAR HD ?', computed('max')],
    [
      'a limit',
      'le total de ceux à plus de 30 M€',
      computed('sum', { ...IGN, amounts: [{ field: 'cost', min: 30, max: null, includesBounds: false }] }),
    ],
  ])('is nothing in %s', (_what, text, question) => {
    expect(verdict(text, question)).toBeNull();
  });

  it('is not borne out by an amount alone, where a text is asked for as well', () => {
    expect(verdict('France Cloud, 24,3 millions, ça marche ?', fact('france-cloud', 'status', 'funding'))).toBeNull();
    expect(verdict('France Cloud, 24,3 millions ?', fact('france-cloud', 'funding'))).toBe(true);
  });
});
