import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/understanding/question';
import { type Reading, readQuestion } from '../../src/core/understanding/reading';
import type { Guide, GuideTools } from './guide';
import { pendingOf, type Progress } from './play';

/** A reply of so few words that the pending question understands is its answer, whatever else it could ask. */
const FEW_WORDS = 3;

/**
 * Whether words said in the middle of a guide are a question of their own: they ask, and the brain has an answer. Null when they are a reply.
 * `mayBeReply`: the pending question takes any text, so that these words could be it.
 */
export function isFreeQuestion(
  text: string,
  guide: Guide,
  progress: Progress,
  tools: GuideTools,
): { readonly mayBeReply: boolean } | null {
  const pending = pendingOf(guide, progress, tools);
  if (pending === null) return null;
  const { step, asked } = pending;
  const takesText = asked.input === 'text';
  const reading = readQuestion(text, tools.knowledge);
  if (takesText ? !text.trim().endsWith('?') : !asks(text, reading)) return null;
  const isPlainly = text.includes('?') && reading.fields.length > 0;
  const isUnderstood = !isPlainly && step.read(text, asked, progress.answers, tools).kind === 'answer';
  if (!takesText && isUnderstood && reading.words.length <= FEW_WORDS) return null;
  return isAnswered(text, tools) ? { mayBeReply: takesText } : null;
}

function asks(text: string, { fields, operators }: Reading): boolean {
  return (
    text.includes('?') ||
    fields.length > 0 ||
    operators.has('how-much') ||
    operators.has('count') ||
    operators.has('list') ||
    operators.has('plural-subject')
  );
}

function isAnswered(text: string, { knowledge, locale }: GuideTools): boolean {
  const { answer } = respond({ text, locale }, EMPTY_MEMORY, knowledge);
  switch (answer.kind) {
    case 'fact':
    case 'list':
    case 'aggregate':
    case 'compare':
    case 'programme':
      return true;
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return false;
  }
}
