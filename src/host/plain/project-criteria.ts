import type { Postings } from '../../core/search/postings';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import { EMPTY_FILTER, type Filter } from '../../core/model/question';
import type { ProjectDimension, ProjectOrder } from '../../messages/fr/projects';
import { printable } from './page-query';
import { indexPath } from './project-links';

export const DIMENSIONS = ['theme', 'body', 'year', 'territory'] as const satisfies readonly ProjectDimension[];
export const ORDERS = ['name', 'date', 'funding'] as const satisfies readonly ProjectOrder[];

/** What the list of projects is narrowed to, and which part of it is shown. */
export interface Criteria {
  /** Empty for no words. */
  readonly words: string;
  /** Ids, and a year of four digits; each has a project at least. */
  readonly limits: Readonly<Partial<Record<ProjectDimension, string | undefined>>>;
  /** Null as long as nobody chose: by name, or the nearest to the words first. */
  readonly order: ProjectOrder | null;
  /** From 1. */
  readonly page: number;
}

/** How each is called in an address. */
export const NAMES = {
  words: 'q',
  theme: 'theme',
  body: 'porteur',
  year: 'annee',
  territory: 'territoire',
  order: 'tri',
  page: 'page',
} as const satisfies Record<ProjectDimension | 'words' | 'order' | 'page', string>;
export const ORDER_NAMES = { name: 'nom', date: 'date', funding: 'financement' } as const satisfies Record<
  ProjectOrder,
  string
>;

/** More than a name or a subject, and more than any address needs. */
export const MOST_CHARACTERS = 100;
/** Of a value that nobody knows, when it is said back. */
const MOST_SAID_BACK = 40;

/** The criteria of an address. What no project has is left out of them and told; anything else that makes no sense counts for nothing. */
export function readCriteria(query: URLSearchParams, knowledge: KnowledgeBase) {
  const limits: Partial<Record<ProjectDimension, string>> = {};
  const ignored: (readonly [ProjectDimension, string])[] = [];
  for (const dimension of DIMENSIONS) {
    const asked = printable(query.get(NAMES[dimension]) ?? '');
    if (asked === '') continue;
    if (postingsOf(dimension, knowledge).has(asked)) limits[dimension] = asked;
    else ignored.push([dimension, Array.from(asked).slice(0, MOST_SAID_BACK).join('')]);
  }
  const page = query.get(NAMES.page) ?? '';
  return {
    criteria: {
      words: Array.from(printable(query.get(NAMES.words) ?? ''))
        .slice(0, MOST_CHARACTERS)
        .join(''),
      limits,
      order: ORDERS.find((order) => ORDER_NAMES[order] === query.get(NAMES.order)) ?? null,
      page: /^[1-9]\d{0,3}$/u.test(page) ? Number(page) : 1,
    },
    ignored,
  };
}

/** The address of the list by these criteria; not yet escaped for HTML. */
export function addressOf({ words, limits, order, page }: Criteria, locale: Locale): string {
  return indexPath(locale, {
    ...(words !== '' && { [NAMES.words]: words }),
    ...Object.fromEntries(limitsIn(limits).map(([dimension, id]) => [NAMES[dimension], id])),
    ...(order !== null && { [NAMES.order]: ORDER_NAMES[order] }),
    ...(page > 1 && { [NAMES.page]: String(page) }),
  });
}

/** The limits that are set. */
export function limitsIn(limits: Criteria['limits']): readonly (readonly [ProjectDimension, string])[] {
  return DIMENSIONS.flatMap((dimension) => {
    const id = limits[dimension];
    return id === undefined ? [] : [[dimension, id] as const];
  });
}

/** The projects that the criteria keep, of those that hold the words; null where there are no words. */
export function filterOf(
  { theme, body, year, territory }: Criteria['limits'],
  among: readonly string[] | null,
): Filter {
  return {
    ...EMPTY_FILTER,
    topics: theme === undefined ? [] : [{ themes: [theme], beneficiaries: [], organisations: [] }],
    carriers: body === undefined ? [] : [body],
    years: year === undefined ? [] : [Number(year)],
    territories: territory === undefined ? [] : [territory],
    among,
  };
}

/** What the projects of a dimension stand under. */
export function postingsOf(dimension: ProjectDimension, { facets }: KnowledgeBase): Postings {
  return { theme: facets.theme, body: facets.carrier, year: facets.year, territory: facets.territory }[dimension];
}
