import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Locale } from '../language/locale';
import { readClauses, readRequest, withoutSignature } from './clauses';
import { decide } from './decide';
import { isOffTopic } from './off-topic';
import { doubts } from './follow-up/doubt';
import { completeFromMemory } from './follow-up/complete-from-memory';
import { amountFieldOf } from './money';
import type { Memory, Question, Understanding } from './question';
import { EMPTY_MEMORY } from './question';
import type { Reading } from './reading';
import { matchesOf, readQuestion } from './reading';
import { meantBy } from './search-question';

/** What a person may type in one turn. */
export interface Turn {
  readonly text: string;
  /** The language of the interface, used where the text does not tell. */
  readonly locale: Locale;
}

/** Longer questions get a polite refusal: nobody asks one thing in more words, and the time that a question takes stays bounded. */
const LONGEST_QUESTION = 500;

/** Beyond so many words a sentence that is not understood whole is tried clause by clause. */
const LONG_SENTENCE = 14;

/** A text of so many words says who writes and why before it asks. */
const LETTER = 22;

/** Makes a typed question out of what was typed. Two readings of about the same weight give `clarify`, too little evidence `unknown`. */
export function understand(
  turn: Turn,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly understanding: Understanding; readonly reading: Reading | null } {
  const fallback = memory.locale ?? turn.locale;
  const text = turn.text.trim();
  if (text === '') return refused('empty', fallback);
  if (text.length > LONGEST_QUESTION) return refused('too-long', fallback);
  const whole = readQuestion(withoutSignature(text), knowledge);
  if (whole.words.length === 0) return refused('no-words', fallback);

  if ((asksWhy(whole) || asksWhatSetRestsOn(whole, memory)) && memory.question !== null) {
    return {
      reading: whole,
      understanding: {
        question: memory.question,
        locale: whole.locale ?? fallback,
        trace: memory.trace,
        explainsLast: true,
      },
    };
  }
  const completed = isOffTopic(whole) ? null : completeFromMemory(whole, memory, knowledge);
  const { question, reading } = completed
    ? { question: completed, reading: whole }
    : (onFund(whole, memory, knowledge) ?? decideWholeOrClause(whole, knowledge));
  return {
    reading,
    understanding: {
      question,
      locale: whole.locale ?? turn.locale,
      trace: { matches: matchesOf(reading), corrections: reading.corrections, isFollowUp: completed !== null },
      explainsLast: false,
    },
  };
}

/** "Qui le pilote ?" after a question on the fund, with no subject of its own: asked of the fund again. Its sums are too many to pick one. */
function onFund(
  whole: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly question: Question; readonly reading: Reading } | null {
  if (memory.question?.kind !== 'programme' || whole.operators.has('how-much') || amountFieldOf(whole) !== null)
    return null;
  const alone = decide(whole, knowledge);
  if (alone.kind !== 'unknown' || alone.reason !== 'no-context') return null;
  const reading = readQuestion(`${whole.text} FTAP`, knowledge);
  const question = decide(reading, knowledge);
  return question.kind === 'programme' ? { question, reading } : null;
}

/** A long winding sentence often holds one clause that asks: the last one that is understood. */
function decideWholeOrClause(
  whole: Reading,
  knowledge: KnowledgeBase,
): { readonly question: Question; readonly reading: Reading } {
  const last = lastSentence(whole, knowledge);
  if (last) return last;
  const request = whole.words.length > LETTER ? readRequest(whole.text) : null;
  if (request !== null) {
    const reading = readQuestion(request, knowledge);
    const asked = decide(reading, knowledge);
    if (asked.kind !== 'unknown' && asked.kind !== 'smalltalk' && !isToldBefore(asked, whole, knowledge))
      return { question: asked, reading };
  }
  const question = decide(whole, knowledge);
  if (question.kind !== 'unknown' || (whole.words.length <= LONG_SENTENCE && !/[.?!;]\s+\S/.test(whole.text)))
    return { question, reading: whole };
  const isLong = whole.words.length > LONG_SENTENCE;
  for (const clause of [...readClauses(whole.text)].reverse()) {
    const reading = readQuestion(clause, knowledge);
    const asked = decide(reading, knowledge);
    if (asked.kind !== 'unknown' && asked.kind !== 'smalltalk' && (isLong || asked.kind !== 'programme'))
      return { question: asked, reading };
  }
  return { question, reading: whole };
}

/** "Mon frère est douanier… Quels sont les projets de la douane ?": a last sentence that asks for projects by a limit of its own needs nothing before it. */
function lastSentence(
  whole: Reading,
  knowledge: KnowledgeBase,
): { readonly question: Question; readonly reading: Reading } | null {
  const sentences = whole.text.split(/(?<=[.?!])\s+(?=\p{Lu})/u);
  const last = sentences.at(-1);
  if (sentences.length < 2 || last === undefined) return null;
  const reading = readQuestion(last, knowledge);
  if (!reading.operators.has('plural-subject') || reading.references.length > 0) return null;
  const question = decide(reading, knowledge);
  const isLimited =
    (question.kind === 'list' || question.kind === 'aggregate') &&
    question.filter.among === null &&
    question.filter.topics.length + question.filter.carriers.length + question.filter.territories.length > 0;
  return isLimited ? { question, reading } : null;
}

/** "My house is full of mould…, is anything being done about that?": the project is told before the request, which alone says too little. */
function isToldBefore(asked: Question, whole: Reading, knowledge: KnowledgeBase): boolean {
  const isVague = asked.kind === 'programme' || (asked.kind === 'list' && asked.filter.among !== null);
  return isVague && meantBy(whole, knowledge)?.owner.kind === 'project';
}

/** "Pourquoi ?", "comment le sais-tu ?" and nothing else. */
function asksWhy(reading: Reading): boolean {
  const hasSubject =
    reading.named.length > 0 ||
    reading.spans.some(({ tags }) =>
      tags.some(({ kind }) => kind === 'theme' || kind === 'organisation' || kind === 'territory'),
    );
  const mayHold = reading.words[0]?.folded === 'pourquoi' || reading.words[0]?.folded === 'why' ? 1 : 0;
  return reading.operators.has('why') && !hasSubject && reading.leftoverStems.length <= mayHold;
}

/** "Tes sources ?", "t'es sûr ?" after a list or a sum: how it was made, and of which records. */
function asksWhatSetRestsOn(reading: Reading, { question, focus }: Memory): boolean {
  const isOfSet = question?.kind === 'list' || question?.kind === 'aggregate' || question?.kind === 'compare';
  if (!isOfSet || focus !== null || reading.named.length > 0) return false;
  const [field, ...fields] = reading.fields;
  const asksSources =
    field === 'sources' &&
    fields.length + reading.leftoverStems.length === 0 &&
    reading.words.length <= MOST_WORDS_OF_DOUBT;
  return asksSources || doubts(reading);
}

/** "D'où viennent tous ces chiffres ?" */
const MOST_WORDS_OF_DOUBT = 6;

function refused(
  reason: 'empty' | 'too-long' | 'no-words',
  locale: Locale,
): { readonly understanding: Understanding; readonly reading: null } {
  return {
    reading: null,
    understanding: {
      question: { kind: 'unknown', reason, name: null },
      locale,
      trace: EMPTY_MEMORY.trace,
      explainsLast: false,
    },
  };
}
