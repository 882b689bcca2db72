import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { fieldOf } from './field-of';
import type { Filter, Question } from './question';
import { EMPTY_FILTER } from './question';
import { questionOnSet } from './set-question';
import { subjectStems } from './ranking';
import type { Reading } from './reading';
import { ALONE_SHARE, MOST_CANDIDATES, NEAR_BEST, SEARCH, STANDS_ALONE, SEARCH_ALONE } from './thresholds';
import type { Field } from './question';

/** What the weaker of the two kinds of evidence adds to the stronger. */
const SECOND_EVIDENCE = 0.25;

/** What the words of a question point to when no filter explains them. */
export interface Evidence {
  readonly kind: 'project' | 'theme';
  readonly id: string;
  /** 0 to 1: share of the question explained by the record's words, and fit of its wordings, either being enough. */
  readonly weight: number;
}

/** The records that the words of a question point to, best first. */
function evidenceFor(reading: Reading, knowledge: KnowledgeBase): readonly Evidence[] {
  const stems = subjectStems(reading);
  const found = new Map<string, Evidence>();
  for (const { id, coverage } of knowledge.projectIndex.search(stems))
    found.set(`project ${id}`, { kind: 'project', id, weight: coverage });
  for (const { owner, fit } of knowledge.wordings.match(stems)) {
    if (owner.kind === 'fact') continue;
    const key = `${owner.kind} ${owner.id}`;
    const before = found.get(key)?.weight ?? 0;
    found.set(key, {
      kind: owner.kind,
      id: owner.id,
      weight: Math.max(before, fit) + Math.min(before, fit) * SECOND_EVIDENCE,
    });
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** A question whose words no filter explains: the projects that they point to. Null when they explain too little of it. */
export function questionOnSearch(
  reading: Reading,
  knowledge: KnowledgeBase,
): { readonly question: Question; readonly coverage: number } | null {
  const evidence = evidenceFor(reading, knowledge);
  const [best] = evidence;
  if (!best || best.weight < leastWeight(evidence)) return null;
  const near = evidence.filter(({ weight }) => weight >= best.weight * NEAR_BEST);
  const field = fieldOf(reading);
  if (best.kind === 'theme') {
    const filter: Filter = { ...EMPTY_FILTER, topics: [{ themes: [best.id], beneficiaries: [], organisations: [] }] };
    const onSet = field === null ? null : questionOnSet(reading, filter, knowledge);
    return {
      question: onSet ?? { kind: 'list', filter, sort: null, limit: null, found: projectsIn(evidence) },
      coverage: best.weight,
    };
  }
  const rivals = near.filter(({ id, weight }) => id !== best.id && weight >= best.weight * STANDS_ALONE);
  const found = rivals.length === 0 ? [best.id] : projectsIn(near).slice(0, MOST_CANDIDATES);
  return { question: onProjects(found, field), coverage: best.weight };
}

/** The second in line decides how much the first must explain. */
function leastWeight([best, second]: readonly Evidence[]): number {
  const standsAlone = best !== undefined && (second === undefined || second.weight < best.weight * ALONE_SHARE);
  return standsAlone ? SEARCH_ALONE : SEARCH;
}

function onProjects(found: readonly string[], field: Field | null): Question {
  const [first, ...more] = found;
  if (field !== null && first !== undefined)
    return more.length === 0 ? { kind: 'fact', project: first, field } : { kind: 'clarify', candidates: found, field };
  return { kind: 'list', filter: { ...EMPTY_FILTER, among: found }, sort: null, limit: null, found };
}

function projectsIn(evidence: readonly Evidence[]): readonly string[] {
  return evidence.flatMap(({ kind, id }) => (kind === 'project' ? [id] : []));
}
