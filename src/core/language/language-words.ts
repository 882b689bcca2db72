import { z } from 'zod';
import { fold, foldedWords } from './fold';
import type { Locale } from './locale';
import { createPeriodReader, type PeriodWords } from './periods';
import { words } from './phrases';
import { stem } from './stem';

/** The parts of a set that it may be split by, and its limits on amounts. */
export const PARTS = ['theme', 'ministry', 'carrier', 'territory', 'call', 'year', 'day', 'amount'] as const;
export type Part = (typeof PARTS)[number];

/** What little words do in a question, a class each. */
export const littleWords = z.strictObject({
  /** What stands before a part when the set is to be split by it ("quel ministère", "liste des thèmes"); what asks which, what asks at all, what asks for one of several, and for a body, and what wishes; what links the two. */
  asking: words,
  which: words,
  interrogative: words,
  choosing: words,
  who: words,
  wishing: words,
  retaining: words,
  /** "C'est sûr ?", "qui le dit ?" of a figure. */
  vouching: words,
  saying: words,
  things: words,
  /** What says that one thing is another: "c'est de l'agriculture ?" */
  equating: words,
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
  /** What makes a number one of about so much: "autour de 20 M€". */
  approximating: words,
  /** What makes of a claim another than its words say: "n'en coûte que 60", "le seul". */
  confining: words,
  exactly: words,
  /** What stands behind another in an order: "le plus cher après PILAT". */
  following: words,
  including: words,
  hesitating: words,
  /** What leaves a matter: "laissez, …", "passons"; what turns to another: "bof. Bref, …". */
  dismissing: words,
  turning: words,
  /** What an amount goes to: "et aux projets de la culture ?". */
  giving: words,
  single: words,
  /** A message of nothing but these says yes, or no, to what was asked back; what may stand around them: "oui c'est ça, merci". */
  accepting: words,
  refusing: words,
  courteous: words,
  sharing: words,
  rating: words,
  /** "Par lauréat", "764 divisé par 126": what makes so much for each of them. */
  per: words,
  winners: words,
  dividing: words,
  /** "Ratio", "rapporté à": what sets two figures one over the other; what takes another figure in: "et avec 54 ?" */
  relating: words,
  supposing: words,
  /** What an amount is called that others are a part of: "prévus", "enveloppe". */
  wholes: words,
  placing: words,
  placed: words,
  weighing: words,
  /** "Ajoute le lieu"; "remettez LiDAR HD". */
  adding: words,
  restoring: words,
  another: words,
  leaving: words,
  /** "Comparable à Histologe", "du même genre"; "qui contacter ?" */
  resembling: words,
  kindred: words,
  contacting: words,
  /** "On appelle qui ?", "quelqu'un que je peux joindre". */
  calling: words,
  someone: words,
  /** What asks what a name stands for: "c'est quoi ce sigle ?" */
  meaning: words,
  /** What asks who pays: "qui finance ?"; what those who pay are called. */
  financing: words,
  financiers: words,
  untold: words,
  /** "Le plus", before what is ranked by; "plus de projets", before what is counted. */
  superlative: words,
  exceeding: words,
  /** "Combien d’agents ?", "depuis quand ?", "c’est fini ?", "ouvert aux mairies ?"; those who use a thing. */
  counting: words,
  timing: words,
  ending: words,
  opening: words,
  users: words,
  /** "Le mieux couvert"; "la moitié du coût". */
  covering: words,
  best: words,
  halving: words,
  thirding: words,
  /** "La part du fonds dans OCS GE"; "un projet comme LiDAR HD". */
  within: words,
  like: words,
  /** By how much a figure is more or less than another: "en hausse de combien ?" */
  growing: words,
  /** "Se contredisent", "ne sont pas d'accord"; "ont dérapé", "a augmenté", "revu à la baisse", "en retard"; "plus cher que prévu". */
  contradicting: words,
  concurring: words,
  differing: words,
  overrunning: words,
  rising: words,
  falling: words,
  late: words,
  /** "Mentor en fait partie ?", "included?" */
  belonging: words,
  /** "La mission a été arrêtée, pourquoi ?" */
  stopping: words,
  than: words,
  planned: words,
  /** "Ont vu leur coût augmenter", "ont pris du retard". */
  undergoing: words,
  /** "Pourquoi si peu ?" asks for a cause, not how the answer was reached. */
  wondering: words,
  /** "La DINUM est partenaire", "intervient": what takes part, what is said of a body, and with whom. */
  partnering: words,
  takingPart: words,
  casting: words,
  accompanying: words,
  /** "Le dernier appel". */
  latest: words,
  /** What projects are called; what asks for several. */
  projects: words,
  projectPlurals: words,
  /** "Les deux premiers", "les deux derniers". */
  foremost: words,
  hindmost: words,
  /** What stands before the figure of one line of an answer: "le 2", "numéro 3". */
  numbering: words,
  /** What makes a number one of so many of a list, and what may stand around it: "donne-m’en 3", "trois suffisent". */
  cutting: words,
  aroundNumber: words,
  /** What asks for more of a list: "la suite"; for all that is left of it: "les 6 autres". */
  onward: words,
  /** "Ceux que t'as pas montrés" of a list that was cut. */
  displaying: words,
  /** "Les 2 qui manquent", "la base est-elle incomplète ?"; "ceux qui ne sont pas dans la base". */
  missing: words,
  holding: words,
  remaining: words,
  /** What asks for an answer in another form: shorter, by the names, in one that is not made of words; what may stand around it: "en une phrase". */
  shortening: words,
  summarising: words,
  naming: words,
  reshaping: words,
  aroundForm: words,
  /** "Projets sur la chasse", "deal with courts": what comes next says what projects are on. */
  regarding: words,
  /** "Des deux", "the cheaper of the two": what stands before a number that counts what was shown. */
  ofThem: words,
  articles: words,
  among: words,
  /** What makes one of two lists: "les deux ensemble". */
  uniting: words,
  /** By which people say who they are: "je suis", "ici"; of whom they speak: "je", "on"; what is theirs: "nos projets", "à nous", "chez moi", "ma région". */
  presenting: words,
  speaking: words,
  own: words,
  ours: words,
  us: words,
  dwelling: words,
  mine: words,
  /** What stands for something said before; what shows a part of it: "ce ministère", "la même année". */
  pronouns: words,
  /** "Ils ont des projets en retard ?" of the body spoken of. */
  they: words,
  showing: words,
  /** What a list is called: "lequel des deux groupes". */
  sets: words,
  /** What follows a number that is a sum or a time; what follows one that counts projects; what a time is counted in. */
  units: words,
  counted: words,
  durations: words,
  /** What a computation is said with: "multiplié par", "la moitié". */
  computing: words,
  /** "C'est rentable ?", "amorti quand ?"; "combien d'années pour rembourser ?": what a cost is covered by, and what asks how long. */
  profitable: words,
  repaying: words,
  lasting: words,
  /** What stands before a verb, as "ai" is after "j'": no name. */
  elided: words,
});
const WORD_CLASSES = littleWords.keyof().options;
export type WordClass = (typeof WORD_CLASSES)[number];

/** What the words of French and English are, whatever the records say. Words are given folded: lower case, no accents. */
export type LanguageWords = Readonly<ReturnType<typeof createLanguageWords>>;

/** The little words of one language, as its grammar lists them. */
interface WordLists extends Readonly<
  Record<'functionWords' | 'commonWords' | 'localeWords' | 'firstNames' | 'selfDescriptions', readonly string[]>
> {
  readonly colloquial: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<Part, readonly string[]>>;
  readonly littleWords: Readonly<Record<WordClass, readonly string[]>>;
  readonly figureWords: readonly (readonly string[])[];
  readonly ordinals: readonly { readonly forms: readonly string[] }[];
  readonly periods: PeriodWords;
}

export function createLanguageWords({ fr, en }: Readonly<Record<Locale, WordLists>>) {
  const functionWords = foldedSet([...fr.functionWords, ...en.functionWords]);
  const commonWords = foldedSet([...fr.commonWords, ...en.commonWords]);
  const french = foldedSet(fr.localeWords);
  const english = foldedSet(en.localeWords);
  const spellings = new Map(
    [...Object.entries(fr.colloquial), ...Object.entries(en.colloquial)].map(([spelling, meant]) => [
      fold(spelling),
      foldedWords(meant),
    ]),
  );
  const parts = new Map<string, Part>(
    PARTS.flatMap((part) => [...fr.parts[part], ...en.parts[part]].map((noun): [string, Part] => [fold(noun), part])),
  );
  const classesOf = new Map<string, Set<WordClass>>();
  for (const wordClass of WORD_CLASSES)
    for (const word of foldedSet([...fr.littleWords[wordClass], ...en.littleWords[wordClass]]))
      classesOf.set(word, (classesOf.get(word) ?? new Set()).add(wordClass));
  const firstNames = foldedSet([...fr.firstNames, ...en.firstNames]);
  const selfDescriptions = foldedSet([...fr.selfDescriptions, ...en.selfDescriptions]);
  const ordinals = new Set(
    [...fr.ordinals, ...en.ordinals].flatMap(({ forms }) => forms.map((form) => stem(fold(form)))),
  );
  const figureWords = new Map<string, string>();
  for (const alike of [...fr.figureWords, ...en.figureWords]) {
    const stems = alike.map((word) => stem(fold(word)));
    // "Candidates" is English too.
    const key = stems.flatMap((one) => figureWords.get(one) ?? [])[0] ?? alike[0] ?? '';
    for (const one of stems) figureWords.set(one, key);
  }
  return {
    /** Carries no subject in a question on projects. Any letter alone is one; a digit never is. */
    isFunctionWord: (folded: string) => (folded.length === 1 ? !/\d/.test(folded) : functionWords.has(folded)),
    /** Of everyday language, function words included: never taken for a typo of a word of the data. */
    isCommonWord: (folded: string) =>
      functionWords.has(folded) ||
      commonWords.has(folded) ||
      (folded.endsWith('s') && commonWords.has(folded.slice(0, -1))),
    /** Reads phone and phonetic spellings as the words that they stand for; any other word comes back unchanged. */
    readColloquial: (folded: string): readonly string[] => spellings.get(folded) ?? [folded],
    /** What a word names of a set: the part that it is split by, or its limits on amounts; null for any other word. */
    partNamed: (folded: string) => parts.get(folded) ?? null,
    /** The grammar lists the word among those of the class. */
    is: (wordClass: WordClass, folded: string) => classesOf.get(folded)?.has(wordClass) === true,
    periods: createPeriodReader([fr.periods, en.periods]),
    /** The stem of a word that gives a rank: "deuxième". */
    isOrdinal: (word: string) => ordinals.has(word),
    /** Those of all classes, folded: what is written right is not corrected into another word. */
    classWords: [...classesOf.keys()],
    /** The first of the words that ask for the same kind of figure, "demandés" and "sollicités", by the stem of any; null for other words. */
    figureWord: (word: string) => figureWords.get(word) ?? null,
    isFirstName: (folded: string) => firstNames.has(folded),
    /** A trade, a place in life, a mood: no name, after "je suis". */
    isSelfDescription: (folded: string) => selfDescriptions.has(folded),
    /** The language of a question by its words, names of the data left out; null where they do not tell. */
    detectLocale: (folded: readonly string[]): Locale | null => {
      const inFrench = folded.filter((word) => french.has(word)).length;
      const inEnglish = folded.filter((word) => english.has(word)).length;
      return inFrench === inEnglish ? null : inFrench > inEnglish ? 'fr' : 'en';
    },
  };
}

/** Whether one of some words is of any of the classes. */
export function classesIn(words: readonly { readonly folded: string }[], { is }: Pick<LanguageWords, 'is'>) {
  return (...classes: readonly WordClass[]) => words.some(({ folded }) => classes.some((one) => is(one, folded)));
}

function foldedSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(fold));
}
