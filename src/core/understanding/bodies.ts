import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Reading } from './reading';
import { unique } from './reading';
import type { Span, Tag } from './tag';

/** A stretch that names a body and nothing else. One that is only ever a partner is a subject, not a carrier. */
export function isCarrierOnly({ tags }: Span, knowledge: KnowledgeBase): boolean {
  const isOnlyBody =
    tags.some(({ kind }) => kind === 'organisation') &&
    tags.every(({ kind }) => kind !== 'theme' && kind !== 'beneficiary');
  return isOnlyBody && !idsOf(tags, 'organisation').every((id) => takesPart(id, knowledge) && !carries(id, knowledge));
}

/**
 * A body that names nothing else is meant as the one that carries the project. A body of which the base has no project is a limit only when
 * the question asks for projects: "que dit la Cour des comptes ?" does not.
 */
export function carriersIn(spans: readonly Span[], reading: Reading, knowledge: KnowledgeBase): readonly string[] {
  const ids = unique(
    spans
      .filter((span) => isCarrierOnly(span, knowledge) || isSaidToCarry(span, reading, knowledge))
      .flatMap(({ tags }) => idsOf(tags, 'organisation')),
  );
  const asksForProjects = reading.operators.has('plural-subject') || reading.operators.has('carried-by');
  return asksForProjects && !reading.mentionsFund ? ids : ids.filter((id) => carries(id, knowledge));
}

/** "Portés par mon ministère, la Justice": the body, though its name is a theme's as well. */
export function isSaidToCarry(span: Span, reading: Reading, knowledge: KnowledgeBase): boolean {
  const { tags } = span;
  const isBody = idsOf(tags, 'organisation').some((id) => carries(id, knowledge));
  return isBody && (reading.operators.has('said-carried') || isListedWithBody(span, reading, knowledge));
}

/** "De la Justice et de l'Intérieur": beside a body that names nothing else it is one as well. */
function isListedWithBody({ start, end }: Span, { spans, words }: Reading, knowledge: KnowledgeBase): boolean {
  return spans.some((other) => {
    const [from, to] = other.start >= end ? [end, other.start] : [other.end, start];
    const between = words.slice(from, to).map(({ folded }) => folded);
    return (
      (other.start >= end || other.end <= start) &&
      between.some((word) => LISTING.has(word)) &&
      between.every((word) => LISTING.has(word) || LINKING.has(word)) &&
      isCarrierOnly(other, knowledge) &&
      idsOf(other.tags, 'organisation').some((id) => carries(id, knowledge))
    );
  });
}

const LISTING = new Set(['et', 'ou', 'and', 'or']);
const LINKING = new Set('de du des d la le l les the of a'.split(' '));

function carries(organisation: string, { facets }: KnowledgeBase): boolean {
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
