import { createKnowledgeBase } from '../../src/core/loading/create-knowledge-base';
import fc from 'fast-check';
import { respond } from '../../src/core/respond';
import { parseMemory } from '../../src/core/model/parse-memory';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { realKnowledge, realRecords } from './knowledge';

const knowledge = realKnowledge();
const QUESTIONS = [
  'Quels projets concernent le logement ?',
  'et son coût ?',
  'Qui porte Mentor ?',
  'Les trois projets les plus chers',
  'le deuxième ?',
  'Compare Mentor et PILAT',
  'et en Occitanie ?',
  "C'est quoi le FTAP ?",
  'les autres',
  'seulement ceux de la Justice',
];

describe('no input whatever', () => {
  it('makes it throw', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.string({ unit: 'grapheme', maxLength: 100 }),
      fc.array(fc.constantFrom(...QUESTIONS.join(' ').split(' ')), { maxLength: 40 }).map((words) => words.join(' ')),
    );

    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.constantFrom(...QUESTIONS)), { minLength: 1, maxLength: 4 }),
        (turns) => {
          let memory = EMPTY_MEMORY;
          for (const text of turns) memory = respond({ text, locale: 'fr' }, memory, knowledge).memory;
          return true;
        },
      ),
      { numRuns: 300 },
    );
  });

  it('makes it remember what it cannot read back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...QUESTIONS), { minLength: 1, maxLength: 5 }), (turns) => {
        let memory = EMPTY_MEMORY;
        for (const text of turns) memory = respond({ text, locale: 'fr' }, memory, knowledge).memory;
        expect(parseMemory(JSON.parse(JSON.stringify(memory)), (id) => knowledge.projectById.has(id))).toEqual(memory);
      }),
      { numRuns: 100 },
    );
  });
});

it('begins afresh from a memory of another version, or of a project that is gone', () => {
  const { memory } = respond({ text: 'Qui porte Mentor ?', locale: 'fr' }, EMPTY_MEMORY, knowledge);

  expect(parseMemory({ ...memory, extra: 1 }, () => true)).toEqual(EMPTY_MEMORY);
  expect(parseMemory(memory, (id) => id !== 'mentor')).toEqual(EMPTY_MEMORY);
  expect(parseMemory('not a memory', () => true)).toEqual(EMPTY_MEMORY);
});

it('gives the same answers whatever the order of the records', () => {
  const records = realRecords();
  const reversed = createKnowledgeBase({
    projects: [...records.projects].reverse(),
    facts: [...records.facts].reverse(),
    calls: [...records.calls].reverse(),
    themes: [...records.themes].reverse(),
    organisations: [...records.organisations].reverse(),
    territories: [...records.territories].reverse(),
    beneficiaries: [...records.beneficiaries].reverse(),
    grammar: records.grammar,
    weights: records.weights,
  });
  for (const text of QUESTIONS) {
    const here = respond({ text, locale: 'fr' }, EMPTY_MEMORY, knowledge).answer;
    const there = respond({ text, locale: 'fr' }, EMPTY_MEMORY, reversed).answer;
    const withoutTrace = ({ why: _why, ...rest }: typeof here): unknown => rest;
    expect(withoutTrace(there)).toEqual(withoutTrace(here));
  }
});
