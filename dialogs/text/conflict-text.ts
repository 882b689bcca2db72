import type { Conflict } from '../../src/core/knowledge/schema';
import type { Messages } from '../../src/messages/messages';

/** Two sources that disagree, both shown. */
export function conflictText({ valueA, sourceA, valueB, sourceB }: Conflict, messages: Messages): string {
  return messages.conflict(
    conflictValue(valueA, messages),
    publisherOf(sourceA),
    conflictValue(valueB, messages),
    publisherOf(sourceB),
  );
}

/** "La Gazette des communes, 12/11/2018" of a source's full name; the whole name stands among the sources. */
function publisherOf(source: string): string {
  const [publisher = source] = source.split(/,? «| — /);
  return publisher;
}

function conflictValue(value: string | number, messages: Messages): string {
  return typeof value === 'number' ? messages.amount(value) : value;
}
