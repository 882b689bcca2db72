import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Locale } from '../language/locale';
import { withoutSignature } from './clauses';
import { compose, type Composed, type Said, saidBy } from './compose';
import { likelyDecisions } from './decide-turn';
import type { LikelyDecision } from './decision';
import { evidenceOf } from './evidence';
import { featuresOf } from './features';
import { factsAsked } from './fund-facts';
import type { Memory, Understanding } from './question';
import { EMPTY_MEMORY } from './question';
import type { Reading } from './reading';
import { matchesOf, readQuestion } from './reading';

/** What a person may type in one turn. */
export interface Turn {
  readonly text: string;
  /** The language of the interface, used where the text does not tell. */
  readonly locale: Locale;
}

/** Longer questions get a polite refusal: nobody asks one thing in more words, and the time that a question takes stays bounded. */
const LONGEST_QUESTION = 500;

/** How much the support of the slots weighs beside the probability of the decision. */
const SUPPORT_WEIGHT = 1;

/** Makes a typed question out of what was typed. */
export function understand(
  turn: Turn,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly understanding: Understanding; readonly reading: Reading | null } {
  const fallback = memory.locale ?? turn.locale;
  const text = turn.text.trim();
  if (text === '') return refused('empty', fallback);
  if (text.length > LONGEST_QUESTION) return refused('too-long', fallback);
  const reading = readQuestion(withoutSignature(text), knowledge);
  const { said, features } = studied(reading, memory, knowledge);
  const decisions = likelyDecisions(knowledge.models.decision.judge(features));
  const best = bestOf(decisions, said);
  const trace = { matches: matchesOf(reading), corrections: reading.corrections };
  if (best === null)
    return {
      reading,
      understanding: {
        question: { kind: 'unknown', reason: reading.words.length === 0 ? 'no-words' : 'out-of-scope', name: null },
        locale: reading.locale ?? turn.locale,
        trace: { ...trace, isFollowUp: false },
        explainsLast: false,
      },
    };
  const { decision, composed } = best;
  const explains = decision.reference === 'explain' || (decision.reference === 'sources' && composed.question.kind !== 'fact');
  const explainsLast = explains && composed.question === memory.question;
  return {
    reading,
    understanding: {
      question: composed.question,
      locale: reading.locale ?? turn.locale,
      trace: explainsLast ? memory.trace : { ...trace, isFollowUp: decision.reference !== 'alone' },
      explainsLast,
    },
  };
}

/** What the slots are filled from, and what the model sees. */
export function studied(
  reading: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly said: Said; readonly features: readonly string[] } {
  const evidence = evidenceOf(reading, knowledge);
  const facts = factsAsked(reading, [], knowledge);
  const features = featuresOf(reading, memory, evidence, facts, knowledge);
  return { said: saidBy(reading, memory, evidence, facts, knowledge), features };
}

/** The likeliest decision whose slots can be filled, less likely where little supports them. */
export function bestOf(
  decisions: readonly LikelyDecision[],
  said: Said,
): { readonly decision: LikelyDecision; readonly composed: Composed; readonly score: number } | null {
  let best: { readonly decision: LikelyDecision; readonly composed: Composed; readonly score: number } | null = null;
  for (const decision of decisions) {
    if (best !== null && decision.probability <= best.score) break;
    const composed = compose(decision, said);
    if (composed === null) continue;
    const score = decision.probability * composed.support ** SUPPORT_WEIGHT;
    if (best === null || score > best.score) best = { decision, composed, score };
  }
  return best;
}

function refused(
  reason: 'empty' | 'too-long',
  locale: Locale,
): { readonly understanding: Understanding; readonly reading: null } {
  return {
    reading: null,
    understanding: { question: { kind: 'unknown', reason, name: null }, locale, trace: EMPTY_MEMORY.trace, explainsLast: false },
  };
}
