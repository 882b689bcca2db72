import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { projectsOf } from '../../src/core/model/answer';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { respond } from '../../src/core/respond';
import { readQuestion } from '../../src/core/understanding/reading';
import type { GuideTools } from './guide';

/** The projects that words name, or those that the brain finds for them. */
export function projectsSaid(
  said: string,
  { knowledge, locale }: GuideTools,
): { readonly kind: 'found' | 'several'; readonly projects: readonly string[] } | { readonly kind: 'none' } {
  const reading = readQuestion(said, knowledge);
  const ambiguous = reading.named.find((ids) => ids.length > 1);
  if (ambiguous) return { kind: 'several', projects: ambiguous };
  const named = reading.named.flatMap(([id]) => id ?? []);
  if (named.length > 0) return { kind: 'found', projects: [...new Set(named)] };
  const { answer } = respond({ text: said, locale }, EMPTY_MEMORY, knowledge);
  const projects = answer.kind === 'aggregate' ? [] : projectsOf(answer);
  if (answer.kind === 'fact' || answer.kind === 'compare') return { kind: 'found', projects };
  if (projects.length === 0 || projects.length > MOST_NAMED) return { kind: 'none' };
  // "Les projets de l'école" are all of them; "l'école" is one that is not told yet.
  const areAllMeant = answer.kind === 'list' && !answer.isSearch && reading.operators.has('plural-subject');
  return { kind: projects.length === 1 || areAllMeant ? 'found' : 'several', projects };
}

/** More names than this tell nobody which one to choose. */
const MOST_NAMED = 6;

/** Of "Mentor, Zorglub et PILAT", what no record explains: a name that would else be left out without a word. */
export function unknownNames(said: string, knowledge: KnowledgeBase): readonly string[] {
  const { isFunctionWord, isCommonWord } = knowledge.language;
  return said
    .split(/[,;+\n]|\s(?:et|and|avec|with)\s/iu)
    .map((part) => part.trim())
    .filter((part) => {
      const { words, spans } = readQuestion(part, knowledge);
      return (
        words.length === 1 &&
        spans.length === 0 &&
        words.every(({ folded }) => !isFunctionWord(folded) && !isCommonWord(folded))
      );
    });
}
