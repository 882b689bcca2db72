/** Every sentence of the pictures and of their page, as functions of values. A language that lacks one does not compile. */

export type PictureAmount = 'savings' | 'funding' | 'cost';
export type PictureGrouping = 'ministry' | 'carrier' | 'theme' | 'year' | 'call' | 'territory' | 'asked';

/** What savings are: a first forecast, a revised one or what was seen, over which time, and how they were reckoned where that is said. */
export interface SavingsKind {
  readonly nature: 'expected' | 'revised' | 'realised';
  readonly period: 'four-years' | 'one-year' | 'not-stated';
  readonly measure: 'net' | 'as-invested' | null;
}

export interface PictureMessages {
  /** "Économies attendues sur 4 ans"; null for savings whose kind is not stated, and for other amounts. */
  readonly amountNamed: (field: PictureAmount, kind: SavingsKind | null) => string;
  readonly byProject: (amount: string, filters: readonly string[]) => string;
  readonly byGroup: (
    amount: string,
    operation: 'sum' | 'average',
    grouping: PictureGrouping,
    filters: readonly string[],
  ) => string;
  readonly countByGroup: (grouping: PictureGrouping, filters: readonly string[]) => string;
  /** Of how many projects the amount is made: "5 projets sur 7". */
  readonly coverage: (known: number, size: number) => string;
  /** Says what "5/7" means beside a bar. */
  readonly coverageNote: (known: number, size: number) => string;
  /** A line of the text alternative. */
  readonly line: (label: string, value: string, coverage: string | null) => string;
  /** An amount with what it is, for those left out: "1,5 M€ par an". */
  readonly unlikeAmount: (value: string, kind: SavingsKind | null) => string;
  readonly unlike: (names: readonly string[]) => string;
  readonly overlap: string;
  readonly ranked: (published: number, total: number) => string;
  /** Last line: how many are not drawn, and how many of them have no published figure. */
  readonly rest: (count: number, unpublished: number) => string;
  readonly page: {
    readonly unpublishedMeaning: string;
    readonly columns: {
      readonly project: string;
      readonly group: Readonly<Record<PictureGrouping, string>>;
      readonly amount: string;
      readonly count: string;
      readonly coverage: string;
    };
    readonly notesHeading: string;
    readonly pictureLink: string;
    readonly sourceWithoutAddress: string;
  };
}
