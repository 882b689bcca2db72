import { csvOfProjects, csvText } from '../../../dialogs/exports/csv';
import { sourceLabel } from '../../../dialogs/text/source-text';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { api } from '../../messages/fr/api';
import { openData } from '../../messages/fr/open-data';
import { projectOf } from '../api/project-list';
import { fundOf } from '../api/fund';
import { noQuerySchema } from '../api/operations';
import { parseQuery } from '../http/parse-body';
import { type Answer, type Call, json, type Route } from '../http/route';
import { said } from '../plain/html-text';
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
      file(
        csvOfProjects(
          [
            { title: columns.id, of: ({ id }) => id },
            { title: columns.page, of: ({ id }) => publicUrl + projectPath(id, 'fr') },
          ],
          knowledge,
        ),
        CSV,
      ),
    ),
    get(FILES.projectsJson, () => data({ projects: knowledge.projects.map(({ id }) => projectOf(id, parts)) })),
    get(FILES.fundCsv, () => file(fundCsv(knowledge), CSV)),
    get(FILES.fundJson, () => data(fundOf(knowledge))),
    get(FILES.jsonFeed, ({ headers }) => {
      const base = baseUrlOf(headers.host);
      return file(
        JSON.stringify(jsonFeed(feedEntries(knowledge, base), base, FILES.jsonFeed)),
        'application/feed+json',
      );
    }),
    get(FILES.atom, ({ headers }) => {
      const base = baseUrlOf(headers.host);
      return file(atomFeed(feedEntries(knowledge, base), base, FILES.atom), 'application/atom+xml; charset=utf-8');
    }),
  ];
}

const CSV = 'text/csv; charset=utf-8; header=present';

function get(path: string, answer: (call: Call) => Answer): Route {
  return {
    method: 'GET',
    path,
    answer: (call) =>
      Promise.resolve(call).then((read) => {
        parseQuery(noQuerySchema, read.query);
        return answer(read);
      }),
  };
}

function file(bytes: string, type: string): Answer {
  return { status: 200, headers: { 'X-Robots-Tag': 'noindex' }, content: { bytes, type } };
}

function data(value: unknown): Answer {
  return { ...json(200, value), headers: { 'X-Robots-Tag': 'noindex' } };
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
  ].map(([path, words]) => `        <li><a href="${path}">${said(words, 'fr')}</a></li>`);
  return {
    locale: 'fr',
    title,
    main: `      <h1>${said(title, 'fr')}</h1>\n      <p>${said(intro, 'fr')}</p>\n      <ul>\n${items.join('\n')}\n      </ul>`,
  };
}
