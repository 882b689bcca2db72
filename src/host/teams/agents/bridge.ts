import type { CloudAdapter, TurnContext as AgentsTurn } from '@microsoft/agents-hosting';
import type { Activity as AgentsActivity } from '@microsoft/agents-activity';
import { BotAdapter, TurnContext, type Activity, type ConversationReference, type ResourceResponse } from 'botbuilder';
import type { BotLogic } from '../../bot-logic';

const AGENTS_TURN = Symbol('the turn of the Agents SDK');

/** An activity of the bot as the Agents SDK sends it. */
export type ToAgents = (activity: Partial<Activity>) => AgentsActivity;

/** Shows the bot the turns of botbuilder that it knows, and hands what it says in them to the adapter of the Agents SDK. */
export class Bridge extends BotAdapter {
  constructor(
    private readonly line: CloudAdapter,
    private readonly toAgents: ToAgents,
  ) {
    super();
  }

  /** Plays a turn that the Agents SDK began. */
  async play(turn: AgentsTurn, activity: Partial<Activity>, logic: BotLogic): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(AGENTS_TURN, turn);
    await this.runMiddleware(context, logic);
    turn.bufferedReplyActivities.push(...context.bufferedReplyActivities.map(this.toAgents));
  }

  override sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return this.line.sendActivities(turnOf(context), activities.map(this.toAgents));
  }

  override async updateActivity(context: TurnContext, activity: Partial<Activity>) {
    return (await this.line.updateActivity(turnOf(context), this.toAgents(activity))) ?? undefined;
  }

  override deleteActivity(context: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    return this.line.deleteActivity(turnOf(context), reference);
  }

  /** The Agents SDK begins the turns: see `begin`. */
  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('a bridge begins no turn'));
  }
}

function turnOf(context: TurnContext): AgentsTurn {
  return context.turnState.get<AgentsTurn>(AGENTS_TURN);
}
