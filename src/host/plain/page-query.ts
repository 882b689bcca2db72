import { type Locale, LOCALES } from '../../core/language/locale';

/**
 * The language asked for, or else the one that the reader's browser likes best of ours. French for whatever is no language of ours: a
 * page in the wrong language is better than none.
 */
export function localeOf(asked: string | null, acceptLanguage = ''): Locale {
  const [liked] = acceptLanguage
    .split(',')
    .map((item) => {
      const [tag = '', quality = ''] = item.split(';');
      const weight = /^\s*q=([01](?:\.\d{1,3})?)\s*$/u.exec(quality)?.[1];
      return { locale: knownLocale(tag.trim().slice(0, 2).toLowerCase()), weight: Number(weight ?? 1) };
    })
    .filter(({ locale, weight }) => locale !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return knownLocale(asked) ?? liked?.locale ?? 'fr';
}

/** The brain reads no more of a question. */
export const LONGEST_QUESTION = 500;

/** Control characters have no place in a question, nor in HTML. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

function knownLocale(asked: string | null): Locale | undefined {
  return LOCALES.find((known) => known === asked);
}
