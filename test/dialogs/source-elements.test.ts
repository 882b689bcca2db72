import { sourceElements } from '../../dialogs/cards/source-elements';
import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { realKnowledge } from '../core/knowledge';

const { answer } = respond({ text: 'Quel financement pour Mentor ?', locale: 'fr' }, EMPTY_MEMORY, realKnowledge());

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
    const [, element] = sourceElements({ ...answer, sources: [{ name, url, date: null, supports: '' }] }, 'webchat');

    expect(element?.type === 'TextBlock' ? element.text : '').toMatch(link);
  });
});
