import { EMPTY_MEMORY, type Memory } from '../../../src/core/model/question';
import { compose } from '../../../src/core/understanding/compose';
import type { Decision } from '../../../src/core/understanding/decide';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied } from '../../../src/core/understanding/understand';
import { createChat } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

/** What a message on the fund is taken for after this fact was told. */
function after(fact: string, message: string, reference: Decision['reference']) {
  const memory: Memory = { ...EMPTY_MEMORY, question: { kind: 'programme', facts: [fact] } };
  const { said } = studied(readQuestion(message, knowledge), memory, knowledge);
  return compose({ intent: 'programme', reference, fields: [] }, said);
}

it.each([
  ['depenses-personnel', 'et du matériel, des PC ?', 'achat-materiel'],
  ['cour-2025', 'et le ministère, il a répondu ?', 'cour-reponse-ministere'],
  ['seuils', 'et qui y a droit ?', 'qui-peut-candidater'],
  ['retards-abandons', 'lesquels ont été abandonnés, les noms ?', 'abandons-noms'],
])('after « %s », « %s » asks for another fact', (told, message, expected) => {
  expect(after(told, message, 'focus')?.question).toMatchObject({ facts: [expected] });
});

it('tells again what was told to who asks for a word of it', () => {
  expect(after('depenses-personnel', 'combien pour le personnel en 2021 ?', 'focus')?.question).toMatchObject({
    facts: ['depenses-personnel'],
  });
});

it('says what else may have been meant, the likeliest first, and never what it tells', () => {
  const { question, others = [] } = after('cour-2025', 'et le ministère ?', 'focus') ?? {};
  const probabilities = others.map(({ probability }) => probability);

  expect(others[0]?.question).toEqual({ kind: 'programme', facts: ['cour-reponse-ministere'] });
  expect(others.map((other) => other.question)).not.toContainEqual(question);
  expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
  expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeLessThan(1);
});

it.each([
  ['sous-consommation', 'pourquoi ?', 'sous-consommation-cause'],
  ['part-depensee', 'pourquoi le reste dort ?', 'sous-consommation-cause'],
  ['total-projets', 'pourquoi vous en avez moins dans votre base ?', 'base-couverture'],
  ['retour-investissement', 'pourquoi lit-on aussi 1,5 ?', 'rendement-deux-calculs'],
  // Of these no fact tells the cause.
  ['secteurs-peu-aides', 'pourquoi eux ?', 'secteurs-peu-aides'],
  ['rendement-deux-calculs', 'pourquoi deux valeurs ?', 'rendement-deux-calculs'],
  ['emplois', 'c’est prouvé ?', 'emplois'],
])('the cause of « %s », asked by « %s », is told by %s', (told, message, expected) => {
  expect(after(told, message, 'explain')?.question).toMatchObject({ facts: [expected] });
});

it.each([
  ['les 700 millions ont-ils tous été dépensés ?', 'part-depensee'],
  ['la dépense année par année', 'execution-annuelle'],
  ['d’où vient l’argent du fonds ?', 'enveloppe-initiale'],
  ['qui contrôle les dépenses du fonds ?', 'cour-2025'],
])('« %s » asks for %s, and for no neighbour of it', (message, expected) => {
  expect(createChat(knowledge, 'fr').say(message)).toMatchObject({ kind: 'programme', facts: [expected] });
});
