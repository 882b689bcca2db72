import { answerText } from '../../dialogs/text/answer-text';
import { nameOf } from '../../dialogs/text/project-text';
import type { Question } from '../../src/core/model/question';
import { baseWith, realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import { answerTo, computationOf, listOf } from './asked';
import { cardText } from './drawn-card';

const knowledge = realKnowledge();
const NOWHERE = { years: [1950] };
/** A base in which nobody publishes a cost, or two projects the same one. */
const without = baseWith((project) => ({ ...project, totalCostMEUR: null }));
const COSTS = new Map([
  ['mentor', 3],
  ['pilat', 3],
  ['inserre', 1],
]);
const level = baseWith((project) => ({ ...project, totalCostMEUR: COSTS.get(project.id) ?? null }));

const textOf = (question: Question, base = knowledge, locale: 'fr' | 'en' = 'fr'): string =>
  ordinarySpaces(answerText(answerTo(question, base, locale), base));
const headlineOf = (question: Question, base = knowledge): string => textOf(question, base).split('\n')[0] ?? '';

describe('a set of nothing', () => {
  it.each([
    ['a count', computationOf(NOWHERE)],
    ['a count by theme', computationOf(NOWHERE, { groupBy: 'theme' })],
    ['a count of those with a figure', computationOf({ ...NOWHERE, known: ['cost'] })],
    ['a sum', computationOf(NOWHERE, { operation: 'sum', field: 'cost' })],
    ['an extreme', computationOf(NOWHERE, { operation: 'max', field: 'cost', groupBy: 'ministry' })],
    ['a list', listOf(NOWHERE)],
    ['a ranking', listOf(NOWHERE, { sort: { field: 'cost', direction: 'descending' } })],
  ])('is called so: %s', (_, question) => {
    expect(textOf(question)).toMatch(/^Aucun projet de la base ne correspond \(.*1950.*\)\.$/m);
    expect(textOf(question, knowledge, 'en')).toMatch(/^No project in the base matches \(.*1950.*\)\.$/m);
  });

  it('is told beside the set that it is a part of', () => {
    const question = computationOf({
      years: [2018],
      amounts: [{ field: 'cost', min: 9000, max: null, includesBounds: true }],
    });

    expect(textOf(question)).toMatch(/^Aucun projet sur \d+ \(/);
  });

  it('is told beside the number of winners that was announced', () => {
    const empty = baseWith((project) => (project.call.number === 5 ? null : project));
    const text = textOf(computationOf({ calls: [{ number: 5, session: null, scheme: null }] }), empty);

    expect(text).toMatch(/^12 lauréats ont été annoncés .* ; la base n’en contient aucun\.$/);
  });
});

describe('a set of one', () => {
  const one = { among: ['lidar-hd'] };
  const base = baseWith((project) => (project.id === 'lidar-hd' ? { ...project, totalCostMEUR: 3 } : project));

  it.each([
    computationOf(one),
    computationOf(one, { operation: 'sum', field: 'cost' }),
    computationOf(one, { operation: 'average', field: 'savings' }),
    computationOf(one, { operation: 'max', field: 'cost' }),
    computationOf(one, { operation: 'sum', field: 'cost', groupBy: 'ministry' }),
    listOf(one),
    listOf(one, { sort: { field: 'cost', direction: 'descending' } }),
    listOf(one, { sort: { field: 'date', direction: 'descending' } }),
  ])('is one project and not "1 projets": %#', (question) => {
    expect(textOf(question, base)).not.toMatch(/\b1 (?:des|sur|projets)\b|les 1 |parmi 1\b|\b[01] des 1\b/);
    expect(textOf(question, base, 'en')).not.toMatch(/\b1 projects\b|\b1 of the 1\b|the 1 projects|out of 1\b/);
  });

  it('says that a sum is of a single project', () => {
    expect(textOf(computationOf(one, { operation: 'sum', field: 'cost' }), base)).toContain(
      'Total — coût total : 3 M€, sur un seul projet',
    );
  });

  it('says that the winner is alone to publish an amount', () => {
    const among = { among: ['lidar-hd', 'mentor'] };

    expect(textOf(computationOf(among, { operation: 'max', field: 'cost' }), base)).toContain(
      'C’est le seul montant publié, sur 2 projets.',
    );
  });

  it('is the last of a long list', () => {
    const answer = answerTo(listOf({ among: knowledge.projects.slice(0, 11).map(({ id }) => id) }), knowledge);

    expect(answerText(answer, knowledge, { from: 10 })).toMatch(/^Projet 11 sur 11/);
  });
});

describe('an extreme', () => {
  it.each([
    ['of projects', computationOf({}, { operation: 'max', field: 'cost' })],
    ['of parts', computationOf({}, { operation: 'max', field: 'cost', groupBy: 'ministry' })],
    ['of the least parts', computationOf({}, { operation: 'min', field: 'cost', groupBy: 'theme' })],
    ['as a ranking', listOf({}, { sort: { field: 'cost', direction: 'descending' }, limit: 3 })],
  ])('without any value names no winner: %s', (_, question) => {
    expect(headlineOf(question, without)).toBe(
      `Coût total : aucun montant n’est publié pour ces ${without.projects.length} projets.`,
    );
  });

  it('on which several are level names them all', () => {
    const [a, b, c] = [...COSTS.keys()].map((id) => nameOf(id, level));

    expect(headlineOf(computationOf({}, { operation: 'max', field: 'cost' }), level)).toBe(
      `Le montant le plus élevé — coût total : ${a} et ${b}, 3 M€ chacun.`,
    );
    expect(headlineOf(computationOf({}, { operation: 'min', field: 'cost' }), level)).toBe(
      `Le montant le plus faible — coût total : ${c}, 1 M€.`,
    );
  });

  it('names all the parts that are level', () => {
    const base = baseWith((project, index) =>
      index < 2 ? { ...project, themes: [index === 0 ? 'logement' : 'justice'], totalCostMEUR: 3 } : null,
    );

    expect(headlineOf(computationOf({}, { operation: 'max', field: 'cost', groupBy: 'theme' }), base)).toMatch(
      /^En tête : \S+ et \S+, 3 M€ chacun\.$/,
    );
  });

  it('gives those that were asked for after the first their own amounts', () => {
    const question = computationOf({}, { operation: 'max', field: 'cost', limit: 3 });
    const third = nameOf('inserre', level);

    expect(textOf(question, level)).toContain(`Viennent ensuite :\n- ${third} : 1 M€`);
    expect(cardText(answerTo(question, level), level)).toContain('Viennent ensuite :');
  });
});
