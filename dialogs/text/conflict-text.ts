import type { Conflict } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import type { Messages } from '../../src/messages/messages';

/** Where sources disagree, both sides, a line each. The texts of a conflict are in French; its figures are in any language. */
export function conflictTexts(conflicts: readonly Conflict[], locale: Locale, messages: Messages): readonly string[] {
  return conflicts
    .filter((conflict) => locale === 'fr' || isNumeric(conflict))
    .map(({ field, valueA, sourceA, valueB, sourceB }) =>
      messages.conflict(
        conflictValue(field, valueA, messages),
        publisherOf(sourceA),
        conflictValue(field, valueB, messages),
        publisherOf(sourceB),
      ),
    );
}

function isNumeric({ valueA, valueB }: Conflict): boolean {
  return typeof valueA === 'number' && typeof valueB === 'number';
}

/** "La Gazette des communes, 12/11/2018" of a source's full name; the whole name stands among the sources. */
function publisherOf(source: string): string {
  const [publisher = source] = source.split(/,? «| — /);
  return publisher;
}

/** Only the fields that are named for their unit hold millions of euros: 149 projects are not 149 M€. */
function conflictValue(field: string, value: string | number, messages: Messages): string {
  if (typeof value === 'string') return value;
  return field.endsWith('MEUR') ? messages.amount(value) : String(value);
}
