/** A text with headings: the accessibility statement, what is kept, the terms of use. */
export interface TextPart {
  readonly heading: string;
  readonly blocks: readonly TextBlock[];
}

/** A paragraph, a list (after the sentence that introduces it), a sentence that ends with how to reach somebody, or a part within a part. */
export type TextBlock = string | readonly string[] | { readonly sentence: string; readonly contact: string } | TextPart;

export const part = (heading: string, blocks: readonly TextBlock[]): TextPart => ({ heading, blocks });

/** A page that is all text. */
export interface TextDocument {
  readonly title: string;
  readonly parts: readonly TextPart[];
}
