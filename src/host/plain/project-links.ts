import type { Locale } from '../../core/language/locale';

/** Where the pages of projects are. */
export const PROJECTS_PATH = '/projets';

/** The address of a project's page on this server. An id needs no escaping: small letters, digits and hyphens. */
export function projectPath(id: string, locale: Locale): string {
  return `${PROJECTS_PATH}/${id}${locale === 'fr' ? '' : `?lang=${locale}`}`;
}
