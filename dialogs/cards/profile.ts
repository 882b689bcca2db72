import type { SubmitAction } from './adaptive-card';

/** Where a card is drawn: Web Chat and Teams take the same elements but not the same actions and pictures. */
export type Profile = 'webchat' | 'teams';

/** The profile of a channel, by the SDK's name of it. */
export function profileOf(channelId: string): Profile {
  return channelId === 'msteams' ? 'teams' : 'webchat';
}

/** A button that says its question as if the person had typed it: seen in the conversation, and read like any other. */
export function sayAction(title: string, said: string, profile: Profile): SubmitAction {
  return {
    type: 'Action.Submit',
    title,
    data: profile === 'teams' ? { msteams: { type: 'imBack', value: said } } : said,
    associatedInputs: 'none',
  };
}
