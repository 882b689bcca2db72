import { type Answer, isSolid, type SmalltalkAnswer } from '../../src/core/model/answer';
import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { type Reading, readQuestion } from '../../src/core/understanding/reading';
import type { Answers, GuideTools } from './guide';
import type { Pending } from './play';

/** A reply of so few words that the pending question understands is its answer, whatever else it could ask. */
const FEW_WORDS = 3;

/**
 * Whether words said in the middle of a guide are a question of their own: they ask, or the pending question can do nothing
 * with them, and the brain has an answer. "may-be-reply": the pending question takes any text, so that these words could be it;
 * "leave": they take leave. Null when they are a reply.
 */
export function isFreeQuestion(
  text: string,
  { step, asked }: Pending,
  answers: Answers,
  tools: GuideTools,
): 'aside' | 'may-be-reply' | 'leave' | null {
  if (asked.input === 'text')
    return text.trim().endsWith('?') && isSolid(answerTo(text, tools)) ? 'may-be-reply' : null;
  const reading = readQuestion(text, tools.knowledge);
  const read = step.read(text, asked, answers, tools);
  if (read.kind === 'answer' && read.text !== undefined) return null;
  const isUnread = read.kind === 'retry' && read.isRead !== true;
  const courtesy = isUnread ? courtesyIn(text, reading, tools) : null;
  if (courtesy !== null) return courtesy === 'goodbye' ? 'leave' : 'aside';
  const isMarked = text.includes('?');
  const asksValue = reading.fields.length > 0 || reading.operators.has('how-much') || reading.operators.has('count');
  // "Les projets de l'école" names those to pick; a list that is asked for is shown.
  if (asked.input === 'project' && read.kind === 'answer' && !isMarked && !asksValue && !ASKING.test(text.trim()))
    return null;
  const asksInWords = asksValue || reading.operators.has('list') || reading.operators.has('plural-subject');
  if (!isMarked && !asksInWords) return isUnread && isAnsweredSurely(text, reading, tools) ? 'aside' : null;
  const isPlainly = isMarked && reading.fields.length > 0;
  if (!isPlainly && read.kind === 'answer' && reading.words.length <= FEW_WORDS) return null;
  // A question that nobody answers is no wrong reply either: it is said so, and kept for the team.
  return (isUnread && isMarked && asksInWords) || isSolid(answerTo(text, tools)) ? 'aside' : null;
}

const ASKING =
  /^(?:à |a |de |d['’]|en |dans |sur |pour |par |et |mais )*(?:quel|qui |que |qu['’]|quoi|où |quand|comment|pourquoi|combien|lequel|laquelle|lesquel|est-ce|liste|donne|montre|affiche|cherche|je (?:veux|voudrais|cherche)|which|what|who|where|when|why|how|list|show|give|tell|i want)/iu;

/** A sentence that asks nothing: where something is to be reported it is the report. */
export function isStatement(said: string, { knowledge }: GuideTools): boolean {
  const text = said.trim();
  return !text.includes('?') && !ASKING.test(text) && readQuestion(text, knowledge).words.length > FEW_WORDS;
}

function answerTo(text: string, { knowledge, locale }: GuideTools): Answer {
  return respond({ text, locale }, EMPTY_MEMORY, knowledge).answer;
}

/**
 * Of words that ask nothing, an answer that rests on a likeness of words is a guess ("nul", "bleu", "2"): they must name
 * what it is about, or be more than a few.
 */
function isAnsweredSurely(text: string, { words, named, spans }: Reading, tools: GuideTools): boolean {
  const answer = answerTo(text, tools);
  switch (answer.kind) {
    case 'compare':
      return true;
    case 'fact':
      return named.length > 0 || words.length > FEW_WORDS;
    case 'list':
      return !answer.isSearch && spans.some(({ tags }) => tags.some(({ kind }) => SUBJECTS.has(kind)));
    case 'aggregate':
      return words.length > FEW_WORDS;
    case 'programme':
      return spans.some(({ tags }) => tags.some(({ kind }) => kind === 'fund' || kind === 'call'));
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return false;
  }
}

const SUBJECTS: ReadonlySet<string> = new Set(['theme', 'organisation', 'territory', 'beneficiary', 'call']);

/** "Merci", "qui es-tu ?", "au revoir"; of a few words that no phrase of courtesy holds ("bleu", "les licornes") it is a guess as well. */
function courtesyIn(text: string, { words, smalltalk }: Reading, tools: GuideTools): SmalltalkAnswer['act'] | null {
  if (smalltalk.length === 0 && words.length <= FEW_WORDS) return null;
  const answer = answerTo(text, tools);
  return answer.kind === 'smalltalk' && answer.act !== 'help' && answer.act !== 'cancel' ? answer.act : null;
}
