import type { Question } from '../../src/core/model/question';
import type { Locale } from '../../src/core/language/locale';
import type { Source } from '../../src/core/model/records';
import type { GuideName } from '../../src/core/knowledge/order-patterns';
import type { Bars } from '../pictures/bar-data';

/** What to ask next: what is read on the button, and what is said when it is pressed. */
export interface Suggestion {
  readonly label: string;
  readonly said: string;
  /** It completes what was just told, and means nothing by itself. */
  readonly isFollowUp: boolean;
}

/** Rows of a table that are shown; the file holds them all. */
export const MOST_ROWS = 30;

/**
 * What an answer shows, whatever shows it: a text, a card, a page, a file only render it. Texts are plain (no Markdown, no HTML), in the
 * language of the answer, with its no-break spaces.
 */
export interface View {
  readonly locale: Locale;
  /** What was asked, as understood: the pictures are made from it, but for those of the first of two requests. */
  readonly question: Question;
  /** In the order in which they are read; what answers comes first. */
  readonly blocks: readonly Block[];
  /** The key figures of the project that the answer is about, behind a press; null when it is about no single one. */
  readonly record: Table | null;
  /** Id of that project, which has a page of its own. */
  readonly project: string | null;
  /** The sources to show, best first, but for those that a block lists. */
  readonly sources: readonly Source[];
  readonly sourceCount: number;
  /** What to ask next, three at most. */
  readonly next: readonly Suggestion[];
  /** What the table to take away is of; null when there is none. */
  readonly file: Question | null;
}

export type Block =
  | Headline
  | Line
  | Rows
  | Table
  | Fold
  /** Sources asked for, each a link. */
  | { readonly kind: 'sources'; readonly sources: readonly Source[] }
  /** Bars beside each other; who cannot draw them has the table. */
  | ({ readonly kind: 'picture'; readonly bars: Bars } & OfFirst)
  /** Ways to go on of which one was meant; `said` when it is pressed, null for a reading, which is known by its place. */
  | { readonly kind: 'choices'; readonly choices: readonly { readonly label: string; readonly said: string | null }[] }
  /** Guided conversations to begin. */
  | { readonly kind: 'guides'; readonly guides: readonly GuideName[] };

/** What answers: shown large, with what it is below. As a text, one sentence. */
export interface Headline {
  readonly kind: 'headline';
  readonly value: string;
  /** Empty when the value says it all. */
  readonly what: string;
  readonly sentence: string;
}

/** A sentence; a caveat must be seen, what is quiet may be passed over. */
export interface Line {
  readonly kind: 'line';
  readonly tone: 'plain' | 'caveat' | 'quiet';
  readonly text: string;
  /** The sentences of the table above say it, each beside what it is on: a text does not say it again. */
  readonly isInSentences?: true;
}

/** Of the first of two requests in a message. */
interface OfFirst {
  readonly first?: { readonly question: Question; readonly said: string };
}

/** Projects one under the other, each of which opens when it is pressed. */
export interface Rows extends OfFirst {
  readonly kind: 'rows';
  /** How many stand before the first of these, and after the last of them, in the whole list. */
  readonly before: number;
  readonly left: number;
  readonly rows: readonly Row[];
}

export interface Row {
  /** Id of the project. */
  readonly project: string;
  readonly name: string;
  /** What tells it from the others; empty when nothing does. */
  readonly detail: string;
  /** The amount asked about, to stand apart; empty when none was. */
  readonly amount: string;
  /** The row as a line of text, and the question that opens it. */
  readonly sentence: string;
  readonly opens: string;
}

/** The first cell of a row names it. */
export interface Table {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly Column[];
  /** All of them: who shows the table stops at `MOST_ROWS`. */
  readonly rows: readonly (readonly Cell[])[];
  /** Names of projects are French in any language; here they stand in the first cells of the rows, in the header, or nowhere. */
  readonly french: 'rows' | 'columns' | 'none';
  /** The same as lines of text. */
  readonly sentences: readonly string[];
}

export interface Column {
  readonly title: string;
  readonly isNumeric: boolean;
  /** The columns of a file that hold what this one says in a text. */
  readonly inFile: readonly string[];
}

export interface Cell {
  readonly text: string;
  /** The same for a file, one for each of the column's `inFile`: M€ or counts, null for what no source gives. */
  readonly inFile: readonly (string | number | null)[];
}

/** What is there for whoever wants it, behind a press. */
export interface Fold {
  readonly kind: 'fold';
  readonly title: string;
  /** What introduces it in a text, where its lines are then items; null where they speak for themselves. */
  readonly heading: string | null;
  readonly blocks: readonly Block[];
}

export function line(text: string, tone: Line['tone'] = 'plain'): Line {
  return { kind: 'line', tone, text };
}

/** What is large above what it is; `sentence` says both. */
export function headline(value: string, what: string, sentence: string): Headline {
  return { kind: 'headline', value, what, sentence };
}

/** A table; `french` and `sentences` where it has names of projects, and is told line by line. */
export function table(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { french = 'none', sentences = [] }: Partial<Pick<Table, 'french' | 'sentences'>> = {},
): Table {
  return { kind: 'table', title, columns, rows, french, sentences };
}

/** A cell that holds in a file what it says. */
export function cell(text: string, ...inFile: readonly (string | number | null)[]): Cell {
  return { text, inFile: inFile.length === 0 ? [text] : inFile };
}

/** A column that is called in a file as it is shown, or by these names. */
export function column(title: string, isNumeric = false, ...inFile: readonly string[]): Column {
  return { title, isNumeric, inFile: inFile.length === 0 ? [title] : inFile };
}

/** A fold, or none where nothing is in it. */
export function folded(title: string, blocks: readonly Block[], heading: string | null = null): readonly Fold[] {
  return blocks.length === 0 ? [] : [{ kind: 'fold', title, heading, blocks }];
}
