import { MOST_KEPT, MOST_PREVIOUS, type InboxEntry } from '../../../dialogs/inbox/inbox';
import { maskPersonalData } from '../../core/language/mask-personal-data';
import type { KnownWords } from '../../core/language/personal-data/person-names';

/** The entry with every text masked, then cut to its limit: cut before, half a telephone number would no longer be seen as one. */
export function withoutPersonalData(entry: InboxEntry, known: KnownWords): InboxEntry {
  const clean = (text: string, limit: number): string => cut(maskPersonalData(text, known), limit);
  const question = (text: string): string => clean(text, MOST_KEPT.question);
  const previous = (texts: readonly string[]): readonly string[] => texts.slice(-MOST_PREVIOUS).map(question);
  switch (entry.kind) {
    case 'unanswered':
      return { ...entry, question: question(entry.question), previous: previous(entry.previous) };
    case 'rating':
      return {
        ...entry,
        question: question(entry.question),
        previous: previous(entry.previous),
        comment: entry.comment === null ? null : clean(entry.comment, MOST_KEPT.text),
        answerText: clean(entry.answerText, MOST_KEPT.answerText),
      };
    case 'opinion':
      return { ...entry, text: clean(entry.text, MOST_KEPT.text) };
    case 'report':
      return {
        ...entry,
        text: clean(entry.text, MOST_KEPT.text),
        question: entry.question === null ? null : question(entry.question),
        previous: previous(entry.previous),
      };
  }
}

/** Never between the two halves of a character. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '') + '…';
}
