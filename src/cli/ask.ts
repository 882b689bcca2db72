import { isAmountField } from '../core/model/project-fields';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { orderIn } from '../../dialogs/guides/orders';
import type { Service } from '../../dialogs/service';
import { answerText } from '../../dialogs/text/answer-text';
import { explanationSentence, explanationText } from '../../dialogs/text/explanation-text';
import { suggestionsFor } from '../../dialogs/text/suggestions';
import { sourceLines } from '../../dialogs/text/source-text';
import type { Answer, AnswerBody } from '../core/model/answer';
import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import { LOCALES, type Locale } from '../core/language/locale';
import { respond } from '../core/respond';
import { EMPTY_MEMORY } from '../core/model/question';
import { DataError, loadKnowledge } from '../host/knowledge-files';
import { serviceOf } from '../host/service';
import { BadSettings, parseAnswerSettings } from '../host/settings';

const USAGE = `Usage :
  npm run -s ask -- "votre question" ["question suivante" …] [--why] [--locale fr|en]
  npm run -s ask -- --jsonl < conversations.jsonl`;

interface Options {
  readonly turns: readonly string[];
  readonly why: boolean;
  readonly jsonl: boolean;
  readonly locale: Locale;
}

const conversation = z.strictObject({ id: z.string(), locale: z.enum(LOCALES), turns: z.array(z.string()).min(1) });

/** Runs the command; resolves with its exit status: 0, or 2 for a wrong call, unreadable input or bad data. */
export async function ask(argv: readonly string[], input: Readable = process.stdin): Promise<number> {
  const options = parseOptions(argv);
  if (options === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    const settings = parseAnswerSettings(process.env);
    const knowledge = await loadKnowledge(settings.dataDir);
    const service = serviceOf(settings, null);
    if (options.jsonl) return await answerConversations(input, knowledge, service);
    printAnswers(options, knowledge, service);
    return 0;
  } catch (error) {
    if (!(error instanceof DataError || error instanceof BadSettings)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

function parseOptions(argv: readonly string[]): Options | null {
  let options: Options = { turns: [], why: false, jsonl: false, locale: 'fr' };
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--why') options = { ...options, why: true };
    else if (argument === '--jsonl') options = { ...options, jsonl: true };
    else if (argument === '--locale') {
      const wanted = argv[++i];
      const locale = LOCALES.find((known) => known === wanted);
      if (!locale) return null;
      options = { ...options, locale };
    } else if (argument.startsWith('--')) return null;
    else options = { ...options, turns: [...options.turns, argument] };
  }
  return options.jsonl === (options.turns.length === 0) ? options : null;
}

function printAnswers(options: Options, knowledge: KnowledgeBase, service: Service): void {
  let memory = EMPTY_MEMORY;
  for (const text of options.turns) {
    const result = respond({ text, locale: options.locale }, memory, knowledge);
    memory = result.memory;
    const { answer } = result;
    const parts = [
      ...(options.turns.length > 1 ? [`> ${text}`] : []),
      answerText(answer, knowledge, { service }),
      ...sourceLines(answer),
      // Nobody is there to obey an order.
      ...suggestionsFor(answer, knowledge)
        .filter(({ said }) => orderIn(said, knowledge) === null)
        .map(({ said }) => `→ ${said}`),
      ...(options.why && !answer.why.isAsked
        ? ['', explanationSentence(answer, knowledge), ...explanationText(answer, knowledge)]
        : []),
    ];
    process.stdout.write(`${parts.join('\n')}\n${options.turns.length > 1 ? '\n' : ''}`);
  }
}

/** One conversation a line in, one line of answers out, in the same order. */
async function answerConversations(input: Readable, knowledge: KnowledgeBase, service: Service): Promise<number> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if ('problem' in parsed) {
      process.stderr.write(
        `ligne ${number} : ${parsed.problem} (attendu : {"id": "…", "locale": "fr" ou "en", "turns": ["…"]})\n`,
      );
      return 2;
    }
    const { id, locale, turns } = parsed.conversation;
    process.stdout.write(`${JSON.stringify({ id, answers: converse(turns, locale, knowledge, service) })}\n`);
  }
  return 0;
}

function parseLine(
  line: string,
): { readonly conversation: z.infer<typeof conversation> } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(line);
    const result = conversation.safeParse(value);
    if (result.success) return { conversation: result.data };
    return { problem: result.error.issues.map(({ path, message }) => `${path.join('.')} : ${message}`).join(' ; ') };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function converse(
  turns: readonly string[],
  locale: Locale,
  knowledge: KnowledgeBase,
  service: Service,
): readonly Record<string, unknown>[] {
  let memory = EMPTY_MEMORY;
  return turns.map((text) => {
    const started = performance.now();
    const result = respond({ text, locale }, memory, knowledge);
    memory = result.memory;
    const answerLine = lineOf(result.answer, knowledge, service);
    return { ...answerLine, ms: Math.round((performance.now() - started) * 1000) / 1000 };
  });
}

/** The answer as the contract of the question sets wants it. */
function lineOf(answer: Answer, knowledge: KnowledgeBase, service: Service): Record<string, unknown> {
  const told = toldBy(answer);
  return {
    kind: answer.kind,
    projects: projectsOf(told),
    field: fieldOf(told),
    ...valueOf(told),
    facts: told.kind === 'programme' ? told.facts : [],
    text: answerText(answer, knowledge, { service }),
    sources: answer.sources.map(({ name }) => name),
  };
}

/** What an answer tells: its own parts, or those of the answer that it gives again. */
function toldBy(answer: Answer): AnswerBody {
  return answer.kind === 'smalltalk' && answer.again !== null ? answer.again : answer;
}

function projectsOf(answer: AnswerBody): readonly string[] {
  switch (answer.kind) {
    case 'list':
    case 'aggregate':
    case 'compare':
      return answer.projects;
    case 'fact':
      return [answer.project];
    case 'clarify':
      return answer.candidates;
    case 'programme':
    case 'smalltalk':
    case 'unknown':
      return [];
  }
}

function fieldOf(answer: AnswerBody): string | null {
  if (answer.kind === 'list') return answer.sort?.field ?? null;
  return 'field' in answer ? answer.field : null;
}

function valueOf(answer: AnswerBody): { readonly value: number | null; readonly unit: 'MEUR' | 'projects' | null } {
  if (answer.kind === 'aggregate')
    return { value: answer.value, unit: answer.operation === 'count' || answer.field === null ? 'projects' : 'MEUR' };
  if (answer.kind === 'compare') return { value: answer.difference, unit: answer.difference === null ? null : 'MEUR' };
  if (answer.kind === 'fact' && isAmountField(answer.field)) return { value: answer.valueMEUR, unit: 'MEUR' };
  return { value: null, unit: null };
}
