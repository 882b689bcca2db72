import type { LanguageWords } from './language-words';
import type { Word } from './words';

/** The text without its closing formula and what follows: a name after "Cordialement" is no subject. */
export function withoutSignature(text: string): string {
  // "Chère équipe" asks for nothing dear.
  const opened = text.replace(
    /^\s*(?:(?:bonjour|bonsoir|hello)[\s,]+)?(?:ch[eè]re?s?|dear)\s+\p{L}+(?:\s+\p{L}+){0,3}\s*[,!:]\s*/iu,
    '',
  );
  const cut = (opened.trim() === '' ? text : opened).replace(
    /[\s,.–-]*\b(bien cordialement|cordialement|bien à vous|bien a vous|salutations|recevez mes|avec mes remerciements|je vous prie d'agr[ée]er|veuillez agr[ée]er|kind regards|best regards|regards|sincerely)\b.*$/isu,
    '',
  );
  return cut.trim() === '' ? text : cut;
}

/** What is known of the words of a message, by their place. */
export interface WordMarks {
  /** A question, an order, a project, a field. */
  readonly asks: (index: number) => boolean;
  /** Part of what the base knows. */
  readonly names: (index: number) => boolean;
  /** Part of a body or a place. */
  readonly places: (index: number) => boolean;
  /** What a message may be about by itself: what the base knows, the fund, the assistant. */
  readonly subjects: (index: number) => boolean;
  /** Begins what stands for something said before: "ce projet". */
  readonly refers: (index: number) => boolean;
}

/**
 * The words by which people tell who they are before they ask ("Inspecteur des impôts à Lille. Combien a coûté PILAT ?"): what they tell limits
 * nothing. Nothing is set aside so of a message that asks for nothing else, or that asks for what is theirs ("les projets de notre région").
 */
export function toldOfOneself(
  words: readonly Word[],
  { asks, names, places, subjects, refers }: WordMarks,
  language: LanguageWords,
) {
  const { is, isFunctionWord, isSelfDescription, isFirstName, partNamed } = language;
  const parts = clausesOf(words, language);
  const folded = (index: number): string => words[index]?.folded ?? '';
  const isAsking = (part: Clause): boolean =>
    part.some((index) => asks(index)) || words[part.at(-1) ?? -1]?.endsQuestion === true;
  const presents = (part: Clause, at: number): boolean => {
    // "Je suis acheteur", "moi c’est Luc", "ma sœur travaille chez un bailleur", "customs officer here", not "looking for work".
    const isSpoken = (place: number): boolean =>
      part
        .slice(Math.max(0, place - REACH), place)
        .some((index) => is('speaking', folded(index)) || is('mine', folded(index)));
    const [opening = -1] = part;
    const [first = -1] = part.filter((index) => !isFunctionWord(folded(index)) || names(index));
    // The "m" of "I'm" is one of "m'indiquer" as well.
    const isOfI = (index: number): boolean => folded(index).length > 1 || /^[a-z]$/.test(folded(index - 1));
    const isPlaced = (place: number): boolean =>
      isSpoken(place) || place < 2 || (place === part.length - 1 && first === opening);
    if (part.some((index, place) => is('presenting', folded(index)) && isOfI(index) && isPlaced(place))) return true;
    if (first !== opening || at === parts.length - 1) return false;
    const word = folded(first);
    if (partNamed(word) !== null || is('accepting', word)) return false;
    // "Inspecteur des impôts", not "agents publics".
    if (isSelfDescription(word) && !word.endsWith('s')) return true;
    return !names(first) && (isFirstName(word) || (part.length <= SHORT && part.some((index) => places(index))));
  };
  const telling = parts.filter((part) => !isAsking(part));
  const told = telling.filter((part) => presents(part, parts.indexOf(part)));
  const rest = parts.filter((part) => !told.includes(part));
  // "On m’a parlé d’un outil, c’est quoi ?" asks of what was told.
  const isLeft = (index: number): boolean => !asks(index) && !isFunctionWord(folded(index));
  const pointsBack = rest.flat().some((index) => is('pronouns', folded(index)));
  const hasSubject =
    rest.flat().some(subjects) || (!pointsBack && rest.some((part) => isAsking(part) && part.some(isLeft)));
  const isWhole = rest.some(isAsking) && hasSubject && !rest.flat().some(refers);
  const isTheirs = (index: number): boolean => isOwn(words, index, language) || is('ours', folded(index));
  const asksForOwn = rest.flat().some(isTheirs) && !rest.flat().some(places);
  // "On est à la DINUM", "hello from Toulouse", which asks for nothing, place who speaks as well.
  const asksNothing = telling.length === parts.length;
  const speaking = telling.filter((part) => asksNothing || part.some((index) => is('speaking', folded(index))));
  return {
    /** The places of those by which people tell who they are: "j’habite Toulouse". */
    presenting: new Set([...told, ...speaking].flat()),
    /** Those of them that limit nothing. */
    aside: new Set(isWhole && !asksForOwn ? told.flat() : []),
  };
}

/** "Nos projets", "chez nous", "ma région", "lesquels sont à nous", not "donnez-nous tous les projets" */
export function isOwn(words: readonly Word[], index: number, { is, partNamed }: LanguageWords): boolean {
  const [word, next] = [words[index], words[index + 1]];
  const folded = word?.folded ?? '';
  const isAt = is('dwelling', words[index - 1]?.folded ?? '');
  const isLast = next === undefined || next.startsClause;
  return (
    is('own', folded) ||
    (is('ours', folded) && (isAt || isLast)) ||
    (is('mine', folded) && isAt && isLast) ||
    (is('mine', folded) && partNamed(next?.folded ?? '') !== null)
  );
}

/** "J’ai été mutée": so many words at most stand between who speaks and the word that says who it is. */
const REACH = 3;
/** A longer clause tells of something: "importer des bananes par Le Havre et attendre trois contrôles". */
const SHORT = 7;

type Clause = readonly number[];

/** Where a sign, or "et je", "et quels", begins another one. */
function clausesOf(words: readonly Word[], { is }: LanguageWords): readonly Clause[] {
  const clauses: number[][] = [];
  words.forEach(({ folded, startsClause, isDecimal }, index) => {
    const before = words[index - 1]?.folded ?? '';
    const begins = is('speaking', folded) || is('which', folded);
    const last = clauses.at(-1);
    if (last === undefined || (startsClause && !isDecimal) || (begins && is('coordinating', before)))
      clauses.push([index]);
    else last.push(index);
  });
  return clauses;
}
