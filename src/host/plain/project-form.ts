import { escapeHtml } from '../../../dialogs/exports/html-document';
import { groupName } from '../../../dialogs/text/filter-text';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import type { ProjectDimension } from '../../messages/fr/projects';
import { projectsMessagesFor } from '../../messages/messages-for';
import { said } from './html-text';
import { type Criteria, DIMENSIONS, MOST_CHARACTERS, NAMES, ORDER_NAMES, postingsOf } from './project-criteria';
import { PROJECTS_PATH } from './project-links';

/** The form of the list, filled in with what was chosen. */
export function criteriaForm({ words, limits, order }: Criteria, locale: Locale, knowledge: KnowledgeBase): string {
  const chosen = DIMENSIONS.map((dimension) => selectOf(dimension, limits[dimension], locale, knowledge)).join('\n');
  const kept =
    order === null ? '' : `\n        <input type="hidden" name="${NAMES.order}" value="${ORDER_NAMES[order]}" />`;
  return wordsForm(locale, words, `${chosen}${kept}`);
}

/** The form that looks for projects by words, alone or with `more`. */
export function wordsForm(locale: Locale, written = '', more = ''): string {
  const words = projectsMessagesFor(locale);
  return `      <form class="criteria" action="${PROJECTS_PATH}" method="get" role="search" aria-label="${said(words.formLabel, locale)}">
        <p class="words"><label for="mots">${said(words.words, locale)}</label>
          <input class="field" id="mots" name="${NAMES.words}" type="search" value="${escapeHtml(written)}" maxlength="${MOST_CHARACTERS}" autocomplete="off" /></p>
${more}${locale === 'fr' ? '' : `\n        <input type="hidden" name="lang" value="${locale}" />`}
        <button class="button" type="submit">${said(words.show, locale)}</button>
      </form>`;
}

function selectOf(
  dimension: ProjectDimension,
  chosen: string | undefined,
  locale: Locale,
  knowledge: KnowledgeBase,
): string {
  const words = projectsMessagesFor(locale);
  const name = NAMES[dimension];
  const options = choicesOf(dimension, locale, knowledge).map(
    ({ id, label, depth }) =>
      `            <option value="${escapeHtml(id)}"${id === chosen ? ' selected' : ''}>${'&nbsp;'.repeat(3 * depth)}${said(label, locale)}</option>`,
  );
  return `        <p><label for="${name}">${said(words.dimensions[dimension], locale)}</label>
          <select class="field" id="${name}" name="${name}">
            <option value="">${said(words.any[dimension], locale)}</option>
${options.join('\n')}
          </select></p>`;
}

/** All that some project stands under: what is narrower below what holds it, else by name; the latest year first. */
function choicesOf(dimension: ProjectDimension, locale: Locale, knowledge: KnowledgeBase) {
  const { broaderThemes, broaderOrganisations, broaderTerritories, territoryById } = knowledge;
  const postings = postingsOf(dimension, knowledge);
  const broader = { theme: broaderThemes, body: broaderOrganisations, territory: broaderTerritories, year: null }[
    dimension
  ];
  const collator = new Intl.Collator(locale, { numeric: true });
  const isHolder = (id: string): boolean => postings.has(id) && territoryById.get(id)?.kind !== 'country';
  const choices = [...postings.keys()].map((id) => {
    const path = [...(broader?.get(id) ?? [id]).slice(1).filter(isHolder).reverse(), id];
    return { id, depth: path.length - 1, path: path.map((step) => groupName(step, locale, knowledge)) };
  });
  const compare = (a: readonly string[], b: readonly string[]): number => {
    const at = a.findIndex((name, level) => name !== b[level]);
    return at === -1 ? a.length - b.length : collator.compare(a[at] ?? '', b[at] ?? '');
  };
  return choices
    .sort((a, b) => (dimension === 'year' ? compare(b.path, a.path) : compare(a.path, b.path)))
    .map(({ id, depth, path }) => ({ id, depth, label: path.at(-1) ?? id }));
}
