import { en } from './en';
import { fr } from './fr';
import type { NoticeMessages } from './messages';

/** The words of subscriptions and notices in a language. */
export function noticeMessagesFor(locale: 'fr' | 'en'): NoticeMessages {
  return locale === 'fr' ? fr : en;
}
