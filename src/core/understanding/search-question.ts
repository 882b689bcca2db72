import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { fieldOf } from './field-of';
import type { Filter, Question } from './question';
import { EMPTY_FILTER } from './question';
import type { Meaning } from '../search/meaning-index';
import { isOneProjectMeant, questionOnSet, speaksOfProjects } from './set-question';
import { describingStems, subjectStems } from './ranking';
import type { Reading } from './reading';
import type { WordingOwner } from '../search/wording-index';
import { saysWhichOne } from './saying';
import {
  ALONE_SHARE,
  MEANT,
  MEANT_ASKED,
  THEME_BESIDE,
  MEANT_COVERAGE,
  MEANT_RIVAL,
  MEANT_WHOLE_COVERAGE,
  MOST_CANDIDATES,
  NEAR_BEST,
  SEARCH,
  SEARCH_ALONE,
  STANDS_ALONE,
} from './thresholds';
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

/** What the words of a question, taken together, mean beyond doubt; null when several records, or none, do. */
export function meantBy(reading: Reading, knowledge: KnowledgeBase): Meant | null {
  const meanings = knowledge.meanings.match(describingStems(reading));
  const [best] = meanings;
  if (!best || best.matched.length < 2 || best.coverage < MEANT_COVERAGE) return null;
  // "Quel est le salaire du délégué ?": a record that lacks the very thing asked for is not meant.
  if (reading.askedNoun !== null && !best.matched.includes(reading.askedNoun)) return null;
  const isWhole = best.coverage >= MEANT_WHOLE_COVERAGE && best.matched.length >= 3;
  const isCertain = best.strength >= (isWhole || speaksOfProjects(reading) ? MEANT_ASKED : MEANT);
  if (!isCertain) return null;
  const close = meanings.filter(({ strength }) => strength >= best.strength * MEANT_RIVAL);
  // A theme that says hardly more than one project of it means that project.
  const [project, ...more] =
    best.owner.kind === 'theme' ? close.filter(({ owner }) => isAkin(owner, best.owner, knowledge)) : [];
  const meant = project && more.length === 0 && !reading.operators.has('plural-subject') ? project : best;
  const rivals = close.filter(({ owner }) => owner !== meant.owner && !isAkin(owner, meant.owner, knowledge));
  const { strength, coverage } = meant;
  const owner = asksForSeveral(reading) ? (themeBeside(meant, meanings, knowledge) ?? meant.owner) : meant.owner;
  return { owner, strength, coverage, rivals: rivals.map((rival) => rival.owner) };
}

/** "Quels projets pour les facs ?" asks for all of the subject, though one project of it says it best. */
function themeBeside(meant: Meaning, meanings: readonly Meaning[], knowledge: KnowledgeBase): WordingOwner | null {
  if (meant.owner.kind !== 'project') return null;
  const theme = meanings.find(
    ({ owner, strength }) =>
      owner.kind === 'theme' && strength >= meant.strength * THEME_BESIDE && isAkin(owner, meant.owner, knowledge),
  );
  return theme?.owner ?? null;
}

function asksForSeveral(reading: Reading): boolean {
  const { operators } = reading;
  return (
    (operators.has('plural-subject') || operators.has('list')) && !isOneProjectMeant(reading) && !saysWhichOne(reading)
  );
}

export interface Meant {
  readonly owner: WordingOwner;
  readonly strength: number;
  readonly coverage: number;
  readonly rivals: readonly WordingOwner[];
}

/** A project and a theme that it has say the same. */
function isAkin(a: WordingOwner, b: WordingOwner, knowledge: KnowledgeBase): boolean {
  const [project, theme] = a.kind === 'project' ? [a, b] : [b, a];
  return (
    project.kind === 'project' &&
    theme.kind === 'theme' &&
    (knowledge.projectById.get(project.id)?.themes ?? []).some((id) =>
      (knowledge.broaderThemes.get(id) ?? []).includes(theme.id),
    )
  );
}

/** "How much went to…", "… ça a coûté combien": a sum, though no word says of what. */
export function amountAsked({ operators, fields, words }: Reading): Field | null {
  if (!operators.has('how-much') || fields.length > 0) return null;
  const at = words.findIndex(({ folded }) => folded === 'combien' || folded === 'much');
  const next = words[at + 1]?.folded;
  return words[at]?.folded === 'much' || next === undefined || SUMS.has(next) ? 'funding' : null;
}

const SUMS = new Set('a ca ont le on pour euros sous svp'.split(' '));

/** The question on what is meant. */
export function questionOnMeant(meant: Meant, reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { owner, rivals } = meant;
  const field = fieldOf(reading) ?? amountAsked(reading);
  switch (owner.kind) {
    case 'fact':
      return { kind: 'programme', facts: [owner.id] };
    case 'theme': {
      const filter: Filter = {
        ...EMPTY_FILTER,
        topics: [{ themes: [owner.id], beneficiaries: [], organisations: [] }],
      };
      const found = knowledge.projectIndex.search(subjectStems(reading)).map(({ id }) => id);
      const onSet = field === null ? null : questionOnSet(reading, filter, knowledge);
      return onSet ?? { kind: 'list', filter, sort: null, limit: null, found };
    }
    case 'project': {
      if (field === null && rivals.length === 0 && reading.fields.includes('summary'))
        return { kind: 'fact', project: owner.id, field: 'summary' };
      const others = rivals.flatMap(({ kind, id }) => (kind === 'project' ? [id] : []));
      return onProjects([owner.id, ...others].slice(0, MOST_CANDIDATES), field);
    }
  }
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
