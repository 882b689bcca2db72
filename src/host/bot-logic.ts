import type { TurnContext } from 'botbuilder';

/** What the bot does with one turn, whatever channel it came by. */
export type BotLogic = (context: TurnContext) => Promise<void>;
