import { publisherOf, revisionIn, widthOf } from '../../src/core/model/disagreements';
import { conflictIn, isAmountField, type ToldConflict } from '../../src/core/model/project-fields';
import type { Dispute } from '../../src/core/model/question';
import type { Conflict, Project, Source } from '../../src/core/model/records';
import type { Messages, TimedValue } from '../../src/messages/fr/answers';
import { standingMessagesFor } from '../../src/messages/messages-for';
import type { Voice } from './voice';

/**
 * Where sources disagree, both sides, a line each. One body that gave another value later does not differ from itself: both are told in
 * time.
 */
export function conflictTexts(conflicts: readonly Conflict[], sources: readonly Source[], voice: Voice) {
  return conflicts
    .map((conflict) => conflictIn(conflict, voice.locale))
    .map((conflict) => inTimeText(conflict, sources, voice) ?? differenceText(conflict, voice.messages));
}

/** What a row tells of a project that is listed for its disagreements: of each the two values, shortly. */
export function disputeTexts(project: Project, { field, way }: Dispute, voice: Voice): readonly string[] {
  const { conflicts, sources, plannedFor, movedTo } = project;
  const { messages } = voice;
  const words = standingMessagesFor(voice.locale);
  if (way === 'later') {
    if (movedTo === undefined) return [];
    const planned = plannedFor === undefined ? null : messages.date(plannedFor);
    return [words.moved(planned, messages.date(movedTo), widthOf(project, { field, way }))];
  }
  const told = conflicts
    .filter(({ about }) => field === null || about.includes(field))
    .flatMap((held) => {
      const conflict = conflictIn(held, voice.locale);
      const revision = revisionIn(conflict, sources);
      const times = revision?.times ?? 1;
      if (way === 'any' ? false : way === 'up' ? times <= 1 : times >= 1) return [];
      const { before, after } = revision ?? { before: { value: conflict.valueA }, after: { value: conflict.valueB } };
      const [from, to] = [before, after].map(({ value }) => conflictValue(conflict, value, messages));
      const about = conflict.what ?? messages.fields[conflict.about[0] ?? 'sources'];
      const rise = times === 1 ? null : { times, by: Number(after.value) - Number(before.value) };
      return [{ times, text: words.apart(about, from ?? '', to ?? '', revision !== null, rise) }];
    });
  // Of several revisions of one amount the widest says how far it went.
  const widest = [...told].sort((a, b) => Math.abs(Math.log(b.times)) - Math.abs(Math.log(a.times)));
  return (way === 'any' ? told : widest.slice(0, 1)).map(({ text }) => text);
}

function differenceText(conflict: ToldConflict, messages: Messages): string {
  const { valueA, sourceA, valueB, sourceB } = conflict;
  const [a, b] = [valueA, valueB].map((value) => conflictValue(conflict, value, messages));
  return messages.conflict(conflict.what, a ?? '', publisherOf(sourceA), b ?? '', publisherOf(sourceB));
}

/** Null where it is no revision. */
function inTimeText(conflict: ToldConflict, sources: readonly Source[], { locale, messages }: Voice): string | null {
  const revision = revisionIn(conflict, sources);
  if (revision === null) return null;
  const { before, after, times } = revision;
  const told = ({ value, date, label }: typeof before): TimedValue => {
    const text = conflictValue(conflict, value, messages);
    const when = date === null ? (locale === 'fr' ? label : null) : messages.date(date);
    // A value in words tells itself what it is of, or is the day.
    const saysWhen = typeof value === 'string' && (value.includes('(') || text === when);
    return { value: text, when: saysWhen ? null : when };
  };
  const by = Number((Number(after.value) - Number(before.value)).toFixed(6));
  const rise = times === null ? null : { by, times };
  return messages.conflictInTime(conflict.what, publisherOf(conflict.sourceA), told(before), told(after), rise);
}

/** A number is millions of euros only where the conflict is about an amount: 149 projects are not 149 M€. */
function conflictValue({ about }: ToldConflict, value: string | number, messages: Messages): string {
  if (typeof value === 'string') return value;
  return isAmountField(about[0] ?? null) ? messages.amount(value) : String(value);
}
