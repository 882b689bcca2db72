import type { ConversationState, TurnContext } from 'botbuilder';
import { z } from 'zod';
import { LOCALES } from '../../src/core/language/locale';
import { GUIDE_NAMES, type GuideName } from '../../src/core/knowledge/order-patterns';
import { placeOf } from '../teams/place';
import type { Outcome } from './guide';

/** A guide under way, as it is kept between two turns: what was answered, by the names of the steps. */
export type Walk = z.infer<typeof walkSchema>;

const walkSchema = z.strictObject({
  /** Empty where there is one person only. */
  person: z.string(),
  guide: z.enum(GUIDE_NAMES),
  answers: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
  open: z.string().nullable(),
  /** Tells the buttons of this walk from those of an earlier one. */
  run: z.int().nonnegative(),
  locale: z.enum(LOCALES),
  /** A text that was answered as a question and may have been the reply: "Garder ma phrase". */
  kept: z.string().nullable(),
});

/** What a guide came to, and what was chosen on the way, in words. */
export interface Ended {
  readonly outcome: Outcome;
  readonly chosen: string;
}

/**
 * The guides under way in a conversation, in a turn. A group shares what was asked and shown ("et son coût ?" is about the answer
 * that all have read), but what one answers to a guide must not be taken for the reply of another: each person has one.
 */
export interface Walks {
  /** The guide of who speaks; null when they are in none. */
  readonly own: Walk | null;
  /** What it came to in this turn; null before its end. */
  readonly ended: Ended | null;
  /** Goes on so; null leaves the guide. */
  keep(walk: Walk | null): Promise<void>;
  end(ended: Ended): Promise<void>;
  /** True when this walk is under way, but is somebody else's. */
  isOfAnother(walk: { readonly guide: GuideName; readonly run: number }): boolean;
}

/** More people than ever walk through a guide at a time; the one who left theirs first begins again. */
const MOST_PEOPLE = 30;

/** Opens the guides of a conversation for a turn; a guide that another version of the program kept is as good as none. */
export function createWalks(conversationState: ConversationState): (context: TurnContext) => Promise<Walks> {
  const stored = conversationState.createProperty<unknown>('guides');
  /** Where the SDK kept the guide of a person alone. */
  const former = conversationState.createProperty<unknown>('dialogs');

  return async (context) => {
    await former.delete(context);
    const { activity } = context;
    const person = placeOf(activity) === 'personal' ? '' : activity.from.id;
    const walks = (z.array(z.unknown()).safeParse((await stored.get(context)) ?? []).data ?? []).flatMap(
      (walk) => walkSchema.safeParse(walk).data ?? [],
    );
    const others = walks.filter((walk) => walk.person !== person);
    let own = walks.find((walk) => walk.person === person) ?? null;
    let ended: Ended | null = null;

    const keep = (walk: Walk | null): Promise<void> => {
      own = walk && { ...walk, person };
      return stored.set(context, [...others, ...(own === null ? [] : [own])].slice(-MOST_PEOPLE));
    };
    return {
      get own() {
        return own;
      },
      get ended() {
        return ended;
      },
      keep,
      end: (came) => {
        ended = came;
        return keep(null);
      },
      isOfAnother: ({ guide, run }) => others.some((walk) => walk.guide === guide && walk.run === run),
    };
  };
}
