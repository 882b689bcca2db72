import { FIELDS } from '../model/records';
import { z } from 'zod';
import { littleWords, PARTS } from '../language/language-words';
import type { Locale } from '../language/locale';
import { periodWords } from '../language/periods';
import { phrase, phrases, spelling, words } from '../language/phrases';
import { WORDED_ACTS } from '../model/question';
import { OPERATORS, WORDED_REFERENCES } from '../model/tag';
import { ordersFile } from './order-patterns';

/**
 * The shape of data/grammar/fr.json and en.json: the words of asking. Phrases are matched by stem, so one form of a word is enough; the longest
 * phrase wins over the shorter ones that it contains. A phrase that is both French and English stands in fr.json.
 */
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
  littleWords,
  /** Words that ask for the same kind of figure of the fund, a group each: "demandés", "sollicités". */
  figureWords: z.array(words),
  /** Places whose folded name is also a word: read only after one of these openings, followed by the name, or by what is `said` of it. */
  ambiguousPlaces: z.array(z.strictObject({ names: phrases, openings: phrases, said: phrase.optional() })),
  /** Courtesy, help, who it is, giving up; other orders stand in `orders`. */
  acts: z.record(z.enum(WORDED_ACTS), phrases),
  fund: phrases,
  /** 1 = first, -1 = last. */
  ordinals: z.array(z.strictObject({ position: z.number().int().min(-3).max(40), forms: phrases })),
  /** What stands before an ordinal that points at a line of an answer: "le deuxième". */
  ordinalOpenings: phrases,
  /** "2e appel", "appel numéro 2", "session 2". */
  callNouns: phrases,
  callNumberWords: phrases,
  sessionNouns: phrases,
  /** Selections outside the numbered calls. */
  schemes: z.strictObject({ ftap2: phrases, windows: phrases, contract: phrases }),
  periods: periodWords,
  /** Words that carry no subject in a question on projects: articles, pronouns, auxiliaries, politeness, the scaffolding of asking. */
  functionWords: words,
  /** Words of everyday language. They may be the subject, but are never taken for a typo of a word of the data. */
  commonWords: words,
  /** Phone spellings and the words they stand for, an abbreviation with its dot where it is a word without: only those that are no word of their own, or whose other reading never occurs in a question. */
  colloquial: z.record(spelling, phrase),
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
