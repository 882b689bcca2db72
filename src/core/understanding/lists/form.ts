import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { classesIn } from '../../language/language-words';
import { type Memory, onlyThese, type Question } from '../../model/question';
import type { Reading } from '../reading';

/**
 * "Plus court", "juste les noms", "trie par nom", "en tableau": what was told last, in another form; what of it can be had, where no other one is made,
 * and of what was not told yet. Null where the message says more.
 */
export function otherForm(
  { words, operators }: Reading,
  { question: last, shown }: Memory,
  knowledge: KnowledgeBase,
): Question | null {
  const has = classesIn(words, knowledge.language);
  const saysMore = words.some(({ folded }) => !OF_FORM.some((wordClass) => knowledge.language.is(wordClass, folded)));
  if (saysMore) return null;
  if (has('reshaping')) return { kind: 'smalltalk', act: 'form' };
  if (last === null) return null;
  if (has('naming') && operators.has('sort')) {
    if (last.kind !== 'list') return null;
    // A list that was cut is sorted as it was shown.
    const filter = last.limit === null ? last.filter : onlyThese(shown);
    return { ...last, filter, sort: null, from: 0, limit: null, isByName: true };
  }
  // "Et le résumé ?" of a figure asks for what the project is.
  const isOfFigure = last.kind === 'fact' && last.field !== 'summary';
  if (!has('shortening') && (isOfFigure || !has('summarising'))) return null;
  switch (last.kind) {
    case 'list':
      return { ...last, show: [], isBrief: true };
    case 'fact':
      return { ...last, also: [], isBrief: true };
    // A sum or a fact on the fund is no longer than it must be.
    case 'aggregate':
    case 'compare':
    case 'programme':
      return { kind: 'smalltalk', act: 'form' };
    default:
      return null;
  }
}

const OF_FORM = [
  'shortening',
  'summarising',
  'naming',
  'reshaping',
  'aroundForm',
  'aroundNumber',
  'cutting',
  'courteous',
] as const;
