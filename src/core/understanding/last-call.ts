import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readTerm, type Word } from '../language/words';

/** "Le dernier appel à projets" read as the name of the call that was announced last ("FTAP 2"), which the records and the facts know. */
export function nameLastCall(words: readonly Word[], { calls }: Pick<KnowledgeBase, 'calls'>): readonly Word[] {
  const at = words.findIndex(({ folded }, index) => LAST.has(folded) && CALL.has(words[index + 1]?.folded ?? ''));
  const [last] = [...calls].sort((a, b) => (b.announced ?? '').localeCompare(a.announced ?? ''));
  const [first, noun] = [words[at], words[at + 1]];
  if (first === undefined || noun === undefined || last === undefined) return words;
  // "FTAP 2, juillet 2023" is one of its sessions.
  const [name = last.label] = last.label.split(',');
  const named = readTerm(name).map((term, index) => ({ ...(index === 0 ? first : noun), ...term }));
  return [...words.slice(0, at), ...named, ...words.slice(at + 2 + lengthOfTail(words.slice(at + 2)))];
}

/** "à projets", "for projects". */
function lengthOfTail([preposition, noun]: readonly Word[]): number {
  return PREPOSITIONS.has(preposition?.folded ?? '') && PROJECTS.has(noun?.folded ?? '') ? 2 : 0;
}

const LAST = new Set('dernier derniere last latest'.split(' '));
const CALL = new Set('appel aap vague call round wave'.split(' '));
const PREPOSITIONS = new Set('a de for'.split(' '));
const PROJECTS = new Set('projet projets project projects'.split(' '));
