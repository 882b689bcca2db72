import { createKnowledgeBase, type KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import type { Project } from '../../../src/core/knowledge/schema';
import { realRecords } from '../../core/knowledge';

/** A small base of real records changed one by one: `changes[0]` is applied to the first, and so on. */
export function changedProjects(changes: readonly Partial<Project>[]): KnowledgeBase {
  const records = realRecords();
  return createKnowledgeBase({
    ...records,
    projects: records.projects
      .slice(0, changes.length)
      .map((project, index) => ({ ...project, otherNames: [], ...changes[index] })),
  });
}
