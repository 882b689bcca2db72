import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Meaning } from '../search/meaning-index';
import { SOLE, SOLE_COVERAGE, SOLE_RIVAL } from './thresholds';

/** A project or theme, and how far some words mean it: the share of them that it holds, and how well one way of asking for it fits, alike. */
interface Weighed extends Meaning {
  readonly weight: number;
}

/** Projects and themes by how far the words mean them, best first. */
function weigh(stems: readonly string[], knowledge: KnowledgeBase): readonly Weighed[] {
  const fits = new Map(
    knowledge.wordings.match(stems).map(({ owner, fit }) => [`${owner.kind} ${owner.id}`, fit] as const),
  );
  return knowledge.meanings
    .match(stems)
    .filter(({ owner }) => owner.kind !== 'fact')
    .map((meaning) => ({
      ...meaning,
      weight: meaning.coverage + (fits.get(`${meaning.owner.kind} ${meaning.owner.id}`) ?? 0),
    }))
    .sort((a, b) => b.weight - a.weight);
}

/** The projects that the words mean, best first. */
export function projectsByMeaning(stems: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  return weigh(stems, knowledge).flatMap(({ owner }) => (owner.kind === 'project' ? [owner.id] : []));
}

/**
 * The project that some words mean, when no other does as well; a theme stands for its only project.
 *
 * @param within positions of the projects to choose among, ascending; all of them when left out
 */
export function soleProject(
  stems: readonly string[],
  knowledge: KnowledgeBase,
  least = SOLE,
  within: readonly number[] | null = null,
): string | null {
  const allowed = within === null ? null : new Set(within.map((position) => knowledge.projects[position]?.id));
  const found = weigh(stems, knowledge).filter(({ owner }) => allowed === null || allowed.has(owner.id));
  const [best] = found;
  if (!best || best.strength < least || best.coverage < SOLE_COVERAGE) return null;
  const close = found.filter(
    ({ weight, score }) => weight >= best.weight * SOLE_RIVAL && score >= best.score * SOLE_RIVAL,
  );
  const projects = close.flatMap(({ owner }) => (owner.kind === 'project' ? [owner.id] : []));
  const [first, ...more] = projects.length > 0 ? projects : projectsOf(best.owner.id, knowledge);
  return first !== undefined && more.length === 0 ? first : null;
}

function projectsOf(theme: string, { facets, projects }: KnowledgeBase): readonly string[] {
  return (facets.theme.get(theme) ?? []).flatMap((position) => projects[position]?.id ?? []);
}
