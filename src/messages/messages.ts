/**
 * Every sentence that the assistant says, as functions of values. `fr.ts` and `en.ts` hold the words; nothing else in the project does.
 * A language that lacks a sentence does not compile.
 */
/** What can limit a set of projects, as people call it. */
export type Limit = 'topic' | 'carrier' | 'territory' | 'period' | 'amount' | 'except';

export interface Messages {
  readonly botName: string;
  /** What it is and what it can be asked, then how it answers: a line each. */
  readonly welcome: string;
  readonly suggestions: {
    readonly first: readonly string[];
    readonly projectsOn: (theme: string) => string;
    readonly fieldOf: (field: FieldName, project: string) => string;
    /** Of the set that was just told: what its projects received, which received most, its parts. */
    readonly ofSet: { readonly total: string; readonly highest: string; readonly byMinistry: string };
    /** Takes one limit of the last answer away. */
    readonly withoutLimit: (limit: Limit) => string;
    readonly help: string;
  };
  readonly fields: Readonly<Record<FieldName, string>>;
  /** "« Mentor » : les économies attendues ne sont pas publiées." */
  readonly notPublished: (field: FieldName, project: string) => string;
  readonly fact: (project: string, label: string, value: string) => string;
  readonly amount: (valueMEUR: number) => string;
  readonly date: (partialDate: string) => string;
  readonly note: (text: string) => string;
  readonly noteInFrench: (text: string) => string;
  readonly conflict: (valueA: string, sourceA: string, valueB: string, sourceB: string) => string;
  /** One body that gives two values, the older one first; `when`: a date or what the value is, null when it says so itself. */
  readonly conflictInTime: (publisher: string, before: TimedValue, after: TimedValue) => string;
  /** What part (0 to 1) of the cost of a project the fund pays. */
  /** `rest`: the amount that the fund does not pay; null when it pays all. */
  readonly shareOfCost: (part: number, rest: string | null) => string;
  readonly savingsNature: Readonly<Record<'expected' | 'revised' | 'realised', string>>;
  readonly savingsPeriod: Readonly<Record<'four-years' | 'one-year' | 'not-stated', string>>;
  readonly savingsMeasure: Readonly<Record<'net' | 'as-invested', string>>;
  readonly callConfidence: Readonly<Record<'sourced' | 'deduced' | 'undetermined', string>>;
  readonly carriedBy: (carrier: string) => string;
  readonly carrierUnknown: string;
  readonly listHeading: (count: number, total: number, filters: readonly string[]) => string;
  /** The same below the number: what limits the list, and how many are shown of it. */
  readonly listWhat: (count: number, total: number, filters: readonly string[]) => string;
  /** A later stretch of a list, after "la suite". */
  readonly listPage: (from: number, to: number, total: number, filters: readonly string[]) => string;
  readonly searchHeading: (count: number) => string;
  /** For a list in the order of the announcements. */
  readonly chronologicalHeading: (
    count: number,
    direction: 'ascending' | 'descending',
    filters: readonly string[],
  ) => string;
  readonly rankingHeading: (
    count: number,
    label: string,
    direction: 'ascending' | 'descending',
    filters: readonly string[],
  ) => string;
  readonly emptyList: (filters: readonly string[]) => string;
  readonly nationwide: (names: readonly string[]) => string;
  readonly andMore: (count: number) => string;
  /** Ends an enumeration: "a, b et 9 autres". */
  readonly others: (count: number) => string;
  readonly filter: {
    readonly topic: (labels: readonly string[]) => string;
    /** Bodies that carry the project or are its partners. */
    readonly participant: (names: readonly string[]) => string;
    readonly carrier: (names: readonly string[]) => string;
    readonly territory: (names: readonly string[]) => string;
    readonly call: (
      number: number | null,
      session: number | null,
      scheme: 'ftap2' | 'windows' | 'contract' | null,
    ) => string;
    readonly year: (years: readonly number[]) => string;
    /** Months as "2019-06", in order: one, or the first and the last of a stretch. */
    readonly month: (months: readonly string[]) => string;
    readonly amount: (label: string, min: string | null, max: string | null, includesBounds: boolean) => string;
    readonly known: (label: string) => string;
    readonly unknown: (label: string) => string;
    readonly among: (count: number) => string;
    readonly except: (labels: readonly string[]) => string;
  };
  /** `outOf`: how many there are without the conditions on what is published; null when there is none. */
  readonly count: (count: number, outOf: number | null, filters: readonly string[]) => string;
  /** The same without the number, to stand below it. */
  readonly countOf: (count: number, outOf: number | null, filters: readonly string[]) => string;
  /** Heading of sets side by side; the label of an amount, or null for their number of projects. */
  readonly setsCompared: (label: string | null) => string;
  /** The part or parts that come first, when the question asks which, each with this value. */
  readonly bestGroups: (names: readonly string[], value: string | null) => string;
  /** The part or parts that come last, each with this value; here and below a null value stands above the sentence. */
  readonly leastGroups: (names: readonly string[], value: string | null) => string;
  /** In how many parts of which kind projects were split, and how many they are. */
  readonly splitOf: (
    parts: number,
    of: 'ministry' | 'carrier' | 'theme' | 'year' | 'call' | 'territory',
    filters: readonly string[],
  ) => string;
  readonly countSplit: (
    count: number,
    parts: number,
    of: 'ministry' | 'carrier' | 'theme' | 'year' | 'call' | 'territory',
    filters: readonly string[],
  ) => string;
  readonly projectCount: (count: number) => string;
  /** The number of winners that was announced, beside what the base holds of them. */
  readonly countAgainstOfficial: (official: number, inBase: number, filters: readonly string[]) => string;
  readonly aggregate: (
    operation: 'sum' | 'average' | 'median',
    label: string,
    value: string | null,
    known: number,
    total: number,
    filters: readonly string[],
  ) => string;
  readonly noAmountKnown: (label: string, total: number, filters: readonly string[]) => string;
  /** `value`: of each of these projects. */
  readonly extreme: (
    operation: 'max' | 'min',
    label: string,
    value: string | null,
    names: readonly string[],
    filters: readonly string[],
  ) => string;
  /** The projects that follow the first ones. */
  readonly nextHeading: string;
  /** `hasOthers`: amounts of another nature are published as well. */
  readonly extremeCoverage: (known: number, total: number, hasOthers: boolean) => string;
  /** Projects, each with its amount, that are not ranked with the others: "A : 1,5 M€ par an". */
  readonly unlikeBeside: (items: readonly string[]) => string;
  /** What the sources give for the whole fund, each as `fundTotal` says it. */
  readonly fundTotals: (items: readonly string[]) => string;
  /** « d'économies, … (Cour des comptes, 13 novembre 2025) », to follow an amount; alone below it. */
  readonly fundTotal: (what: string, publisher: string, date: string | null) => string;
  readonly ofFund: (what: string) => string;
  readonly detail: (name: string, value: string) => string;
  /** Things beside each other that may hold commas of their own: sources, bodies, values. */
  readonly items: (items: readonly string[]) => string;
  readonly countedHeading: string;
  /** One part of a split computation: "Justice : 85,9 M€ (5 projets sur 7 avec un montant publié)". */
  readonly group: (name: string, value: string, known: number, total: number, isCount: boolean) => string;
  readonly noGroup: string;
  /** The parts of a split set of which no amount of this kind is published. */
  readonly groupsWithout: (names: readonly string[]) => string;
  readonly othersHeading: string;
  readonly withoutFigure: (count: number, names: readonly string[]) => string;
  readonly withoutFigureCount: (count: number) => string;
  readonly compareHeading: (names: readonly string[]) => string;
  /** "Porteur de chacun des 7 projets :" */
  readonly eachHeading: (label: string, count: number) => string;
  readonly compareSame: string;
  /** `times`: how many times the lesser the greater is; null where that tells nothing. */
  readonly compareDifference: (more: string, less: string, difference: string, times: number | null) => string;
  /** `part`: 0 to 1; `total`: an amount; `count`: all projects. */
  readonly shareOfAll: (part: number, total: string, count: number) => string;
  /** Amounts of which none may be said to exceed another. */
  readonly compareUnlike: string;
  readonly compareIncomplete: (names: readonly string[]) => string;
  readonly unpublished: string;
  readonly clarify: (names: readonly string[]) => string;
  readonly clarifyField: (names: readonly string[], label: string) => string;
  readonly unknown: Readonly<
    Record<'empty' | 'too-long' | 'no-words' | 'out-of-scope' | 'no-context' | 'applying' | 'not-recorded', string>
  >;
  /** After what is not known, what is: questions, at least one. */
  readonly youMayAsk: (questions: readonly string[]) => string;
  readonly publishedRules: (questions: readonly string[]) => string;
  /** Null when no word of the question is a name. */
  readonly noSuchProject: (name: string | null) => string;
  readonly nearest: (names: readonly string[]) => string;
  readonly lowConfidence: string;
  readonly sourcesHeading: string;
  /** The sources in one line; nothing after the colon when they follow on lines of their own. */
  readonly sourcesLine: (labels: readonly string[]) => string;
  readonly source: (name: string, date: string | null) => string;
  /** What a source backs, from words of the base, which are French. */
  readonly sourceBacks: (what: string) => string;
  readonly moreDetails: string;
  /** A file, a picture or a card was sent without a word. */
  readonly wordsOnly: string;
  readonly failure: string;
  readonly late: string;
  readonly why: {
    readonly heading: string;
    readonly understoodAs: (kind: string) => string;
    readonly kinds: Readonly<
      Record<'list' | 'fact' | 'aggregate' | 'compare' | 'programme' | 'smalltalk' | 'clarify' | 'unknown', string>
    >;
    readonly read: (written: string, kind: string, id: string) => string;
    readonly matchKinds: Readonly<
      Record<'project' | 'theme' | 'beneficiary' | 'organisation' | 'territory' | 'call' | 'field' | 'operator', string>
    >;
    readonly corrected: (written: string, readAs: string) => string;
    readonly followUp: string;
    readonly filters: (filters: readonly string[]) => string;
    /** The names may be the first of more. */
    readonly records: (names: readonly string[], total: number) => string;
    readonly operation: (label: string) => string;
    readonly operations: Readonly<Record<'count' | 'sum' | 'average' | 'median' | 'max' | 'min', string>>;
  };
}

/** A value and when it held. */
export interface TimedValue {
  readonly value: string;
  readonly when: string | null;
}

/** The names of the fields of a project, as in the core's questions. */
export type FieldName =
  | 'summary'
  | 'savings'
  | 'funding'
  | 'cost'
  | 'carrier'
  | 'partners'
  | 'call'
  | 'date'
  | 'territory'
  | 'themes'
  | 'beneficiaries'
  | 'status'
  | 'sources';

/** A part of a whole in whole percents, as a text without the sign: never 0 for a part that is not nothing, never 100 for less than all. */
export function percents(share: number, lessThan: string, moreThan: string): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return `${lessThan} 1`;
  return rounded === 100 && share < 1 ? `${moreThan} 99` : String(rounded);
}

/** "a, b et c" */
export function enumerate(items: readonly string[], and: string): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}
