import type { Lexicon, Records } from '../knowledge/knowledge-base';
import type { WordMarks } from '../language/asides';
import { fold } from '../language/fold';
import type { LanguageWords } from '../language/language-words';
import { stem } from '../language/stem';
import { readTerm, type Word } from '../language/words';
import type { Grammar } from '../knowledge/grammar-schema';
import { grammarPhrases } from '../knowledge/grammar-phrases';
import type { Span, Tag } from '../model/tag';
import type { Pieces } from '../search/pieces';

export interface Phrase {
  readonly text: string;
  readonly tag: Tag;
  /** Acronyms and names are compared letter by letter, never by stem. */
  readonly isExact: boolean;
}

/** What a single word of these says, another of its stem does not: "quels ports ?" asks for no carrier. */
const EXACT_ALONE = ['off-topic', 'beyond', 'carried-by'] as const;

export function* lexiconInPieces(records: Records, { isFunctionWord, is }: LanguageWords): Pieces<Lexicon> {
  const byStems = new Map<string, Tag[]>();
  const byLetters = new Map<string, Tag[]>();
  const beginnings = new Set<string>();
  const letterStarts = new Set<string>();
  const words = new Set<string>();
  let longest = 1;
  for (const { text, tag, isExact } of [
    ...dataPhrases(records, isFunctionWord),
    ...grammarPhrases(records.grammar).map(([text, tag]) => ({
      text,
      tag,
      isExact: tag.id === 'plural-subject' || (EXACT_ALONE.some((id) => id === tag.id) && readTerm(text).length === 1),
    })),
  ]) {
    yield;
    const term = readTerm(text);
    if (term.length === 0) continue;
    // "Normands" would be what "gourmands" is mistyped for; its stem is known.
    const isPlural = tag.kind === 'territory' && /^\p{Ll}+s$/u.test(text);
    for (const { folded } of isPlural ? [] : term) words.add(folded);
    longest = Math.max(longest, term.length);
    if (!isExact) {
      const stems = term.map(({ stem }) => stem);
      push(byStems, stems.join(' '), tag);
      for (let length = 1; length < stems.length; length++) beginnings.add(stems.slice(0, length).join(' '));
    }
    if (isExact || isOfData(tag)) {
      const letters = term.map(({ folded }) => folded).join('');
      push(byLetters, letters, tag);
      letterStarts.add(letters.slice(0, START));
      if (letters.length >= LONG_NAME || (tag.kind === 'territory' && letters.length >= LONG_PLACE))
        push(byLetters, stem(letters), tag);
      // "en Ain" run together would be what "menait" is mistyped for.
      if (letters.length >= 5 && tag.kind !== 'territory') words.add(letters);
    }
  }
  /** A name typed with one or two breaks more than it has ("géo plate forme") is still read. */
  const reach = longest + 2;

  function tag(sentence: readonly Pick<Word, 'folded' | 'stem'>[]): readonly Span[] {
    const found: Span[] = [];
    for (let start = 0; start < sentence.length; start++) {
      let stems = '';
      let letters = '';
      for (let end = start + 1; end <= Math.min(sentence.length, start + reach); end++) {
        const word = sentence[end - 1];
        if (!word) break;
        stems = stems === '' ? word.stem : `${stems} ${word.stem}`;
        letters += word.folded;
        const mayBeJoined = letters.length < START || letterStarts.has(letters.slice(0, START));
        const mayGoOn = beginnings.has(stems) || (letters.length < LONGEST_JOINED && mayBeJoined);
        const tags = tagsOf(sentence, start, end, stems, mayBeJoined ? letters : null);
        if (tags.length > 0) found.push({ start, end, tags });
        if (!mayGoOn) break;
      }
    }
    return keepLongest(found);
  }

  /** What the words from `start` to `end` say, by their stems and, run together, by their letters. */
  function tagsOf(
    sentence: readonly Pick<Word, 'folded' | 'stem'>[],
    start: number,
    end: number,
    stems: string,
    letters: string | null,
  ): readonly Tag[] {
    const byStem = byStems.get(stems) ?? [];
    // "L'i g n", as dictation writes it
    const isSpelled = end > start + 2 && letters?.length === end - start;
    // "Dans leur" is not "dans l'Eure".
    const isJoined =
      letters !== null &&
      (isSpelled || end === start + 1 || sentence.slice(start, end).some(({ folded }) => !isFunctionWord(folded)));
    const joined = isJoined
      ? (byLetters.get(letters) ?? (letters.length >= LONG_NAME ? byLetters.get(stem(letters)) : undefined) ?? [])
      : [];
    if (byStem.length + joined.length === 0) return [];
    // "donne" is not "données": a function word stands for a term of the data only letter by letter.
    const isWordOfAsking = end === start + 1 && isFunctionWord(sentence[start]?.folded ?? '');
    // "j'ai", "j'en ai" is no artificial intelligence: after an elision a function word is never a term.
    const isElided = isWordOfAsking && is('elided', sentence[start - 1]?.folded ?? '');
    const isShort = end > start + 1 && (letters?.length ?? 0) < SHORTEST_JOINED && !isSpelled;
    return mergeTags(
      isWordOfAsking ? byStem.filter((candidate) => !isOfData(candidate)) : byStem,
      isElided || isShort ? [] : joined,
    );
  }

  return { tag, words };
}

/** So many letters tell that no name begins so: nothing further is joined to them. */
const START = 4;

/** "ca en" is no Caen. */
const SHORTEST_JOINED = 5;

/** "Bretagn": a place without its mute ending. */
const LONG_PLACE = 8;

/** A long name run together is known without its plural too ("trackdechet"). */
const LONG_NAME = 9;

/** A name typed with other breaks than its own is looked for up to so many letters. */
const LONGEST_JOINED = 28;

function isOfData({ kind }: Tag): boolean {
  return (
    kind === 'project' || kind === 'theme' || kind === 'beneficiary' || kind === 'organisation' || kind === 'territory'
  );
}

/** The phrases of the records: names of projects, themes, organisations, territories, beneficiaries. */
function dataPhrases(records: Records, isFunctionWord: LanguageWords['isFunctionWord']): readonly Phrase[] {
  return [
    ...records.projects.flatMap((project) =>
      [project.name, ...project.otherNames]
        .flatMap((name) => namesIn(name, isFunctionWord))
        .map((text): Phrase => ({
          text,
          tag: { kind: 'project', id: project.id },
          isExact: isAcronym(text),
        })),
    ),
    ...records.themes.flatMap(({ id, label, synonyms }) =>
      [label.fr, label.en, ...synonyms.fr, ...synonyms.en].map((text): Phrase => ({
        text,
        tag: { kind: 'theme', id },
        isExact: isAcronym(text),
      })),
    ),
    ...records.beneficiaries.flatMap(({ id, label, synonyms }) =>
      [label.fr, label.en, ...synonyms.fr, ...synonyms.en].map((text): Phrase => ({
        text,
        tag: { kind: 'beneficiary', id },
        isExact: isAcronym(text),
      })),
    ),
    ...records.organisations.flatMap(({ id, name, acronyms, nicknames }) => [
      ...[name.fr, name.en, ...nicknames].map((text): Phrase => ({
        text,
        tag: { kind: 'organisation', id },
        isExact: isAcronym(text),
      })),
      ...acronyms.map((text): Phrase => ({ text, tag: { kind: 'organisation', id }, isExact: true })),
    ]),
    ...records.territories.flatMap(({ id, name, synonyms }) =>
      [name.fr, name.en, ...synonyms]
        .flatMap((place) => placePhrases(place, records.grammar))
        .map((text): Phrase => ({ text, tag: { kind: 'territory', id }, isExact: true })),
    ),
  ];
}

/** A name and its parts: "GMBI" and "Gérer mes biens immobiliers" of "Gérer mes biens immobiliers (GMBI)". */
function namesIn(name: string, isFunctionWord: LanguageWords['isFunctionWord']): readonly string[] {
  const [first = '', ...rest] = name.split(/ [—–] | \(|\)/).map((part) => part.trim());
  const [word = ''] = first.split(' ');
  // People say "FranceConnect" for "FranceConnect Plateforme": a capital inside makes a word a name by itself.
  const coined = /^\p{L}+\p{Ll}\p{Lu}\p{L}*$/u.test(word) ? [word] : [];
  // "FICOBA" for "FICOBA 3": a number after an acronym tells versions apart.
  const [acronym = ''] = /^\p{Lu}{4,}(?= \d+$)/u.exec(first) ?? [];
  return [
    name,
    first,
    acronym,
    ...coined,
    ...rest.filter((part) => isAcronym(part) || isDistinctive(part, isFunctionWord)),
  ].filter((part) => part.length >= 2);
}

/** Two ordinary words ("phase 2", "deux projets") name nothing by themselves. */
function isDistinctive(part: string, isFunctionWord: LanguageWords['isFunctionWord']): boolean {
  return (
    !/^(devenu|ex|anciennement)\b/i.test(part) &&
    readTerm(part).filter(({ folded }) => !isFunctionWord(folded)).length >= 3
  );
}

/** Places whose name is also a word ("le plus cher", "la somme", "hier en réunion") are read only after what opens a place. */
function placePhrases(name: string, { fr, en }: Grammar): readonly string[] {
  const ambiguous = [...fr.ambiguousPlaces, ...en.ambiguousPlaces].find(({ names }) => names.includes(fold(name)));
  return ambiguous?.openings.map((opening) => `${opening} ${ambiguous.said ?? name}`) ?? inflected(name);
}

/** "Breton", "bretons", "bretonne", "bretonnes": an adjective, which is written with a small letter, in its gender and number. */
function inflected(name: string): readonly string[] {
  if (!/^\p{Ll}+$/u.test(name)) return [name];
  const feminine = `${name}${/[eo]n$/.test(name) ? 'ne' : 'e'}`;
  return [name, `${name}s`, feminine, `${feminine}s`, name.replace(/al$/, 'aux')];
}

function isAcronym(text: string): boolean {
  return /^[\p{Lu}\p{N}]{2,8}$/u.test(text) || /^\p{Lu}[\p{Lu}\p{Ll}]{0,6}\p{Lu}[\p{Lu}\p{Ll}]{0,3}$/u.test(text);
}

function keepLongest(found: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  const byLength = [...found].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || precedence(a) - precedence(b) || a.start - b.start,
  );
  for (const span of byLength) {
    if (kept.every(({ start, end }) => span.end <= start || span.start >= end)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** At equal length a name beats a word of the grammar. */
function precedence({ tags }: Span): number {
  // "And the next two" goes on to the next.
  if (tags.every(({ kind, id }) => kind === 'smalltalk' || id === 'and-what-about')) return 2;
  return tags.some(({ kind }) => kind !== 'operator' && kind !== 'field' && kind !== 'reference') ? 0 : 1;
}

function push(map: Map<string, Tag[]>, key: string, tag: Tag): void {
  const tags = map.get(key);
  if (!tags) map.set(key, [tag]);
  else if (!tags.some(({ kind, id }) => kind === tag.kind && id === tag.id)) tags.push(tag);
}

function mergeTags(a: readonly Tag[] = [], b: readonly Tag[] = []): readonly Tag[] {
  return [...a, ...b.filter((tag) => !a.some(({ kind, id }) => kind === tag.kind && id === tag.id))];
}

/** What asks, and what the base knows: of both what a message tells of its writer is told apart. */
export function marksOf(spans: readonly Span[], words: readonly Word[], { is }: LanguageWords): WordMarks {
  const within = (isOf: (tag: Tag) => boolean): ReadonlySet<number> =>
    new Set(
      words.flatMap((_, at) =>
        spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(isOf)) ? [at] : [],
      ),
    );
  const asking = within(
    ({ kind, id }) =>
      kind === 'field' || kind === 'reference' || kind === 'project' || (kind === 'operator' && !BESIDE.has(id)),
  );
  const named = within(({ kind }) => NAMED.has(kind));
  const subjects = within(({ kind }) => NAMED.has(kind) || kind === 'fund');
  // "Ce projet", not the "il" of "il paraît".
  const referring = new Set(
    spans.flatMap(({ start, end, tags }) =>
      end - start > 1 && tags.some(({ kind }) => kind === 'reference') ? [start] : [],
    ),
  );
  const placed = within(({ kind }) => kind === 'organisation' || kind === 'territory');
  const folded = (index: number): string => words[index]?.folded ?? '';
  return {
    asks: (index) =>
      (asking.has(index) && !is('presenting', folded(index))) ||
      is('which', folded(index)) ||
      is('interrogative', folded(index)) ||
      is('wishing', folded(index)),
    names: (index) => named.has(index),
    places: (index) => placed.has(index),
    subjects: (index) => subjects.has(index),
    refers: (index) => referring.has(index),
  };
}

/** What may stand in a sentence that asks nothing. */
const BESIDE: ReadonlySet<string> = new Set([
  'plural-subject',
  'pays',
  'subject',
  'polite',
  'only',
  'and-what-about',
  'off-topic',
]);
const NAMED: ReadonlySet<Tag['kind']> = new Set([
  'project',
  'theme',
  'beneficiary',
  'organisation',
  'territory',
  'call',
]);
