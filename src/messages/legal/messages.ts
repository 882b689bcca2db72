import type { TextDocument } from '../plain/document';

/** What is kept of people and on which terms the assistant may be used: two pages that claim nothing which the program does not do. */
export interface LegalMessages {
  readonly privacy: (facts: {
    readonly contact: string | undefined;
    readonly days: { readonly conversation: number; readonly inbox: number };
  }) => TextDocument;
  readonly terms: (facts: { readonly contact: string | undefined }) => TextDocument;
}
