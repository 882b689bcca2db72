import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('what is published or not', () => {
  const BY_COST = 'projets DGFiP par coût total décroissant';

  it.each([
    ['the amount spoken of', [BY_COST, 'les 4 sans montant c’est lesquels ?'], { unknown: ['cost'], known: [] }],
    [
      'what is said to be announced',
      ['Quels projets annoncent des économies, et combien chacun ?'],
      { known: ['savings'] },
    ],
    [
      'what is said to be announced, as a figure',
      ['quels projets annoncent un chiffre d’économies ?'],
      { known: ['savings'] },
    ],
    ['neither of two, one by the name of the fund', ['projets sans coût ni FTAP'], { unknown: ['cost', 'funding'] }],
  ])('is %s: %j', (_, turns, filter) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', filter });
  });

  it('is the amount spoken of in English too', () => {
    const turns = ['Which projects expect savings, and how much each?', 'only the ones with a published amount'];

    expect(converse(turns, 'en')).toMatchObject({ kind: 'list', total: 7, filter: { known: ['savings'] } });
  });

  it.each([
    [['Je prépare une note : quels projets de la DGFiP connaissez-vous, avec leur coût ?'], 11],
    [['Which projects expect savings?', 'only the ones with a published amount'], 7],
  ])('limits nothing more where it is not asked, or is so already: %j', (turns, total) => {
    expect(converse(turns, turns.length > 1 ? 'en' : 'fr')).toMatchObject({ kind: 'list', total });
  });
});

describe('the name of the fund beside a field', () => {
  it.each([
    [['projets IGN : coûts et FTAP'], { kind: 'list', show: ['cost', 'funding'] }],
    [['intelligence emploi : coût / FTAP'], { kind: 'fact', field: 'cost', also: [{ field: 'funding' }] }],
  ])('is its money: %j', (turns, answer) => {
    expect(converse(turns)).toMatchObject(answer);
  });

  it('is told once, though it stands for what is not published too', () => {
    expect(converse(['FICOBA 3 : coût et financement ?'])).toMatchObject({
      field: 'cost',
      also: [{ field: 'funding' }],
    });
  });
});
