import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from '../model/question';
import { readCount } from '../language/amounts';
import { type Word, writtenOf } from '../language/words';
import type { Operator, Span } from '../model/tag';
import { RECORD_JUDGES } from './evidence';
import { isOperator } from './open-slots';
import type { Reading } from './reading';
import type { Filled, Said } from './said';

/** "Gîtes", "xyzzy": a message of one word that nobody who taught the assistant has said, as written; else null. */
export function strangerAlone({ reading: { words, leftoverStems }, knowledge: { models } }: Said): string | null {
  const [word, ...others] = words;
  if (word === undefined || others.length > 0 || !leftoverStems.includes(word.stem)) return null;
  const isMet = [word.folded, word.stem, `?${word.stem}`].some((token) => models.decision.knows(`w:${token}`));
  return isMet ? null : word.written;
}

export function nameOf(reason: string, { reading, knowledge }: Pick<Said, 'reading' | 'knowledge'>): string | null {
  return reason === 'no-such-project' ? (reading.strangeName ?? strangerIn(reading, knowledge)) : null;
}

/** The longest word that nothing explains, as written; of "ministère des armées" not the word that names a part of any set. */
function strangerIn(reading: Reading, { language }: KnowledgeBase): string | null {
  const { words, leftoverStems } = reading;
  const left = words.filter(({ stem }) => leftoverStems.includes(stem));
  const own = left.filter(({ folded }) => language.partNamed(folded) === null);
  // "Je m'y perds" names nothing.
  const strange = (own.length > 0 ? own : left).filter(({ folded }) => !language.isCommonWord(folded));
  const [longest] = [...strange].sort((a, b) => b.written.length - a.written.length);
  if (longest === undefined || longest.written.length < SHORTEST_NAME) return null;
  return wholeName(longest, reading);
}

/** "Personnes âgées", not « personnes »: a word with what nothing explains right behind it. */
function wholeName(word: Word, { words, leftoverStems }: Reading): string {
  const at = words.indexOf(word);
  const behind = words
    .slice(at + 1)
    .findIndex(({ stem, startsClause }) => startsClause || !leftoverStems.includes(stem));
  return writtenOf(words.slice(at, behind < 0 ? undefined : at + 1 + behind));
}

/** Shorter words name nothing. */
const SHORTEST_NAME = 3;

/**
 * "Combien de projets sur la chasse ?", "rien sur la pêche ?", "projets portés par le CNRS": the word that says what is asked on, or whose, as written,
 * where nothing explains it; else null.
 */
export function strangerAsked(said: Said): string | null {
  const { reading, knowledge } = said;
  const { is, isFunctionWord } = knowledge.language;
  const { words, leftoverStems, spans } = reading;
  const spanOf = (id: Operator): Span | undefined => spans.findLast((span) => isOperator(span, id));
  const noun = words.findIndex(({ folded }) => is('projects', folded) || is('projectPlurals', folded));
  const start = noun < 0 ? (spanOf('existence')?.end ?? 0) - 1 : noun;
  const end = words.findIndex(({ startsClause }, index) => startsClause && index > Math.max(0, start));
  // Where nothing names projects, a part of a message may tell what it is for.
  const after = start < 0 && end >= 0 ? [] : words.slice(start + 1, end < 0 ? undefined : end);
  const isCarrying = (span: Span): boolean => isOperator(span, 'carried-by', 'said-carried');
  const wordsIn = (some: readonly Span[]): readonly Word[] => some.flatMap((span) => words.slice(span.start, span.end));
  const carrying = wordsIn(spans.filter(isCarrying));
  const explained = wordsIn(spans.filter((span) => !isCarrying(span)));
  const limits = (word: Word): boolean => carrying.includes(word) || LIMITING.some((one) => is(one, word.folded));
  // "Par an, on fait un histogramme": what is behind something explained stands for itself.
  const isLittle = (word: Word): boolean =>
    (isFunctionWord(word.folded) || is('regarding', word.folded) || limits(word)) && !explained.includes(word);
  const own = after.findIndex((word) => !isLittle(word));
  const before = after.slice(0, own);
  if (!before.some(limits)) return strangerNext(said);
  const next = after[own];
  if (next === undefined) return null;
  const isAbout = before.some(({ folded }) => is('regarding', folded));
  const isOffTopic = words[spanOf('off-topic')?.start ?? -1] === next;
  // Some text of the base holds it, or everybody says it.
  const isHeld =
    knowledge.language.isCommonWord(next.folded) ||
    [knowledge.projectIndex, knowledge.factTextIndex].some((index) => index.has(next.stem));
  const isUnexplained = leftoverStems.includes(next.stem) && (isAbout || !isHeld);
  return isUnexplained || isOffTopic ? wholeName(next, reading) : null;
}

/** "Pour l'eau, est-ce qu'il y a quelque chose ?": what is asked on, before what asks. */
export function strangerBefore({ reading: { words, spans, leftoverStems }, knowledge }: Said): string | null {
  const end = spans.findLast((span) => isOperator(span, 'existence'))?.start ?? 0;
  const { is, isFunctionWord } = knowledge.language;
  const limits = (folded: string): boolean => LIMITING.some((one) => is(one, folded));
  const found = words.slice(0, end).find((word, at) => {
    const first = words.slice(0, at).findLastIndex(({ folded }) => !isFunctionWord(folded) || limits(folded));
    const isAbout = limits(words[first]?.folded ?? '');
    const isNoun = is('articles', words[at - 1]?.folded ?? '') || is('elided', words[at - 1]?.folded ?? '');
    return isAbout && isNoun && leftoverStems.includes(word.stem);
  });
  return found?.written ?? null;
}

/** "Combien pour la justice ?", then "et les retraités ?", "et pour la défense ?": behind "et" nothing but what nothing explains, as written; else null. */
export function strangerNext({ reading, knowledge }: Said): string | null {
  const { words, spans, leftoverStems, yearShift } = reading;
  const { is, isFunctionWord, partNamed } = knowledge.language;
  if (yearShift !== 0 || !spans.every((span) => isOperator(span, 'and-what-about'))) return null;
  const begins = is('coordinating', words[0]?.folded ?? '');
  const behind = Math.max(0, ...spans.map(({ end }) => end));
  const at = words.findIndex(({ folded }, index) => index >= behind && !isFunctionWord(folded));
  // "Et inférieur ?" names nothing: an article or a preposition stands before a name.
  const name = at < 2 || at > MOST_WORDS_BEFORE ? [] : words.slice(at);
  const isStrange = ({ stem, folded }: Word): boolean =>
    leftoverStems.includes(stem) && partNamed(folded) === null && readCount(folded) === null;
  // "Et les chiffres ?": what records and facts alike say is a word, and no name.
  const { projectIndex, factTextIndex } = knowledge;
  const isWord = name.every(({ stem }) => projectIndex.has(stem) && factTextIndex.has(stem));
  return begins && !isWord && name.length <= MOST_WORDS_OF_NAME && name.every(isStrange)
    ? name.map(({ written }) => written).join(' ')
    : null;
}

/** "Les anciens combattants" */
const MOST_WORDS_OF_NAME = 2;
/** "Et en ce qui concerne les" */
const MOST_WORDS_BEFORE = 5;

const LIMITING = ['regarding', 'among', 'narrowing', 'giving'] as const;

/** Nothing but a word that nothing explains says what is asked on. */
export function isOnStranger(said: Filled): boolean {
  const { limits, named, slots } = said;
  return (
    isEmptyFilter(limits) &&
    named.length === 0 &&
    strangerAsked(said) !== null &&
    // No text holds it, but at most the words in which people ask for something.
    (slots.scope === 'all' || heldByText(said).length === 0)
  );
}

/** Those of which a text holds what the message says, the surest first. */
export function heldByText({ evidence: { projects } }: Said): readonly string[] {
  return projects.filter(({ judged }) => judged[BY_TEXT] !== 0).map(({ id }) => id);
}

const BY_TEXT = RECORD_JUDGES.indexOf('text');
