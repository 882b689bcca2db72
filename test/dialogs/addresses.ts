import type { Addresses } from '../../dialogs/addresses';

/** Addresses that say what they lead to. */
export const ADDRESSES: Addresses = {
  picture: (question, locale) => `https://assistant.test/pictures/${question.kind}.svg?lang=${locale}`,
  project: (id, locale) => `https://assistant.test/projets/${id}${locale === 'fr' ? '' : `?lang=${locale}`}`,
  csv: (question, locale) => `https://assistant.test/take-away/csv-${question.kind}?lang=${locale}`,
  note: (projects, locale, format) =>
    `https://assistant.test/take-away/note-${projects.join('+')}-${format}?lang=${locale}`,
};
