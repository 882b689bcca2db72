import { readFileSync } from 'node:fs';
import {
  compareTold,
  type Expectation,
  expectedOf,
  goldenFile,
  holds,
  restsOf,
  type Told,
} from '../../../src/core/editing/golden';
import { EMPTY_MEMORY } from '../../../src/core/model/question';
import { respond } from '../../../src/core/respond';
import { realKnowledge } from '../../core/knowledge';

const knowledge = realKnowledge();
const { questions } = goldenFile.parse(JSON.parse(readFileSync('data/golden.json', 'utf8')));

it('answers every question of data/golden.json as is known to be right', () => {
  const broken = questions.flatMap(({ question, locale, expect: expected }) => {
    const rests = restsOf(respond({ text: question, locale }, EMPTY_MEMORY, knowledge).answer);
    return holds(expected, rests) ? [] : [{ question, expected, rests }];
  });

  expect(questions.length).toBeGreaterThanOrEqual(280);
  expect(broken).toEqual([]);
});

it('has questions of every kind of answer, in both languages', () => {
  const kinds = new Set(questions.map(({ expect: { kind } }) => kind));

  expect([...kinds].sort()).toEqual([
    'aggregate',
    'clarify',
    'compare',
    'fact',
    'list',
    'programme',
    'smalltalk',
    'unknown',
  ]);
  expect(questions.filter(({ locale }) => locale === 'en').length).toBeGreaterThan(10);
});

describe('a set that is known to be right', () => {
  const list: Expectation = { kind: 'list', projects: ['a', 'b'], total: 2 };

  it('may gain a project or two, since the base grows; what lost its limits gains more', () => {
    expect(holds(list, { kind: 'list', projects: ['a', 'b', 'c'], total: 3 })).toBe(true);
    expect(holds(list, { kind: 'list', projects: ['a', 'b', 'c', 'd', 'e'], total: 5 })).toBe(false);
    expect(holds({ kind: 'aggregate', total: 66 }, { kind: 'aggregate', projects: ['a'], total: 70 })).toBe(true);
  });

  it('may lose none', () => {
    expect(holds(list, { kind: 'list', projects: ['a', 'c'], total: 2 })).toBe(false);
    expect(holds(list, { kind: 'list', projects: ['a'], total: 1 })).toBe(false);
  });

  it('begins with the same where it is ranked', () => {
    const ranked: Expectation = { ...list, field: 'cost' };
    expect(holds(ranked, { ...ranked, projects: ['a', 'c'] })).toBe(true);
    expect(holds(ranked, { ...ranked, projects: ['b', 'a'] })).toBe(false);
  });

  it('is kept by its number alone where it is long', () => {
    const projects = Array.from({ length: 13 }, (_, at) => `p${at}`);
    expect(expectedOf({ kind: 'list', projects, total: 13 })).toEqual({ kind: 'list', total: 13 });
    expect(expectedOf(list)).toEqual(list);
  });
});

describe('an answer that changed', () => {
  const fact = (project: string, text = 'Voici.'): Told => ({
    rests: { kind: 'fact', projects: [project], field: 'cost' },
    text,
  });
  const none: Told = { rests: { kind: 'unknown', reason: 'out-of-scope' }, text: 'Je ne sais pas.' };

  it.each([
    ['the same', fact('mentor'), fact('mentor'), fact('mentor').rests, 'same'],
    ['better', fact('pilat'), fact('mentor'), fact('mentor').rests, 'better'],
    ['worse', fact('mentor'), fact('pilat'), fact('mentor').rests, 'worse'],
    ['worse', fact('mentor'), none, fact('mentor').rests, 'worse'],
    ['different: another figure', fact('mentor'), fact('mentor', 'Et là ?'), fact('mentor').rests, 'different'],
    ['different: nobody said what is right', fact('mentor'), fact('pilat', 'Et là ?'), null, 'different'],
    ['answered', none, fact('mentor'), null, 'answered'],
    ['lost', fact('mentor'), none, null, 'lost'],
  ] as const)('is %s', (_, before, after, expected, verdict) => {
    expect(compareTold(before, after, expected)).toBe(verdict);
  });
});
