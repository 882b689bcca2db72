import { z } from 'zod';
import type { Log } from '../log';
import { parseReadable } from './parse-json';
import { DAMAGED } from './set-aside';
import { isCommitted, type Store } from './store';

/**
 * Days that a conversation nobody went on with is kept, and what was left in the inbox: the page on privacy says them. What the desk keeps
 * of its editors is for as long as that they answer for; their links and sessions no longer than to see that one came twice.
 */
export const RETENTION_DAYS = { conversation: 30, inbox: 365, desk: 365, signIn: 2 } as const;

const DAY_MS = 86_400_000;

/** Longer than that since the last time, and either the assistant was off or the clock has jumped: nobody can tell here. */
const MOST_DAYS_BETWEEN = 3;

/** By the beginnings of the keys. */
const KEPT_DAYS = [
  { days: RETENTION_DAYS.conversation, prefixes: ['chat/', 'state/', 'seen/', DAMAGED] },
  { days: RETENTION_DAYS.inbox, prefixes: ['inbox/', 'usage/'] },
  { days: RETENTION_DAYS.signIn, prefixes: ['desk/link/', 'desk/session/', 'desk/flow/'] },
  { days: RETENTION_DAYS.desk, prefixes: ['desk/audit/', 'desk/done/', 'desk/draft/', 'desk/publication/'] },
];

const CLOCK = 'clock';
const datedSchema = z.looseObject({ at: z.iso.datetime() }).transform(({ at }) => new Date(at));

/**
 * Deletes what is older than it is kept, by the date that stands in it: conversations hold people's words, and are not to be kept for
 * longer than they serve. To be called once a day. The first time, and after a longer while, nothing is deleted; the latter is told: the
 * next day will show whether the clock is right.
 */
export async function deleteOld(store: Store, now: Date, log: Log): Promise<void> {
  const kept = await store.read(CLOCK);
  const before = kept === null ? null : parseReadable(datedSchema, kept.text);
  await store.commit([{ key: CLOCK, text: JSON.stringify({ at: now.toISOString() }) }]);
  if (before === null) return;
  const days = (now.getTime() - before.getTime()) / DAY_MS;
  if (days > MOST_DAYS_BETWEEN) {
    log.warn('the clock is days further than when it was last looked at: what is too old is only deleted tomorrow', {
      days: Math.round(days),
    });
    return;
  }
  for (const { days: keptDays, prefixes } of KEPT_DAYS)
    for (const prefix of prefixes)
      for await (const { key, version, text } of store.list(prefix)) {
        const at = parseReadable(datedSchema, text);
        if (at === null || at.getTime() >= now.getTime() - keptDays * DAY_MS) continue;
        const lines = await store.lines(key, 0);
        // Somebody who went on with it just now keeps it.
        await isCommitted(store, [
          { key, text: null, expected: version },
          ...lines.map(({ number }) => ({ log: key, number, text: null })),
        ]);
      }
}
