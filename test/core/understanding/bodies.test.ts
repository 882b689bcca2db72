import { answerText } from '../../../dialogs/text/answer-text';
import { EMPTY_FILTER } from '../../../src/core/model/question';
import { readQuestion } from '../../../src/core/understanding/reading';
import { bodyMeant } from '../../../src/core/understanding/talk/bodies';
import { plain } from '../../plain-text';
import { conversing, createChat } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

it.each([
  ["DHUP c'est quoi ce sigle ?", 'dhup'],
  ['la DGFiP ça veut dire quoi ?', 'dgfip'],
  ["t'as pas compris, DINSIC que veut dire ce sigle", 'dinsic'],
  ['what does DGDDI stand for?', 'dgddi'],
  ['c’est qui l’ASP ?', 'asp'],
  ['qui est la DINUM ?', 'dinum'],
  ['what is the DHUP?', 'dhup'],
])('what a body is called asks for its whole name: %s', (message, body) => {
  expect(bodyMeant(readQuestion(message, knowledge), knowledge)).toMatchObject({
    kind: 'list',
    filter: { ...EMPTY_FILTER, carriers: [body] },
  });
});

it.each([
  // Of the fund a fact tells it, and of a project its record.
  ['que veut dire FTAP ?'],
  ['CFVR ça veut dire quoi ?'],
  // A body that carries nothing is named by what is told of it.
  ['DITP ça veut dire quoi ?'],
  ['ça veut dire que la DINUM paie ?'],
  ['je veux dire la DGFiP, combien de projets ?'],
  ['projets portés par la DGFiP'],
])('anything else asks something else: %s', (message) => {
  expect(bodyMeant(readQuestion(message, knowledge), knowledge)).toBeNull();
});

it.each([
  [
    'la DHUP ça veut dire quoi ?',
    'DHUP : Direction de l’habitat, de l’urbanisme et des paysages (Ministère de la Tran',
  ],
  ['l’ASP ça veut dire quoi ?', 'ASP : Agence de services et de paiement\n'],
  ['CFVR', 'CFVR (ciblage de la fraude et valorisation des requêtes) — '],
])('the whole name comes first: %s', (message, name) => {
  const answer = createChat(knowledge).say(message);

  expect(plain(answerText(answer, knowledge)).slice(0, name.length)).toBe(name);
});

it('another example is of another project', () => {
  const chat = createChat(knowledge);
  const told = ['un exemple de projet', 'un autre exemple'].map((message) => chat.say(message));
  const projects = told.map((answer) => (answer.kind === 'fact' ? answer.project : null));

  expect(new Set(projects).size).toBe(2);
  expect(projects).not.toContain(null);
});

it('an example on something is what is best known of it', () => {
  const answer = createChat(knowledge).say('un exemple de projet sur le logement');
  const themes = answer.kind === 'fact' ? knowledge.projectById.get(answer.project)?.themes : [];

  expect(themes).toContain('logement');
});

it.each([
  ['projets avec une préfecture comme porteur', 'prefectures', 2],
  ['projets dont le porteur est une préfecture', 'prefectures', 2],
  ['quels projets ont la Justice pour porteur ?', 'ministere-justice', 7],
])('a body is the one that carries, said so around it: %s', (message, body, total) => {
  expect(createChat(knowledge).say(message)).toMatchObject({ kind: 'list', filter: { carriers: [body] }, total });
});

describe('whether a body received something', () => {
  it.each([
    ['est-ce que l’IGN a bénéficié du fonds ?', 25.1],
    ['est-ce que la DGFiP a bénéficié du fonds ?', 12.8],
  ])('is told by what its projects received: %s', (text, value) => {
    expect(converse([text])).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'funding', value });
  });
});

it('tells whom a project helps', () => {
  const turns = ['coût de 3D ?', 'et celui des douanes dont nous parlions, le 3D, il aide qui ?'];

  expect(converse(turns)).toMatchObject({ kind: 'fact', project: 'trois-d-douane', field: 'beneficiaries' });
});

it('gives an example of what is asked of it', () => {
  expect(converse(['un exemple de projet avec son coût ?'])).toMatchObject({ kind: 'fact', field: 'cost' });
  expect(
    converse(['différence entre financement FTAP et coût total ?', 'un exemple où les deux sont publiés']),
  ).toMatchObject({ kind: 'fact' });
});
