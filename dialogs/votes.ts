import type { Activity, Entity } from 'botbuilder';
import { z } from 'zod';
import { type Answer, isSolid } from '../src/core/model/answer';

/** Whether there is something to judge in the answer: a failure says itself that it is none, and courtesy is not judged. */
export function isRateable(answer: Answer): boolean {
  return !answer.why.isAsked && isSolid(answer);
}

/** The two thumbs that Web Chat draws beside the time of a message: it sends back the one that was pressed, by an event. */
export function voteEntity(answerId: number): Entity {
  return {
    type: 'https://schema.org/Message',
    '@context': 'https://schema.org',
    '@type': 'Message',
    // Of this very message.
    '@id': '',
    potentialAction: [voteAction('LikeAction', answerId), voteAction('DislikeAction', answerId)],
  };
}

/** Web Chat tells the two apart by their ids. */
function voteAction(kind: Voted['@type'], answerId: number): Voted {
  return { '@type': kind, '@id': `#${kind}-${answerId}` };
}

const votedSchema = z.object({
  '@type': z.enum(['LikeAction', 'DislikeAction']),
  '@id': z.string().regex(/^#(?:Like|Dislike)Action-[1-9]\d{0,8}$/u),
});

type Voted = z.infer<typeof votedSchema>;

/** The thumbs among the entities that a client sends: all of them that anybody needs. */
export function votesIn(entities: readonly unknown[]): Entity[] {
  return entities.flatMap((entity) => {
    const voted = votedSchema.safeParse(entity);
    return voted.success ? [{ type: 'https://schema.org/Action', ...voted.data }] : [];
  });
}

const eventSchema = z.looseObject({
  name: z.literal('webchat:activity-status/feedback'),
  entities: z.tuple([votedSchema]),
});

export interface Vote {
  readonly answer: number;
  readonly isUseful: boolean;
}

/** The vote that an event is; null when it is none. */
export function voteIn(activity: Partial<Activity>): Vote | null {
  const event = eventSchema.safeParse(activity);
  if (!event.success) return null;
  const [{ '@type': kind, '@id': id }] = event.data.entities;
  return { answer: Number(id.slice(id.indexOf('-') + 1)), isUseful: kind === 'LikeAction' };
}
