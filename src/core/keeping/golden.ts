import { z } from 'zod';
import { LOCALES } from '../language/locale';
import type { Answer, AnswerBody } from '../model/answer';
import { FIELDS } from '../model/records';

const ids = z.array(z.string().min(1)).min(1);
const count = z.number().int().nonnegative();

/** What an answer rests on: not its sentences, nor its figures, which an editor may well change. */
const expectation = z.strictObject({
  kind: z.enum(['fact', 'list', 'aggregate', 'compare', 'programme', 'smalltalk', 'clarify', 'unknown']),
  /** In the order of the answer where it ranks, else by id; left out where there are many. */
  projects: ids.optional(),
  /** How many projects a list or a computation is over. */
  total: count.optional(),
  field: z.enum(FIELDS).optional(),
  /** What is computed. */
  operation: z.enum(['count', 'sum', 'average', 'median', 'max', 'min']).optional(),
  facts: ids.optional(),
  /** Of small talk, what was said; of no answer, why. */
  reason: z.string().optional(),
});
export type Expectation = Readonly<z.infer<typeof expectation>>;

/** No question of the set is longer: the assistant would not read it. */
const question = z.strictObject({
  question: z.string().trim().min(1).max(500),
  locale: z.enum(LOCALES),
  expect: expectation,
});
export type GoldenQuestion = Readonly<z.infer<typeof question>>;

/** data/golden.json: questions whose answers are known to be right, asked again before each publication. */
export const goldenFile = z.strictObject({ $schema: z.string().optional(), questions: z.array(question) });

/** Of more projects, their number says enough. */
const MOST_NAMED = 12;

/** What is to be kept of an answer that is right. */
export function expectationOf(answer: Answer): Expectation {
  const told: AnswerBody = answer;
  switch (told.kind) {
    case 'fact':
      return { kind: told.kind, projects: [told.project], field: told.field };
    case 'list':
      return { kind: told.kind, ...projectsOf(told.projects, told.sort !== null), total: told.total };
    case 'aggregate': {
      const { kind, operation, field, total } = told;
      const isRanked = operation === 'max' || operation === 'min';
      return { kind, operation, ...(field === null ? {} : { field }), ...projectsOf(told.projects, isRanked), total };
    }
    case 'compare':
      return {
        kind: told.kind,
        ...projectsOf(told.projects, false),
        ...(told.field === null ? {} : { field: told.field }),
      };
    case 'programme':
      return { kind: told.kind, ...(told.facts.length === 0 ? {} : { facts: [...told.facts].sort() }) };
    case 'clarify':
      return { kind: told.kind, ...projectsOf(told.candidates, false) };
    case 'smalltalk':
      return { kind: told.kind, reason: told.act };
    case 'unknown':
      return { kind: told.kind, reason: told.reason };
  }
}

/** Whether an answer rests on what it should. */
export function holds(expected: Expectation, answer: Expectation): boolean {
  return keyOf(expected) === keyOf(answer);
}

/** An answer as two states of the base are compared by it. */
export interface Told {
  readonly rests: Expectation;
  /** All that the person reads. */
  readonly text: string;
}

/** How an answer changed; `answered` and `lost`: nobody said what is right, but there was none, or is none any more. */
export type Verdict = 'same' | 'better' | 'worse' | 'answered' | 'lost' | 'different';

/** `expected`: null where nobody said what is right. */
export function compareTold(before: Told, after: Told, expected: Expectation | null): Verdict {
  if (before.text === after.text && holds(before.rests, after.rests)) return 'same';
  if (expected !== null) {
    const [was, is] = [holds(expected, before.rests), holds(expected, after.rests)];
    if (was !== is) return is ? 'better' : 'worse';
  }
  const [had, has] = [isAnswer(before.rests), isAnswer(after.rests)];
  if (had === has) return 'different';
  return has ? 'answered' : 'lost';
}

function isAnswer({ kind }: Expectation): boolean {
  return kind !== 'unknown' && kind !== 'clarify';
}

function projectsOf(projects: readonly string[], isRanked: boolean): Pick<Expectation, 'projects'> {
  if (projects.length === 0 || projects.length > MOST_NAMED) return {};
  return { projects: isRanked ? [...projects] : [...projects].sort() };
}

/** Whatever the order of the keys. */
function keyOf(rests: Expectation): string {
  return JSON.stringify(Object.entries(rests).sort(([a], [b]) => (a < b ? -1 : 1)));
}
