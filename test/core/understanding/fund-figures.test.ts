import { answerQuestion } from '../../../src/core/answering/answer-question';
import { EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { compose } from '../../../src/core/understanding/compose';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied } from '../../../src/core/understanding/understand';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
type OfFund = Question & { readonly kind: 'programme' };

/** What a message asks of the fund after the figures of these questions were told, the last of them last. */
function asked(message: string, ...told: readonly OfFund[]): Question | undefined {
  const [last = null, ...before] = [...told].reverse();
  const frame = (question: OfFund) => ({ question, shown: [], focus: null });
  const memory: Memory = { ...EMPTY_MEMORY, question: last, earlier: before.map(frame) };
  const { said } = studied(readQuestion(message, knowledge), memory, knowledge);
  const reference = last === null ? 'alone' : 'focus';
  return compose({ intent: 'programme', reference, fields: [] }, said)?.question;
}

/** A question on a figure, "appel1.requested". */
function on(...figures: readonly string[]): OfFund {
  const facts = [...new Set(figures.map((id) => id.slice(0, id.indexOf('.'))))];
  return { kind: 'programme', facts, figures };
}

it.each([
  ['Combien de dossiers déposés au premier appel ?', 'appel1.applications'],
  ['Combien demandaient les candidats du premier appel ?', 'appel1.requested'],
  ['Combien de candidats au deuxième appel ?', 'appel2.applications'],
  ['Combien de lauréats au deuxième appel ?', 'appel2.winners'],
  ['Combien le fonds a-t-il payé en 2020 ?', 'execution-annuelle.paid2020'],
  ['How much was requested at the first call?', 'appel1.requested'],
])('is the figure that is asked for: %s', (message, figure) => {
  expect(asked(message)).toMatchObject({ figures: [figure], isOfFigure: true });
});

it.each([
  ['Combien de dossiers au premier appel, et pour combien de lauréats ?'],
  ['Que dit la Cour des comptes du fonds ?'],
  ['Combien de candidats ont contesté le résultat du premier appel ?'],
])('is none where more is asked, or none is meant: %s', (message) => {
  expect(asked(message)).not.toHaveProperty('isOfFigure');
});

it('goes on with the same figure of another year', () => {
  expect(asked('et en 2020 ?', on('execution-annuelle.paid2021'))).toMatchObject({
    figures: ['execution-annuelle.paid2020'],
  });
});

it.each([
  ['ça fait quel pourcentage ?', ['appel1.requested', 'appel1.funding'], 'share', 'part', 0.152],
  ['soit quelle proportion de la demande', ['appel1.requested', 'appel1.funding'], 'share', 'part', 0.152],
  [
    'la différence entre les deux ?',
    ['execution-annuelle.paid2021', 'execution-annuelle.paid2020'],
    'difference',
    'MEUR',
    62,
  ],
  [
    'une hausse de combien de points ?',
    ['selectivite-2018.rate', 'taux-selection-2019.rate2019'],
    'difference',
    'points',
    40,
  ],
  [
    'il en reste combien ?',
    ['engagements-fin-2023.committed', 'engagements-fin-2023.envelope'],
    'difference',
    'MEUR',
    165,
  ],
  ['les deux ensemble ?', ['appel4.fundingSession1', 'appel4-session2.funding'], 'sum', 'MEUR', 252],
  ['au total ?', ['appel1.applications', 'appel2.applications'], 'sum', 'number', 183],
  ['what share is that?', ['appel1.requested', 'appel1.funding'], 'share', 'part', 0.152],
] as const)('computes with the figures told last: %s', (message, told, operation, unit, value) => {
  const question = asked(message, ...told.map((id) => on(id)));

  expect(question).toMatchObject({ kind: 'programme', operation });
  const { figure } = answerQuestion(question ?? on(), [], knowledge) as { readonly figure: { value: number } };
  expect(figure).toMatchObject({ operation, unit });
  expect(figure.value).toBeCloseTo(value, 3);
});

it('tells the earlier one first, in whatever order they were told', () => {
  expect(asked('l’écart ?', on('execution-annuelle.paid2021'), on('execution-annuelle.paid2020'))).toMatchObject({
    figures: ['execution-annuelle.paid2020', 'execution-annuelle.paid2021'],
  });
});

it('sets beside what was told the figure that is named, and beside what is aimed at what was reached', () => {
  expect(asked('à quel pourcentage de l’objectif ?', { kind: 'programme', facts: ['cour-2025'] })).toMatchObject({
    figures: ['cour-2025.savingsMEUR', 'cour-2025.savingsTarget'],
    operation: 'share',
  });
});

it('takes of both facts what the message names', () => {
  const told = [on('appel2.winners'), on('appel1.winners')];

  expect(asked('la différence de dossiers déposés entre les deux ?', ...told)).toMatchObject({
    figures: ['appel1.applications', 'appel2.applications'],
  });
});

it.each([
  ['ça fait quel pourcentage ?', 'appel1.funding', 'appel1.winners'],
  ['au total ?', 'selectivite-2018.rate', 'taux-selection-2019.rate2019'],
  ['et le taux de sélection ?', 'appel1.requested', 'appel1.funding'],
])('computes nothing of unlike figures, nor where something else is asked: %s', (message, ...told) => {
  expect(asked(message, ...told.map((id) => on(id)))).not.toHaveProperty('operation');
});
