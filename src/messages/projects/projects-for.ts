import { en } from './en';
import { fr } from './fr';
import type { ProjectsMessages } from './messages';

/** The words of the list of all projects, in a language. */
export function projectsMessagesFor(locale: 'fr' | 'en'): ProjectsMessages {
  return locale === 'fr' ? fr : en;
}
