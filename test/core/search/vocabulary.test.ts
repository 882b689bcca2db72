import { createVocabulary, editDistance } from '../../../src/core/search/vocabulary';
import { realLanguage } from '../knowledge';

const WORDS = [
  'geoplateforme',
  'logement',
  'fonctionnaires',
  'transition',
  'ecologique',
  'justice',
  'montreuil',
  'pilat',
  'ned',
];
const vocabulary = createVocabulary(WORDS, realLanguage());

describe('correction', () => {
  it.each([
    ['geoplatforme', 'geoplateforme'],
    ['fonctionaires', 'fonctionnaires'],
    ['transision', 'transition'],
    ['justcie', 'justice'],
    ['pilta', 'pilat'],
  ])('reads "%s" as "%s"', (typed, meant) => {
    expect(vocabulary.correct(typed, false)).toBe(meant);
  });

  it.each([
    ['logements', 'an inflection of a known word'],
    ['demain', 'a word of everyday language'],
    ['nde', 'a short word, which may be an acronym'],
    ['2019', 'a number'],
    ['zzzzzzzz', 'a word like no other'],
    ['a'.repeat(400), 'no word at all'],
  ])('leaves "%.20s" alone: %s', (typed) => {
    expect(vocabulary.correct(typed, false)).toBeNull();
  });

  it('is stricter with a name, which may be of something that the data lacks', () => {
    expect(vocabulary.correct('montreal', false)).toBe('montreuil');
    expect(vocabulary.correct('montreal', true)).toBeNull();
  });
});

describe('a beginning', () => {
  const named = createVocabulary(WORDS, realLanguage(), new Set(['geoplateforme', 'histologe']));

  it('is the only name that begins so', () => {
    expect(named.correct('geoplat', true)).toBe('geoplateforme');
  });

  it.each([
    ['geopla', 'less than half of the name'],
    ['histo', 'too short'],
  ])('"%s" is none: %s', (typed) => {
    expect(named.correct(typed, false)).toBeNull();
  });

  it('is none of two names', () => {
    const two = createVocabulary(WORDS, realLanguage(), new Set(['inserjeunes', 'inserjet']));

    expect(two.correct('inserj', false)).toBeNull();
  });
});

it('counts a swap of neighbours as one edit', () => {
  expect(editDistance('justcie', 'justice', 3)).toBe(1);
  expect(editDistance('abc', 'xyz', 2)).toBeNull();
});
