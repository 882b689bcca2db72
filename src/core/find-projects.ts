import { projectsOf } from './model/answer';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import { namesOf, subjectWords, textWords } from './knowledge/project-words';
import type { Project } from './model/records';
import { foldedWords, lettersOf } from './language/fold';
import type { Locale } from './language/locale';
import { stem } from './language/stem';
import { respond } from './respond';
import { createPrefixIndex } from './search/prefix-index';
import { createVocabulary } from './search/vocabulary';
import { EMPTY_MEMORY } from './model/question';
import { selectPositions } from './answering/select';
import { listSaid } from './list-said';
import { readQuestion } from './understanding/reading';

/** Finds projects for words that may not be finished: a search box that asks again at each letter. */
export type ProjectFinder = ReturnType<typeof createProjectFinder>;

/** The brain reads no more of a question. */
const MOST_CHARACTERS = 500;
/** Two letters begin a word in half the base. */
const FEWEST_LETTERS_AMONG_OTHERS = 3;
/** One letter begins a word in almost all that is told of any project: it says something of a name only. */
const ONE_LETTER = /^\p{L}$/u;
/** So does a number that stands alone: "12" is found in dates, sums and addresses. */
const NUMBER = /^\p{N}+$/u;
/** Said before the name of any project. */
const OF_ANY_PROJECT: ReadonlySet<string> = new Set(['projet', 'projets', 'project', 'projects']);

const finders = new WeakMap<KnowledgeBase, ProjectFinder>();

/** The finder of a base, made once for all who ask: it reads every record. */
export function projectFinderOf(knowledge: KnowledgeBase): ProjectFinder {
  const made = finders.get(knowledge) ?? createProjectFinder(knowledge);
  finders.set(knowledge, made);
  return made;
}

/** Indexes the beginnings of the names, and of all that is said of each project. */
export function createProjectFinder(knowledge: KnowledgeBase) {
  const { projects, vocabulary, language } = knowledge;
  const { isFunctionWord } = language;
  const runTogether = projects.map((project) => namesOf(project).map(lettersOf));
  const nameWords = projects.map((project) => foldedWords(namesOf(project).join(' ')));
  const subjectsToo = projects.map((project, at) => [...(nameWords[at] ?? []), ...subjectWords(project, knowledge)]);
  const wholeNames = createPrefixIndex(runTogether);
  const wholeNamesRead = createVocabulary(runTogether.flat(), language);
  const names = createPrefixIndex(nameWords);
  const namesRead = createVocabulary(nameWords.flat(), language);
  const subjects = createPrefixIndex(subjectsToo);
  const texts = createPrefixIndex(projects.map((project, at) => [...(subjectsToo[at] ?? []), ...textWords(project)]));

  /** Ids of all the projects that are meant, best first; none when nothing, or nothing known, is typed. Always the same for the same words. */
  function find(typed: string, locale: Locale): readonly string[] {
    const words = typed.length > MOST_CHARACTERS ? [] : foldedWords(typed);
    const last = words.at(-1);
    if (last === undefined) return [];
    const content = words.filter((word) => !isFunctionWord(word));
    const asked = (content.length === 0 ? words : content).map((word) => (word === last ? word : withoutPlural(word)));
    const named = idsOf([...byNearestName(lettersOf(typed)), ...names.search(asked)]);
    if (vocabulary.knows(last)) {
      const meant = meantBy(typed, locale);
      return firstOf([...named, ...(meant ?? [])], () => (meant === null ? anywhere(asked) : []));
    }
    // A word that is none, yet begins some, is being typed; the brain would read it as a mistake.
    return firstOf(
      [...named, ...(asksSomethingOf(last, typed) ? idsOf(names.search([last])) : []), ...anywhere(asked)],
      () => meantBy(typed, locale) ?? [],
      // "Mantor" may well be near to another word than a name, but here names are what is looked for.
      () => idsOf(names.search(asked.map((word) => namesRead.correct(word, false) ?? word))),
      () => anywhere(asked.map((word) => vocabulary.correct(word, false) ?? word)),
    );
  }

  /** Ids of the projects whose names hold these words, or words near to them; none when they name nothing. */
  function named(written: string): readonly string[] {
    const words = foldedWords(written).filter((word) => !isFunctionWord(word) && !OF_ANY_PROJECT.has(word));
    if (words.length === 0) return [];
    const near = words.map((word) => namesRead.correct(word, false) ?? stem(word));
    return firstOf(idsOf(names.search(words)), () => idsOf(names.search(near)));
  }

  /** Ids of the projects of which these words are the whole name, mistyped: none for a word that is one in its own right. */
  function misnamed(written: string): readonly string[] {
    const words = foldedWords(written);
    const begin = words.findIndex((word) => !isFunctionWord(word) && !OF_ANY_PROJECT.has(word));
    if (begin === -1) return [];
    const name = words.slice(begin);
    const letters = name.join('');
    const isTypo = name.some((word) => !vocabulary.knows(word));
    const meant = isTypo ? wholeNamesRead.correct(letters, false) : null;
    // A letter doubled at the end ("PILATT") is no more than another ending.
    const isMeant = (whole: string): boolean => whole === meant || (whole !== letters && stem(whole) === stem(letters));
    return idsOf(runTogether.flatMap((wholes, position) => (wholes.some(isMeant) ? [position] : [])));
  }

  /** The name that lacks fewest letters first: "inser" is nearer to InSERRE than to InserJeunes. */
  function byNearestName(letters: string): readonly number[] {
    if (letters === '') return [];
    const lengthOf = (position: number): number =>
      Math.min(...(runTogether[position] ?? []).filter((name) => name.startsWith(letters)).map(({ length }) => length));
    return wholeNames
      .search([letters])
      .map((position) => ({ position, length: lengthOf(position) }))
      .sort((a, b) => a.length - b.length || a.position - b.position)
      .map(({ position }) => position);
  }

  /** "Économies de ment": the last word begins a name, and the others only ask something of it. */
  function asksSomethingOf(last: string, typed: string): boolean {
    if (last.length < FEWEST_LETTERS_AMONG_OTHERS) return false;
    const { fields, spans, leftoverStems } = readQuestion(
      typed.trimEnd().replace(/[\p{L}\p{N}]+\P{L}*$/u, ''),
      knowledge,
    );
    const isOnlyAsking = spans.every(({ tags }) => tags.every(({ kind }) => kind === 'field' || kind === 'operator'));
    return fields.length > 0 && isOnlyAsking && leftoverStems.length === 0;
  }

  /** Names first, then what projects are about, then what is told of them: "impo" is taxes before it is something important. */
  function anywhere(beginnings: readonly string[]): readonly string[] {
    const longer = beginnings.filter((beginning) => !ONE_LETTER.test(beginning));
    const named = names.search(beginnings);
    if (longer.every((beginning) => NUMBER.test(beginning))) return idsOf(named);
    return idsOf([...named, ...subjects.search(longer), ...texts.search(longer)]);
  }

  /** The projects that the brain's answer is about, or those of the call or the year that it tells of; null when it has no answer. */
  function meantBy(typed: string, locale: Locale): readonly string[] | null {
    if (foldedWords(typed).every((word) => ONE_LETTER.test(word))) return null;
    const reading = readQuestion(typed, knowledge);
    // A word that no record holds is not made up for by those around it.
    if (reading.leftoverStems.some((stem) => !knowledge.meanings.has(stem) && !knowledge.projectIndex.has(stem)))
      return null;
    const { answer } = respond({ text: typed, locale }, EMPTY_MEMORY, knowledge);
    // "2e appel" asks of the call itself, or of its projects: here of those.
    const list = answer.kind === 'programme' || answer.kind === 'clarify' ? listSaid(typed, knowledge) : null;
    if (list !== null) return idsOf(selectPositions(list.filter, knowledge));
    // A place alone may have none of its own, and is yet covered by those of the whole country.
    const nationwide = answer.kind === 'list' ? answer.nationwide : [];
    return answer.kind === 'unknown' ? null : [...projectsOf(answer), ...nationwide];
  }

  function idsOf(positions: readonly number[]): readonly string[] {
    return positions.flatMap((position) => projects[position]?.id ?? []);
  }

  return { find, named, misnamed };
}

/** A word that is finished may be another form than the one that the records hold. */
function withoutPlural(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/u, '') : word;
}

/** The first list that holds something, each id once; the later ones are only made when they are needed. */
function firstOf(ids: readonly string[], ...others: readonly (() => readonly string[])[]): readonly string[] {
  const [next, ...rest] = others;
  return ids.length > 0 || next === undefined ? [...new Set(ids)] : firstOf(next(), ...rest);
}

/** Every project, the latest announced first, those without a date last: what a search shows before anything is typed. */
export function latestFirst({ projects }: KnowledgeBase): readonly string[] {
  const dateOf = ({ call }: Project): string => call.announced ?? '';
  // The sort keeps projects of one day in the order of their ids.
  return [...projects].sort((a, b) => dateOf(b).localeCompare(dateOf(a))).map(({ id }) => id);
}
