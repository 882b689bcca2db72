import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { LOCALES } from '../../src/core/language/locale';
import { GUIDE_NAMES } from '../../src/core/knowledge/order-patterns';
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

/** The guides under way in a conversation; one that another version of the program kept is as good as none. */
export const keptWalks = z
  .array(z.unknown())
  .catch([])
  .transform((walks): readonly Walk[] => walks.flatMap((walk) => walkSchema.safeParse(walk).data ?? []));

/** More people than ever walk through a guide at a time; the one who left theirs first begins again. */
const MOST_PEOPLE = 30;

/**
 * The guides under way in a conversation, in a turn. A group shares what was asked and shown ("et son coût ?" is about the answer
 * that all have read), but what one answers to a guide must not be taken for the reply of another: each person has one.
 */
export class Walks {
  /** What the guide of who speaks came to in this turn, and what was chosen on the way, in words; null before its end. */
  ended: { readonly outcome: Outcome; readonly chosen: string } | null = null;
  private readonly person: string;

  constructor(
    private readonly conversation: { guides: readonly Walk[] },
    activity: Activity,
  ) {
    this.person = placeOf(activity) === 'personal' ? '' : activity.from.id;
  }

  /** The guide of who speaks; null when they are in none. */
  get own(): Walk | null {
    return this.conversation.guides.find(({ person }) => person === this.person) ?? null;
  }

  /** Goes on so; null leaves the guide. */
  keep(walk: Omit<Walk, 'person'> | null): void {
    const kept = walk === null ? [] : [{ ...walk, person: this.person }];
    this.conversation.guides = [...this.others(), ...kept].slice(-MOST_PEOPLE);
  }

  /** True when this walk is under way, but is somebody else's. */
  isOfAnother({ guide, run }: Pick<Walk, 'guide' | 'run'>): boolean {
    return this.others().some((walk) => walk.guide === guide && walk.run === run);
  }

  private others(): readonly Walk[] {
    return this.conversation.guides.filter(({ person }) => person !== this.person);
  }
}
