import type { Followed } from '../../src/core/changes/followed';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { noticeMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Action } from '../cards/adaptive-card';
import { pressAction } from '../cards/press-action';
import type { Profile } from '../cards/profile';
import type { Submission } from '../cards/submission';
import { subjectText } from './subject-text';

/** Stops one subscription. */
export function stopButton(
  id: number,
  followed: Followed,
  knowledge: KnowledgeBase,
  locale: Locale,
  profile: Profile,
): Action {
  const { buttons } = noticeMessagesFor(locale);
  return button(
    buttons.stop(subjectText(followed, locale, knowledge)),
    { action: 'unfollow', subscription: id },
    locale,
    profile,
  );
}

/** Stops them all. */
export function stopAllButton(locale: Locale, profile: Profile): Action {
  return button(noticeMessagesFor(locale).buttons.stopAll, { action: 'unfollow', subscription: null }, locale, profile);
}

/** Follows one project of several that were meant. */
export function followButton(project: string, name: string, locale: Locale, profile: Profile): Action {
  return button(noticeMessagesFor(locale).buttons.follow(name), { action: 'follow', project }, locale, profile);
}

function button(title: string, submission: Submission, locale: Locale, profile: Profile): Action {
  return pressAction(typeset(title, locale), submission, profile);
}
