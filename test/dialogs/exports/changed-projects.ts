import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import type { Project } from '../../../src/core/model/records';
import { baseWith } from '../../core/knowledge';

/** A small base of real records changed one by one: `changes[0]` is applied to the first, and so on. */
export function changedProjects(changes: readonly Partial<Project>[]): KnowledgeBase {
  return baseWith((project, index) =>
    index < changes.length ? { ...project, otherNames: [], ...changes[index] } : null,
  );
}
