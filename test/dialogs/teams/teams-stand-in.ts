import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
} from 'botbuilder';
import { z } from 'zod';
import { ordinarySpaces } from '../../plain-text';

/** What the bot did to the conversation, and the message that it did it with. */
export interface Done extends Partial<Activity> {
  readonly did: 'send' | 'update' | 'delete';
  /** Teams' id of the bot's message. */
  readonly id: string;
  /** With ordinary spaces. */
  readonly text: string;
  readonly card: unknown;
}

/** What came of one activity: what was done, and with what it was answered when it was an invoke. */
export interface Turn {
  readonly done: readonly Done[];
  readonly answers: readonly InvokeResponse<unknown>[];
}

const answerSchema = z.object({ status: z.number(), body: z.unknown().optional() });

/** Teams without the network: what the bot sends gets an id, as Teams gives one. */
export class TeamsStandIn extends BotAdapter {
  private done: Done[] = [];
  private answers: InvokeResponse<unknown>[] = [];
  private sent = 0;

  async receive(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<Turn> {
    [this.done, this.answers] = [[], []];
    await this.runMiddleware(new TurnContext(this, activity), logic);
    return { done: this.done, answers: this.answers };
  }

  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return Promise.resolve(activities.map((activity) => ({ id: this.send(activity) })));
  }

  override updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const id = activity.id ?? '';
    this.note('update', id, activity);
    return Promise.resolve({ id });
  }

  override deleteActivity(_context: TurnContext, { activityId = '' }: Partial<ConversationReference>): Promise<void> {
    this.note('delete', activityId, {});
    return Promise.resolve();
  }

  override continueConversation(): Promise<void> {
    return Promise.reject(new Error('the bot begins nothing in these tests'));
  }

  override continueConversationAsync(): Promise<void> {
    return this.continueConversation();
  }

  private send(activity: Partial<Activity>): string {
    if (activity.type === 'invokeResponse') {
      this.answers.push(answerSchema.parse(activity.value));
      return '';
    }
    const id = `reply-${(this.sent += 1)}`;
    this.note('send', id, activity);
    return id;
  }

  private note(did: Done['did'], id: string, activity: Partial<Activity>): void {
    const card: unknown = activity.attachments?.[0]?.content ?? null;
    this.done.push({ ...activity, did, id, text: ordinarySpaces(activity.text ?? ''), card });
  }
}
