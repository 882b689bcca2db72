import { EMPTY_FILTER, EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { slotsFor } from '../../../src/core/understanding/said';
import { compose } from '../../../src/core/understanding/compose';
import type { Decision } from '../../../src/core/understanding/decide';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied } from '../../../src/core/understanding/understand';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

/** What a message is taken for where so much is decided of it, and this was asked before. */
function takenFor(text: string, before: Question | null, decision: Partial<Decision> = {}): Question | undefined {
  const memory: Memory = { ...EMPTY_MEMORY, question: before, focus: before?.kind === 'fact' ? before.project : null };
  const { said } = studied(readQuestion(text, knowledge), memory, knowledge);
  const decided: Decision = { intent: 'list', reference: 'replace', fields: [], ...decision };
  return compose(decided, said, slotsFor(decided, said))?.question;
}

describe('bounds on an amount', () => {
  const before = takenFor('les projets de plus de 20 M€ d’aide', null, { reference: 'alone', fields: ['funding'] });

  it.each(['je voulais dire de coût', 'd’aide, non : de coût', 'je parlais du coût, pas de l’aide', 'non, de coût'])(
    'stay on the one that is meant instead: %s',
    (text) => {
      const amounts = before !== undefined && 'filter' in before ? before.filter.amounts : [];

      expect(amounts).toHaveLength(1);
      expect(takenFor(text, before ?? null, { fields: ['cost'] })).toMatchObject({
        kind: 'list',
        filter: { ...EMPTY_FILTER, amounts: [{ ...amounts[0], field: 'cost' }] },
      });
    },
  );

  it('go where the message says others', () => {
    expect(takenFor('non, de coût, plus de 30 M€', before ?? null, { fields: ['cost'] })).not.toMatchObject({
      filter: { amounts: [{ amount: 20 }] },
    });
  });
});

describe('the projects of many years', () => {
  it('hold the year that was told before', () => {
    const before: Question = {
      kind: 'list',
      filter: { ...EMPTY_FILTER, years: [2023] },
      sort: null,
      limit: null,
      found: [],
      show: [],
    };

    expect(takenFor('et depuis 2022 ?', before)).toHaveProperty(
      'filter.years',
      [2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030],
    );
  });
});
