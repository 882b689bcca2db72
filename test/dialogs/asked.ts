import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { respondTo } from '../../src/core/respond';
import type { Filter, Question } from '../../src/core/model/question';
import { EMPTY_FILTER, EMPTY_MEMORY } from '../../src/core/model/question';

/** The answer to a question that is not made of words, so that a test of sentences tells nothing of understanding. */
export function answerTo(question: Question, knowledge: KnowledgeBase, locale: Locale = 'fr'): Answer {
  return respondTo(question, locale, EMPTY_MEMORY, knowledge).answer;
}

/** A list of the projects that a filter keeps. */
export function listOf(
  filter: Partial<Filter>,
  more: Partial<Question & { readonly kind: 'list' }> = {},
): Question & { readonly kind: 'list' } {
  return {
    kind: 'list',
    filter: { ...EMPTY_FILTER, ...filter },
    sort: null,
    limit: null,
    found: [],
    show: [],
    ...more,
  };
}

/** A computation over them; their number when nothing else is said. */
export function computationOf(
  filter: Partial<Filter>,
  more: Partial<Question & { readonly kind: 'aggregate' }> = {},
): Question & { readonly kind: 'aggregate' } {
  return {
    kind: 'aggregate',
    operation: 'count',
    field: null,
    filter: { ...EMPTY_FILTER, ...filter },
    limit: 1,
    groupBy: null,
    ...more,
  };
}
