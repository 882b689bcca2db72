/** The words of the pages that need no JavaScript: the form, what stands around an answer, the foot of each page. */
export interface PlainMessages {
  /** Heading of the form as long as nothing was asked. */
  readonly formTitle: string;
  readonly label: string;
  readonly hint: (mostCharacters: number) => string;
  readonly ask: string;
  /** That each question is read by itself, and where it is written. */
  readonly alone: string;
  readonly examples: string;
  readonly skip: string;
  readonly skipHead: string;
  readonly keyFigures: string;
  readonly figures: (field: string | null) => string;
  readonly theFirst: (held: number, total: number) => string;
  readonly picture: string;
  /** On the page of a project. */
  readonly otherNames: (count: number) => string;
  /** What « non publié » says, and what it does not. */
  readonly unpublishedMeans: string;
  /** In place of a page that is of no project, of one that does not exist, of one that could not be made. */
  readonly missingProject: { readonly title: string; readonly text: string };
  readonly missingPage: { readonly title: string; readonly text: string };
  readonly failure: { readonly title: string; readonly text: string };
  readonly notOnline: string;
  readonly conversation: string;
  readonly otherLanguage: string;
  /** Names of the pages on what is kept and on the terms of use. */
  readonly privacy: string;
  readonly terms: string;
  readonly headLabel: string;
  /** To the form. */
  readonly question: string;
  readonly footLabel: string;
}
