import { z } from 'zod';
import { LOCALES } from '../../src/core/language/locale';
import { UNKNOWN_REASONS } from '../../src/core/model/question';
import { BAD_REASONS, GOOD_REASONS } from '../cards/submission';

/** What people leave for those who keep the knowledge base: questions without an answer, ratings, opinions, mistakes reported. */
export interface Inbox {
  /**
   * Resolves with the key of the entry once it is kept for good, without personal data and with its texts cut to their limits;
   * with null when the day is full. Rejects when it cannot be kept.
   */
  add(entry: InboxEntry): Promise<string | null>;
  /** Puts an entry in the place of the one of this key; nothing is kept when that one is not any more. */
  replace(key: string, entry: InboxEntry): Promise<void>;
}

/** Most characters of a text that is kept. */
export const MOST_KEPT = { question: 500, text: 2000, answerText: 500 } as const;
/** Questions before, kept to understand "et en Bretagne ?". */
export const MOST_PREVIOUS = 3;

const question = z.string().max(MOST_KEPT.question);
const text = z.string().max(MOST_KEPT.text);
const previous = z.array(question).max(MOST_PREVIOUS).readonly();
const common = {
  /** When it was said, ISO 8601, UTC. */
  at: z.iso.datetime(),
  locale: z.enum(LOCALES),
  /** "msteams", "directline"… */
  channel: z.string().max(100),
};

export const inboxEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('unanswered'),
    ...common,
    question,
    /** The questions before it, the latest last. */
    previous,
    reason: z.enum([...UNKNOWN_REASONS, 'clarify']),
  }),
  z.strictObject({
    kind: z.literal('rating'),
    ...common,
    isUseful: z.boolean(),
    /** Null when none was chosen. */
    reason: z.enum([...GOOD_REASONS, ...BAD_REASONS]).nullable(),
    comment: text.nullable(),
    /** What was asked; empty when it was pressed. */
    question,
    previous,
    /** Kind of the answer rated; free, so that an entry outlives a kind of answer. */
    answerKind: z.string().max(40),
    answerText: z.string().max(MOST_KEPT.answerText),
  }),
  z.strictObject({ kind: z.literal('opinion'), ...common, rating: z.int().min(1).max(5).nullable(), text }),
  z.strictObject({
    kind: z.literal('report'),
    ...common,
    about: z.enum(['data', 'answer']),
    /** Id of the project; null when none is meant. */
    project: z.string().max(200).nullable(),
    text,
    question: question.nullable(),
    previous,
  }),
]);

export type InboxEntry = Readonly<z.infer<typeof inboxEntrySchema>>;
