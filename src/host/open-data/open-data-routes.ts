import { csvOfProjects, csvText } from '../../../dialogs/exports/csv';
import { sourceLabel } from '../../../dialogs/text/source-text';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { api } from '../../messages/fr/api';
import { openData } from '../../messages/fr/open-data';
import { noQuerySchema, openRoute } from '../api/open-route';
import { fundOf, projectOf } from '../api/project-list';
import { parseQuery } from '../http/parse-body';
import { type Answer, type Call, get, jsonContent, type Route } from '../http/route';
import { listHtml, said } from '../plain/html-text';
import { OPEN_DATA_PATH, type PlainPage, type ShowPage } from '../plain/plain-page';
import { projectPath } from '../plain/project-links';
import { atomFeed, feedEntries, jsonFeed } from './feed';

type Content = Answer['content'];

/** All that the base holds as files, and what its dated sources brought as feeds. */
export function createOpenDataRoutes(parts: {
  readonly knowledge: KnowledgeBase;
  readonly show: ShowPage;
  readonly publicUrl: string | undefined;
  /** The address of the server for the caller of this Host header: feeds hold whole addresses only. */
  readonly baseUrlOf: (host: string | undefined) => string;
}): Route[] {
  const { knowledge, show, publicUrl = '', baseUrlOf } = parts;
  const { columns, files } = openData;
  const ownColumns: Parameters<typeof csvOfProjects>[0] = [
    { title: columns.id, of: ({ id }) => id },
    { title: columns.page, of: ({ id }) => publicUrl + projectPath(id, 'fr') },
  ];
  const projects = (): Content => jsonContent({ projects: knowledge.projects.map(({ id }) => projectOf(id, parts)) });
  const all: readonly (readonly [path: string, words: string, content: (call: Call, path: string) => Content])[] = [
    ['/donnees/projets.csv', files.projectsCsv, () => csv(csvOfProjects(ownColumns, knowledge))],
    ['/donnees/projets.json', files.projectsJson, projects],
    ['/donnees/fonds.csv', files.fundCsv, () => csv(fundCsv(knowledge))],
    ['/donnees/fonds.json', files.fundJson, () => jsonContent(fundOf(knowledge))],
    ['/donnees/flux.json', files.jsonFeed, feed('application/feed+json', jsonFeed)],
    ['/donnees/flux.xml', files.atom, feed('application/atom+xml; charset=utf-8', atomFeed)],
  ];
  const page = filesPage([...all, ['/api', api.page.title]]);
  return [
    get(OPEN_DATA_PATH, ({ query }) => {
      parseQuery(noQuerySchema, query);
      return show(page);
    }),
    ...all.map(([path, , content]) => openRoute(path, noQuerySchema, (_, call) => content(call, path))),
  ];

  function feed(type: string, text: typeof atomFeed) {
    return ({ headers }: Call, path: string): Content => {
      const base = baseUrlOf(headers.host);
      return { bytes: text(feedEntries(knowledge, base), base, path), type };
    };
  }
}

function csv(bytes: string): Content {
  return { bytes, type: 'text/csv; charset=utf-8; header=present' };
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

function filesPage(files: readonly (readonly [path: string, words: string, ...unknown[]])[]): PlainPage {
  const { title, intro } = openData;
  const items = files.map(([path, words]) => `<a href="${path}">${said(words, 'fr')}</a>`);
  return {
    locale: 'fr',
    title,
    main: `      <h1>${said(title, 'fr')}</h1>\n      <p>${said(intro, 'fr')}</p>\n${listHtml(items)}`,
  };
}
