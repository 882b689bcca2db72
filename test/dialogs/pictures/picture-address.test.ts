import { pictureAddress, readPictureName } from '../../../dialogs/pictures/picture-address';
import { EMPTY_FILTER, type Filter, type Question } from '../../../src/core/model/question';

const question: Question = {
  kind: 'aggregate',
  operation: 'sum',
  field: 'funding',
  filter: EMPTY_FILTER,
  limit: 1,
  groupBy: 'ministry',
};
const onHousing: Filter = {
  ...EMPTY_FILTER,
  topics: [{ themes: ['logement'], beneficiaries: [], organisations: [] }],
};
const nameOf = (value: unknown): string => `${Buffer.from(JSON.stringify(value)).toString('base64url')}.svg`;

describe('the address of a picture', () => {
  it('gives its question back', () => {
    const [, name = '', locale] = /^\/pictures\/([^?]*)\?lang=(.*)$/.exec(pictureAddress(question, 'en') ?? '') ?? [];

    expect(locale).toBe('en');
    expect(readPictureName(name)).toEqual(question);
  });

  it('is none when it would be too long to travel', () => {
    const among = Array.from({ length: 100 }, (_, index) => `un-projet-parmi-d-autres-${index}`);

    expect(pictureAddress({ ...question, filter: { ...EMPTY_FILTER, among } }, 'fr')).toBeNull();
  });

  it('is none when it would be refused', () => {
    expect(pictureAddress({ ...question, groupBy: 'asked', sides: [onHousing, onHousing] }, 'fr')).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no extension', nameOf(question).slice(0, -4)],
    ['another extension', nameOf(question).replace('.svg', '.png')],
    ['a folder', `../${nameOf(question)}`],
    ['no base64url', `${JSON.stringify(question)}.svg`],
    ['no JSON', `${Buffer.from('{').toString('base64url')}.svg`],
    ['no question', nameOf({ kind: 'aggregate' })],
    ['a key too many', nameOf({ ...question, extra: 1 })],
    ['an impossible limit', nameOf({ ...question, limit: -1 })],
    ['an impossible month', nameOf({ ...question, filter: { ...EMPTY_FILTER, months: [13] } })],
    ['an impossible year', nameOf({ ...question, filter: { ...EMPTY_FILTER, years: [1e300] } })],
    [
      'an amount that would fill the title',
      nameOf({
        ...question,
        filter: { ...EMPTY_FILTER, amounts: [{ field: 'cost', min: 1e300, max: null, includesBounds: true }] },
      }),
    ],
    [
      'a call without number',
      nameOf({ ...question, filter: { ...EMPTY_FILTER, calls: [{ number: null, session: null, scheme: null }] } }),
    ],
    ['the same set twice side by side', nameOf({ ...question, groupBy: 'asked', sides: [onHousing, onHousing] })],
    ['sets side by side that are not said', nameOf({ ...question, groupBy: 'asked' })],
    ['sets where none stand side by side', nameOf({ ...question, sides: [onHousing, EMPTY_FILTER] })],
    [
      'an impossible year in one of two sets',
      nameOf({ ...question, groupBy: 'asked', sides: [onHousing, { ...EMPTY_FILTER, years: [1e300] }] }),
    ],
    ['too long a text', `${'a'.repeat(2000)}.svg`],
  ])('is refused with %s', (_case, name) => {
    expect(readPictureName(name)).toBeNull();
  });
});
