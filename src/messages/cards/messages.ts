/** What stands on cards beside the answers themselves: buttons, headings of tables, and what is said of a vote. */
export interface CardMessages {
  readonly more: (count: number) => string;
  /** Back to the stretch of a list that the present one took the place of. */
  readonly previous: string;
  readonly noMore: string;
  /** "La suite" of a list that is not kept any more. */
  readonly listTooOld: string;
  /** A way of reading a question that is not kept any more. */
  readonly readingTooOld: string;
  /** Above a card whose answer has changed since it was given. */
  readonly changed: string;
  /** Of an answer that is not kept any more, when its card is looked at again. */
  readonly cardTooOld: string;
  /** "La suite" when no list was shown. */
  readonly nothingToGoOn: string;
  readonly export: string;
  readonly exportReady: (count: number) => string;
  readonly exportLink: string;
  readonly nothingToExport: string;
  readonly exportImpossible: string;
  /** In Teams' search, when no project fits what was typed. */
  readonly noProjectFound: (said: string) => string;
  /** Opens the key figures of a project, and the page that holds all that is known of it. */
  readonly record: string;
  readonly projectPage: string;
  readonly figures: string;
  /** What is to be known beside a value, and the other figures that sources give. */
  readonly moreNotes: (count: number) => string;
  readonly otherFigures: (count: number) => string;
  readonly project: string;
  readonly counted: string;
  readonly others: string;
  readonly part: string;
  readonly coverage: string;
  readonly picture: (title: string) => string;
  readonly sources: (count: number) => string;
  readonly next: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** Begins a message of one's own. */
  readonly comment: string;
  /** After a vote, above its reasons. */
  readonly thanks: string;
  /** After a reason. */
  readonly thanksGood: string;
  readonly thanksBad: string;
  readonly alreadyRated: string;
  readonly unknownAnswer: string;
}

export type Reason =
  'exact' | 'clear' | 'sourced' | 'wrong' | 'incomplete' | 'misunderstood' | 'outdated' | 'unclear' | 'other';
