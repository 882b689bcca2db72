import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Reading } from './reading';
import type { Span } from './tag';

/** A thing of the data that a message mentions: by a span of words, or as its years. */
export interface Mention {
  readonly kind: 'project' | 'subject' | 'place' | 'call' | 'years' | 'amount';
  /** Words `start` (inclusive) to `end` (exclusive). */
  readonly start: number;
  readonly end: number;
  /** The span that names it; null for years and sums. */
  readonly span: Span | null;
}

/**
 * What a mention does in its message: nothing, limit to it (any of its readings), limit to what the body carries, or rule it out.
 */
export const ROLES = ['none', 'in', 'carrier', 'out'] as const;
export type Role = (typeof ROLES)[number];

/** The mentions of a message, in their order. Years stand behind, as one, and so do the sums compared with. */
export function mentionsIn({ spans, words, years, quantities }: Reading, { territoryById }: KnowledgeBase): readonly Mention[] {
  const named = spans.flatMap((span): Mention[] => {
    const has = (kind: string): boolean => span.tags.some((tag) => tag.kind === kind);
    const kind = has('project')
      ? 'project'
      : has('theme') || has('beneficiary') || has('organisation')
        ? 'subject'
        : has('territory')
          ? 'place'
          : has('call')
            ? 'call'
            : null;
    if (kind === null) return [];
    // "En France" limits nothing.
    const isCountry = kind === 'place' && span.tags.every((tag) => tag.kind !== 'territory' || territoryById.get(tag.id)?.kind === 'country');
    return isCountry ? [] : [{ kind, start: span.start, end: span.end, span }];
  });
  const isWritten = (year: string): boolean => /^20\d\d$/.test(year);
  const first = words.findIndex(({ folded }) => isWritten(folded));
  const last = words.findLastIndex(({ folded }) => isWritten(folded));
  const [sum] = quantities;
  return [
    ...named,
    ...(years.length === 0 || first < 0 ? [] : [{ kind: 'years', start: first, end: last + 1, span: null } as const]),
    ...(sum === undefined ? [] : [{ kind: 'amount', start: sum.word, end: sum.word + 1, span: null } as const]),
  ];
}
