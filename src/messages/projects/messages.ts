/** Every word of the list of all projects, which people look through by theme, body, year and place. */

/** By what the list is narrowed. */
export type ProjectDimension = 'theme' | 'body' | 'year' | 'territory';

/** In which order it stands. */
export type ProjectOrder = 'name' | 'date' | 'funding';

export interface ProjectsMessages {
  /** In the head and the foot of every page. */
  readonly link: string;
  readonly title: string;
  readonly intro: string;
  readonly formLabel: string;
  readonly words: string;
  readonly dimensions: Readonly<Record<ProjectDimension, string>>;
  /** The first choice of each list: no limit. */
  readonly any: Readonly<Record<ProjectDimension, string>>;
  readonly show: string;
  readonly clear: string;
  readonly count: (shown: number, total: number) => string;
  readonly none: string;
  /** A limit that is set, on the link that takes it away. */
  readonly chosen: (dimension: ProjectDimension | 'words', value: string) => string;
  readonly without: string;
  /** A value of the address that no project has. */
  readonly ignored: (dimension: ProjectDimension, value: string) => string;
  readonly orderLabel: string;
  readonly orders: Readonly<Record<ProjectOrder | 'nearest', string>>;
  readonly columns: { readonly project: string; readonly year: string; readonly funding: string };
  readonly yearUnknown: string;
  readonly csv: (count: number) => string;
  readonly byTheme: string;
  readonly byBody: string;
  readonly more: (count: number) => string;
  readonly pagesLabel: string;
  readonly page: (page: number, of: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly pathLabel: string;
}
