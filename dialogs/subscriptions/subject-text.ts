import { type Followed, followedIds, following, isSameFollowed } from '../../src/core/changes/followed';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, noticeMessagesFor } from '../../src/messages/messages-for';
import { describeFilter } from '../text/filter-text';
import { firstNamed, shortNameOf } from '../text/project-text';

/** Names of a set that has no other description. */
const MOST_NAMED = 5;

export function subjectText(followed: Followed, locale: Locale, knowledge: KnowledgeBase): string {
  const { filter, field } = followed;
  const messages = messagesFor(locale);
  const { subject } = noticeMessagesFor(locale);
  if (filter.among !== null && isSameFollowed(followed, following(filter.among, followed.field))) {
    const names = filter.among.map((id) => shortNameOf(id, knowledge));
    const named = subject.projects(firstNamed(names, MOST_NAMED, messages));
    return field === null ? named : subject.onlyField(named, messages.fields[field]);
  }
  const filters = describeFilter(filter, { locale, messages, knowledge });
  if (field !== null) return subject.fieldOfSet(field, filters);
  return filters.length === 0 ? subject.everything : subject.set(filters);
}

/** How many projects it covers today; null when they are named, and no other can join them. */
export function countOf(followed: Followed, knowledge: KnowledgeBase): number | null {
  return followed.filter.among !== null ? null : followedIds(followed, knowledge).length;
}
