import { fold } from '../language/fold';
import { LOCALES } from '../language/locale';
import { wordsIn } from '../language/words';
import type { Grammar } from '../knowledge/grammar-schema';
import { type Problem, show } from './problem';

/** Phrases that stand twice in the same list, in one file or in both: one of the two does nothing, and misleads who edits it. */
export function repeatedPhrases(grammar: Grammar): readonly Problem[] {
  const firstPlaces = new Map<string, string>();
  return LOCALES.flatMap((locale) => {
    const file = `grammar/${locale}.json`;
    return phrasesIn(grammar[locale], '').flatMap(({ list, path, phrase }): readonly Problem[] => {
      const key = `${list} ${wordsIn(phrase).map(fold).join(' ')}`;
      const first = firstPlaces.get(key);
      if (first === undefined) {
        firstPlaces.set(key, `data/${file} : ${path}`);
        return [];
      }
      return [{ file, path, code: 'repeated', expected: first, found: show(phrase), line: null }];
    });
  });
}

interface Place {
  /** The list that holds it, whatever the language. */
  readonly list: string;
  readonly path: string;
  readonly phrase: string;
}

function phrasesIn(value: unknown, path: string): readonly Place[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      const at = `${path}[${index}]`;
      return typeof item === 'string' ? [{ list: path, path: at, phrase: item }] : phrasesIn(item, at);
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => phrasesIn(inner, path === '' ? key : `${path}.${key}`));
}
