/**
 * Every sentence that the assistant says is in a table of this folder, as text or as a function of values; nothing else holds words.
 * The French table gives the shape, which those of the other languages have to fill: a language that lacks a sentence does not compile.
 */
export type Sentences<Table> = Table extends string
  ? string
  : Table extends (...values: infer Values) => infer Said
    ? (...values: Values) => Sentences<Said>
    : { readonly [Name in keyof Table]: Sentences<Table[Name]> };

/** A part of a whole in whole percents, as a text without the sign: never 0 for a part that is not nothing, never 100 for less than all. */
export function percents(share: number, lessThan: string, moreThan: string): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return `${lessThan} 1`;
  return rounded === 100 && share < 1 ? `${moreThan} 99` : String(rounded);
}

/** Hundredths as two decimals tell them exactly, 16.95, else to one: 27.9 of 27.897. */
export function roundedPercent(percent: number): number {
  const exact = Number(percent.toPrecision(12));
  return Number(exact.toFixed(2)) === exact ? exact : Number(exact.toFixed(1));
}

/** "a, b et c" */
export function enumerate(items: readonly string[], and: string): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

/** A label as it stands at the head of a line or a column. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text of so many characters at the most, which never ends in half a character. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Whether what is quoted is a single word: a quotation may hold several, « espaces d’accueil ». */
export function isOneWord(quoted: readonly string[]): boolean {
  return !/\s/u.test(quoted.join(' '));
}

/** The name of each row of a table. */
export function namesIn<Key extends string>(
  rows: Readonly<Record<Key, { name: string }>>,
): Readonly<Record<Key, string>>;
export function namesIn(rows: Readonly<Record<string, { name: string }>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(rows).map(([key, { name }]) => [key, name]));
}

/** A text with headings: the accessibility statement, what is kept, the terms of use. */
export interface TextPart {
  readonly heading: string;
  readonly blocks: readonly TextBlock[];
}

/** A paragraph, a list (after the sentence that introduces it), a sentence that ends with how to reach somebody, or a part within a part. */
export type TextBlock = string | readonly string[] | { readonly sentence: string; readonly contact: string } | TextPart;

export const part = (heading: string, blocks: readonly TextBlock[]): TextPart => ({ heading, blocks });

export interface TextDocument {
  readonly title: string;
  readonly parts: readonly TextPart[];
}

/** By how much something became more or less, behind it: " (+241 %)", "by" without a sign where it is no exact number ("moins de 1 %"). */
export function signed(times: number, by: string): string {
  const sign = times > 1 ? '+' : '−';
  return ` (${/^\d/.test(by) ? sign : ''}${by})`;
}
