import type { Conflict, Source } from '../../src/core/model/records';
import { conflictIn, isAmountField, type ToldConflict } from '../../src/core/model/project-fields';
import type { Messages, TimedValue } from '../../src/messages/fr/answers';
import type { Voice } from './voice';

/**
 * Where sources disagree, both sides, a line each. One body that gave another value later does not differ from itself: both are told in
 * time.
 */
export function conflictTexts(
  conflicts: readonly Conflict[],
  sources: readonly Source[],
  voice: Voice,
): readonly string[] {
  return conflicts
    .map((conflict) => conflictIn(conflict, voice.locale))
    .map((conflict) => inTimeText(conflict, sources, voice) ?? differenceText(conflict, voice.messages));
}

function differenceText(conflict: ToldConflict, messages: Messages): string {
  const { valueA, sourceA, valueB, sourceB } = conflict;
  const [a, b] = [valueA, valueB].map((value) => conflictValue(conflict, value, messages));
  return messages.conflict(conflict.what, a ?? '', publisherOf(sourceA), b ?? '', publisherOf(sourceB));
}

/** Two values of one body, the older one first; null for two bodies, and where nothing says which came first. */
function inTimeText(conflict: ToldConflict, sources: readonly Source[], { locale, messages }: Voice): string | null {
  const { valueA, sourceA, valueB, sourceB } = conflict;
  const publisher = publisherOf(sourceA);
  if (publisher !== publisherOf(sourceB)) return null;
  const [a, b] = [placedIn(sourceA, sources), placedIn(sourceB, sources)];
  const isDated = areApart(a.date, b.date);
  // Two values of one document are written in their order; of two documents the dates tell it.
  if (!isDated && a.document !== b.document) return null;
  const told = (value: string | number, { date, label }: typeof a): TimedValue => {
    const when = isDated && date !== null ? messages.date(date) : locale === 'fr' ? label : null;
    // A value in words tells itself what it is of.
    const saysWhen = typeof value === 'string' && value.includes('(');
    return { value: conflictValue(conflict, value, messages), when: saysWhen ? null : when };
  };
  const isLater = isDated && String(a.date) > String(b.date);
  const [first, second] = [told(valueA, a), told(valueB, b)];
  const [before, after] = isLater ? [second, first] : [first, second];
  const [from, to] = isLater ? [valueB, valueA] : [valueA, valueB];
  const areAmounts = typeof from === 'number' && typeof to === 'number' && isAmountField(conflict.about[0] ?? null);
  const rise = areAmounts ? { by: Number((to - from).toFixed(6)), times: from > 0 ? to / from : 1 } : null;
  return messages.conflictInTime(conflict.what, publisher, before, after, rise);
}

/** Whether one of two dates is surely the later: 2021 may be before or after March 2021. */
export function areApart(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}

/** The document that a side of a conflict names, when it is dated, and what is said of it after its name: "estimation révisée". */
function placedIn(
  side: string,
  sources: readonly Source[],
): { readonly document: string; readonly date: string | null; readonly label: string | null } {
  const source = sources.find(({ name }) => name === side) ?? sources.find(({ name }) => side.startsWith(`${name} (`));
  if (!source) return { document: side, date: null, label: null };
  const [, label = null] = /^ \((.+)\)$/u.exec(side.slice(source.name.length)) ?? [];
  return { document: source.name, date: source.date, label };
}

/** "La Gazette des communes, 12/11/2018" of a source's full name; the whole name stands among the sources. */
export function publisherOf(source: string): string {
  const [publisher = source] = source.split(/,? «| — /);
  return publisher;
}

/** A number is millions of euros only where the conflict is about an amount: 149 projects are not 149 M€. */
function conflictValue({ about }: ToldConflict, value: string | number, messages: Messages): string {
  if (typeof value === 'string') return value;
  return isAmountField(about[0] ?? null) ? messages.amount(value) : String(value);
}
