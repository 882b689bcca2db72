import { createRankedIndex } from '../../../src/core/search/ranked-index';

const documents = [
  {
    id: 'b',
    fields: [
      { weight: 3, stems: ['prison', 'emploi'] },
      { weight: 1, stems: ['justice'] },
    ],
  },
  { id: 'a', fields: [{ weight: 1, stems: ['prison', 'justice', 'tablette'] }] },
  { id: 'c', fields: [{ weight: 1, stems: ['impot'] }] },
];
const index = createRankedIndex(documents);

describe('ranked index', () => {
  it('puts first what holds more and rarer words in heavier fields', () => {
    expect(index.search(['prison', 'emploi']).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('says how much of the question a document explains', () => {
    const [best] = index.search(['tablette', 'inconnu']);

    expect(best?.id).toBe('a');
    expect(best?.coverage).toBeGreaterThan(0);
    expect(best?.coverage).toBeLessThan(0.5);
    expect(index.search(['tablette'])[0]?.coverage).toBe(1);
  });

  it('looks only at the documents asked for, whichever way is less work', () => {
    const many = createRankedIndex(
      Array.from({ length: 500 }, (_, i) => ({
        id: `d${i}`,
        fields: [{ weight: 1, stems: ['commun', i % 2 === 0 ? 'pair' : 'impair', `n${i}`] }],
      })),
    );
    const everyThird = Array.from({ length: 166 }, (_, i) => i * 3);

    expect(many.search(['n3', 'impair'], [1, 2, 3]).map(({ id }) => id)).toEqual(['d3', 'd1']);
    expect(many.search(['commun', 'pair'], everyThird).every(({ position }) => position % 3 === 0)).toBe(true);
    expect(many.search(['commun']).length).toBeGreaterThan(0);
    expect(many.search(['n4'])).toHaveLength(1);
  });

  it('finds nothing for nothing', () => {
    expect(index.search([])).toEqual([]);
    expect(index.search(['absent'])).toEqual([]);
  });
});
