/** The words of what people take away: spreadsheets, notes, and the pages that a link shows when it no longer works. */
export interface TakeAwayMessages {
  readonly spreadsheet: {
    readonly columns: Readonly<Record<ProjectColumn, string>>;
    /** Whether an amount is part of the value that was computed, or of the ranking. */
    readonly counted: Readonly<Record<'yes' | 'unlike' | 'unpublished', string>>;
    readonly groupColumns: Readonly<Record<'projects' | 'published' | 'nature', string>>;
    /** First column of a set split into parts: what each part is. */
    readonly groupName: Readonly<Record<GroupName, string>>;
    /** Column of the computed amount: "Moyenne — financement FTAP (M€)". */
    readonly groupValue: (operation: 'average' | 'total', label: string) => string;
    /** What a table of projects holds; fewer are held than there are when the set is very long. */
    readonly projectsTitle: (held: number, total: number, filters: readonly string[]) => string;
    readonly comparisonTitle: (names: readonly string[]) => string;
    readonly groupsTitle: (groupName: string, filters: readonly string[]) => string;
  };
  /** Words of file names, to be reduced to ASCII. */
  readonly fileWords: Readonly<Record<'projects' | 'comparison' | 'note' | 'by', string>>;
  readonly note: {
    readonly severalTitle: (count: number) => string;
    readonly established: (date: string) => string;
    readonly headings: Readonly<
      Record<'amounts' | 'identity' | 'status' | 'conflicts' | 'sources' | 'reading' | 'overview', string>
    >;
    readonly tableCaption: string;
    readonly projectColumn: string;
    readonly totalRow: string;
    /** Over how many of the projects a total is made. */
    readonly coverage: (known: number, total: number) => string;
    readonly unlikeLeftOut: (label: string, count: number) => string;
    readonly fullName: string;
    /** "Coût total :", before a value. */
    readonly label: (label: string) => string;
    /** Before a disagreement, what it is about. */
    readonly about: (label: string) => string;
    readonly conflictFields: Readonly<Record<'savings' | 'funding' | 'cost' | 'call' | 'date', string>>;
    /** Disagreements that the records tell in French only; said in notes of another language. */
    readonly conflictsInFrench: (count: number) => string;
    readonly noAddress: string;
    readonly reading: readonly string[];
    readonly printHint: string;
  };
  readonly linkPages: Readonly<Record<'expired' | 'unknown' | 'gone', LinkPage>>;
}

export type ProjectColumn =
  | 'name'
  | 'carrier'
  | 'call'
  | 'date'
  | 'territory'
  | 'themes'
  | 'funding'
  | 'cost'
  | 'savings'
  | 'nature'
  | 'period'
  | 'counted'
  | 'ranked'
  | 'status'
  | 'summary'
  | 'partners'
  | 'beneficiaries'
  | 'sources';

/** What a set may be split by, as in the core's questions. */
export type GroupName = 'ministry' | 'carrier' | 'theme' | 'year' | 'call' | 'territory' | 'asked';

export interface LinkPage {
  readonly title: string;
  readonly text: string;
}
