import { projectsOf } from './answer';
import { EMPTY_MEMORY, type Memory, memorySchema, type Question } from './question';

/**
 * What a conversation remembers, as read back from a store. A memory of another version of the program, or one that names a project
 * which is gone, is as good as none: the conversation goes on without it.
 */
export function parseMemory(stored: unknown, isKnownProject: (id: string) => boolean): Memory {
  const { data: memory } = memorySchema.safeParse(stored);
  if (memory === undefined) return EMPTY_MEMORY;
  const named = [memory, ...memory.earlier].flatMap((kept) => [
    ...kept.shown,
    ...(kept.focus === null ? [] : [kept.focus]),
    ...projectsIn(kept.question),
  ]);
  const others = memory.trace.others.map(({ question }) => question);
  return [...named, ...[...memory.pending, ...others].flatMap(projectsIn)].every(isKnownProject)
    ? memory
    : EMPTY_MEMORY;
}

function projectsIn(last: Question | null): readonly string[] {
  if (last === null) return [];
  return last.kind === 'list' || last.kind === 'aggregate' ? (last.filter.among ?? []) : projectsOf(last);
}
