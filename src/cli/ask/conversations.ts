import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { answerText } from '../../../dialogs/text/answer-text';
import { type Locale, LOCALES } from '../../core/language/locale';
import { type Answer, type AnswerBody, projectsOf, toldBy } from '../../core/model/answer';
import { isAmountField } from '../../core/model/project-fields';
import { askedOf } from '../../host/api/asked';
import { ASK } from '../../messages/fr/ask';
import { refuse } from '../shell/refusal';
import { remembering, type Speaking } from './speaking';

const conversation = z.strictObject({ id: z.string(), locale: z.enum(LOCALES), turns: z.array(z.string()).min(1) });

/** One conversation a line in, one line of answers out, in the same order. */
export async function answerConversations(input: Readable, speaking: Speaking): Promise<number> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') return refuse(ASK.badLine(number, parsed));
    const { id, locale, turns } = parsed;
    process.stdout.write(`${JSON.stringify({ id, answers: converse(turns, locale, speaking) })}\n`);
  }
  return 0;
}

/** The conversation that a line holds, or why it holds none. */
function parseLine(line: string): z.infer<typeof conversation> | string {
  try {
    const { success, data, error } = conversation.safeParse(JSON.parse(line));
    return success ? data : ASK.badFields(error.issues.flatMap(namesIn));
  } catch {
    return ASK.notJson;
  }
}

/** The fields that an issue is about; none where it is about the whole line. */
function namesIn(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys;
  return issue.path.length === 0 ? [] : [issue.path.join('.')];
}

function converse(turns: readonly string[], locale: Locale, speaking: Speaking): readonly object[] {
  const answerTo = remembering({ ...speaking, locale });
  return turns.map((text) => {
    const started = performance.now();
    const answer = answerTo(text);
    if (speaking.json) return askedOf(text, answer, speaking);
    return { ...lineOf(answer, speaking), ms: Math.round((performance.now() - started) * 1000) / 1000 };
  });
}

/** The answer as the contract of the question sets wants it. */
function lineOf(answer: Answer, { knowledge, operator }: Speaking): Readonly<Record<string, unknown>> {
  const told = toldBy(answer);
  return {
    kind: answer.kind,
    projects: projectsOf(told),
    field: fieldOf(told),
    ...valueOf(told),
    facts: told.kind === 'programme' ? told.facts : [],
    text: answerText(answer, knowledge, { operator }),
    sources: answer.sources.map(({ name }) => name),
  };
}

function fieldOf(answer: AnswerBody): string | null {
  if (answer.kind === 'list') return answer.sort?.field ?? answer.show[0] ?? null;
  return 'field' in answer ? answer.field : null;
}

function valueOf(answer: AnswerBody): { readonly value: number | null; readonly unit: 'MEUR' | 'projects' | null } {
  if (answer.kind === 'aggregate')
    return { value: answer.value, unit: answer.operation === 'count' || answer.field === null ? 'projects' : 'MEUR' };
  if (answer.kind === 'compare') return { value: answer.difference, unit: answer.difference === null ? null : 'MEUR' };
  if (answer.kind === 'fact' && isAmountField(answer.field)) return { value: answer.valueMEUR, unit: 'MEUR' };
  return { value: null, unit: null };
}
