import { isAmountField } from '../model/project-fields';
import { selectPositions } from '../answering/select';
import type { Composition, Said } from './said';
import type { LikelyDecision } from './decide';
import { type Question } from '../model/question';

/** A decision with its slots filled, as one of the ways to read a message. */
export interface Candidate {
  /** The likeliest of those that come to this question. */
  readonly decision: LikelyDecision;
  readonly composed: Composition;
  /** How likely all of them are together: "les 4 plus gros coûts" is the same of what was shown and of all. */
  readonly likelihood: number;
  /** One of them takes the message by itself. */
  readonly standsAlone: boolean;
}

export interface CheckedCandidate extends Candidate {
  /** 0 to 1: how likely an answer to it is right, by questions of the same look. */
  readonly confidence: number;
}

/**
 * What a candidate shows to the check: how likely the decision is and how far above the others, what supports its slots, and what of the message it
 * leaves unexplained.
 */
export function checkFeatures(
  candidate: Candidate,
  rank: number,
  all: readonly Candidate[],
  said: Said,
): readonly string[] {
  const { decision, composed } = candidate;
  const { reading, memory, mentions, evidence, knowledge } = said;
  const { question, support, usedRoles } = composed;
  const best = all[0]?.decision.probability ?? 0;
  const next = all[rank === 0 ? 1 : 0]?.decision.probability ?? 0;
  const odds = `p:${steps(-Math.log(Math.max(1e-4, decision.probability)), 0.35, 12)}`;
  const margin = `margin:${steps(decision.probability - next + 1, 0.2, 10)}`;
  const fields = reading.fields.filter((field) => field !== 'summary');
  const unasked = fields.filter((field) => !decision.fields.includes(field)).length;
  const unsaid = decision.fields.filter((field) => field !== 'summary' && !reading.fields.includes(field)).length;
  const unused = mentions.filter((_, index) => usedRoles[index] === 'none').length;
  const size = sizeOf(question, said);
  const [project, other] = evidence.projects;
  const explained = new Set([...(project?.matched ?? []), ...(evidence.themes[0]?.matched ?? [])]);
  const left = reading.leftoverStems.filter((stem) => !explained.has(stem)).length;
  const isRepeat = memory.question !== null && JSON.stringify(memory.question) === JSON.stringify(question);
  const look = [
    `rank:${String(rank)}`,
    odds,
    margin,
    `share:${steps(decision.probability / Math.max(1e-6, best), 0.15, 7)}`,
    `support:${steps(support, 0.12, 9)}`,
    `kind:${question.kind}`,
    `size:${size}`,
    `unasked:${String(Math.min(3, unasked))}`,
    `unsaid:${String(Math.min(3, unsaid))}`,
    `unused:${String(Math.min(3, unused))}`,
    `mentions:${String(Math.min(4, mentions.length))}`,
    `left:${String(Math.min(5, left))}`,
    `leftover:${String(Math.min(6, reading.leftoverStems.length))}`,
    `length:${steps(reading.words.length, 4, 8)}`,
    `ways:${String(all.length)}`,
    `turns:${String(Math.min(5, memory.earlier.length + (memory.question === null ? 1 : 2)))}`,
    ...(isRepeat ? ['repeat'] : []),
    ...(reading.strangeName === null ? [] : ['strange']),
    `fit:${steps(said.facts[0]?.fit ?? 0, 0.2, 5)}`,
    `share-of-project:${steps(project?.share ?? 0, 0.2, 5)}`,
    `apart:${steps((project?.weight ?? 0) - (other?.weight ?? 0), 0.3, 5)}`,
    memory.question === null ? 'first' : `after:${memory.question.kind}`,
    ...(mentions.length === 0 && reading.leftoverStems.length > 2 ? ['nothing-known'] : []),
    ...(decision.fields.some(isAmountField) ? ['amount'] : []),
    `corrections:${String(Math.min(2, reading.corrections.length))}`,
  ];
  const { isCommonWord } = knowledge.language;
  // "Je dois payer", "mon dossier": the little words tell one's own affairs from a question on the records.
  const little = [...new Set(reading.words.map(({ folded }) => folded))].filter(isCommonWord);
  const name = `${decision.intent}@${decision.reference}`;
  return [
    'bias',
    `intent:${decision.intent}`,
    `reference:${decision.reference}`,
    name,
    ...look,
    ...little.flatMap((word) => [`w:${word}`, `${decision.intent}&w:${word}`]),
    ...reading.leftoverStems.map((stem) => `left:${stem}`),
    ...look.map((feature) => `${decision.intent}&${feature}`),
    ...look.map((feature) => `@${decision.reference}&${feature}`),
    ...look.map((feature) => `${odds}&${feature}`),
  ];
}

function steps(value: number, step: number, most: number): string {
  return String(Math.max(0, Math.min(most, Math.floor(value / step))));
}

function sizeOf(question: Question, { knowledge }: Said): string {
  switch (question.kind) {
    case 'list':
    case 'aggregate': {
      const count = selectPositions(question.filter, knowledge).length;
      if (count === knowledge.projects.length) return 'all';
      return count <= 2 ? String(count) : count <= 6 ? 'few' : count <= 20 ? 'some' : 'many';
    }
    case 'compare':
      return String(question.projects.length);
    case 'clarify':
      return `asks-${String(question.candidates.length)}`;
    case 'fact':
    case 'programme':
    case 'smalltalk':
    case 'unknown':
      return question.kind;
  }
}
