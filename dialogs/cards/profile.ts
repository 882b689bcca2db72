import type { Activity } from 'botbuilder';
import { voteEntity } from '../votes';
import type { SubmitAction } from './adaptive-card';

/** What a channel can do: a new one is one of these, and the compiler names what it does not say. */
export interface Profile {
  /** The text of a message stands above its card; elsewhere the card holds all that it says. */
  readonly hasTextAboveCard: boolean;
  /** Sources are cited in the text by numbers. */
  readonly citesInText: boolean;
  /** A press is answered where its card stands, and a card is asked for again when it is looked at. */
  readonly redrawsCards: boolean;
  /** Draws bars itself from their figures. */
  readonly drawsBars: boolean;
  /** Shows questions to press beside a message that has a card. */
  readonly hasSuggestions: boolean;
  /** What a message holds so that the channel draws thumbs under it, by the number of the answer that they judge. */
  readonly voting: (answerId: number) => Pick<Partial<Activity>, 'channelData' | 'entities'>;
  /** A vote names the message and not the answer in it. */
  readonly votesOnMessages: boolean;
  /** A field asks the bot for its choices at each letter. */
  readonly searchesChoices: boolean;
  /** Messages hold mentions and markup, and may be edited. */
  readonly hasMentions: boolean;
  /** A message reaches those who are not looking. */
  readonly reachesPeople: boolean;
  /** Keeps what was said, whatever we forget. */
  readonly keepsMessages: boolean;
  /** Tells when the bot is installed or taken out. */
  readonly tellsOfInstallations: boolean;
  /** What a button holds that says its words as if the person had typed them. */
  readonly saying: (said: string) => SubmitAction['data'];
}

/** Our page, every other client of Direct Line, and whatever else is not Teams (Azure's own test of the bot). */
export const WEB_CHAT: Profile = {
  hasTextAboveCard: false,
  citesInText: false,
  redrawsCards: false,
  drawsBars: false,
  hasSuggestions: true,
  voting: (answerId) => ({ entities: [voteEntity(answerId)] }),
  votesOnMessages: false,
  searchesChoices: false,
  hasMentions: false,
  reachesPeople: false,
  keepsMessages: false,
  tellsOfInstallations: false,
  saying: (said) => said,
};

export const TEAMS: Profile = {
  hasTextAboveCard: true,
  citesInText: true,
  redrawsCards: true,
  drawsBars: true,
  hasSuggestions: false,
  voting: () => ({ channelData: { feedbackLoop: { type: 'default' } } }),
  votesOnMessages: true,
  searchesChoices: true,
  hasMentions: true,
  reachesPeople: true,
  keepsMessages: true,
  tellsOfInstallations: true,
  saying: (said) => ({ msteams: { type: 'imBack', value: said } }),
};

/** The profile of a channel, by the SDK's name of it. */
export function profileOf(channelId: string): Profile {
  return channelId === 'msteams' ? TEAMS : WEB_CHAT;
}

/** A button that says its question as if the person had typed it: seen in the conversation, and read like any other. */
export function sayAction(title: string, said: string, profile: Profile): SubmitAction {
  return { type: 'Action.Submit', title, data: profile.saying(said), associatedInputs: 'none' };
}
