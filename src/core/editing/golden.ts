import { z } from 'zod';
import { LOCALES } from '../language/locale';
import type { AnswerBody } from '../model/answer';
import { amountRanked } from '../model/question';
import { FIELDS } from '../model/records';

const ids = z.array(z.string().min(1)).min(1);

/** What an answer rests on: not its sentences, nor its figures, which an editor may well change. */
const expectation = z.strictObject({
  kind: z.enum(['fact', 'list', 'aggregate', 'compare', 'programme', 'smalltalk', 'clarify', 'unknown']),
  /** In the order of the answer where it ranks, else by id; left out where there are many. */
  projects: ids.optional(),
  /** How many projects a list or a computation is over. */
  total: z.number().int().nonnegative().optional(),
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

/** What an answer rests on, with all its projects. */
export function restsOf(told: AnswerBody): Expectation {
  switch (told.kind) {
    case 'fact':
      return { kind: told.kind, projects: [told.project], field: told.field };
    case 'list': {
      const { kind, sort, total } = told;
      const field = sort?.field === 'date' ? 'date' : amountRanked(sort);
      return { kind, ...(field === null ? {} : { field }), ...named(told.projects, sort !== null), total };
    }
    case 'aggregate': {
      const { kind, operation, field, projects, total } = told;
      return { kind, operation, ...(field === null ? {} : { field }), ...named(projects, isExtreme(operation)), total };
    }
    case 'compare':
      return { kind: told.kind, ...named(told.projects, false), ...(told.field === null ? {} : { field: told.field }) };
    case 'programme':
      return { kind: told.kind, ...(told.facts.length === 0 ? {} : { facts: [...told.facts].sort() }) };
    case 'clarify':
      return { kind: told.kind, ...named(told.candidates, false) };
    case 'smalltalk':
      return { kind: told.kind, reason: told.act };
    case 'unknown':
      return { kind: told.kind, reason: told.reason };
  }
}

/** What is to be kept of it, once somebody says that it is right. */
export function expectedOf({ projects, ...rests }: Expectation): Expectation {
  return projects === undefined || projects.length > MOST_NAMED ? rests : { ...rests, projects };
}

/** A base grows: a list may gain so many projects, or this share of them, and be right still. What lost its limits gains more. */
const MAY_GAIN = { least: 2, share: 0.2 };

/** Whether an answer rests on what it should: nothing that was right is gone from a set, and a ranking begins with the same. */
export function holds(expected: Expectation, rests: Expectation): boolean {
  const { projects = [], total, ...others } = expected;
  const { projects: found = [], total: foundTotal = 0, ...otherOnes } = rests;
  if (keyOf(others) !== keyOf(otherOnes)) return false;
  if (total === undefined) return keyOf({ projects }) === keyOf({ projects: found });
  const most = total + Math.max(MAY_GAIN.least, total * MAY_GAIN.share);
  if (foundTotal < total || foundTotal > most) return false;
  const isRanked = expected.kind === 'list' ? expected.field !== undefined : isExtreme(expected.operation);
  return isRanked ? projects.length === 0 || projects[0] === found[0] : projects.every((id) => found.includes(id));
}

function isExtreme(operation: Expectation['operation']): boolean {
  return operation === 'max' || operation === 'min';
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
  if (before.text === after.text && keyOf(before.rests) === keyOf(after.rests)) return 'same';
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

function named(projects: readonly string[], isRanked: boolean): Pick<Expectation, 'projects'> {
  return projects.length === 0 ? {} : { projects: isRanked ? [...projects] : [...projects].sort() };
}

/** Whatever the order of the keys. */
function keyOf(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
