/** A text with headings: the accessibility statement, what is kept, the terms of use. */
export interface TextPart {
  readonly heading: string;
  readonly blocks: readonly TextBlock[];
  readonly parts?: readonly TextPart[];
}

/** A paragraph, a list (after the sentence that introduces it), or a sentence that ends with how to reach somebody. */
export type TextBlock =
  string | { readonly list: readonly string[] } | { readonly sentence: string; readonly contact: string };

/** A page that is all text. */
export interface TextDocument {
  readonly title: string;
  readonly parts: readonly TextPart[];
}
