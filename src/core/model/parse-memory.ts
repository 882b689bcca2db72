import { projectsOf } from './answer';
import { EMPTY_MEMORY, type Memory, memorySchema, type Question } from './question';

/**
 * What a conversation remembers, as read back from a store. A memory of another version of the program, or one that names a project
 * which is gone, is as good as none: the conversation goes on without it.
 */
export function parseMemory(stored: unknown, isKnownProject: (id: string) => boolean): Memory {
  const parsed = memorySchema.safeParse(stored);
  if (!parsed.success) return EMPTY_MEMORY;
  const named: readonly string[] = [parsed.data, ...parsed.data.earlier].flatMap((kept) => [
    ...kept.shown,
    ...(kept.focus === null ? [] : [kept.focus]),
    ...projectsIn(kept.question),
  ]);
  const others = parsed.data.trace.others.map(({ question }) => question);
  return [...named, ...[...parsed.data.pending, ...others].flatMap(projectsIn)].every(isKnownProject)
    ? parsed.data
    : EMPTY_MEMORY;
}

function projectsIn(last: Question | null): readonly string[] {
  if (last === null) return [];
  return last.kind === 'list' || last.kind === 'aggregate' ? (last.filter.among ?? []) : projectsOf(last);
}
