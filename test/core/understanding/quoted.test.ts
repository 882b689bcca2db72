import { answerText } from '../../../dialogs/text/answer-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const answering = conversing(knowledge);

/** The question that the last turn was understood as, and what is told. */
function told(...turns: readonly string[]) {
  const answer = answering(turns);
  if (answer === undefined) throw new Error('no turn');
  return { question: answer.why.question, text: answerText(answer, knowledge).replaceAll('\u00a0', ' ') };
}

it.each([
  ['combien a coûté PILAT ?', 'et les 123,5, ça sort d’où ?', 'pilat', 'cost'],
  ['quels projets ont reçu plus de 20 millions ?', 'd’où viennent les 35 ?', 'inserre', 'funding'],
  ['quels projets ont reçu plus de 20 millions ?', '27,7 c’est attesté par qui', 'identite-numerique', 'funding'],
  ['combien a coûté PILAT ?', 'et les 36,2, ça sort d’où ?', 'pilat', 'cost'],
  ['numérique en détention, combien ?', 'quelle est la source des 125', 'numerique-en-detention', 'cost'],
  ['compare lidar hd et ocs ge', 'et 18,6, source ?', 'ocs-ge', 'cost'],
  [
    'Intelligence emploi, quelles économies ?',
    'sur quoi vous fondez-vous pour les 64 M€ ?',
    'intelligence-emploi',
    'cost',
  ],
  ['les économies du fonds', 'qui dit 15,5 M pour business france', 'business-france-attractivite', 'savings'],
])('%s, then %s: the sources of the amount that it is', (before, message, project, field) => {
  expect(told(before, message).question).toEqual({ kind: 'fact', project, field: 'sources', also: [field] });
});

it.each([
  ['top 5 des projets les plus aidés', '30 c’est exact ou c’est un minimum ?', 'health-data-hub', 'funding'],
  ['foncier innovant, financement', '24, 30 ou 12 ?', 'foncier-innovant', 'cost'],
  ['c’est quoi le Health Data Hub', 'HDH c’est 30 ou plus de 30 ?', 'health-data-hub', 'funding'],
  ['les projets de l’IGN', 'la geoplateforme : 3,6 ou 21,5 ? je lis les deux', 'geoplateforme', 'funding'],
  ['data mining impots combien', '5 ou 31 ? faut savoir', 'cfvr', 'funding'],
  ['somme des financements à la justice', 'et les 24,2 ?', 'procedure-penale-numerique', 'funding'],
  ['rocsp coute combien', '57 c’est vérifié ?', 'rocsp', 'cost'],
])('%s, then %s: the amount, with where its sources differ', (before, message, project, field) => {
  expect(told(before, message).question).toMatchObject({ kind: 'fact', project, field });
});

it.each([
  ['que dit la cour des comptes', 'd’où vient le chiffre de 687', 'retour-investissement.spent'],
  ['que dit la cour des comptes', 'le ratio de 0,53 c’est qui qui le dit', 'rendement-deux-calculs.fullCostRatio'],
  ['premier appel à projets, combien', '122 c’est quoi comme chiffre ?', 'appel1.applications'],
  ['premier appel à projets, combien', 'les 2310, source ?', 'appel1.projectsCost'],
])('%s, then %s: the figure of the fund', (before, message, figure) => {
  expect(told(before, message).question).toMatchObject({ kind: 'programme', figures: [figure], isOfFigure: true });
});

it('both sides where two figures of the fund are weighed, with what backs them', () => {
  const { question, text } = told('combien de projets le fonds a-t-il financés ?', '149 ou 144, qui dit quoi ?');
  expect(question).toMatchObject({ kind: 'programme', facts: ['total-projets'] });
  expect(text).toContain('149 (vie-publique.fr) ; 144 (Fondation iFRAP)');
  expect(text).toMatch(/\d sources :\n- /);
});

it('a number that nothing holds is told to be so, and no other fact', () => {
  const { question, text } = told('identité numérique, aide et coût', 'd’où vient le 99,9 ?');
  expect(question).toEqual({ kind: 'unknown', reason: 'no-such-figure', name: '99,9' });
  expect(text).toContain('Je ne trouve pas 99,9 dans ce que je viens de dire, ni dans la base');
});

it.each([
  ['quels projets ont reçu plus de 20 M€ ?', 'et plus de 30 ?', 'list'],
  ['top 5 des projets les plus aidés', 'et 10 ?', 'list'],
  ['projets de 2019', 'et 2018 ?', 'list'],
  ['bonjour', 'qui a reçu plus de 25 millions ?', 'list'],
  ['que dit la cour des comptes', '800 sur 1100 ?', 'programme'],
])('%s, then %s asks for no figure that was told', (before, message, kind) => {
  const { question } = told(before, message);
  expect(question.kind).toBe(kind);
  expect(question).not.toHaveProperty('isOfFigure');
});
