import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Memory } from '../../model/question';
import type { Span } from '../../model/tag';
import { choiceOf, placeSaid } from './choices';
import { LONGEST_QUESTION, type Reading } from '../reading';
import { readOnce } from './read-once';

/** What is left to read of a message whose opening asks nothing, part after part, and after what. */
export interface Remainder {
  readonly texts: readonly string[];
  readonly memory: Memory;
  /** The opening is mere courtesy: it misleads only where it is taken for all of the message. */
  readonly isCourtesy: boolean;
}

/**
 * What may be read of a message without its opening, the likeliest first: "bof. Bref, qui porte InSERRE ?", "je ne parlais pas de la DGFiP. La douane, elle
 * a quoi ?"; "tant pis, ceux du logement ?", which leaves the set before; "la deuxième, mais réalisées", which takes what was asked back first.
 */
export function remaindersOf(written: string, memory: Memory, knowledge: KnowledgeBase): readonly Remainder[] {
  const text = written.trim();
  if (text.length > LONGEST_QUESTION) return [];
  const chosen = memory.pending.length > 1 ? choiceBeside(text, memory, knowledge) : [];
  if (chosen.length > 0) return chosen;
  const read = (from: number, to?: number): Reading => readOnce(text.slice(from, to).trim(), knowledge);
  const ends = [...text.matchAll(PART_END)].map(({ 0: signs, index }) => ({
    at: index + signs.length,
    isOfSentence: !signs.startsWith(','),
  }));
  const cuts = ends.flatMap(({ at, isOfSentence }, place) => {
    const from = ends.slice(0, place).findLast((end) => end.isOfSentence)?.at ?? 0;
    // "Stop, j'ai mon voisin. Calypso ?" is cut where the sentence ends.
    if (!isOfSentence && ends.slice(place).some((end) => end.isOfSentence)) return [];
    const way = wayOut(read(from, at), isOfSentence ? () => read(at) : null, memory, knowledge);
    return way === null ? [] : [{ at, way }];
  });
  const cut = cuts.findLast(({ way }) => way !== 'courtesy') ?? cuts.at(-1);
  if (cut === undefined) return [];
  const same = { texts: [text.slice(cut.at)], memory, isCourtesy: cut.way === 'courtesy' };
  if (cut.way !== 'left') return [same];
  const left = { ...same, memory: { ...memory, question: null, shown: [], focus: null, earlier: [], pending: [] } };
  // One thing of a project is left, not the project: "tant pis. Qui le porte ?"
  return memory.question === null || memory.question.kind === 'fact' ? [same, left] : [left, same];
}

/** "OK, je vois. Merci quand même", "ce n'est pas dans vos sources, bon. Au revoir": the thanks that end a message which asks nothing; null elsewhere. */
export function thanksEnding(written: string, knowledge: KnowledgeBase): string | null {
  const text = written.trim();
  const at = [...text.matchAll(SENTENCE_END)].at(-1)?.index;
  if (at === undefined || text.length > LONGEST_QUESTION) return null;
  const [said, last] = [readOnce(text.slice(0, at + 1), knowledge), readOnce(text.slice(at + 1), knowledge)];
  const starts = ({ spans }: Reading): boolean =>
    spans.some(({ start, tags }) => start === 0 && tags.some(({ kind }) => kind === 'smalltalk'));
  const isIdle = starts(said) && said.fields.length + said.operators.size === 0 && !said.spans.some(isThing);
  const isOver = starts(last) && (last.smalltalk.includes('goodbye') || isIdle);
  return isOver && !asks(said, knowledge) && !text.endsWith('?') ? text.slice(at + 1).trim() : null;
}

const SENTENCE_END = /[.!…]\s+/gu;

function asks({ words }: Reading, { language: { is } }: KnowledgeBase): boolean {
  return words.some(({ folded, endsQuestion }) => endsQuestion || is('interrogative', folded) || is('which', folded));
}

const PART_END = /[.!?…,]+\s+/gu;

/**
 * How a sentence is done with: what was asked before goes with it, or only itself; null where it is part of what is asked. Of a clause the rest of the
 * sentence is not looked at: it is done with where it says that something is left, and nothing else.
 */
function wayOut(reading: Reading, readRest: (() => Reading) | null, { question }: Memory, knowledge: KnowledgeBase) {
  if (asks(reading, knowledge)) return null;
  const { words, smalltalk, fields, operators, leftoverStems, spans, own } = reading;
  const { is } = knowledge.language;
  const isCancelled = smalltalk.includes('cancel');
  if (readRest === null) return isCancelled && !operators.has('remove') ? 'left' : null;
  const rest = readRest();
  const isLeft = words.some(({ folded }, at) => {
    const next = words[at + 1]?.folded ?? '';
    return is('dismissing', folded) && !is('giving', next) && !is('denying', next);
  });
  // "Oublie PILAT. Total des autres ?" takes one out of the set.
  const takesOut = operators.has('remove') && spans.some(isThing);
  if (isLeft || isCancelled) return takesOut && !limitsAnew(rest) ? null : 'left';
  const [first] = rest.words;
  if (is('turning', first?.folded ?? '') && own.length === 0) return 'over';
  // "Ça ne m'aide pas", not "pas la DGFiP", "non, LiDAR HD", which limit what comes next.
  const isDenied = words.some(
    ({ folded }, at) => at > 0 && is('denying', folded) && !is('refusing', words[at - 1]?.folded ?? ''),
  );
  const goesOn = is('coordinating', first?.folded ?? '');
  if (isDenied && !goesOn && question !== null && limitsAnew(rest)) return 'over';
  const isBare = fields.length + operators.size + leftoverStems.length === 0 && !spans.some(isThing);
  return isBare && smalltalk.length > 0 ? 'courtesy' : null;
}

/** It says of which it asks. */
function limitsAnew({ spans, years, operators }: Reading): boolean {
  return spans.some(isThing) || years.length > 0 || operators.has('plural-subject');
}

function isThing({ tags }: Pick<Span, 'tags'>): boolean {
  return tags.some(({ kind }) => THINGS.has(kind));
}

const THINGS: ReadonlySet<string> = new Set(['project', 'theme', 'beneficiary', 'organisation', 'territory', 'call']);

/** "La 2e. Pourquoi 68 ?", "la première c'est combien", "les deux m'intéressent, le 1er": what is chosen, then what is asked of it. */
function choiceBeside(text: string, memory: Memory, knowledge: KnowledgeBase): readonly Remainder[] {
  const { is } = knowledge.language;
  const read = (part: string): Reading => readOnce(part, knowledge);
  const isPlace = (part: string): boolean => placeSaid(read(part), knowledge) !== null;
  const { words } = read(text);
  const written = (from: number, to?: number): string =>
    words
      .slice(from, to)
      .map((word) => word.written)
      .join(' ');
  const begins = words.findIndex(
    ({ folded, startsClause }, at) => at > 0 && (startsClause || is('pronouns', folded) || is('interrogative', folded)),
  );
  const last = words.findLastIndex(({ startsClause }) => startsClause);
  const told = (...texts: readonly string[]): Remainder => ({ texts, memory, isCourtesy: false });
  const first = written(0, begins);
  if (begins > 0 && isPlace(first)) {
    const rest = text.slice(text.indexOf(words[begins]?.written ?? '', first.length));
    const isSaidAgain = choiceOf(read(rest), memory.pending, knowledge) !== null;
    return isSaidAgain ? [told(first)] : [told(first, rest), told(first)];
  }
  const isIdle = ({ tags }: Span): boolean => tags.every(({ kind }) => kind === 'reference' || kind === 'smalltalk');
  return last > 0 && isPlace(written(last)) && read(written(0, last)).spans.every(isIdle) ? [told(written(last))] : [];
}
