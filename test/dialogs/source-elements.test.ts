import { sourceElements } from '../../dialogs/cards/view-elements';

describe('a source on a card', () => {
  it.each([
    [
      'a name that closes its bracket',
      'a\\](http://evil.example) [b',
      'https://ok.example/',
      /^\[a\\\\\\\]\(http:\/\/evil\.example\) \\\[b\]\(https:\/\/ok\.example\/\)$/,
    ],
    ['a name that ends with a backslash', 'a\\', 'https://ok.example/', /^\[a\\\\\]\(https/],
    ['an address with parentheses', 'a', 'https://ok.example/b_(c', /^\[a\]\(https:\/\/ok\.example\/b_%28c\)$/],
    [
      'an address with a quote and a bracket',
      'a',
      'https://ok.example/"><b c',
      /\(https:\/\/ok\.example\/%22%3E%3Cb%20c\)$/,
    ],
  ])('is one link, with %s', (_case, name, url, link) => {
    const [element] = sourceElements([{ name, url, date: null, supports: '' }], 1, 'fr', false);

    expect(element?.type === 'TextBlock' ? element.text : '').toMatch(link);
  });
});
