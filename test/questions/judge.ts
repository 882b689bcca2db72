import { isAmountField } from '../../src/core/model/project-fields';
import { EMPTY_FILTER } from '../../src/core/model/question';
import { type Answer, projectsOf } from '../../src/core/model/answer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { answerText } from '../../dialogs/text/answer-text';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { fold } from '../../src/core/language/fold';
import { LOCALES } from '../../src/core/language/locale';
import { conversing } from '../core/chat';

const oneOrMore = <Schema extends z.ZodType>(schema: Schema): z.ZodType<readonly z.infer<Schema>[]> =>
  z.union([z.array(schema), schema.transform((value) => [value])]);
const ids = z.array(z.string());

/** A short conversation and what its last answer must say. */
const questionCase = z.strictObject({
  id: z.string(),
  tags: z.array(z.string()),
  locale: z.enum(LOCALES),
  turns: z.array(z.string()).min(1),
  expect: z.strictObject({
    kind: oneOrMore(z.string()).optional(),
    field: z.union([z.string().nullable(), z.array(z.string())]).optional(),
    /** M€ or a number of projects, within 0.05; null = no source gives it. */
    value: oneOrMore(z.number().nullable()).optional(),
    projects: ids.optional(),
    include: ids.optional(),
    exclude: ids.optional(),
    first: z.string().optional(),
    /** One of these at least. */
    facts: oneOrMore(z.string()).optional(),
    /** All of these, case and accents aside. */
    text: oneOrMore(z.string()).optional(),
    locale: z.enum(LOCALES).optional(),
    noAmount: z.boolean().optional(),
  }),
  /** What each turn is decided to be, for `npm run train`; null where nobody wrote it. */
  decisions: z.array(z.string().nullable()).optional(),
});

export type QuestionCase = z.infer<typeof questionCase>;
export type Verdict = 'right' | 'abstained' | 'wrong';

/** @param oneIn one conversation in so many; the lines between are not even read */
export function readCases(file: string, oneIn = 1): readonly QuestionCase[] {
  return readFileSync(path.join('test', 'questions', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .filter((_, at) => at % oneIn === 0)
    .map((line) => questionCase.parse(JSON.parse(line)));
}

/** Plays a case; a case that is not right says what is missing. */
export function judge(
  { turns, locale, expect }: QuestionCase,
  knowledge: KnowledgeBase,
): { readonly verdict: Verdict; readonly reasons: readonly string[] } {
  const answer = conversing(knowledge)(turns, locale);
  if (!answer) return { verdict: 'wrong', reasons: ['no turn'] };
  // Of two requests in one message either is what a writer noted.
  const told = answer.first === undefined ? [answer] : [answer, answer.first];
  const [reasons = [], ...others] = told.map((one) => reasonsAgainst(expect, one, knowledge, answer));
  if ([reasons, ...others].some(({ length }) => length === 0)) return { verdict: 'right', reasons: [] };
  return { verdict: answer.kind === 'unknown' || answer.kind === 'clarify' ? 'abstained' : 'wrong', reasons };
}

const SUM_OF_MONEY = /\d[\d\s.,]*\s?(?:m€|md€|€|millions?|milliards?|euros?)|€\s?\d/;

function reasonsAgainst(
  expect: QuestionCase['expect'],
  answer: Answer,
  knowledge: KnowledgeBase,
  whole: Answer,
): readonly string[] {
  const projects = projectsOf(answer);
  const text = fold(answerText(whole, knowledge));
  const facts = answer.kind === 'programme' ? answer.facts : [];
  const field =
    answer.kind === 'list' ? (answer.sort?.field ?? answer.show[0] ?? null) : 'field' in answer ? answer.field : null;
  // A list of more than 10 M€ of aid is one over that amount, in whatever order.
  const { amounts, known, disputes } = 'filter' in answer ? answer.filter : EMPTY_FILTER;
  const fields = [field, ...[...amounts, ...disputes].map((bound) => bound.field), ...known];
  // Sets side by side are compared; what is reckoned is computed.
  const isBesideOthers = answer.kind === 'aggregate' && answer.groupBy === 'asked';
  const isReckoned = answer.kind === 'smalltalk' && answer.act === 'reckoning';
  const kinds = [answer.kind, ...(isBesideOthers ? ['compare'] : []), ...(isReckoned ? ['aggregate'] : [])];
  const checks: readonly (readonly [isMet: boolean, reason: string])[] = [
    [expect.kind === undefined || kinds.some((one) => expect.kind?.includes(one) === true), `kind ${answer.kind}`],
    [expect.field === undefined || fields.some((one) => [expect.field].flat().includes(one)), `field ${String(field)}`],
    [expect.value?.some((value) => isNear(value, valueOf(answer))) ?? true, `value ${String(valueOf(answer))}`],
    [expect.projects === undefined || sameSet(expect.projects, projects), `projects ${projects.join(', ')}`],
    [expect.include?.every((id) => projects.includes(id)) ?? true, `lacks one of ${expect.include?.join(', ') ?? ''}`],
    [!(expect.exclude?.some((id) => projects.includes(id)) ?? false), `has one of ${expect.exclude?.join(', ') ?? ''}`],
    [expect.first === undefined || projects[0] === expect.first, `first ${projects[0] ?? 'none'}`],
    [expect.facts?.some((id) => facts.includes(id)) ?? true, `facts ${facts.join(', ')}`],
    [expect.text?.every((part) => text.includes(fold(part))) ?? true, 'text'],
    [expect.locale === undefined || expect.locale === answer.locale, `locale ${answer.locale}`],
    [expect.noAmount !== true || !SUM_OF_MONEY.test(text), 'gives an amount'],
  ];
  return checks.filter(([isMet]) => !isMet).map(([, reason]) => reason);
}

function valueOf(answer: Answer): number | null {
  if (answer.kind === 'aggregate') return answer.value;
  if (answer.kind === 'compare') return answer.difference;
  return answer.kind === 'fact' && isAmountField(answer.field) ? answer.valueMEUR : null;
}

function isNear(expected: number | null, found: number | null): boolean {
  return expected === null || found === null ? expected === found : Math.abs(expected - found) <= 0.05 + 1e-9;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
