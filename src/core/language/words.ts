import { fold, WORD, wordsIn } from './fold';
import type { LanguageWords } from './language-words';
import { withNumbersInFigures } from './spoken-numbers';
import { stem } from './stem';

/** A word of a question, as written and as compared. */
export interface Word {
  /** As typed, for explanations. */
  readonly written: string;
  /** Lower case, no accents; a phone spelling ("koi") already read as the word it stands for ("quoi"). */
  readonly folded: string;
  readonly stem: string;
  /** Starts with a capital or is in capitals, in a text that is not all capitals. */
  readonly isCapitalised: boolean;
  /** The word before it ended a sentence, or it is the first word. */
  readonly startsSentence: boolean;
  /** A comma or another sign that separates stands before it. */
  readonly startsClause: boolean;
  /** A question mark stands right behind it. */
  readonly endsQuestion: boolean;
  /** Stands between quotation marks. */
  readonly isQuoted: boolean;
  /** The decimals of the number before it: "3,6". */
  readonly isDecimal: boolean;
  /** A number of hundredths: "50 %". */
  readonly isPercent: boolean;
}

/** Splits a text into words. Apostrophes, hyphens and other signs separate, so that "l'État" gives "l" and "etat". */
export function readWords(text: string, { readColloquial }: Pick<LanguageWords, 'readColloquial'>): readonly Word[] {
  const isShouted = isAllCapitals(text);
  const words: Word[] = [];
  const typed = text
    .normalize('NFC')
    .replace(
      /(^|\s)\+(?=\s+(?:d[eu]?(?!\p{L})|argent|petit|gros|grand|cher|haut|bas|faible|[ée]lev|fort))/giu,
      '$1plus',
    )
    // "Que les + de 8 M€" is no superlative.
    .replace(/(?<!\p{L})les\s+(\+|-|plus|moins)\s*de(?=\s*\d)/giu, (_, sign: string) =>
      sign === '+' || sign === 'plus' ? 'ceux de plus de' : 'ceux de moins de',
    )
    .replace(/(^|\s)-(?=\s+de\s*\d)/giu, '$1moins')
    .replace(/((?:^|\s)(?:le|la|les))\s+\+(?=\s*\p{L})/giu, '$1 plus')
    .replace(/((?:^|\s)(?:le|la|les|au))\s+-(?=\s*\p{L})/giu, '$1 moins')
    .replace(/(^|\s)\+(?=\s)/g, '$1avec')
    .replace(/(^|\s)(?:>=|≥)\s*(?=\d)/g, '$1au moins ')
    .replace(/(^|\s)(?:<=|≤)\s*(?=\d)/g, '$1au plus ')
    .replace(/(^|\s)>\s*(?=\d)/g, '$1plus de ')
    .replace(/(^|\s)<\s*(?=\d)/g, '$1moins de ')
    .replace(/\b(top)(?=\d)/gi, '$1 ')
    .replace(/(?<!\d\s*)%/g, ' pourcentage')
    // An acronym with its dots ("F.T.A.P.") is the acronym; so is one that was spelled ("I G N"), unless all is in capitals ("Y A T IL").
    .replace(/(?<![\p{L}.])(?:\p{Lu}\.){2,}\p{Lu}?(?!\p{L})/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/(?<!\p{L})(?:\p{Lu} ){2,}\p{Lu}(?!\p{L})/gu, (spelled) =>
      isShouted ? spelled : spelled.replaceAll(' ', ''),
    );
  const spoken = readDictation(typed);
  let previousEnd = 0;
  let quoted = false;
  for (const match of spoken.matchAll(WORD)) {
    const between = spoken.slice(previousEnd, match.index);
    previousEnd = match.index + match[0].length;
    for (const sign of between)
      if ('«»“”"'.includes(sign)) quoted = sign === '"' ? !quoted : sign === '«' || sign === '“';
    const written = match[0];
    const endsQuestion = /^\s*\?/.test(spoken.slice(previousEnd));
    const isDecimal = /^[.,]$/.test(between) && /^\d/.test(written) && /\d$/.test(words.at(-1)?.written ?? '');
    const isPercent = /^\d/.test(written) && PERCENT.test(spoken.slice(previousEnd));
    // "Tot. des 6" is one sentence.
    const isShort = /^\.\s+$/.test(between) && /^[\p{Ll}\d]/u.test(written) && isShortened(words.at(-1));
    const startsSentence = words.length === 0 || (!isDecimal && !isShort && /[.!?:;\n…]/.test(between));
    const plain = fold(written);
    // "Tot." is no "tôt".
    const short = `${plain}.`;
    const dotted = spoken[previousEnd] === '.' ? readColloquial(short) : [short];
    for (const folded of dotted[0] === short ? readColloquial(plain) : dotted)
      words.push({
        written,
        folded,
        stem: stem(folded),
        isCapitalised: !isShouted && /^\p{Lu}/u.test(written),
        startsSentence,
        startsClause: !isDecimal && (startsSentence || /[,()—/]|\s[-–]\s/.test(between)),
        endsQuestion,
        isQuoted: quoted,
        isDecimal,
        isPercent,
      });
  }
  return words;
}

/** Written by its beginning, as "moy." for "moyenne". */
function isShortened(word: Word | undefined): boolean {
  const written = fold(word?.written ?? '');
  return word !== undefined && word.folded !== written && word.folded.startsWith(written);
}

const PERCENT = /^\s?(?:%|pour\s?cents?(?!\p{L})|per\s?cent(?!\p{L}))/iu;

/** Numbers and signs ("virgule", "point final") said aloud. */
function readDictation(text: string): string {
  return withNumbersInFigures(text)
    .replace(
      /\s(?:point d['’]interrogation|point final|deux points|point virgule|points? de suspension)(?=\s|$)/giu,
      ' .',
    )
    .replace(/(?:ouvrez|fermez) (?:les guillemets|la parenth[eè]se)/giu, ' ')
    .replace(/\svirgule(?=\s)/giu, ',')
    .replace(/\spoint\s*$/iu, '.');
}

/** A word of the data, as compared. */
export type Term = Pick<Word, 'folded' | 'stem'>;

/** The words of a text of the data (a name, a synonym, a summary), folded and stemmed. */
export function readTerm(text: string): readonly Term[] {
  return wordsIn(text).map(termOf);
}

export function termOf(written: string): Term {
  const folded = fold(written);
  return { folded, stem: stem(folded) };
}

function isAllCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return (
    letters.length >= 8 && letters.filter((letter) => letter === letter.toUpperCase()).length / letters.length > 0.8
  );
}

/** As typed, with spaces between. */
export function writtenOf(words: readonly Word[]): string {
  // "Stp" stands for several words.
  const isOnce = ({ written, folded }: Word, at: number): boolean =>
    written !== words[at - 1]?.written || folded === words[at - 1]?.folded;
  return words
    .filter(isOnce)
    .map(({ written }) => written)
    .join(' ');
}
