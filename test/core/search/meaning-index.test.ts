import { meaningIndexInPieces } from '../../../src/core/search/meaning-index';
import { whole } from '../../../src/core/search/pieces';

const owned = (kind: 'project' | 'theme' | 'fact', id: string, stems: readonly string[]) => ({
  owner: { kind, id },
  id,
  fields: [{ weight: 1, stems }],
});
const index = whole(
  meaningIndexInPieces([
    owned('project', 'fourriere', ['voitur', 'fourrier', 'enlev', 'papi']),
    owned('theme', 'route', ['voitur', 'rout']),
    owned('fact', 'budget', ['argent', 'papi']),
  ]),
);

describe('what the words of a question mean together', () => {
  it('is the record that shares the most weight with them, of whatever kind', () => {
    const [best, second] = index.match(['voitur', 'enlev', 'hier', 'soir']);

    expect(best?.owner).toEqual({ kind: 'project', id: 'fourriere' });
    expect(best?.matched).toEqual(expect.arrayContaining(['voitur', 'enlev']));
    expect(best?.strength).toBeGreaterThan(second?.strength ?? Infinity);
  });

  it('counts words that no record holds for less than known ones, but for something', () => {
    const share = (stems: readonly string[]): number => index.match(stems)[0]?.coverage ?? 0;

    expect(share(['voitur', 'enlev'])).toBe(1);
    expect(share(['voitur', 'enlev', 'inconnu'])).toBeLessThan(1);
    expect(share(['enlev', 'inconnu'])).toBeGreaterThan(share(['enlev', 'argent']));
  });

  it('is nothing for words of no record', () => {
    expect(index.match(['absent'])).toEqual([]);
  });
});
