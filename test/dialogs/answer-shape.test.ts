import type { CardElement } from '../../dialogs/cards/adaptive-card';
import { drawnCard } from './drawn-card';
import { answerTo, computationOf, listOf } from './asked';
import { createChat } from '../core/chat';
import { realKnowledge } from '../core/knowledge';
import { ordinarySpaces } from '../plain-text';
import type { Answer } from '../../src/core/model/answer';

const knowledge = realKnowledge();

/** What is read on a card before anything is pressed, in the order in which it stands. */
function seen(answer: Answer): readonly string[] {
  const read = (element: CardElement): readonly string[] => {
    switch (element.type) {
      case 'TextBlock':
        return [element.text];
      case 'Container':
        return element.items.flatMap(read);
      case 'ColumnSet':
        return element.columns.flatMap(({ items }) => items.flatMap(read));
      case 'Table':
        return element.rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items.flatMap(read)));
      case 'ActionSet':
        return element.actions.map(({ title = '' }) => title);
      default:
        return [];
    }
  };
  return (drawnCard(answer, knowledge)?.body ?? []).flatMap(read).map(ordinarySpaces);
}

const wordsIn = (texts: readonly string[]): number =>
  texts
    .join(' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;

describe('the answer to a question on one figure', () => {
  const facts = knowledge.projects.flatMap(({ id }) =>
    (['savings', 'funding', 'cost'] as const).map((field) =>
      answerTo({ kind: 'fact', project: id, field, also: [] }, knowledge),
    ),
  );

  it('begins with the figure, and is read in sixty words', () => {
    const long = facts.flatMap((answer) => {
      const texts = seen(answer);
      const isFigure = answer.kind === 'fact' && answer.isPublished;
      const isFirst = !isFigure || /^(au moins )?\d[\d ,]* M€$/u.test(texts[0] ?? '');
      return wordsIn(texts) <= 60 && isFirst ? [] : [`${wordsIn(texts)} words: ${texts.join(' / ')}`];
    });

    expect(long).toEqual([]);
  });

  it('unfolds its sources, their number on the button, and the whole record', () => {
    const texts = seen(createChat(knowledge).say('economie geoplateforme'));

    expect(texts.slice(0, 2)).toEqual([
      '3,6 M€',
      'Géoplateforme — économies attendues sur 4 ans, économies égales à l’investissement annoncé',
    ]);
    expect(texts).toEqual(expect.arrayContaining(['2 sources', 'Fiche complète']));
  });
});

describe('a list', () => {
  it('tells the amount that was asked about, the date where several are meant, else the body', () => {
    const bounded = seen(
      answerTo(listOf({ amounts: [{ field: 'funding', min: 20, max: null, includesBounds: true }] }), knowledge),
    );
    const dated = seen(answerTo(listOf({ years: [2018, 2019] }), knowledge));
    const plain = seen(answerTo(listOf({ carriers: ['ministere-justice'] }), knowledge));

    expect(bounded).toContain('35 M€');
    expect(dated.join('\n')).toMatch(/\n(?:\d+ )?\p{L}+ 201[89]\n/u);
    expect(plain).toContain('Ministère de la Justice');
    expect(plain.slice(2).join('\n')).not.toContain('porteur');
  });

  it('counts one project as one', () => {
    expect(seen(answerTo(computationOf({ among: ['mentor'] }), knowledge))[0]).toBe('1 projet');
  });
});

describe('a table', () => {
  it.each([
    ['a comparison', answerTo({ kind: 'compare', projects: ['mentor', 'pilat'], field: null }, knowledge)],
    [
      'several fields',
      answerTo({ kind: 'fact', project: 'geoplateforme', field: 'cost', also: ['funding'] }, knowledge),
    ],
    ['the figures of the fund', answerTo(computationOf({}, { operation: 'sum', field: 'savings' }), knowledge)],
  ])('names each of its columns: %s', (_what, answer) => {
    expect(JSON.stringify(drawnCard(answer, knowledge))).toContain('"type":"Table"');
    expect(JSON.stringify(drawnCard(answer, knowledge))).not.toContain('"text":""');
  });
});

it('sets the colon of what offers the guides', () => {
  expect(JSON.stringify(drawnCard(createChat(knowledge).say('aide'), knowledge))).toContain('guider\u00a0:');
});

describe('a computation', () => {
  it('tells the figure, over how many of how many, and folds what is missing', () => {
    const texts = seen(answerTo(computationOf({}, { operation: 'sum', field: 'funding' }), knowledge));

    expect(texts[0]).toMatch(/^au moins [\d ,]+ M€$/u);
    expect(texts[1]).toMatch(/sur \d+ des 68 projets/u);
    expect(texts).toContainEqual(expect.stringMatching(/^Sans montant publié \(\d+\)$/u));
    expect(wordsIn(texts)).toBeLessThanOrEqual(60);
  });

  it('of the savings of all begins with what the sources say of the whole fund', () => {
    const texts = seen(answerTo(computationOf({}, { operation: 'sum', field: 'savings' }), knowledge));

    expect(texts[0]).toBe('339 M€');
    expect(texts[1]).toContain('Cour des comptes');
    expect(texts).toContain('2 autres chiffres');
  });
});
