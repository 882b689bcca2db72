import type { Followed } from '../../src/core/changes/followed';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { typeset } from '../../src/messages/messages-for';
import { noticeMessagesFor } from '../../src/messages/notices/notices-for';
import type { SubmitAction } from '../cards/adaptive-card';
import type { Submission } from '../cards/submission';
import { subjectText } from './subject-text';

/** Stops one subscription. */
export function stopButton(id: number, followed: Followed, locale: Locale, knowledge: KnowledgeBase): SubmitAction {
  const { buttons } = noticeMessagesFor(locale);
  return button(
    buttons.stop(subjectText(followed, locale, knowledge)),
    { action: 'unfollow', subscription: id },
    locale,
  );
}

/** Stops them all. */
export function stopAllButton(locale: Locale): SubmitAction {
  return button(noticeMessagesFor(locale).buttons.stopAll, { action: 'unfollow', subscription: null }, locale);
}

/** Follows one project of several that were meant. */
export function followButton(project: string, name: string, locale: Locale): SubmitAction {
  return button(noticeMessagesFor(locale).buttons.follow(name), { action: 'follow', project }, locale);
}

function button(title: string, submission: Submission, locale: Locale): SubmitAction {
  return { type: 'Action.Submit', title: typeset(title, locale), data: submission, associatedInputs: 'none' };
}
