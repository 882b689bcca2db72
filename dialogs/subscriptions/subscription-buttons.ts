import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Project } from '../../src/core/model/records';
import { noticeMessagesFor } from '../../src/messages/messages-for';
import type { Action } from '../cards/adaptive-card';
import { pressAction } from '../cards/press-action';
import type { Profile } from '../cards/profile';
import { shortName } from '../text/project-text';
import { subjectText } from './subject-text';
import type { Subscription } from './subscriptions';

/** What a conversation is told of its subscriptions with. */
export interface Telling {
  readonly locale: Locale;
  readonly profile: Profile;
  readonly knowledge: KnowledgeBase;
}

export function stopButton({ id, followed }: Pick<Subscription, 'id' | 'followed'>, telling: Telling): Action {
  const { locale, profile, knowledge } = telling;
  const title = noticeMessagesFor(locale).buttons.stop(subjectText(followed, locale, knowledge));
  return pressAction(title, { action: 'unfollow', subscription: id }, profile);
}

export function stopAllButton({ locale, profile }: Telling): Action {
  return pressAction(noticeMessagesFor(locale).buttons.stopAll, { action: 'unfollow', subscription: null }, profile);
}

/** Follows one project of several that were meant. */
export function followButton(project: Project, { locale, profile }: Telling): Action {
  const title = noticeMessagesFor(locale).buttons.follow(shortName(project));
  return pressAction(title, { action: 'follow', project: project.id }, profile);
}
