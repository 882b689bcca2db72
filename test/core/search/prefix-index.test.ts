import fc from 'fast-check';
import { createPrefixIndex } from '../../../src/core/search/prefix-index';

const index = createPrefixIndex([['mentor', 'formation'], ['geoplateforme'], ['formulaire', 'meteo'], []]);

describe('the index of beginnings', () => {
  it.each([
    [['m'], [0, 2]],
    [
      ['me', 'form'],
      [0, 2],
    ],
    [['me', 'forma'], [0]],
    [['mentor'], [0]],
    [['mentors'], []],
    [['geo', 'me'], []],
    [['zz'], []],
    [[], []],
  ])('finds %j in the documents %j', (beginnings, positions) => {
    expect(index.search(beginnings)).toEqual(positions);
  });

  it('finds what a look at each word finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\uffff'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 12 }), fc.array(word), (documents, typed) => {
        const found = createPrefixIndex(documents).search(typed);

        expect(found).toEqual(
          [...documents.keys()].filter(
            (position) =>
              typed.length > 0 && typed.every((one) => documents[position]?.some((held) => held.startsWith(one))),
          ),
        );
      }),
    );
  });
});
