/** What a question is called in a few words, on a button and where it is said how it was understood. */
export interface QuestionMessages {
  /** "Coût total et porteur de Mentor": the labels of the fields, and the project. */
  readonly fact: (labels: readonly string[], project: string) => string;
  /** "Projets : logement"; with fields told of each: "Coût total des projets : logement". */
  readonly projects: (labels: readonly string[], limits: readonly string[]) => string;
  /** "Projets par coût total décroissant : logement"; the label is null for dates. */
  readonly ranked: (
    label: string | null,
    direction: 'ascending' | 'descending',
    limit: number | null,
    limits: readonly string[],
  ) => string;
  /** "Nombre de projets par thème : Justice", "Moyenne, coût total : logement". */
  readonly computed: (
    operation: 'count' | 'sum' | 'average' | 'median' | 'max' | 'min',
    label: string | null,
    by: Part | null,
    limits: readonly string[],
  ) => string;
  readonly comparison: (names: readonly string[], label: string | null) => string;
  readonly fund: (questions: readonly string[]) => string;
  readonly whichProject: (names: readonly string[]) => string;
  readonly whichReading: string;
  readonly courtesy: string;
  readonly unknown: string;
  /** Any of these is enough. */
  readonly either: (names: readonly string[]) => string;
  /** A body by its shortest name: "Justice" for a ministry. */
  readonly body: (name: string) => string;
  /** Above the ways in which a question could be read. */
  readonly readings: (count: number) => string;
  /** One sentence for "pourquoi ?": what was understood, from which words. */
  readonly understood: (label: string, words: readonly string[], isFollowUp: boolean) => string;
}

/** What a set is split by; `asked`: the bodies and themes that the question sets beside each other. */
export type Part = 'ministry' | 'carrier' | 'theme' | 'year' | 'call' | 'territory' | 'asked';
