import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LOCALES } from '../src/core/language/locale';
import { questionSchema } from '../src/core/model/question';
import type { Unchanging } from '../src/core/model/records';
import { MOST_PREVIOUS } from './inbox/inbox';

/** What one person thinks of an answer, and where the inbox keeps it. */
const keptRating = z.strictObject({
  /** Mark of the person. */
  by: z.string(),
  isUseful: z.boolean(),
  /** Null when the inbox had no room for it. */
  key: z.string().nullable(),
});
export type KeptRating = Unchanging<z.infer<typeof keptRating>>;

/** An answer as its conversation remembers it, for « la suite », « exporter » and « utile ? ». */
const loggedAnswer = z.strictObject({
  id: z.int().positive(),
  /** What was asked, as typed; empty when it was pressed. */
  said: z.string(),
  question: questionSchema,
  /** Of two requests in a message, the first; null elsewhere. */
  first: questionSchema.nullable().default(null),
  locale: z.enum(LOCALES),
  /** What people think of it, each one once, the latest last. */
  ratings: z.array(keptRating),
  /** Projects of a list that were shown so far. */
  shown: z.int().nonnegative(),
  /** Id of the message that holds it, where the channel has its own « utile ? »; null elsewhere. */
  activityId: z.string().nullable().default(null),
});
export type LoggedAnswer = Unchanging<z.infer<typeof loggedAnswer>>;

/** The last answers of a conversation, the latest last, the number that the next one gets, and that of the walk that the next guide gets. */
const schema = z.strictObject({ next: z.int().positive(), answers: z.array(loggedAnswer), run: z.int().positive() });
export type AnswerLog = Unchanging<z.infer<typeof schema>>;

const MOST_LOGGED = 10;
/** Of a large channel few people rate the same answer; one who did so before fifty others may again. */
const MOST_RATERS = 50;

/** The log as it is kept; one of another version of the program is as good as none, but for its numbers, which are not used twice. */
export const keptLog: z.ZodType<AnswerLog> = z
  .union([
    schema,
    schema
      .pick({ next: true, run: true })
      .strip()
      .transform((numbers) => ({ ...numbers, answers: [] })),
  ])
  .catch({ next: 1, answers: [], run: 1 });

/** The log with one answer more; its number is `log.next`. */
export function withAnswer(log: AnswerLog, answer: Omit<LoggedAnswer, 'id' | 'ratings' | 'activityId'>): AnswerLog {
  return {
    ...log,
    next: log.next + 1,
    answers: [...log.answers, { ...answer, id: log.next, ratings: [], activityId: null }].slice(-MOST_LOGGED),
  };
}

export function withChanged(log: AnswerLog, id: number, change: Partial<LoggedAnswer>): AnswerLog {
  return { ...log, answers: log.answers.map((answer) => (answer.id === id ? { ...answer, ...change } : answer)) };
}

/** How this person rated it; null when they did not. In a group, each one counts. */
export function ratingBy(answer: LoggedAnswer, person: string): KeptRating | null {
  const by = raterMark(answer, person);
  return answer.ratings.find((rating) => rating.by === by) ?? null;
}

/** The log with this person's rating of an answer, in the place of the one before. */
export function withRating(log: AnswerLog, answer: LoggedAnswer, person: string, rating: Omit<KeptRating, 'by'>) {
  const by = raterMark(answer, person);
  const others = answer.ratings.filter((other) => other.by !== by);
  return withChanged(log, answer.id, { ratings: [...others, { by, ...rating }].slice(-MOST_RATERS) });
}

/** Another one for each answer, so that nobody's ratings can be put together. */
function raterMark({ id, said }: LoggedAnswer, person: string): string {
  return textMark(JSON.stringify([id, said, person]));
}

/** The same for the same text: tells whether an answer has changed since it was given. */
export function textMark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

export function answerOf({ answers }: AnswerLog, id: number): LoggedAnswer | null {
  return answers.find((answer) => answer.id === id) ?? null;
}

/** The answer that a message of ours holds. */
export function answerIn({ answers }: AnswerLog, activityId: string): LoggedAnswer | null {
  return answers.find((answer) => answer.activityId === activityId) ?? null;
}

/** What was asked before this answer, the latest last: the context of a question. */
export function saidBefore({ answers }: AnswerLog, id: number): readonly string[] {
  return answers
    .filter((answer) => answer.id < id && answer.said !== '')
    .map(({ said }) => said)
    .slice(-MOST_PREVIOUS);
}
