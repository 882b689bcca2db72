import { whole } from '../../../src/core/search/pieces';
import { rankedIndexInPieces } from '../../../src/core/search/ranked-index';

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
const index = whole(rankedIndexInPieces(documents));

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

  it('finds nothing for nothing', () => {
    expect(index.search([])).toEqual([]);
    expect(index.search(['absent'])).toEqual([]);
  });
});
