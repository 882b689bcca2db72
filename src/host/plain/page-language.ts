import { type Locale, LOCALES } from '../../core/language/locale';

/** French for whatever is no language of ours: a page in the wrong language is better than none. */
export function localeOf(asked: string | null): Locale {
  return LOCALES.find((known) => known === asked) ?? 'fr';
}
