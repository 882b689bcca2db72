import { answerText } from '../../dialogs/text/answer-text';
import type { Locale } from '../../src/core/language/locale';
import { EMPTY_MEMORY, type Question } from '../../src/core/model/question';
import { respondTo } from '../../src/core/respond';
import { realKnowledge } from '../core/knowledge';
import { plain } from '../plain-text';

const knowledge = realKnowledge();

function told(figures: readonly string[], operation?: 'difference' | 'share' | 'sum', locale: Locale = 'fr'): string {
  const facts = [...new Set(figures.map((id) => id.slice(0, id.indexOf('.'))))];
  const question: Question = {
    kind: 'programme',
    facts,
    figures: [...figures],
    ...(operation === undefined ? { isOfFigure: true } : { operation }),
  };
  return plain(answerText(respondTo(question, locale, EMPTY_MEMORY, knowledge).answer, knowledge));
}

it('tells the figure that is asked for before the fact that holds it', () => {
  expect(told(['appel1.requested'])).toMatch(
    /^827 M€ demandés au fonds par les candidats du premier appel\.\nLe premier appel a retenu/u,
  );
  expect(told(['appel1.requested'], undefined, 'en')).toMatch(/^€827 million requested from the fund/u);
});

it.each([
  [['appel1.funding', 'appel1.requested'], 'share', 'Part : 15 %.'],
  [['cabinet-sig.consulting', 'cabinet-sig.funding'], 'share', 'Part : 2,3 %.'],
  [['execution-annuelle.paid2020', 'execution-annuelle.paid2021'], 'difference', 'Écart (+ 86,2 %) : 62 M€.'],
  [['cour-2025.savingsMEUR', 'cour-2025.savingsTarget'], 'difference', 'Écart : 1 661 M€.'],
  [['selectivite-2018.rate', 'taux-selection-2019.rate2019'], 'difference', 'Écart : 40 points.'],
  [['appel4.fundingSession1', 'appel4-session2.funding'], 'sum', 'Total : 252 M€.'],
] as const)('tells what is made of figures, and of which: %s', (figures, operation, first) => {
  const [headline, from = ''] = told(figures, operation).split('\n');

  expect(headline).toBe(first);
  expect(from).toMatch(/^Calculé à partir de : .+ ; .+\.$/u);
});
