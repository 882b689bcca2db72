import type { Locale } from '../../core/language/locale';

/** Where the pages of projects are, and the list of them all. */
export const PROJECTS_PATH = '/projets';

/** The address of a project's page on this server. An id needs no escaping: small letters, digits and hyphens. */
export function projectPath(id: string, locale: Locale): string {
  return `${PROJECTS_PATH}/${id}${locale === 'fr' ? '' : `?lang=${locale}`}`;
}

/** The address of the list of projects, narrowed as `query` says; not yet escaped for HTML. */
export function indexPath(locale: Locale, query: Readonly<Record<string, string>> = {}): string {
  const written = new URLSearchParams({ ...query, ...(locale === 'fr' ? {} : { lang: locale }) }).toString();
  return `${PROJECTS_PATH}${written === '' ? '' : `?${written}`}`;
}
