import { createHash } from 'node:crypto';
import type { Answer } from '../../src/core/model/answer';
import type { AdaptiveCard } from './adaptive-card';
import type { CardContext } from './card-context';
import type { Submission } from './submission';

/** The same for the same text: tells whether an answer has changed since it was given. */
export function textMark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/**
 * Has Teams ask for the card again when it is looked at later, so that it never shows a figure that the base has given
 * up. Only for the person who asked, who reads it again: to everyone of a large channel it would cost a request each.
 * A later stretch of a list is not: it would jump back to its beginning.
 */
export function refreshed(
  { kind }: Answer,
  mark: string,
  { profile, answerId, asker, from, above }: CardContext,
): NonNullable<AdaptiveCard['refresh']> | null {
  if (!profile.redrawsCards || answerId === null || asker === null || from > 0 || !HOLD_FIGURES.has(kind)) return null;
  const data: Submission = { action: 'refresh', answer: answerId, said: above ?? mark };
  return { action: { type: 'Action.Execute', verb: data.action, data }, userIds: [asker] };
}

const HOLD_FIGURES: ReadonlySet<Answer['kind']> = new Set(['fact', 'list', 'aggregate', 'compare', 'programme']);
