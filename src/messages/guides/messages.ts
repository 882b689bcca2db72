/** What the guided conversations say. `fr.ts` and `en.ts` hold the words; a language that lacks a sentence does not compile. */
export interface GuideMessages {
  /** The buttons that open a guide. */
  readonly open: Readonly<Record<GuideName, string>>;
  /** Above those buttons. */
  readonly menu: string;
  readonly back: string;
  readonly cancel: string;
  readonly help: string;
  readonly send: string;
  readonly add: string;
  readonly skip: string;
  readonly cancelled: string;
  /** "Retour" when no guide is under way. */
  readonly nothingUnderWay: string;
  readonly alreadyFirst: string;
  /** Before the pending question, after something else was answered. */
  readonly resumed: string;
  /** A button of a question that is not under way any more. */
  readonly staleButton: string;
  /** In a group: a button of the guide that another person walks through. */
  readonly buttonOfAnother: string;
  /** The same press came twice. */
  readonly alreadyPressed: string;
  readonly unknownButton: string;
  /** In the place of the reply to a question that was edited into an order. */
  readonly orderByEdit: string;
  /** The choices made on the way, in their order. */
  readonly chosen: (labels: readonly string[]) => string;
  /** On the card of a guide that has ended: what it led to is a message of its own. */
  readonly resultBelow: string;
  /** Told by Teams under a card whose button began something in a message of its own. */
  readonly goesOnBelow: string;
  /** Under a field that was sent empty, or with words that its list does not have. */
  readonly chooseFromList: string;
  /** A label or words, between the quotation marks of the language. */
  readonly quoted: (words: string) => string;
  /** "Oui" to a choice. */
  readonly which: (examples: readonly string[]) => string;
  /** The button of a list was pressed with nothing chosen in it. */
  readonly nothingChosen: string;
  readonly notAChoice: (said: string, examples: readonly string[]) => string;
  readonly withCount: (label: string, count: number) => string;
  readonly anyOf: string;
  /** Behind a question with more choices than are shown. */
  readonly orType: string;
  readonly find: {
    readonly help: string;
    readonly askTheme: string;
    readonly askLimit: (theme: string, count: number) => string;
    readonly notATheme: (said: string, examples: readonly string[]) => string;
    readonly notALimit: (said: string, examples: readonly string[]) => string;
  };
  readonly savings: {
    readonly help: string;
    readonly askScope: string;
    readonly scopes: Readonly<Record<'project' | 'theme' | 'ministry' | 'all', string>>;
    readonly askProject: string;
    readonly askTheme: string;
    readonly askMinistry: string;
    readonly notAMinistry: (said: string, examples: readonly string[]) => string;
  };
  readonly pick: {
    readonly label: string;
    readonly placeholder: string;
    /** No project is called or described so; `near`: those whose names look like it. */
    readonly notAProject: (said: string, near: readonly string[]) => string;
    /** "Tous", where at most so many are picked. */
    readonly notAll: (most: number) => string;
    readonly severalFit: (names: readonly string[]) => string;
    readonly alreadyChosen: (name: string) => string;
    readonly notEnough: (least: number) => string;
    readonly tooMany: (most: number, left: readonly string[]) => string;
  };
  readonly compare: {
    readonly help: string;
    readonly askFirst: string;
    readonly askMore: (names: readonly string[], left: number) => string;
    readonly done: string;
  };
  readonly note: {
    readonly help: string;
    readonly askFirst: string;
    readonly askMore: (names: readonly string[], left: number) => string;
    readonly done: string;
    readonly ready: (names: readonly string[]) => string;
    readonly impossible: string;
    /** More projects than a note holds. */
    readonly tooLarge: (count: number, most: number) => string;
    readonly openPage: string;
    readonly openMarkdown: string;
    readonly expires: string;
  };
  readonly opinion: {
    readonly help: string;
    readonly askRating: string;
    readonly ratings: Readonly<Record<'1' | '2' | '3' | '4' | '5', string>>;
    readonly notARating: (said: string) => string;
    readonly askText: string;
    readonly textLabel: string;
    readonly thanks: string;
  };
  readonly report: {
    readonly help: string;
    readonly askAbout: string;
    readonly about: Readonly<Record<'data' | 'answer', string>>;
    readonly askProject: string;
    readonly noProject: string;
    readonly askText: Readonly<Record<'data' | 'answer', string>>;
    readonly askTextOn: (project: string) => string;
    readonly textLabel: string;
    readonly thanks: string;
  };
  readonly text: {
    readonly tooShort: string;
    /** "Oui" or "je ne sais pas" where a message is needed. */
    readonly tooFew: string;
    readonly tooLong: (most: number) => string;
    /** A question was answered where a text was asked for: it may have been that text. */
    readonly keepOffer: string;
    readonly keep: string;
    readonly personalData: string;
  };
}

export const GUIDE_NAMES = ['find', 'savings', 'compare', 'note', 'opinion', 'report'] as const;
export type GuideName = (typeof GUIDE_NAMES)[number];
