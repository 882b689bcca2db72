import type { AmountColumns } from './amount-columns';
import type { Models } from './classifier';
import type { Facets, Hierarchies } from './facets';
import type { Grammar, GrammarFile } from './grammar-schema';
import type { LanguageWords } from '../language/language-words';
import type { Locale } from '../language/locale';
import type { Word } from '../language/words';
import type {
  Beneficiary,
  Call,
  Organisation,
  FundFigure,
  ProgrammeFact,
  Project,
  Territory,
  Theme,
} from '../model/records';
import type { Span } from '../model/tag';
import type { MeaningIndex } from '../search/meaning-index';
import type { RankedIndex } from '../search/ranked-index';
import type { Vocabulary } from '../search/vocabulary';
import type { WordingIndex, WordingOwner } from '../search/wording-index';

/** The contents of the data files, checked one by one and against each other; what was learned of questions is apart. */
export interface Records {
  readonly projects: readonly Project[];
  readonly facts: readonly ProgrammeFact[];
  readonly calls: readonly Call[];
  readonly themes: readonly Theme[];
  readonly organisations: readonly Organisation[];
  readonly territories: readonly Territory[];
  readonly beneficiaries: readonly Beneficiary[];
  readonly grammar: Grammar;
}

/** Every phrase that means something, from the data and from the grammar. */
export interface Lexicon {
  /** The longest phrases found in the words, left to right, none over another. */
  tag(words: readonly Pick<Word, 'folded' | 'stem'>[]): readonly Span[];
  /** The distinct folded words of all phrases, for the vocabulary. */
  readonly words: ReadonlySet<string>;
}

/** The records with all that is computed from them once: look-ups by id, hierarchies, lexicon, vocabulary, search indexes. */
export interface KnowledgeBase extends Hierarchies {
  /** In the order of ids, so that the order of the file never changes an answer. */
  readonly projects: readonly Project[];
  /** 0, 1, 2… for each project: what no filter limits. */
  readonly positions: readonly number[];
  readonly facts: readonly ProgrammeFact[];
  readonly calls: readonly Call[];
  /** Position in `projects` by id. */
  readonly positionById: ReadonlyMap<string, number>;
  readonly projectById: ReadonlyMap<string, Project>;
  readonly factById: ReadonlyMap<string, ProgrammeFact>;
  /** The figures of the fund by the fact's id and the figure's key, "appel1.requested". */
  readonly figureById: ReadonlyMap<string, FundFigure & { readonly fact: string }>;
  readonly themeById: ReadonlyMap<string, Theme>;
  readonly organisationById: ReadonlyMap<string, Organisation>;
  /** The ministries that carry projects, by what their names say besides that they are one: "agriculture". */
  readonly ministryCalled: ReadonlyMap<string, string>;
  readonly beneficiaryById: ReadonlyMap<string, Beneficiary>;
  /** The stems of the names of each project. */
  readonly nameStems: ReadonlyMap<string, ReadonlySet<string>>;
  readonly facets: Facets;
  readonly amounts: AmountColumns;
  readonly language: LanguageWords;
  /** How people order, by the language of the words. */
  readonly orders: Readonly<Record<Locale, GrammarFile['orders']>>;
  readonly lexicon: Lexicon;
  /** What was learned from people's questions. */
  readonly models: Models;
  readonly vocabulary: Vocabulary;
  readonly projectIndex: RankedIndex;
  readonly wordings: WordingIndex;
  /** The records that are asked for in just these words, folded, with a space between. */
  readonly askedAs: ReadonlyMap<string, readonly WordingOwner[]>;
  /** Every record that can be asked for, by all that is said of it. */
  readonly meanings: MeaningIndex;
  /** Facts by the ways in which they are asked, and by their answers as well. */
  readonly factIndex: RankedIndex;
  readonly factTextIndex: RankedIndex;
}
