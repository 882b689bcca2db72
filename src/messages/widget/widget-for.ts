import { en } from './en';
import { fr } from './fr';
import type { WidgetMessages } from './messages';

/** The words of the widget's frame in a language. */
export function widgetMessagesFor(locale: 'fr' | 'en'): WidgetMessages {
  return locale === 'fr' ? fr : en;
}
