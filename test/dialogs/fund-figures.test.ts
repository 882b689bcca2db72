import { answerText } from '../../dialogs/text/answer-text';
import type { Locale } from '../../src/core/language/locale';
import { EMPTY_MEMORY, type FigureOperation, type Question } from '../../src/core/model/question';
import { respond, respondTo } from '../../src/core/respond';
import { realKnowledge } from '../core/knowledge';
import { plain } from '../plain-text';

const knowledge = realKnowledge();

function told(figures: readonly string[], operation?: FigureOperation, locale: Locale = 'fr'): string {
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
  [['appel1.funding', 'appel1.requested'], 'share', 'Part : 15,2 %, soit environ 15 %.'],
  [['cabinet-sig.consulting', 'cabinet-sig.funding'], 'share', 'Part : 2,3 %.'],
  [['execution-annuelle.paid2020', 'execution-annuelle.paid2021'], 'difference', 'Écart (+ 86,2 %) : 62 M€.'],
  [['cour-2025.savingsMEUR', 'cour-2025.savingsTarget'], 'difference', 'Écart : 1 661 M€.'],
  [['selectivite-2018.rate', 'taux-selection-2019.rate2019'], 'difference', 'Écart : 40 points.'],
  [['appel4.fundingSession1', 'appel4-session2.funding'], 'sum', 'Total : 252 M€.'],
  [['cour-2025.savingsMEUR', 'cour-2025.savingsTarget'], 'share', 'Part : 16,95 %, soit environ 17 %.'],
  [
    ['execution-annuelle.committed2020', 'execution-annuelle.available2020'],
    'share',
    'Part : 27,9 %, soit environ 28 %.',
  ],
  [['execution-annuelle.paid2019', 'execution-annuelle.paid2020'], 'average', 'En moyenne : 54,75 M€.'],
  [['appel4.fundingSession2', 'appel4.winnersSession2'], 'average', 'En moyenne : 5,89 M€.'],
  [
    [
      'execution-annuelle.committed2019',
      'execution-annuelle.committed2020',
      'execution-annuelle.paid2019',
      'execution-annuelle.paid2020',
    ],
    'difference',
    'Écart : 107,7 M€.',
  ],
] as const)('tells what is made of figures, and of which: %s', (figures, operation, first) => {
  const [headline, from = ''] = told(figures, operation).split('\n');

  expect(headline).toBe(first);
  expect(from).toMatch(/^Calculé à partir de : .+ ; .+\.$/u);
});

it('warns where the figures are not all of the fund alone', () => {
  const scopes = 'Attention : ces chiffres ne couvrent pas tous le même périmètre.';
  const paid = ['execution-annuelle.paid2020', 'execution-annuelle.paid2021'];

  expect(told([...paid, 'programme349-2022-2023.paidOfProgramme2022'], 'sum')).toContain(scopes);
  expect(told(paid, 'sum')).not.toContain(scopes);
});

it.each([
  ['5,4 M€ pour 235 564 comptes, ça fait combien par compte ?', 'En moyenne : 22,92 €.'],
  ['8,7 M€ divisé par 509', 'En moyenne : 17 092 €.'],
  ['339 sur 2000 ça fait quel %', 'Part : 16,95 %, soit environ 17 %.'],
  ['243 sur 800, en %', 'Part : 30,4 %, soit environ 30 %.'],
  ['5 divisé par 323', 'Rapport : 0,0155 (1,5 %).'],
])('tells what is made of the numbers of a message: %s', (text, first) => {
  const { answer } = respond({ text, locale: 'fr' }, EMPTY_MEMORY, knowledge);

  expect(plain(answerText(answer, knowledge)).split('\n')[0]).toBe(first);
});
