import { accessibilityStatement } from '../../messages/plain/accessibility';
import type { Route } from '../http/route';
import { said } from './html-text';
import { ACCESSIBILITY_PATH, type ShowPage } from './plain-page';
import { textParts } from './text-parts';

/** `/accessibilite`: the accessibility statement, in French with a summary in English. */
export function createAccessibilityRoute(show: ShowPage, contact: string | undefined): Route {
  const { title, parts, english } = accessibilityStatement(contact);
  const main = [
    `      <h1>${said(title, 'fr')}</h1>`,
    ...textParts(parts, 'fr'),
    '      <section lang="en">',
    ...textParts([english], 'en'),
    '      </section>',
  ].join('\n');
  return {
    method: 'GET',
    path: ACCESSIBILITY_PATH,
    answer: () => Promise.resolve(show({ locale: 'fr', title, skip: null, top: '', main })),
  };
}
