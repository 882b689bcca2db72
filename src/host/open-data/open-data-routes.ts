import { csvOfProjects, csvText } from '../../../dialogs/exports/csv';
import { sourceLabel } from '../../../dialogs/text/source-text';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { api } from '../../messages/fr/api';
import { openData } from '../../messages/fr/open-data';
import { forPrograms, openRoute } from '../api/open-route';
import { noQuerySchema } from '../api/operations';
import { fundOf, projectOf } from '../api/project-list';
import type { Answer, Call, Route } from '../http/route';
import { listHtml, said } from '../plain/html-text';
import { OPEN_DATA_PATH, type PlainPage, type ShowPage } from '../plain/plain-page';
import { projectPath } from '../plain/project-links';
import { atomFeed, feedEntries, jsonFeed } from './feed';

/** Where each file is. */
const FILES = {
  projectsCsv: '/donnees/projets.csv',
  projectsJson: '/donnees/projets.json',
  fundCsv: '/donnees/fonds.csv',
  fundJson: '/donnees/fonds.json',
  jsonFeed: '/donnees/flux.json',
  atom: '/donnees/flux.xml',
} as const;

/** What the open data is made of. */
export interface OpenDataParts {
  readonly knowledge: KnowledgeBase;
  readonly show: ShowPage;
  readonly publicUrl: string | undefined;
  /** The address of the server for the caller of this Host header: feeds hold whole addresses only. */
  readonly baseUrlOf: (host: string | undefined) => string;
}

/** All that the base holds as files, and what its dated sources brought as feeds. */
export function createOpenDataRoutes(parts: OpenDataParts): Route[] {
  const { knowledge, show, publicUrl = '', baseUrlOf } = parts;
  const { columns } = openData;
  return [
    get(OPEN_DATA_PATH, () => show(filesPage())),
    get(FILES.projectsCsv, () =>
      csv(
        csvOfProjects(
          [
            { title: columns.id, of: ({ id }) => id },
            { title: columns.page, of: ({ id }) => publicUrl + projectPath(id, 'fr') },
          ],
          knowledge,
        ),
      ),
    ),
    get(FILES.projectsJson, () =>
      forPrograms({ json: { projects: knowledge.projects.map(({ id }) => projectOf(id, parts)) } }),
    ),
    get(FILES.fundCsv, () => csv(fundCsv(knowledge))),
    get(FILES.fundJson, () => forPrograms({ json: fundOf(knowledge) })),
    feed(FILES.jsonFeed, 'application/feed+json', (...told) => JSON.stringify(jsonFeed(...told))),
    feed(FILES.atom, 'application/atom+xml; charset=utf-8', atomFeed),
  ];

  function feed(path: string, type: string, text: typeof atomFeed): Route {
    return get(path, ({ headers }) => {
      const base = baseUrlOf(headers.host);
      return forPrograms({ bytes: text(feedEntries(knowledge, base), base, path), type });
    });
  }
}

function get(path: string, answer: (call: Call) => Answer): Route {
  return openRoute(path, noQuerySchema, (_query, call) => answer(call));
}

function csv(bytes: string): Answer {
  return forPrograms({ bytes, type: 'text/csv; charset=utf-8; header=present' });
}

/** The facts on the fund for a spreadsheet; their figures are in the answers, and by name in the JSON file. */
function fundCsv({ facts }: KnowledgeBase): string {
  const { columns } = openData;
  const rows = facts.map(({ id, topic, questionFr, answerFr, sources }) => [
    id,
    topic,
    questionFr,
    answerFr,
    sources.map((source) => [sourceLabel(source, 'fr'), source.url ?? ''].join(' ').trim()).join(' | '),
  ]);
  return csvText([[columns.id, columns.topic, columns.question, columns.answer, columns.sources], ...rows], 'fr');
}

function filesPage(): PlainPage {
  const { title, intro, files } = openData;
  const items = [
    ...Object.entries(FILES).flatMap(([name, path]) =>
      Object.entries(files).flatMap(([known, words]) => (known === name ? [[path, words] as const] : [])),
    ),
    ['/api', api.page.title] as const,
  ].map(([path, words]) => `<a href="${path}">${said(words, 'fr')}</a>`);
  return {
    locale: 'fr',
    title,
    main: `      <h1>${said(title, 'fr')}</h1>\n      <p>${said(intro, 'fr')}</p>\n${listHtml(items)}`,
  };
}
