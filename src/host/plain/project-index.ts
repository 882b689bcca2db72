import { escapeHtml, inFrench } from '../../../dialogs/exports/html-document';
import { groupName } from '../../../dialogs/text/filter-text';
import { valueText } from '../../../dialogs/text/project-text';
import { groupsOf } from '../../core/answering/groups';
import { selectPositions } from '../../core/answering/select';
import { yearOf } from '../../core/knowledge/facets';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { projectName } from '../../core/model/project-name';
import type { Project } from '../../core/model/records';
import type { Locale } from '../../core/language/locale';
import { messagesFor, projectsMessagesFor } from '../../messages/messages-for';
import { listHtml, said } from './html-text';
import type { PlainPage, PlainParts } from './plain-page';
import { addressOf, type Criteria, filterOf, limitsIn, ORDERS, readCriteria } from './project-criteria';
import { criteriaForm } from './project-form';
import { datasetData } from './linked-data';
import { projectPath } from './project-links';
import { createProjectSelection } from './project-selection';

/** Themes and bodies that are seen at once; the others are folded. */
const PARTS_SEEN = 10;

/** Makes the list of all projects: by words, theme, body, year and place, fifty to a page. Whatever the address holds, there is a page. */
export function createProjectIndex({ knowledge, addresses, publicUrl, isIndexable }: PlainParts) {
  const { projects } = knowledge;
  const select = createProjectSelection(knowledge);

  return (query: URLSearchParams, locale: Locale): PlainPage => {
    const { criteria, ignored } = readCriteria(query, knowledge);
    const { words, limits } = criteria;
    const { found, filter, total, page, pages, shown } = select(criteria, locale);
    const messages = projectsMessagesFor(locale);
    const file = { kind: 'list', filter, sort: null, limit: null, found: [], show: [] } as const;
    const limited = limitsIn(limits);
    const main = [
      `      <h1>${said(messages.title, locale)}</h1>`,
      `      <p>${said(messages.intro, locale)}</p>`,
      criteriaForm(criteria, locale, knowledge),
      ...ignored.map(
        ([dimension, value]) => `      <p class="ignored">${said(messages.ignored(dimension, value), locale)}</p>`,
      ),
      '      <div class="index">',
      '      <div>',
      `      <h2 id="liste">${said(messages.count(total, projects.length), locale)}</h2>`,
      ...(words === '' && limited.length === 0 ? [] : [chosenHtml(criteria, locale, knowledge)]),
      ...(total === 0
        ? [`      <p>${said(messages.none, locale)}</p>`]
        : [
            toolsHtml(criteria, addresses.csv(file, locale), total, locale),
            tableHtml(shown, locale, knowledge),
            ...(pages === 1 ? [] : [pagesHtml({ ...criteria, page }, pages, locale)]),
          ]),
      '      </div>',
      '      <div class="parts">',
      partsHtml('theme', criteria, found, locale, knowledge),
      partsHtml('body', criteria, found, locale, knowledge),
      '      </div>',
      '      </div>',
    ].join('\n');
    return {
      locale,
      title: [messages.title, ...limited.map(([, id]) => groupName(id, locale, knowledge))].join(' – '),
      main,
      // Words may be about anybody: they are shown to who wrote them.
      ...(words === '' && {
        elsewhere: { description: messages.intro, site: publicUrl, path: addressOf(criteria, locale) },
        ...(isIndexable === true && { forSearchEngines: datasetData(locale, publicUrl) }),
      }),
      inOtherLanguage: addressOf(criteria, locale === 'fr' ? 'en' : 'fr'),
    };
  };
}

/** Each limit that is set, as a link to the list without it. */
function chosenHtml(criteria: Criteria, locale: Locale, knowledge: KnowledgeBase): string {
  const messages = projectsMessagesFor(locale);
  const { words, limits } = criteria;
  const chip = (text: string, left: Partial<Criteria>): string =>
    `<a href="${escapeHtml(addressOf({ ...criteria, page: 1, ...left }, locale))}">${said(text, locale)} <span class="unseen">(${said(messages.without, locale)})</span><span aria-hidden="true">×</span></a>`;
  const chips = [
    ...(words === '' ? [] : [chip(messages.chosen('words', words), { words: '' })]),
    ...limitsIn(limits).map(([dimension, id]) =>
      chip(messages.chosen(dimension, groupName(id, locale, knowledge)), {
        limits: { ...limits, [dimension]: undefined },
      }),
    ),
  ];
  const all = addressOf({ ...criteria, words: '', limits: {}, page: 1 }, locale);
  const clear = `<a class="clear" href="${escapeHtml(all)}">${said(messages.clear, locale)}</a>`;
  return listHtml(chips.length === 1 ? chips : [...chips, clear], ' class="chosen"');
}

/** In which order, and the same set as a file. */
function toolsHtml(criteria: Criteria, csv: string | null, count: number, locale: Locale): string {
  const messages = projectsMessagesFor(locale);
  const { words, order } = criteria;
  const usual = words === '' ? 'name' : 'nearest';
  const choices = [...(usual === 'nearest' ? ([usual] as const) : []), ...ORDERS].map((choice) => {
    const chosen = choice === usual || choice === 'nearest' ? null : choice;
    const address = addressOf({ ...criteria, order: chosen, page: 1 }, locale);
    return choice === (order ?? usual)
      ? `<li aria-current="true">${said(messages.orders[choice], locale)}</li>`
      : `<li><a href="${escapeHtml(address)}">${said(messages.orders[choice], locale)}</a></li>`;
  });
  return `      <div class="tools">
        <div class="orders"><span id="orders">${said(messages.orderLabel, locale)}</span> <ul aria-labelledby="orders">${choices.join('')}</ul></div>
${csv === null ? '' : `        <p><a href="${escapeHtml(csv)}">${said(messages.csv(count), locale)}</a></p>`}
      </div>`;
}

function tableHtml(projects: readonly Project[], locale: Locale, knowledge: KnowledgeBase): string {
  const { columns } = projectsMessagesFor(locale);
  const heads = [columns.project, columns.year, columns.funding].map(
    (text) => `<th scope="col">${said(text, locale)}</th>`,
  );
  return `      <table class="rows" aria-labelledby="liste">
        <thead><tr>${heads.join('')}</tr></thead>
        <tbody>
${projects.map((project) => rowHtml(project, locale, knowledge)).join('\n')}
        </tbody>
      </table>`;
}

function rowHtml(project: Project, locale: Locale, knowledge: KnowledgeBase): string {
  const messages = messagesFor(locale);
  const name = said(projectName(project), locale);
  const body =
    project.carrier === null
      ? said(messages.carrierUnknown, locale)
      : `<span${inFrench(locale)}>${said(project.carrier, locale)}</span>`;
  const year = yearOf(project);
  const before = year === null ? '' : `<span class="narrow">${year} · </span>`;
  const isPublished = project.ftapFundingMEUR !== null;
  const funding = said(valueText(project, 'funding', { locale, messages, knowledge }), locale);
  return `          <tr><th scope="row"><a href="${escapeHtml(projectPath(project.id, locale))}"${inFrench(locale)}>${name}</a> <span class="detail">${before}${body}</span></th><td>${
    year === null
      ? `<span aria-hidden="true">–</span><span class="unseen">${said(projectsMessagesFor(locale).yearUnknown, locale)}</span>`
      : String(year)
  }</td><td${isPublished ? '' : ' class="none"'}>${funding}</td></tr>`;
}

function pagesHtml(criteria: Criteria, pages: number, locale: Locale): string {
  const messages = projectsMessagesFor(locale);
  const { page } = criteria;
  const link = (to: number, text: string, rel: string): string =>
    to < 1 || to > pages
      ? ''
      : `<a class="button quiet" href="${escapeHtml(addressOf({ ...criteria, page: to }, locale))}" rel="${rel}">${said(text, locale)}</a>`;
  return `      <nav class="pages" aria-label="${said(messages.pagesLabel, locale)}">${link(page - 1, messages.previous, 'prev')}<span>${said(messages.page(page, pages), locale)}</span>${link(page + 1, messages.next, 'next')}</nav>`;
}

/** The themes or the bodies of the set, the greatest first: each a link to its projects, with how many they are. */
function partsHtml(
  dimension: 'theme' | 'body',
  criteria: Criteria,
  found: readonly string[] | null,
  locale: Locale,
  knowledge: KnowledgeBase,
): string {
  const messages = projectsMessagesFor(locale);
  const { limits } = criteria;
  // Of what the other limits keep, so that a number is what a press gives.
  const filter = filterOf({ ...limits, [dimension]: undefined }, found);
  const groupBy = dimension === 'theme' ? 'theme' : 'ministry';
  const question = { kind: 'aggregate', operation: 'count', field: null, filter, limit: 1, groupBy } as const;
  const groups = groupsOf(selectPositions(filter, knowledge), question, knowledge);
  const chosen = groups.filter(({ id }) => id === limits[dimension]);
  const items = [...new Set([...chosen, ...groups])].flatMap(({ id, size }) => {
    if (id === null) return [];
    const address = addressOf({ ...criteria, page: 1, limits: { ...limits, [dimension]: id } }, locale);
    const current = limits[dimension] === id ? ' aria-current="true"' : '';
    return `<li><a href="${escapeHtml(address)}"${current}>${said(groupName(id, locale, knowledge), locale)}</a> <span class="number">${size}</span></li>`;
  });
  if (items.length === 0) return '';
  const folded = items.slice(PARTS_SEEN);
  return `      <section>
        <h2>${said(dimension === 'theme' ? messages.byTheme : messages.byBody, locale)}</h2>
        <ul>${items.slice(0, PARTS_SEEN).join('\n')}</ul>
${folded.length === 0 ? '' : `        <details><summary>${said(messages.more(folded.length), locale)}</summary><ul>${folded.join('\n')}</ul></details>`}
      </section>`;
}
