import { isAmountField } from './project-fields';
import type { Conflict, Field, Project, Source } from './records';

/** How the values of a field lie apart: in any way, or one that was revised upwards, downwards, to a later day. */
export const WAYS = ['any', 'up', 'down', 'later'] as const;
export type Way = (typeof WAYS)[number];

type Sides = Pick<Conflict, 'about' | 'valueA' | 'sourceA' | 'valueB' | 'sourceB'>;

/**
 * What one body gave another value of later: both values, each with the date of its document, where that tells the two apart, and what is said of it,
 * "estimation révisée"; `times`: how many times the older one the newer is, of amounts. Null for two bodies, and where nothing says which came first.
 */
export function revisionIn(conflict: Sides, sources: readonly Source[]) {
  const { valueA, sourceA, valueB, sourceB } = conflict;
  if (publisherOf(sourceA) !== publisherOf(sourceB)) return null;
  const [a, b] = [placedIn(sourceA, sources), placedIn(sourceB, sources)];
  const isDated = areApart(a.date, b.date);
  // Two values of one document are written in their order; of two documents the dates tell it.
  if (!isDated && a.document !== b.document) return null;
  const sideOf = (value: string | number, { date, label }: typeof a) => ({ value, date: isDated ? date : null, label });
  const sides = [sideOf(valueA, a), sideOf(valueB, b)] as const;
  const [before, after] = isDated && String(a.date) > String(b.date) ? [sides[1], sides[0]] : sides;
  const areAmounts = isAmountField(conflict.about[0] ?? null);
  const [from, to] = [before.value, after.value];
  const times = areAmounts && typeof from === 'number' && typeof to === 'number' ? (from > 0 ? to / from : 1) : null;
  return { before, after, times };
}

/** In which ways the values of which fields of a project lie apart; of a calendar that was put back, its status. */
export function waysOf({ conflicts, sources, movedTo }: Project) {
  return [
    ...conflicts.flatMap((conflict) => {
      const times = revisionIn(conflict, sources)?.times ?? 1;
      const revised: readonly Way[] = times > 1 ? ['up'] : times < 1 ? ['down'] : [];
      return conflict.about.flatMap((field, at) =>
        [...(at === 0 ? revised : []), 'any' as const].map((way) => ({ field, way })),
      );
    }),
    ...(movedTo === undefined ? [] : [{ field: 'status', way: 'later' } as const]),
  ];
}

/** Of the revisions of an amount of a project in one way, the widest: what it was, what it became, how many times as much; null where there is none. */
export function widestRevision({ conflicts, sources }: Project, { field, way }: { field: Field | null; way: Way }) {
  const held = conflicts.flatMap((conflict) => {
    const { before, after, times } = revisionIn(conflict, sources) ?? {};
    const [from, to] = [before?.value, after?.value];
    const isOfField = field === null || conflict.about[0] === field;
    const isSo =
      isOfField && typeof times === 'number' && ((way === 'up' && times > 1) || (way === 'down' && times < 1));
    return isSo && typeof from === 'number' && typeof to === 'number' ? [{ from, to, times }] : [];
  });
  return held.sort((a, b) => Math.abs(Math.log(b.times)) - Math.abs(Math.log(a.times)))[0] ?? null;
}

/**
 * How far a value went from what it was, or two lie apart: of an amount the logarithm of how many times it is that, of several the widest one; of a
 * calendar the years.
 */
export function widthOf(
  project: Project | undefined,
  { field, way }: { readonly field: Field | null; readonly way: Way },
): number {
  const { conflicts = [], sources = [], plannedFor, movedTo } = project ?? {};
  const yearOf = (date = plannedFor ?? ''): number => Number(date.slice(0, 4));
  if (way === 'later') return plannedFor === undefined ? 0 : yearOf(movedTo) - yearOf();
  const widths = conflicts
    .filter(({ about }) => field === null || about[0] === field)
    .map((conflict) => {
      const { valueA, valueB } = conflict;
      const isOfAmounts = isAmountField(conflict.about[0] ?? null) && way === 'any';
      const apart = isOfAmounts && Number(valueA) > 0 && Number(valueB) > 0 ? Number(valueB) / Number(valueA) : 1;
      return Math.log(revisionIn(conflict, sources)?.times ?? apart);
    });
  return Math.max(0, ...widths.map((width) => (way === 'any' ? Math.abs(width) : way === 'up' ? width : -width)));
}

/** Whether one of two dates is surely the later: 2021 may be before or after March 2021. */
export function areApart(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}

/** The document that a side names, when it is dated, and what is said of it after its name. */
function placedIn(side: string, sources: readonly Source[]) {
  const source = sources.find(({ name }) => name === side) ?? sources.find(({ name }) => side.startsWith(`${name} (`));
  if (!source) return { document: side, date: null, label: null };
  const [, label = null] = /^ \((.+)\)$/u.exec(side.slice(source.name.length)) ?? [];
  return { document: source.name, date: source.date, label };
}

/** "La Gazette des communes, 12/11/2018" of a source's full name; the whole name stands among the sources. */
export function publisherOf(source: string): string {
  return source.split(/,? «| — /)[0] ?? source;
}
