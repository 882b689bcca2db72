import type { FieldName } from '../messages';

/** What is said of subscriptions and of the notices that come of them. `fr.ts` and `en.ts` hold the words. */
export interface NoticeMessages {
  /** What is followed, in words: they stand in the middle of sentences. */
  readonly subject: {
    readonly everything: string;
    /** `filters` as in the heading of a list. */
    readonly set: (filters: readonly string[]) => string;
    readonly projects: (names: readonly string[]) => string;
    /** Only this field of projects that are named. */
    readonly onlyField: (subject: string, label: string) => string;
    /** Only this field of a set; of all projects where there is no filter. */
    readonly fieldOfSet: (field: FieldName, filters: readonly string[]) => string;
  };
  /** `count`: the projects that it covers today; null for one project. */
  readonly subscribed: (subject: string, count: number | null) => string;
  /** To who spoke of new projects only. */
  readonly notOnlyNew: string;
  readonly alreadySubscribed: (subject: string) => string;
  readonly full: (most: number) => string;
  /** What a notice holds, what is kept for it and for how long, and how to stop. */
  readonly terms: string;
  /** Where the conversation lives in a browser. */
  readonly keepOpen: string;
  readonly askSubject: string;
  /** Words that name no project nor set of projects. */
  readonly notUnderstood: (said: string) => string;
  /** "Le FTAP": what the base knows of the fund itself is not followed. */
  readonly onlyProjects: string;
  readonly which: (said: string) => string;
  /** Before projects whose names are near to what was said. */
  readonly perhaps: (said: string) => string;
  readonly list: (subjects: readonly string[]) => string;
  readonly none: string;
  readonly askStop: string;
  readonly stopped: (subjects: readonly string[]) => string;
  readonly allStopped: string;
  /** A button of a subscription that is there no more. */
  readonly noSuch: string;
  /** Words to stop what is not followed. */
  readonly notFollowed: (said: string) => string;
  readonly since: (subject: string, date: string) => string;
  readonly notice: {
    readonly heading: (projects: number) => string;
    readonly added: (name: string, summary: string) => string;
    readonly removed: (name: string) => string;
    readonly changed: (label: string, before: string, after: string) => string;
    /** What is read beside a value changed, and not the value itself. */
    readonly detailChanged: (label: string, detail: string) => string;
    readonly source: (label: string) => string;
    /** Of more projects than are told of: how many they are, some names, and what to ask. */
    readonly others: (count: number, names: readonly string[], question: string) => string;
    /** Why it came, and how to stop it. */
    readonly because: (subjects: readonly string[]) => string;
    readonly labels: { readonly name: string };
  };
  readonly buttons: {
    readonly mine: string;
    readonly stop: (subject: string) => string;
    readonly stopAll: string;
    readonly follow: (name: string) => string;
  };
}
