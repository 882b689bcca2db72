import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { styleText } from 'node:util';
import { orderIn } from '../../../dialogs/guides/orders';
import type { Operator } from '../../../dialogs/operator';
import { answerText } from '../../../dialogs/text/answer-text';
import { explanationSentence, explanationText } from '../../../dialogs/text/explanation-text';
import { suggestionsFor } from '../../../dialogs/text/suggestions';
import { sourceLines } from '../../../dialogs/text/source-text';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import type { Answer } from '../../core/model/answer';
import { EMPTY_MEMORY } from '../../core/model/question';
import { respond } from '../../core/respond';
import { askedOf } from '../../host/api/asked';
import { ASK } from '../../messages/fr/ask';

export interface Speaking {
  readonly knowledge: KnowledgeBase;
  readonly operator: Operator;
  readonly locale: Locale;
  /** With how each question was understood. */
  readonly why: boolean;
  /** As data, one line each. */
  readonly json: boolean;
}

/** Answers the turns of one conversation on standard output. */
export function answerTurns(turns: readonly string[], speaking: Speaking): void {
  const answer = conversation(speaking);
  for (const text of turns) {
    const told = answer(text);
    const isOneOfMany = turns.length > 1 && !speaking.json;
    process.stdout.write(isOneOfMany ? `> ${text}\n${told}\n\n` : `${told}\n`);
  }
}

/** Answers each line as it comes, in one conversation, until the input ends; on a terminal it says when it is one's turn. */
export async function answerLines(input: Readable, speaking: Speaking): Promise<void> {
  const answer = conversation(speaking);
  const isTerminal = 'isTTY' in input && input.isTTY === true && process.stdout.isTTY && !speaking.json;
  const lines = createInterface({
    input,
    crlfDelay: Infinity,
    ...(isTerminal ? { output: process.stdout, prompt: ASK.prompt } : {}),
  });
  const invite = (): void => {
    if (isTerminal) lines.prompt();
  };
  // Ctrl-C ends it as Ctrl-D does; by itself it would only pause.
  lines.once('SIGINT', () => lines.close());
  if (isTerminal) process.stdout.write(`${ASK.greeting}\n`);
  invite();
  for await (const line of lines) {
    if (line.trim() !== '') process.stdout.write(`${answer(line)}\n${speaking.json ? '' : '\n'}`);
    invite();
  }
  if (isTerminal) process.stdout.write('\n');
}

/** What is written for each message of a conversation. */
function conversation(speaking: Speaking): (text: string) => string {
  const answerTo = remembering(speaking);
  return (text) => {
    const answer = answerTo(text);
    return speaking.json ? JSON.stringify(askedOf(text, answer, speaking)) : written(answer, speaking);
  };
}

/** The answer to each message of a conversation that remembers the ones before. */
export function remembering({ knowledge, locale }: Pick<Speaking, 'knowledge' | 'locale'>): (text: string) => Answer {
  let memory = EMPTY_MEMORY;
  return (text) => {
    const result = respond({ text, locale }, memory, knowledge);
    memory = result.memory;
    return result.answer;
  };
}

function written(answer: Answer, { knowledge, operator, why }: Speaking): string {
  return [
    answerText(answer, knowledge, { operator }),
    ...sourceLines(answer).map((line) => styled('dim', line)),
    // Nobody is there to obey an order.
    ...suggestionsFor(answer, knowledge)
      .filter(({ said }) => orderIn(said, knowledge) === null)
      .map(({ said }) => styled('cyan', `→ ${said}`)),
    ...(why && !answer.why.isAsked
      ? ['', explanationSentence(answer, knowledge), ...explanationText(answer, knowledge)]
      : []),
  ].join('\n');
}

/** Colours on a terminal only, and none for whoever wants none (NO_COLOR). */
function styled(style: 'dim' | 'cyan', text: string): string {
  return process.stdout.isTTY ? styleText(style, text, { stream: process.stdout }) : text;
}
