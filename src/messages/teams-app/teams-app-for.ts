import { typeset } from '../messages-for';
import { en } from './en';
import { fr } from './fr';
import type { TeamsAppMessages, TeamsCommand } from './messages';

/** What Teams shows of the assistant, in a language, typeset: Teams shows it as it is in the package. */
export function teamsAppMessagesFor(locale: 'fr' | 'en'): TeamsAppMessages {
  const words = locale === 'fr' ? fr : en;
  const say = (text: string): string => typeset(text, locale);
  const command = ({ title, description }: TeamsCommand): TeamsCommand => ({
    title: say(title),
    description: say(description),
  });
  return {
    name: { short: say(words.name.short), full: say(words.name.full) },
    description: { short: say(words.description.short), full: say(words.description.full) },
    personalCommands: words.personalCommands.map(command),
    sharedCommands: words.sharedCommands.map(command),
    search: { ...command(words.search), parameter: command(words.search.parameter) },
  };
}
