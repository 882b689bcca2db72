import type { Locale } from '../language/locale';

/**
 * What a search box and an order to follow leave unsaid: before "2018", "FTAP 2" or "second call" it asks for the projects, not for what the fund
 * did.
 */
export const PROJECTS: Readonly<Record<Locale, string>> = { fr: 'projets', en: 'projects' };
