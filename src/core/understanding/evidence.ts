import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { describingStems, subjectStems } from './ranking';
import { type Reading } from './reading';

/** A record and how far the words of a message mean it. */
export interface Found {
  readonly id: string;
  /** 0 to about 2.5: shares of the words that the record's texts, its words and one of its wordings explain, added. */
  readonly weight: number;
  /** The strongest of the three shares, 0 to 1. */
  readonly share: number;
  /** The stems of the message that it holds. */
  readonly matched: readonly string[];
}

/** What the words of a message point to when no name does, best first. */
export interface Evidence {
  readonly projects: readonly Found[];
  readonly themes: readonly Found[];
  readonly facts: readonly Found[];
}

const NOTHING: Evidence = { projects: [], themes: [], facts: [] };

/** The records that the words of a message describe. */
export function evidenceOf(reading: Reading, knowledge: KnowledgeBase): Evidence {
  const described = describingStems(reading);
  const stems = described.length > 0 ? described : subjectStems(reading);
  return stems.length === 0 ? NOTHING : evidenceFor(stems, knowledge);
}

/** The same for stems. */
export function evidenceFor(stems: readonly string[], knowledge: KnowledgeBase): Evidence {
  const found = new Map<string, { weight: number; share: number; matched: ReadonlySet<string> }>();
  const add = (key: string, share: number, matched: readonly string[]): void => {
    const before = found.get(key);
    if (!before) found.set(key, { weight: share, share, matched: new Set(matched) });
    else {
      before.weight += share;
      before.share = Math.max(before.share, share);
      before.matched = new Set([...before.matched, ...matched]);
    }
  };
  for (const { owner, coverage, matched } of knowledge.meanings.match(stems)) add(`${owner.kind} ${owner.id}`, coverage, matched);
  for (const { owner, fit, matched } of knowledge.wordings.match(stems)) add(`${owner.kind} ${owner.id}`, fit, matched);
  for (const { id, coverage, matched } of knowledge.projectIndex.search(stems)) add(`project ${id}`, coverage, matched);
  const of = (kind: string): readonly Found[] =>
    [...found]
      .flatMap(([key, { weight, share, matched }]): Found[] =>
        key.startsWith(`${kind} `) ? [{ id: key.slice(kind.length + 1), weight, share, matched: [...matched] }] : [],
      )
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return { projects: of('project'), themes: of('theme'), facts: of('fact') };
}
