import { positionsOn, selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { LanguageWords } from '../language/language-words';
import type { Filter, Topic } from '../model/question';
import type { Reading } from './reading';
import { unique } from './reading';
import type { Tag } from '../model/tag';

export interface PlacedTopic {
  readonly topic: Topic;
  readonly start: number;
  readonly end: number;
}

/**
 * Topics side by side or joined by "et", "ou" widen ("police ou gendarmerie", "locataire bailleur"); joined by a preposition they
 * narrow ("IA dans la fiscalité"), unless that leaves nothing.
 */
export function combineTopics(
  placed: readonly PlacedTopic[],
  reading: Reading,
  base: Filter,
  knowledge: KnowledgeBase,
): readonly Topic[] {
  const specific = placed.length > 1 ? placed.filter(({ topic }) => !isEverywhere(topic, knowledge)) : placed;
  const kept = specific.length > 0 ? specific : placed;
  const groups: PlacedTopic[] = [];
  for (const next of kept) {
    const last = groups.at(-1);
    if (last && joins(reading, last.end, next.start, knowledge.language))
      groups[groups.length - 1] = { topic: union(last.topic, next.topic), start: last.start, end: next.end };
    else groups.push(next);
  }
  const topics = groups.map(({ topic }) => topic);
  if (topics.length > 1 && selectPositions({ ...base, topics }, knowledge).length === 0) return [topics.reduce(union)];
  return topics;
}

/** A theme of more than half of the base ("numérique") tells nothing beside another one. */
function isEverywhere(topic: Topic, knowledge: KnowledgeBase): boolean {
  return positionsOn(topic, knowledge).length > knowledge.projects.length / 2;
}

function joins(reading: Reading, from: number, to: number, language: LanguageWords): boolean {
  const between = reading.words.slice(from, to).map(({ folded }) => folded);
  if (between.some((word) => language.is('coordinating', word))) return true;
  return (
    !between.some((word) => language.is('narrowing', word)) && between.every((word) => language.is('joining', word))
  );
}

export function union(a: Topic, b: Topic): Topic {
  return {
    themes: unique([...a.themes, ...b.themes]),
    beneficiaries: unique([...a.beneficiaries, ...b.beneficiaries]),
    organisations: unique([...a.organisations, ...b.organisations]),
  };
}

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
