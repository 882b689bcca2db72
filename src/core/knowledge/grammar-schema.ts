import { FIELDS } from '../model/records';
import { z } from 'zod';
import { PARTS, type WordClass } from '../language/language-words';
import type { Locale } from '../language/locale';
import type { PERIOD_CLASSES } from '../language/periods';
import { WORDED_ACTS } from '../model/question';
import { OPERATORS, WORDED_REFERENCES } from '../model/tag';
import { ordersFile } from './order-patterns';

/**
 * The shape of data/grammar/fr.json and en.json: the words of asking. Phrases are matched by stem, so one form of a word is enough; the longest
 * phrase wins over the shorter ones that it contains. A phrase that is both French and English stands in fr.json.
 */
const phrase = z.string().regex(/[\p{L}\p{N}]/u, 'a phrase');
const word = z.string().regex(/^[\p{L}\p{N}]+$/u, 'a single word');
const phrases = z.array(phrase);
const words = z.array(word).min(1, 'a word at least');

export const grammarFile = z.strictObject({
  $schema: z.string().optional(),
  /** How each field of a project is asked for. "A-t-il financé ?" asks for no sum: verbs of paying are operators. */
  fields: z.record(z.enum(FIELDS), phrases),
  /** What a question does with the projects: count, add, rank, compare, restrict, refer on. */
  operators: z.record(z.enum(OPERATORS), phrases),
  /** What people try on any assistant: no record answers it, though it may share words with the records. */
  offTopic: phrases,
  /** Other funds, and what only one's own account or office could tell: no record answers them, whatever else is said. */
  beyond: phrases,
  /** The sixth call and beyond: each ordinal before each noun. */
  callsThatNeverWere: z.strictObject({ nouns: phrases, ordinals: phrases }),
  /** "Le projet qui s'occupe de…", "quand on est à la rue" describe; they do not ask who runs it, nor when. Each noun before each verb. */
  descriptions: z.strictObject({ nouns: phrases, verbs: phrases, conjunctions: phrases }),
  /** What points at something said or shown before. */
  references: z.record(z.enum(WORDED_REFERENCES), phrases),
  /** What people call the parts of a set, and its limits: "par ministère", "toutes les années", "sans le seuil". */
  parts: z.record(z.enum(PARTS), words),
  /** What little words do, a class each. */
  littleWords: z.strictObject({
    /** What stands before a part when the set is to be split by it ("quel ministère", "liste des thèmes"); what asks which; what links the two. */
    asking: words,
    which: words,
    linking: words,
    /** What may stand between two subjects of one wider subject, what says "and" or "or", what narrows one by the other, what stands between two sides. */
    joining: words,
    coordinating: words,
    narrowing: words,
    opposing: words,
    /** What says that a limit stays while another goes: "tous les thèmes, en conservant ce seuil"; what says that it goes. */
    keeping: words,
    lifting: words,
    /** What says no of what it stands with; of these, what says that a thing is missing: "sans coût publié". */
    denying: words,
    lacking: words,
    /** "Pas le coût" at the head of a clause rules out, "pas que", "pas seulement" does not; what points at a thing. */
    rulingOut: words,
    restricting: words,
    pointing: words,
    /** What shows one of those on the table: "celui des fouilles". */
    designating: words,
    /** Between two numbers of one range; an article that is a number there: "entre un et trois millions". */
    ranging: words,
    single: words,
    /** A message of nothing but these says yes, or no, to what was asked back; what may stand around them: "oui c'est ça, merci". */
    accepting: words,
    refusing: words,
    courteous: words,
    /** "Le dernier appel". */
    latest: words,
    /** What projects are called; what asks for several. */
    projects: words,
    projectPlurals: words,
    /** "Les deux premiers", "les deux derniers". */
    foremost: words,
    hindmost: words,
    /** "Projets sur la chasse", "deal with courts": what comes next says what projects are on. */
    regarding: words,
    /** "Des deux", "the cheaper of the two": what stands before a number that counts what was shown. */
    ofThem: words,
    articles: words,
    among: words,
    /** What follows a number that is a sum or a time; what follows one that counts projects; what a time is counted in. */
    units: words,
    counted: words,
    durations: words,
    /** What stands before a verb, as "ai" is after "j'": no name. */
    elided: words,
  } satisfies Record<WordClass, unknown>),
  /** Places whose folded name is also a word: read only after one of these openings, followed by the name, or by what is `said` of it. */
  ambiguousPlaces: z.array(z.strictObject({ names: phrases, openings: phrases, said: phrase.optional() })),
  /** Courtesy, help, who it is, giving up; other orders stand in `orders`. */
  acts: z.record(z.enum(WORDED_ACTS), phrases),
  fund: phrases,
  /** 1 = first, -1 = last. */
  ordinals: z.array(z.strictObject({ position: z.number().int().min(-3).max(20), forms: phrases })),
  /** What stands before an ordinal that points at a line of an answer: "le deuxième". */
  ordinalOpenings: phrases,
  /** "2e appel", "appel numéro 2", "session 2". */
  callNouns: phrases,
  callNumberWords: phrases,
  sessionNouns: phrases,
  /** Selections outside the numbered calls. */
  schemes: z.strictObject({ ftap2: phrases, windows: phrases, contract: phrases }),
  periods: z.strictObject({
    /** January to December, each with its short forms. */
    months: z.array(words).length(12, 'the twelve months'),
    /** Before a year or a month, that one and all after it; the same before a month alone: "from June 2019", but not "from 2019". */
    from: phrases,
    fromMonth: phrases,
    after: phrases,
    upTo: phrases,
    before: phrases,
    /** Behind a year: it and all after it, or it and all before it. */
    andAfter: phrases,
    andBefore: phrases,
    /** Before the first of two, and between them: "entre… et…", "de… à…". */
    between: phrases,
    and: phrases,
    /** Before a year, its first month and its last: "de juin 2019 à fin 2020". */
    beginning: words,
    end: words,
    firstDay: words,
    /** What may stand between a month and the year that it takes: "de mars à juin de l’année 2019". */
    besideMonth: words,
    /** The year after the one spoken of, and the one before it. */
    nextYear: phrases,
    yearBefore: phrases,
  } satisfies Record<(typeof PERIOD_CLASSES)[number] | 'months', unknown>),
  /** Words that carry no subject in a question on projects: articles, pronouns, auxiliaries, politeness, the scaffolding of asking. */
  functionWords: words,
  /** Words of everyday language. They may be the subject, but are never taken for a typo of a word of the data. */
  commonWords: words,
  /** Phone spellings and the words they stand for: only those that are no word of their own, or whose other reading never occurs in a question. */
  colloquial: z.record(word, phrase),
  /** Words that tell the language of a question: only those that no sentence of the other language has. */
  localeWords: words,
  /** First names common in France, but for those that are everyday words too: France, Rose, Marine. */
  firstNames: words,
  /** What people say they are after "je suis" or "I am" that is no name: a trade, a place in life, a mood. */
  selfDescriptions: words,
  /** How people order what the assistant does beside answering. */
  orders: ordersFile,
});

export type GrammarFile = Readonly<z.infer<typeof grammarFile>>;
export type Grammar = Readonly<Record<Locale, GrammarFile>>;
