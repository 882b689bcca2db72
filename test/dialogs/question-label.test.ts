import { questionLabel } from '../../dialogs/text/question-label';
import type { Question } from '../../src/core/model/question';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { computationOf, listOf } from './asked';

const knowledge = realKnowledge();
const housing = { topics: [{ themes: ['logement'], beneficiaries: [], organisations: [] }] };
const justice = { carriers: ['ministere-justice'] };
const FACT: Question = { kind: 'fact', project: 'mentor', field: 'cost', also: [] };

describe('a question in a few words', () => {
  it.each<readonly [Question, string, string]>([
    [FACT, 'Mentor — coût total', 'Total cost of Mentor'],
    [{ ...FACT, also: ['carrier'] }, 'Mentor — coût total et porteur', 'Total cost and lead body of Mentor'],
    [{ ...FACT, project: 'inserre', field: 'summary' }, 'InSERRE — présentation', 'Overview of InSERRE'],
    [listOf(housing), 'Projets : logement', 'Projects: housing'],
    [listOf({}), 'Tous les projets', 'All projects'],
    [listOf(housing, { show: ['cost'] }), 'Coût total des projets : logement', 'Total cost of the projects: housing'],
    [listOf({ among: ['mentor', 'pilat'] }), 'Projets : Mentor et PILAT', 'Projects: Mentor and PILAT'],
    [
      listOf(housing, { sort: { field: 'cost', direction: 'descending' }, limit: 3 }),
      'Les 3 premiers projets par coût total décroissant : logement',
      'The first 3 projects by total cost, highest first: housing',
    ],
    [
      listOf({}, { sort: { field: 'date', direction: 'ascending' }, limit: 1 }),
      'Le premier projet du plus ancien au plus récent',
      'The first project oldest first',
    ],
    [computationOf(justice), 'Nombre de projets : Justice', 'Number of projects: Justice'],
    [computationOf({}, { groupBy: 'theme' }), 'Nombre de projets par thème', 'Number of projects by theme'],
    [
      computationOf({ ...housing, years: [2021] }, { operation: 'average', field: 'cost' }),
      'Moyenne, coût total : logement, 2021',
      'Average, total cost: housing, 2021',
    ],
    [
      computationOf({}, { operation: 'max', groupBy: 'ministry' }),
      'Le plus de projets par ministère',
      'The most projects by ministry',
    ],
    [
      { kind: 'compare', projects: ['mentor', 'pilat'], field: 'funding' },
      'Comparaison : Mentor et PILAT, financement FTAP',
      'Comparison: Mentor and PILAT, funding from the fund',
    ],
    [
      { kind: 'programme', facts: ['ftap-definition'] },
      'Le fonds : Qu’est-ce que le FTAP ?',
      'The fund: What is the FTAP?',
    ],
  ])('%#', (question, french, english) => {
    expect(ordinarySpaces(questionLabel(question, 'fr', knowledge))).toBe(french);
    expect(questionLabel(question, 'en', knowledge)).toBe(english);
  });

  it('is understood as that question when it is typed, whatever the name of the project begins with', () => {
    const facts = knowledge.projects.map(({ id }): Question => ({ ...FACT, project: id, field: 'savings' }));

    for (const question of facts) {
      const label = questionLabel(question, 'fr', knowledge);
      expect(label).toMatch(/ — économies attendues$/u);
      expect(createChat(knowledge).say(label).why.question).toEqual(question);
    }
  });
});
