import { answerQuestion } from '../../../src/core/answering/answer-question';
import { EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { compose } from '../../../src/core/understanding/compose';
import { figuresAsked } from '../../../src/core/understanding/fund/fund-figures';
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

/** A question that a fact was told to. */
function about(fact: string): OfFund {
  return { kind: 'programme', facts: [fact] };
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

it('is known by its own words before those that it shares, and is another one than was just told', () => {
  const asks = (message: string, fact: string, ...before: readonly string[]) => {
    const reading = readQuestion(message, knowledge);
    return figuresAsked(reading, fact, before, reading.years, knowledge);
  };

  expect(asks('seconde session 2020 : combien pour le lidar ?', 'appel4-session2')).toEqual([
    'appel4-session2.fundingLidar',
  ]);
  expect(asks('combien de crédits votés de 2018 à 2024 d’après la Cour des comptes ?', 'cour-2025')).toEqual([
    'cour-2025.voted',
  ]);
  expect(asks('sur une enveloppe de combien ?', 'engagements-fin-2023', 'engagements-fin-2023.committed')).toEqual([
    'engagements-fin-2023.envelope',
  ]);
  expect(asks('4e appel, montant de la session 1', 'appel4')).toEqual(['appel4.fundingSession1']);
  expect(asks('dont la procédure pénale numérique ?', 'appel5', 'appel5.funding')).toEqual([
    'appel5.criminalProcedureFunding',
  ]);
});

it('computes with the figures that the message quotes', () => {
  const told = { kind: 'programme', facts: ['sous-consommation'] } as const;

  expect(asked('l’écart entre les 251 prévus et les 122 consommés ?', told)).toMatchObject({
    operation: 'difference',
    figures: ['sous-consommation.planned', 'sous-consommation.spent'],
  });
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
  const answer = answerQuestion(question ?? on(), [], knowledge);
  const figure = answer.kind === 'programme' ? answer.figure : null;
  expect(figure).toMatchObject({ operation, unit });
  expect(figure?.value).toBeCloseTo(value, 3);
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

it.each([
  ['ça fait combien par lauréat ?', 'appel1', 'average', ['appel1.funding', 'appel1.winners']],
  ['par projet ?', 'enveloppe-revue', 'average', ['enveloppe-revue.funding', 'enveloppe-revue.projects']],
  ['how much per winner?', 'appel2', 'average', ['appel2.funding', 'appel2.winners']],
  [
    'il restait combien ?',
    'engagements-fin-2023',
    'difference',
    ['engagements-fin-2023.committed', 'engagements-fin-2023.envelope'],
  ],
])('computes with two figures of what one fact tells: %s', (message, fact, operation, figures) => {
  expect(asked(message, { kind: 'programme', facts: [fact] })).toMatchObject({ operation, figures, facts: [fact] });
});

it('computes with two figures that are quoted, wherever they were told', () => {
  expect(asked('764 divisé par 126, ça fait combien ?')).toMatchObject({
    operation: 'average',
    figures: ['enveloppe-revue.funding', 'enveloppe-revue.projects'],
  });
  expect(asked('enveloppe de 780, accordés 764, il reste combien ?')).toMatchObject({
    operation: 'difference',
    facts: ['enveloppe-revue'],
  });
  expect(asked('12 divisé par 5, ça fait combien ?')).not.toHaveProperty('operation');
  expect(asked('la somme du 2 et du 4')).not.toHaveProperty('operation');
});

it.each([
  ['il restait combien ?', 'appel1'],
  ['combien par département ?', 'appel1'],
  ['ça fait combien par lauréat ?', 'criteres'],
])('computes nothing where a fact does not hold the two: %s', (message, fact) => {
  expect(asked(message, { kind: 'programme', facts: [fact] })).not.toHaveProperty('operation');
});

it.each([
  ['total payé 2019-2021', [], 'sum', ['paid2019', 'paid2020', 'paid2021']],
  ['la somme engagée en 2019 et 2021', [], 'sum', ['committed2019', 'committed2021']],
  [
    'total de 2019 à 2021 ?',
    ['execution-annuelle.committed2021'],
    'sum',
    ['committed2019', 'committed2020', 'committed2021'],
  ],
  ['faites la somme des paiements', ['execution-annuelle'], 'sum', ['paid2019', 'paid2020', 'paid2021']],
  ['le total des trois années', ['execution-annuelle'], 'sum', ['paid2019', 'paid2020', 'paid2021']],
  ['vous pouvez additionner ?', ['execution-annuelle'], 'sum', ['paid2019', 'paid2020', 'paid2021']],
  ['et la moyenne annuelle 2019-2021 ?', ['execution-annuelle'], 'average', ['paid2019', 'paid2020', 'paid2021']],
  ['taux d’engagement 2020', [], 'share', ['committed2020', 'available2020']],
  ['il restait combien à engager en 2019 ?', ['execution-annuelle'], 'difference', ['committed2019', 'available2019']],
  ['engagements moins paiements en 2021', [], 'difference', ['committed2021', 'paid2021']],
  [
    'engagements moins paiements cumulés 2019-2020',
    [],
    'difference',
    ['committed2019', 'committed2020', 'paid2019', 'paid2020'],
  ],
  ['commitment rate in 2019?', [], 'share', ['committed2019', 'available2019']],
  ['65,3 sur 419,9', ['execution-annuelle'], 'share', ['committed2019', 'available2019']],
] as const)(
  'is computed of one thing at several times, of two at one time: %s',
  (message, told, operation, figures) => {
    const ids = figures.map((key) => `execution-annuelle.${key}`);
    const before = told.map((id): OfFund => (id.includes('.') ? { ...on(id), isOfFigure: true } : about(id)));

    expect(asked(message, ...before)).toMatchObject({ operation, figures: ids, facts: ['execution-annuelle'] });
  },
);

it('takes each year from where it is told, of the whole programme too', () => {
  expect(asked('total payé 2021-2023')).toMatchObject({
    facts: ['execution-annuelle', 'programme349-2022-2023'],
    figures: [
      'execution-annuelle.paid2021',
      'programme349-2022-2023.paidOfProgramme2022',
      'programme349-2022-2023.paidOfProgramme2023',
    ],
  });
  expect(asked('total payé 2017-2019')).not.toHaveProperty('operation');
  // What is a part of another is not added to it.
  expect(asked('le total', about('bilan-2018'))).not.toHaveProperty('operation');
});

it.each([
  [
    'la 2e session aussi',
    ['appel4.fundingSession1', 'appel4.winnersSession1'],
    'average',
    ['appel4.fundingSession2', 'appel4.winnersSession2'],
  ],
  [
    'et pour l’autre session ?',
    ['appel4.fundingSession1', 'appel4.winnersSession1'],
    'average',
    ['appel4.fundingSession2', 'appel4.winnersSession2'],
  ],
  [
    'et pour 2019 ?',
    ['execution-annuelle.committed2020', 'execution-annuelle.available2020'],
    'share',
    ['execution-annuelle.committed2019', 'execution-annuelle.available2019'],
  ],
  [
    'avec 2021 en plus',
    ['execution-annuelle.paid2019', 'execution-annuelle.paid2020'],
    'sum',
    ['execution-annuelle.paid2019', 'execution-annuelle.paid2020', 'execution-annuelle.paid2021'],
  ],
] as const)('goes on with the same computation elsewhere: %s', (message, told, operation, figures) => {
  expect(asked(message, { ...on(...told), operation })).toMatchObject({ operation, figures });
});

it('is the same again, or made otherwise of the same figures', () => {
  const sum = { ...on('execution-annuelle.paid2019', 'execution-annuelle.paid2020'), operation: 'sum' } as const;

  expect(asked('vous pouvez pas additionner ?', sum)).toEqual(sum);
  expect(asked('et en moyenne ?', sum)).toEqual({ ...sum, operation: 'average' });
  expect(asked('et la différence ?', sum)).toEqual({ ...sum, operation: 'difference' });
});

it('computes for another call the rate that was told of one', () => {
  expect(asked('et pour le deuxième ?', { ...on('taux-selection.rate'), isOfFigure: true })).toMatchObject({
    operation: 'share',
    figures: ['appel2.winners', 'appel2.applications'],
  });
  expect(asked('et combien de dossiers au deuxième ?', on('taux-selection.rate'))).not.toHaveProperty('operation');
  expect(asked('taux de sélection du premier appel')).not.toHaveProperty('operation');
});

it.each(['total payé', 'total 2019-2021', 'pourquoi le total payé 2019-2021 ?', 'total payé à Mentor 2019-2021'])(
  'is none where no series, or something else, is asked for: %s',
  (message) => {
    expect(asked(message)).not.toHaveProperty('operation');
  },
);

it('is not named by the words of a call', () => {
  const reading = readQuestion('combien a donné le deuxième appel à projets ?', knowledge);

  expect(figuresAsked(reading, 'appel2', [], [], knowledge)).not.toEqual(['appel2.projectsCost']);
});

it('goes on from two calls that were told together as from two', () => {
  const both: OfFund = { kind: 'programme', facts: ['appel1', 'appel2'] };
  expect(asked('la différence ?', both)).toMatchObject({
    operation: 'difference',
    figures: ['appel1.funding', 'appel2.funding'],
  });
});

it('takes what is left of the first part and whole that a fact tells', () => {
  expect(asked('donc il reste combien ?', about('enveloppe-initiale'), about('part-depensee'))).toMatchObject({
    operation: 'difference',
    figures: ['part-depensee.spent', 'part-depensee.voted'],
  });
});
