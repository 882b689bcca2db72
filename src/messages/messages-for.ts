import { en } from './en/answers';
import { en as cardsEn } from './en/cards';
import { en as guidesEn } from './en/guides';
import { en as legalEn } from './en/legal';
import { en as noticesEn } from './en/notices';
import { en as pagesEn } from './en/pages';
import { en as picturesEn } from './en/pictures';
import { en as projectsEn } from './en/projects';
import { en as questionsEn } from './en/questions';
import { en as smalltalkEn } from './en/smalltalk';
import { en as standingEn } from './en/standing';
import { en as takeAwayEn } from './en/take-away';
import { en as teamsAppEn } from './en/teams-app';
import { en as widgetEn } from './en/widget';
import { fr, type Messages } from './fr/answers';
import { type CardMessages, fr as cardsFr } from './fr/cards';
import { fr as guidesFr, type GuideMessages } from './fr/guides';
import { fr as legalFr, type LegalMessages } from './fr/legal';
import { fr as noticesFr, type NoticeMessages } from './fr/notices';
import { fr as pagesFr, type PlainMessages } from './fr/pages';
import { fr as picturesFr, type PictureMessages } from './fr/pictures';
import { fr as projectsFr, type ProjectsMessages } from './fr/projects';
import { fr as questionsFr, type QuestionMessages } from './fr/questions';
import { fr as smalltalkFr, type SmalltalkMessages } from './fr/smalltalk';
import { fr as standingFr, type StandingMessages } from './fr/standing';
import { fr as takeAwayFr, type TakeAwayMessages } from './fr/take-away';
import { fr as teamsAppFr, type TeamsAppMessages } from './fr/teams-app';
import { fr as widgetFr, type WidgetMessages } from './fr/widget';

type Locale = 'fr' | 'en';
const said =
  <Table>(fr: Table, en: Table) =>
  (locale: Locale): Table =>
    locale === 'fr' ? fr : en;

/** The sentences of a language: those of the answers, then of each thing that says more. */
export const messagesFor = said<Messages>(fr, en);
export const cardMessagesFor = said<CardMessages>(cardsFr, cardsEn);
export const guideMessagesFor = said<GuideMessages>(guidesFr, guidesEn);
export const legalMessagesFor = said<LegalMessages>(legalFr, legalEn);
export const noticeMessagesFor = said<NoticeMessages>(noticesFr, noticesEn);
export const pictureMessagesFor = said<PictureMessages>(picturesFr, picturesEn);
export const plainMessagesFor = said<PlainMessages>(pagesFr, pagesEn);
export const projectsMessagesFor = said<ProjectsMessages>(projectsFr, projectsEn);
export const questionMessagesFor = said<QuestionMessages>(questionsFr, questionsEn);
export const smalltalkMessagesFor = said<SmalltalkMessages>(smalltalkFr, smalltalkEn);
export const standingMessagesFor = said<StandingMessages>(standingFr, standingEn);
export const takeAwayMessagesFor = said<TakeAwayMessages>(takeAwayFr, takeAwayEn);
export const widgetMessagesFor = said<WidgetMessages>(widgetFr, widgetEn);

/** What Teams shows of the assistant, typeset: Teams shows it as it is in the package. */
export function teamsAppMessagesFor(locale: Locale): TeamsAppMessages {
  return typesetAll(said<TeamsAppMessages>(teamsAppFr, teamsAppEn)(locale), locale);
}

/** A value with every text in it typeset: no-break spaces and apostrophes. Ids, numbers and addresses stay as they are. */
export function typesetAll<Value>(value: Value, locale: Locale): Value;
export function typesetAll(value: unknown, locale: Locale): unknown {
  if (typeof value === 'string') return /^https?:\/\//u.test(value) ? value : typeset(value, locale);
  if (Array.isArray(value)) return value.map((one: unknown) => typesetAll(one, locale));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [key, typesetAll(one, locale)]),
  );
}

/** The last touch to a text before it is shown: the apostrophes of print, and the no-break spaces of French. */
export function typeset(text: string, locale: Locale): string {
  const printed = text.includes("'") ? text.replace(/(?<=\p{L})'/gu, '’') : text;
  return locale === 'fr' ? withFrenchSpaces(printed) : printed;
}

/** Turns the plain spaces of a French text into the no-break ones that its typography asks for, and the "MEUR" of the records into M€. */
function withFrenchSpaces(text: string): string {
  return (
    text
      .replace(/(\d) MEUR\b/g, '$1 M€')
      .replace(/ ([:;?!»%])/g, '\u00a0$1')
      .replace(/« /g, '«\u00a0')
      .replace(/(\d) (?=\d{3}(?!\d)|M€|Md€|€)/gu, '$1\u00a0')
      // A number and what it counts: a year counts nothing, and a little word is not counted.
      .replace(
        /(?<![\p{L}\d])(?!(?:19|20)\d\d )([\d\u00a0]*\d(?:,\d+)?) (?=\p{L})(?!(?:à|de|et|ou|sur)(?!\p{L}))/gu,
        '$1\u00a0',
      )
  );
}
