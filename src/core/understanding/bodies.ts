import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Tag } from './tag';

/** True when some project is carried by the body. */
export function isCarried(organisation: string, { facets }: KnowledgeBase): boolean {
  return facets.carrier.has(organisation);
}

/** True when some project has the body as carrier or partner. */
export function takesPart(organisation: string, { facets }: KnowledgeBase): boolean {
  return facets.participant.has(organisation);
}

/** The ids of the tags of one kind. */
export function idsOf(
  tags: readonly Tag[],
  kind: 'project' | 'theme' | 'beneficiary' | 'organisation' | 'territory',
): readonly string[] {
  return tags.flatMap((tag) => (tag.kind === kind ? [tag.id] : []));
}
