import { en as cardsEn } from './cards/en';
import { type CardMessages, fr as cardsFr } from './cards/fr';
import { en } from './en';
import { fr, type Messages, withFrenchSpaces } from './fr';
import { en as guidesEn } from './guides/en';
import { fr as guidesFr, type GuideMessages } from './guides/fr';
import { en as legalEn } from './legal/en';
import { fr as legalFr, type LegalMessages } from './legal/fr';
import { en as noticesEn } from './notices/en';
import { fr as noticesFr, type NoticeMessages } from './notices/fr';
import { en as picturesEn } from './pictures/en';
import { fr as picturesFr, type PictureMessages } from './pictures/fr';
import { en as plainEn } from './plain/en';
import { fr as plainFr, type PlainMessages } from './plain/fr';
import { en as projectsEn } from './projects/en';
import { fr as projectsFr, type ProjectsMessages } from './projects/fr';
import { en as questionsEn } from './questions/en';
import { fr as questionsFr, type QuestionMessages } from './questions/fr';
import { en as smalltalkEn } from './smalltalk/en';
import { fr as smalltalkFr, type SmalltalkMessages } from './smalltalk/fr';
import { en as takeAwayEn } from './take-away/en';
import { fr as takeAwayFr, type TakeAwayMessages } from './take-away/fr';
import { en as teamsAppEn } from './teams-app/en';
import { fr as teamsAppFr, type TeamsAppMessages, type TeamsCommand } from './teams-app/fr';
import { en as widgetEn } from './widget/en';
import { fr as widgetFr, type WidgetMessages } from './widget/fr';

type Locale = 'fr' | 'en';
type Said<Table> = (locale: Locale) => Table;

/** The sentences of a language: those of the answers, then of each thing that says more. */
export const messagesFor: Said<Messages> = (locale) => ({ fr, en })[locale];
export const cardMessagesFor: Said<CardMessages> = (locale) => ({ fr: cardsFr, en: cardsEn })[locale];
export const guideMessagesFor: Said<GuideMessages> = (locale) => ({ fr: guidesFr, en: guidesEn })[locale];
export const legalMessagesFor: Said<LegalMessages> = (locale) => ({ fr: legalFr, en: legalEn })[locale];
export const noticeMessagesFor: Said<NoticeMessages> = (locale) => ({ fr: noticesFr, en: noticesEn })[locale];
export const pictureMessagesFor: Said<PictureMessages> = (locale) => ({ fr: picturesFr, en: picturesEn })[locale];
export const plainMessagesFor: Said<PlainMessages> = (locale) => ({ fr: plainFr, en: plainEn })[locale];
export const projectsMessagesFor: Said<ProjectsMessages> = (locale) => ({ fr: projectsFr, en: projectsEn })[locale];
export const questionMessagesFor: Said<QuestionMessages> = (locale) => ({ fr: questionsFr, en: questionsEn })[locale];
export const smalltalkMessagesFor: Said<SmalltalkMessages> = (locale) => ({ fr: smalltalkFr, en: smalltalkEn })[locale];
export const takeAwayMessagesFor: Said<TakeAwayMessages> = (locale) => ({ fr: takeAwayFr, en: takeAwayEn })[locale];
export const widgetMessagesFor: Said<WidgetMessages> = (locale) => ({ fr: widgetFr, en: widgetEn })[locale];

/** What Teams shows of the assistant, typeset: Teams shows it as it is in the package. */
export const teamsAppMessagesFor: Said<TeamsAppMessages> = (locale) => {
  const words: TeamsAppMessages = { fr: teamsAppFr, en: teamsAppEn }[locale];
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
};

/** The last touch to a text before it is shown: the apostrophes of print, and the no-break spaces of French. */
export function typeset(text: string, locale: Locale): string {
  const printed = text.replace(/(?<=\p{L})'/gu, '’');
  return locale === 'fr' ? withFrenchSpaces(printed) : printed;
}
