import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { LOCALES } from '../../core/language/locale';
import { latestDate } from '../../core/model/project-fields';
import { get, type Route } from '../http/route';
import type { PlainParts } from './plain-page';
import { indexPath, projectPath } from './project-links';

/** Each answers one question or needs a conversation: nothing to look for again. */
const NOT_FOR_SEARCH = ['/question', '/api/', '/mcp', '/take-away/', '/pictures/', '/v3/', '/widget'];

/** `/robots.txt` and `/sitemap.xml`, where the operator lets search engines show the projects; without that there is none. */
export function createSearchEngineRoutes({ knowledge, publicUrl, isIndexable }: PlainParts): Route[] {
  if (isIndexable !== true || publicUrl === undefined) return [];
  return [
    textRoute('/robots.txt', 'text/plain; charset=utf-8', () => robots(publicUrl)),
    textRoute('/sitemap.xml', 'application/xml; charset=utf-8', () => sitemap(knowledge, publicUrl)),
  ];
}

function textRoute(path: string, type: string, text: () => string): Route {
  return get(path, () => ({ status: 200, content: { bytes: text(), type } }));
}

function robots(publicUrl: string): string {
  const refused = NOT_FOR_SEARCH.map((path) => `Disallow: ${path}`);
  return ['User-agent: *', ...refused, `Sitemap: ${publicUrl}/sitemap.xml`, ''].join('\n');
}

/** The list and every project, in both languages; a project with the date of its latest source, as exact as it is known. */
function sitemap({ projects }: KnowledgeBase, publicUrl: string): string {
  const entry = (path: string, date: string | null): string =>
    `  <url><loc>${escapeHtml(publicUrl + path)}</loc>${date === null ? '' : `<lastmod>${date}</lastmod>`}</url>`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...LOCALES.map((locale) => entry(indexPath(locale), null)),
    ...projects.flatMap((project) =>
      LOCALES.map((locale) => entry(projectPath(project.id, locale), latestDate(project.sources))),
    ),
    '</urlset>',
    '',
  ].join('\n');
}
