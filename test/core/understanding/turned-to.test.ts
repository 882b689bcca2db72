import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[], locale: 'fr' | 'en' = 'fr'): string => {
  const answer = converse(turns, locale);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

it('an ordinal in English is a place, and no fraction', () => {
  expect(converse(['which projects got the most', 'and the third?'], 'en')).toMatchObject({
    kind: 'fact',
    project: 'si-pac',
    field: 'funding',
  });
});

it('a place in an order by date asks for the date', () => {
  expect(converse(['les projets les plus anciens', 'et le quatrième ?'])).toMatchObject({
    kind: 'fact',
    field: 'date',
  });
});

it('the years before those told are asked for', () => {
  const years = [2018, 2019, 2020];
  expect(converse(['quels projets en 2021 ?', 'et avant ?'])).toMatchObject({ kind: 'list', filter: { years } });
  expect(converse(['which projects in 2021?', 'and before?'], 'en')).toMatchObject({ kind: 'list', filter: { years } });
});

it('what nobody is left of is said of the set spoken of', () => {
  const turns = ['projets du ministère de la culture', 'lesquels ont un coût connu ?', 'et ceux sans ?'];
  expect(converse(turns)).toMatchObject({ kind: 'list', total: 0, verdict: null });
});

it.each([
  [['projets de la DGFiP', 'ils ont aussi des projets en retard ?'], 'dgfip'],
  [['projets portés par le ministère de la Justice', 'ils ont des projets en retard ?'], 'ministere-justice'],
])('they are those of the body spoken of: %j', (turns, carrier) => {
  expect(converse(turns)).toMatchObject({
    kind: 'list',
    filter: { carriers: [carrier], disputes: [{ field: 'status', way: 'later' }] },
  });
});

it('parts that are put in an order are told themselves', () => {
  expect(converse(['les ministères classés par nombre de projets'])).toMatchObject({ groupBy: 'ministry' });
  expect(converse(['ministries ranked by number of projects'], 'en')).toMatchObject({ groupBy: 'ministry' });
});

it('another body is put beside the one whose total was told', () => {
  expect(converse(['DINUM : combien d’argent ?', 'c’est plus que la DGFiP ?'])).toMatchObject({
    kind: 'aggregate',
    groupBy: 'asked',
    field: 'funding',
  });
});

it('what two rankings hold in common is no shorter ranking', () => {
  expect(converse(['top 3 des coûts', 'top 3 des aides', 'un projet dans les deux ?'])).toMatchObject({ total: 0 });
  expect(converse(['top 10 des coûts', 'top 10 des aides', 'lesquels sont dans les deux ?'])).toMatchObject({
    total: 4,
  });
});

it('one that is the only one on what is said has its own amount told', () => {
  const turns = ['quels projets utilisent l’IA ?', 'lequel est le plus cher ?', 'et pour les hôpitaux ?'];
  expect(converse(turns)).toMatchObject({ kind: 'fact', project: 'health-data-hub', field: 'cost' });
});

it.each([
  ['pourriez-vous me montrer la suite ?', 'fr'],
  ['Pouvez-vous afficher la suite, s’il vous plaît ?', 'fr'],
  ['Vous n’affichez que dix noms. Pourriez-vous me montrer la suite ?', 'fr'],
  ['could you show me the rest, please?', 'en'],
] as const)('more of a list may be asked for politely: %s', (message, locale) => {
  expect(converse(['projets de la DGFiP', message], locale)).toMatchObject({ kind: 'list', projects: ['rocsp'] });
});

it('the millions of a place are money, and those of visits are none', () => {
  const part = converse(['Quelle part des 55 millions de Donchery représenteraient 35 millions ?']);
  expect(part).toMatchObject({
    reckoned: [{ operation: 'share', terms: [{ value: 35, unit: 'MEUR' }, { value: 55 }] }],
  });
  const each = converse(['29 millions de visites pour 1,9 million d’euros, combien par visite ?']);
  expect(each).toMatchObject({ reckoned: [{ terms: [{ unit: 'MEUR' }, { value: 29_000_000, unit: 'number' }] }] });
});

it('so much for each is no claim of the whole amount', () => {
  const turns = ['Combien a reçu le bracelet anti-rapprochement ?', 'Combien de bracelets ont été déployés ?'];
  const answer = converse([...turns, 'Cela fait donc 8 700 euros par bracelet disponible, si je compte bien ?']);
  expect(answer).toMatchObject({ kind: 'fact', verdict: null });
});

it('a year alone after the years of the fund has its own figure told first', () => {
  expect(told(['combien le fonds a dépensé par an', 'et 2021 ?'])).toMatch(/^133,9 M€ payés par le fonds en 2021/);
});

it('who pays for a project is asked in English as well', () => {
  expect(converse(['who pays for Mentor?'], 'en')).toMatchObject({ kind: 'fact', project: 'mentor', field: 'funding' });
});

it('who pays late is asked of the status', () => {
  expect(converse(['LiDAR HD, quel coût ?', 'qui paie en retard ?'])).toMatchObject({ kind: 'fact', field: 'status' });
});

it('all of them are more than were just told', () => {
  const turns = ['les projets impôts', 'seulement ceux de plus de 10 M€', 'et moins de 10 ?', 'tous'];
  expect(converse(turns)).toMatchObject({ kind: 'list', total: 11, filter: { amounts: [] } });
});

it('the lesser of two is spoken of where it is asked for', () => {
  expect(told(['PILAT ou LiDAR HD, lequel est moins cher ?'])).toMatch(/LiDAR HD : 63,5 M€ de moins que PILAT/);
  expect(told(['who is cheaper, PILAT or LiDAR HD?'], 'en')).toMatch(/LiDAR HD: €63.5 million less than PILAT/);
});
