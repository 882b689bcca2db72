import { z } from 'zod';
import type { Answer } from '../model/answer';
import { type Selectable, selectPositions } from '../answering/select';
import { createAmountColumns } from '../knowledge/amount-columns';
import { createFacets } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Project, type Field, FIELDS, type Unchanging } from '../model/records';
import type { Locale } from '../language/locale';
import { EMPTY_FILTER, filterSchema, onlyThese } from '../model/question';
import { changedId, changesBetween, type ProjectChange } from './project-changes';

/** What somebody wants to hear about: one project is a filter that keeps it alone, everything a filter that limits nothing. */
export const followedSchema = z.strictObject({
  filter: filterSchema,
  /** Only this of the projects; null = whatever changes. */
  field: z.enum(FIELDS).nullable(),
});
export type Followed = Unchanging<z.infer<typeof followedSchema>>;

/** Both follow just the same. */
export function isSameFollowed(a: Followed, b: Followed): boolean {
  // Parsed, so that the keys of both stand in the order of the schema.
  return JSON.stringify(followedSchema.parse(a)) === JSON.stringify(followedSchema.parse(b));
}

/** Everything there is. */
export const EVERYTHING: Followed = { filter: EMPTY_FILTER, field: null };

/** One project, or these. */
export function following(projects: readonly string[], field: Field | null = null): Followed {
  return { filter: onlyThese(projects), field };
}

/** Only so many can be followed by their ids: a longer list without a filter is no subject. */
const MOST_AMONG = 50;

/** What an answer is about, as something to follow: null when it is about no projects. */
export function followedIn(answer: Answer): Followed | null {
  switch (answer.kind) {
    case 'fact':
      return following([answer.project], answer.field === 'summary' ? null : answer.field);
    case 'list':
      // "Les cinq plus chers" are those five: what costs more next year is not what was shown.
      return answer.filter.among !== null || answer.why.question.kind !== 'list' || answer.why.question.limit !== null
        ? amongShown(answer.projects)
        : { filter: answer.filter, field: null };
    case 'aggregate':
      return { filter: answer.filter, field: answer.field };
    case 'compare':
      return amongShown(answer.projects, answer.field);
    case 'programme':
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return null;
  }
}

function amongShown(projects: readonly string[], field: Field | null = null): Followed | null {
  return projects.length === 0 || projects.length > MOST_AMONG ? null : following(projects, field);
}

/** The ids of the projects that are followed. */
export function followedIds({ filter }: Followed, base: Selectable): readonly string[] {
  return selectPositions(filter, base).flatMap((position) => base.projects[position]?.id ?? []);
}

/** From one state of the base to the next: what changed, and what it can be selected by. */
export type Update = ReturnType<typeof updateFrom>;

/** The update that leads from these projects to the base of now, as a language reads it. Themes, bodies and places are those of now. */
export function updateFrom(before: readonly Project[], after: KnowledgeBase, locale: Locale) {
  const projects = [...before].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    before: {
      projects,
      positions: [...projects.keys()],
      positionById: new Map(projects.map(({ id }, position) => [id, position])),
      facets: createFacets(projects, after),
      amounts: createAmountColumns(projects),
      territoryById: after.territoryById,
      broaderTerritories: after.broaderTerritories,
    },
    after,
    changes: changesBetween(projects, after.projects, locale),
  };
}

/** The changes of an update that bear on what is followed: a project counts that belonged to it before, or does now. */
export function changesOn(followed: Followed, { before, after, changes }: Update): readonly ProjectChange[] {
  const ids = new Set([...followedIds(followed, before), ...followedIds(followed, after)]);
  return changes.flatMap((change): readonly ProjectChange[] => {
    if (!ids.has(changedId(change))) return [];
    if (change.kind !== 'changed' || followed.field === null) return [change];
    const fields = change.fields.filter((field) => field === followed.field);
    return fields.length === 0 ? [] : [{ ...change, fields }];
  });
}
