import type { Field } from '../model/records';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Quantity, readCount, readQuantities, saysSum } from '../language/amounts';
import { fold } from '../language/fold';
import type { LanguageWords } from '../language/language-words';
import type { Locale } from '../language/locale';
import { stem } from '../language/stem';
import { readTerm, readWords, type Word } from '../language/words';
import { toldOfOneself } from '../language/asides';
import { marksOf } from './lexicon';
import { correctionsIn, ruledOutIn, saidOverIn } from './ruled-out';
import { editDistance, rememberCorrections, type Vocabulary } from '../search/vocabulary';
import { type CallReference, type Correction, type Own, OWN_KINDS, type SmalltalkAct } from '../model/question';
import type { Operator, Span, Tag } from '../model/tag';

/** A question with every word read: what is mentioned, what is asked, what is left over. No decision is taken here. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly spans: readonly Span[];
  readonly locale: Locale | null;
  readonly corrections: readonly Correction[];
  /** Projects named, in order of appearance. A name shared by several projects gives them all in one entry. */
  readonly named: readonly (readonly string[])[];
  readonly fields: readonly Field[];
  /** Fields that it rules out: "l'aide, pas le coût". */
  readonly deniedFields: readonly Field[];
  /** Projects that it rules out: "non, pas Mentor : PILAT". */
  readonly deniedNames: readonly string[];
  /** Stems of the words of subjects that it rules out: "pas le bracelet, les autres". */
  readonly deniedStems: readonly string[];
  /** The body, the place or the subject of who asks: "je suis à la DINUM", "j’habite Toulouse". */
  readonly own: readonly Own[];
  readonly operators: ReadonlySet<Operator>;
  readonly references: readonly (Tag & { readonly kind: 'reference' })[];
  readonly smalltalk: readonly SmalltalkAct[];
  readonly calls: readonly CallReference[];
  /** 1 or 2 where a session of a call is named. */
  readonly session: number | null;
  /** Places of the words by which a message takes back what stands before them. */
  readonly takenBackAt: readonly number[];
  readonly years: readonly number[];
  readonly months: readonly string[];
  /** "L'année suivante" = 1, "un an avant" = -1; 0 when no year is said so. */
  readonly yearShift: number;
  /** It says a sum of money with its unit. */
  readonly saysSum: boolean;
  /** Every number outside the names of things, with or without a unit. */
  readonly quantities: readonly Quantity[];
  /** Those that may be sums of money: with a unit, or in figures. */
  readonly sums: readonly Quantity[];
  /** "Top 3", "les cinq plus chers": how many projects are asked for; null where no number says it. */
  readonly count: number | null;
  readonly mentionsFund: boolean;
  /** Stems of the words that carry a subject, each once: all of them, and those in no span. */
  readonly contentStems: readonly string[];
  readonly leftoverStems: readonly string[];
  /** Stems of every word, function words included, for the programme's questions. */
  readonly allStems: readonly string[];
  /** A name in capitals or quotation marks that the base does not know. */
  readonly strangeName: string | null;
}

/** So much of a message is read: the time that it takes grows with the cube of what is said, and nobody asks one thing in more words. */
export const LONGEST_QUESTION = 500;

export function readQuestion(written: string, knowledge: KnowledgeBase): Reading {
  const text = written.slice(0, LONGEST_QUESTION);
  const corrections: Correction[] = [];
  const { language } = knowledge;
  const vocabulary = rememberCorrections(knowledge.vocabulary);
  const all = nameLastCall(readWords(text, language), knowledge)
    .map((word) => phonetic(word, vocabulary))
    .flatMap((word) => unglued(word, vocabulary))
    .map((word) => {
      const corrected = vocabulary.correct(word.folded, word.isCapitalised && !word.startsSentence);
      if (corrected === null) return word;
      corrections.push({ written: word.written, readAs: corrected });
      return { ...word, folded: corrected, stem: stem(corrected) };
    });
  const whole = knowledge.lexicon.tag(all);
  const { aside, presenting } = toldOfOneself(all, marksOf(whole, all, language), language);
  const told = withPlaces(withCallsBeside(whole, all, knowledge), all, language);
  const saidOver = saidOverIn(all, told, language);
  const words = all.filter((_, index) => !aside.has(index) && !saidOver.has(index));
  const isWhole = words.length === all.length;
  // What was a call beside another one stays one where that one goes.
  const callsAt = new Map(told.flatMap(({ start, tags }) => (isCall({ tags }) ? [[all[start], tags] as const] : [])));
  const tagged = isWhole
    ? told
    : withPlaces(
        knowledge.lexicon.tag(words).map((span) => ({ ...span, tags: callsAt.get(words[span.start]) ?? span.tags })),
        words,
        language,
      );
  const says = (operator: Operator): boolean =>
    tagged.some(({ tags }) => tags.some(({ kind, id }) => kind === 'operator' && id === operator));
  const isRuledOut = ruledOutIn(words, tagged, says('correction'), language);
  const excepts = says('except');
  const ruledOut = excepts ? [] : tagged.filter(({ start }) => isRuledOut(start));
  // "J'ai dit douane ? pas la douane, la DGFiP", "l'éducation, pas l'école": what is ruled out is so wherever it is said.
  const stemsOut = new Set(ruledOut.flatMap(({ start, end }) => words.slice(start, end).map((word) => word.stem)));
  const themesOut = new Set(
    ruledOut.flatMap(({ tags }) => tags.flatMap(({ kind, id }) => (kind === 'theme' ? [id] : []))),
  );
  const isOut = ({ start, end, tags }: Span): boolean =>
    words.slice(start, end).every(({ stem }) => stemsOut.has(stem)) ||
    tags.every(({ kind, id }) => kind === 'theme' && themesOut.has(id));
  const spans = tagged.filter((span) => !isOut(span));
  const outside = new Set(tagged.filter(isOut).flatMap(({ start, end }) => range(start, end)));
  const tags = spans.flatMap((span) => span.tags);
  const folded = words.map((word) => word.folded);
  const covered = new Set(spans.flatMap(({ start, end }) => range(start, end)));
  const content = words
    .map((word, index) => ({ word, index }))
    .filter(
      ({ word, index }) =>
        !language.isFunctionWord(word.folded) && (excepts || !(isRuledOut(index) || outside.has(index))),
    );
  const inNames = placesOf(spans, ({ kind }) => kind === 'project' || kind === 'organisation');
  const inThings = placesOf(spans, ({ kind }) => kind !== 'operator' && kind !== 'field');
  const quantities = readQuantities(words).filter(({ word }) => !inThings.has(word));
  return {
    text,
    words,
    spans,
    locale: language.detectLocale(folded.filter((_, index) => !inNames.has(index))),
    corrections,
    named: namedIn(spans),
    fields: fieldsIn(spans),
    deniedFields: fieldsIn(ruledOut),
    deniedNames: namedIn(ruledOut).flat(),
    deniedStems: unique(
      words.flatMap(({ folded, stem }, at) => (isRuledOut(at) && !language.isFunctionWord(folded) ? [stem] : [])),
    ),
    own: whole
      .filter(({ start }) => presenting.has(start))
      .flatMap((span) => tagsWithin(span, all, knowledge).filter(isOfOneself)),
    operators: new Set([
      ...tags.flatMap((tag) => (tag.kind === 'operator' ? [tag.id] : [])),
      ...(folded.some((word) => language.is('projectPlurals', word)) ? (['plural-subject'] as const) : []),
    ]),
    references: tags.filter((tag) => tag.kind === 'reference'),
    smalltalk: unique(tags.flatMap((tag) => (tag.kind === 'smalltalk' ? [tag.id] : []))),
    calls: tags.flatMap((tag) => (tag.kind === 'call' ? [tag.call] : [])),
    session: tags.find((tag) => tag.kind === 'session')?.position ?? null,
    years: language.periods.years(folded),
    takenBackAt: correctionsIn(words, tagged, language),
    months: language.periods.months(folded),
    yearShift: language.periods.yearShift(folded),
    saysSum: saysSum(isWhole ? fold(text) : words.map(({ folded }) => folded).join(' ')),
    quantities,
    sums: quantities.filter(
      (quantity, at) =>
        quantity.factor !== null || quantity.isFigure || isRange(quantity, quantities[at + 1], folded, language),
    ),
    count: countIn(words, spans, language),
    mentionsFund:
      tags.some((tag) => tag.kind === 'organisation' && !knowledge.facets.participant.has(tag.id)) ||
      folded.some((word) => word === 'ftap' || word === 'fonds' || word === 'fund' || word === 'fond'),
    contentStems: unique(content.map(({ word }) => word.stem)),
    leftoverStems: unique(
      content
        .filter(({ index, word }) => !covered.has(index) && !/^\d+[mk]?$/.test(word.folded))
        .map(({ word }) => word.stem),
    ),
    // "Du matériel, pas du personnel": where something is meant instead, what is ruled out asks for nothing.
    allStems: unique(words.flatMap(({ stem }, at) => (content.length > 0 && !excepts && isRuledOut(at) ? [] : [stem]))),
    strangeName: strangeNameIn(words, spans, knowledge),
  };
}

/** "Le premier et le deuxième appel", "au 1er appel, pardon, au 2e": an ordinal joined to a call, or said in its place, is one too. */
function withCallsBeside(
  spans: readonly Span[],
  words: readonly Word[],
  { calls, language }: KnowledgeBase,
): readonly Span[] {
  const corrections = correctionsIn(words, spans, language);
  const areJoined = (before: Span, after: Span): boolean => {
    const between = words.slice(before.end, after.start).map(({ folded }) => folded);
    return (
      corrections.some((at) => at >= before.end && at < after.start) ||
      (between.some((word) => language.is('coordinating', word)) &&
        between.every((word) => language.is('joining', word)))
    );
  };
  return spans.map((span, at) => {
    const [tag] = span.tags;
    const [before, after] = [spans.slice(0, at).findLast(isCall), spans.slice(at + 1).find(isCall)];
    const isBeside =
      (before !== undefined && areJoined(before, span)) || (after !== undefined && areJoined(span, after));
    if (tag?.kind !== 'reference' || tag.id !== 'ordinal' || !isBeside) return span;
    const number = calls.find((call) => call.number === tag.position)?.number ?? null;
    return number === null
      ? span
      : { ...span, tags: [{ kind: 'call', id: String(number), call: { number, session: null, scheme: null } }] };
  });
}

/** "Le 2 et le 4", "c'est quoi le 3 ?": a figure that counts nothing, behind an article of one thing, is the place of one. */
function withPlaces(spans: readonly Span[], words: readonly Word[], language: LanguageWords): readonly Span[] {
  const inside = placesOf(spans, () => true);
  const asking = placesOf(spans, ({ kind }) => kind === 'operator' || kind === 'field');
  const isEnd = (at: number): boolean => {
    const [word, behind] = [words[at], words[at + 1]];
    const ends = word === undefined || word.startsClause || language.isFunctionWord(word.folded) || asking.has(at);
    return ends && !/^\d/.test(behind?.folded ?? '') && !language.is('units', word?.folded ?? '');
  };
  const places = words.flatMap(({ folded }, at): Span[] => {
    const isPlaced = language.is('numbering', words[at - 1]?.folded ?? '') && !inside.has(at - 1) && !inside.has(at);
    const position = isPlaced && isEnd(at + 1) && /^\d{1,2}$/.test(folded) ? Number(folded) : 0;
    return position === 0
      ? []
      : [{ start: at - 1, end: at + 1, tags: [{ kind: 'reference', id: 'ordinal', position }] }];
  });
  return places.length === 0 ? spans : [...spans, ...places].sort((a, b) => a.start - b.start);
}

function isCall({ tags }: Pick<Span, 'tags'>): boolean {
  return tags.some(({ kind }) => kind === 'call');
}

function fieldsIn(spans: readonly Span[]): readonly Field[] {
  return unique(spans.flatMap(({ tags }) => tags.flatMap((tag) => (tag.kind === 'field' ? [tag.id] : []))));
}

/** A number that is no year, no amount and no call; null where there is none. */
function countIn(words: readonly Word[], spans: readonly Span[], { is }: LanguageWords): number | null {
  const inside = placesOf(spans, ({ kind }) => kind !== 'operator' && kind !== 'field' && kind !== 'reference');
  const counted = words.find(({ folded, isDecimal }, at) => {
    const count = readCount(folded);
    if (count === null || count < 2 || isDecimal || words[at + 1]?.isDecimal === true || inside.has(at)) return false;
    const [before = '', last = '', next = ''] = [at - 2, at - 1, at + 1].map((index) => words[index]?.folded);
    // "Le moins cher des deux", "the cheaper of the two" want one; "la liste des cinq aides les plus élevées" does not.
    const isOfEnd = spans.some(
      ({ start, tags }) => start === at + 2 && tags.some(({ id }) => id === 'max' || id === 'min'),
    );
    const isOfThem = is('ofThem', last) && !is('counted', next) && !isOfEnd;
    return !isOfThem && !(is('articles', last) && is('among', before)) && !is('units', next);
  });
  const isTop = spans.some(({ tags }) => tags.some((tag) => tag.kind === 'operator' && tag.id === 'top'));
  return counted === undefined ? (isTop ? DEFAULT_TOP : null) : readCount(counted.folded);
}

/** A plural without a number gets so many. */
export const DEFAULT_TOP = 5;

/** "Dix à vingt millions": letters joined to a sum are one too. */
function isRange(
  { word }: Quantity,
  next: Quantity | undefined,
  folded: readonly string[],
  { is }: LanguageWords,
): boolean {
  const joining = folded.slice(word + 1, next?.word ?? 0).filter((between) => !/^\d/.test(between));
  return next?.factor != null && joining.length < 3 && joining.some((between) => is('ranging', between));
}

/** A "k" typed for the sound: only what makes a known word is read so. */
function phonetic(word: Word, vocabulary: Vocabulary): Word {
  if (!word.folded.includes('k') || word.folded.length < 3 || vocabulary.knows(word.folded)) return word;
  const folded = [
    word.folded.replace(/k/g, 'qu'),
    word.folded.replace(/k/g, 'c'),
    word.folded.replace(/k/g, 'ck'),
  ].find((read) => vocabulary.knows(read));
  return folded === undefined ? word : { ...word, folded, stem: stem(folded) };
}

/** "lappel", "soccupe", "jai": an elision typed without its apostrophe, when what is left is a word and the whole is none. */
function unglued(word: Word, vocabulary: Vocabulary): readonly Word[] {
  const [, elided, rest] = /^(j|l|d|s|m|t|n|c|qu)([aeiouhy][a-z]+)$/.exec(word.folded) ?? [];
  if (elided === undefined || rest === undefined) return [word];
  // "lIGN": who writes capitals meant the name.
  if (/^[a-z]{1,2}[A-Z]{2,}/.test(word.written)) return elidedFrom(word, elided, rest);
  // "Lign" is no line where IGN is known: a short name behind its article is nearer than an inflection.
  const isAcronym =
    rest.length > 2 && rest.length <= LONGEST_ACRONYM && vocabulary.holds(rest) && !vocabulary.holds(word.folded);
  if (isAcronym) return elidedFrom(word, elided, rest);
  if (vocabulary.knows(word.folded)) return [word];
  // "Mentr" is one letter from Mentor, and no "m'entre".
  const meant = vocabulary.correct(word.folded, false);
  const isTypo = meant !== null && meant !== rest && editDistance(word.folded, meant, 1) !== null;
  if (isTypo || !vocabulary.knows(rest)) return [word];
  return elidedFrom(word, elided, rest);
}

/** "ANEF" */
const LONGEST_ACRONYM = 4;

function elidedFrom(word: Word, elided: string, rest: string): readonly Word[] {
  return [
    { ...word, folded: elided, stem: elided },
    { ...word, folded: rest, stem: stem(rest), startsSentence: false },
  ];
}

/** "Contrôleur des douanes" is a public, and names a subject. */
function tagsWithin({ start, end, tags }: Span, words: readonly Word[], { lexicon }: KnowledgeBase): readonly Tag[] {
  const isPublic = tags.some(({ kind }) => kind === 'beneficiary');
  return isPublic ? [...tags, ...lexicon.tag(words.slice(start + 1, end)).flatMap((span) => span.tags)] : tags;
}

function isOfOneself(tag: Tag): tag is Tag & Own {
  return OWN_KINDS.some((kind) => kind === tag.kind);
}

function namedIn(spans: readonly Span[]): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return spans.flatMap(({ tags }) => {
    const ids = tags.flatMap((tag) => (tag.kind === 'project' ? [tag.id] : []));
    const key = ids.join(' ');
    if (ids.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [ids];
  });
}

/** Capitals inside a sentence, or quotation marks, around words that no record holds: the name of something else. */
function strangeNameIn(words: readonly Word[], spans: readonly Span[], knowledge: KnowledgeBase): string | null {
  const covered = placesOf(spans, ({ kind }) => kind !== 'operator' && kind !== 'smalltalk');
  const isStrange = (word: Word, index: number): boolean =>
    !covered.has(index) &&
    (word.isQuoted || (word.isCapitalised && !word.startsSentence)) &&
    !knowledge.language.isCommonWord(word.folded) &&
    // What people say around a record is no strange word, unless a project is called so.
    (!knowledge.meanings.has(word.stem) || knowledge.language.is('projects', words[index - 1]?.folded ?? '')) &&
    !knowledge.projectIndex.has(word.stem) &&
    !knowledge.factTextIndex.has(word.stem);
  const first = words.findIndex(isStrange);
  if (first < 0) return null;
  let end = first + 1;
  while (
    end < words.length &&
    !covered.has(end) &&
    (words[end]?.isCapitalised === true || /^\d+$/.test(words[end]?.folded ?? ''))
  )
    end++;
  return words
    .slice(first, end)
    .map((word) => word.written)
    .join(' ');
}

/** Places of the words of the spans that hold such a tag. */
function placesOf(spans: readonly Span[], isSuch: (tag: Tag) => boolean): ReadonlySet<number> {
  return new Set(spans.flatMap(({ start, end, tags }) => (tags.some(isSuch) ? range(start, end) : [])));
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

export function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

/** "Le dernier appel" read as the name of the call that was announced last ("FTAP 2"), which the records and the facts know. */
function nameLastCall(words: readonly Word[], { calls, language }: KnowledgeBase): readonly Word[] {
  const { is, partNamed } = language;
  const at = words.findIndex(
    ({ folded }, index) => is('latest', folded) && partNamed(words[index + 1]?.folded ?? '') === 'call',
  );
  const [last] = [...calls].sort((a, b) => (b.announced ?? '').localeCompare(a.announced ?? ''));
  const [first, noun] = [words[at], words[at + 1]];
  if (first === undefined || noun === undefined || last === undefined) return words;
  // "FTAP 2, juillet 2023" is one of its sessions.
  const [name = last.label] = last.label.split(',');
  const named = readTerm(name).map((term, index) => ({ ...(index === 0 ? first : noun), ...term }));
  return [...words.slice(0, at), ...named, ...words.slice(at + 2)];
}
