import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from '../model/question';
import type { Operator, Span } from '../model/tag';
import { RECORD_JUDGES } from './evidence';
import type { Reading } from './reading';
import type { Filled, Said } from './said';

/** "Gîtes", "xyzzy": a message of one word, little ones aside where they do not count, that nobody who taught the assistant has said, as written; else null. */
export function strangerAlone(
  { reading: { words, leftoverStems }, knowledge: { models, language } }: Said,
  isOfContent = false,
): string | null {
  const [word, ...others] = words.filter(({ folded }) => !isOfContent || !language.isFunctionWord(folded));
  if (word === undefined || others.length > 0 || !leftoverStems.includes(word.stem)) return null;
  const isMet = [word.folded, word.stem, `?${word.stem}`].some((token) => models.decision.knows(`w:${token}`));
  return isMet ? null : word.written;
}

export function nameOf(reason: string, { reading, knowledge }: Pick<Said, 'reading' | 'knowledge'>): string | null {
  return reason === 'no-such-project' ? (reading.strangeName ?? strangerIn(reading, knowledge)) : null;
}

/** The longest word that nothing explains, as written; of "ministère des armées" not the word that names a part of any set. */
function strangerIn({ words, leftoverStems }: Reading, { language }: KnowledgeBase): string | null {
  const left = words.filter(({ stem }) => leftoverStems.includes(stem));
  const own = left.filter(({ folded }) => language.partNamed(folded) === null);
  const strange = own.length > 0 ? own : left;
  return strange.reduce<string | null>(
    (best, { written }) => (written.length > (best?.length ?? 2) ? written : best),
    null,
  );
}

/**
 * "Combien de projets sur la chasse ?", "rien sur la pêche ?", "et sur la natation ?": the word that says what is asked on, as written, where
 * nothing explains it; else null.
 */
export function strangerAsked({ reading, knowledge: { language } }: Said): string | null {
  const { is, isFunctionWord } = language;
  const { words, leftoverStems, spans } = reading;
  const spanOf = (id: Operator): Span | undefined =>
    spans.findLast(({ tags }) => tags.some((tag) => tag.kind === 'operator' && tag.id === id));
  const noun = words.findIndex(({ folded }) => is('projects', folded) || is('projectPlurals', folded));
  const start = noun < 0 ? (spanOf('existence')?.end ?? 0) - 1 : noun;
  const end = words.findIndex(({ startsClause }, index) => startsClause && index > Math.max(0, start));
  // Where nothing names projects, a part of a message may tell what it is for.
  const after = start < 0 && end >= 0 ? [] : words.slice(start + 1, end < 0 ? undefined : end);
  const isLittle = (folded: string): boolean =>
    isFunctionWord(folded) || is('regarding', folded) || is('designating', folded);
  const own = after.findIndex(({ folded }) => !isLittle(folded));
  const [next] = after.slice(0, own).some(({ folded }) => is('regarding', folded)) ? after.slice(own) : [];
  if (next === undefined) return null;
  return leftoverStems.includes(next.stem) || words[spanOf('off-topic')?.start ?? -1] === next ? next.written : null;
}

/** Nothing but a word that nothing explains says what is asked on. */
export function isOnStranger(said: Filled): boolean {
  const { limits, reading, named, slots, evidence } = said;
  // Of projects on what nothing explains, those with a known amount are none either.
  const besides = reading.fields.length === 0 ? { ...limits, known: [], unknown: [] } : limits;
  return (
    isEmptyFilter(besides) &&
    named.length === 0 &&
    strangerAsked(said) !== null &&
    // No text holds it, but at most the words in which people ask for something.
    (slots.scope === 'all' || evidence.projects.every(({ judged }) => judged[BY_TEXT] === 0))
  );
}

const BY_TEXT = RECORD_JUDGES.indexOf('text');
