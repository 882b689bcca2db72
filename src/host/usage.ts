import { z } from 'zod';
import type { Answer } from '../core/model/answer';
import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import type { Question } from '../core/model/question';
import type { Log } from './log';
import { parseStored } from './storage/parse-json';
import { type Store, VersionConflict } from './storage/store';

/** What is counted of a day: numbers, nobody's words and nobody. */
export interface DayUsage {
  /** Answers by their kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Answers by the theme that they were about, by its id. */
  readonly themes: Readonly<Record<string, number>>;
}

/** Counts what is answered. */
export interface Usage {
  readonly count: (answer: Answer, knowledge: KnowledgeBase) => void;
  /** Adds what was counted to what is kept. What cannot be kept now is kept with what comes next. */
  readonly keep: () => Promise<void>;
}

const PREFIX = 'usage/';
const counts = z.record(z.string(), z.int().nonnegative());
const daySchema = z.strictObject({ at: z.iso.datetime(), kinds: counts, themes: counts });
/** Other processes keep theirs in the same document. */
const MOST_TRIES = 10;

export function createUsage({
  store,
  now,
  log,
}: {
  readonly store: Store;
  readonly now: () => Date;
  readonly log: Log;
}): Usage {
  const pending = new Map<string, { readonly kinds: Map<string, number>; readonly themes: Map<string, number> }>();

  async function add(day: string, { kinds, themes }: DayUsage): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const kept = await store.read(PREFIX + day);
      const before = kept === null ? NOTHING : parseStored(daySchema, kept.text, PREFIX);
      const whole = { at: `${day}T00:00:00.000Z`, kinds: sum(before.kinds, kinds), themes: sum(before.themes, themes) };
      try {
        await store.commit([{ key: PREFIX + day, text: JSON.stringify(whole), expected: kept?.version ?? null }]);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || tries === MOST_TRIES) throw error;
      }
    }
  }

  return {
    count: (answer, knowledge) => {
      const day = dayOf(now());
      const counted = pending.get(day) ?? { kinds: new Map<string, number>(), themes: new Map<string, number>() };
      pending.set(day, counted);
      increase(counted.kinds, answer.kind);
      for (const theme of themesOf(answer.why.question, knowledge)) increase(counted.themes, theme);
    },
    keep: async () => {
      for (const [day, { kinds, themes }] of [...pending]) {
        pending.delete(day);
        const own = { kinds: Object.fromEntries(kinds), themes: Object.fromEntries(themes) };
        try {
          await add(day, own);
        } catch (error) {
          log.error('how much was answered could not be kept', error);
          const since = pending.get(day);
          for (const [kind, count] of since?.kinds ?? []) increase(kinds, kind, count);
          for (const [theme, count] of since?.themes ?? []) increase(themes, theme, count);
          pending.set(day, { kinds, themes });
        }
      }
    },
  };
}

/** What is kept of each of these days (`yyyy-mm-dd`), in their order. */
export function usageOf(store: Pick<Store, 'read'>, days: readonly string[]): Promise<readonly DayUsage[]> {
  return Promise.all(
    days.map(async (day) => {
      const kept = await store.read(PREFIX + day);
      return kept === null ? NOTHING : parseStored(daySchema, kept.text, PREFIX);
    }),
  );
}

const NOTHING: DayUsage = { kinds: {}, themes: {} };

/** Of one project its first theme, which is what it is mostly about. */
function themesOf(question: Question | null, { projectById }: KnowledgeBase): readonly string[] {
  if (question === null) return [];
  if (question.kind === 'fact') return projectById.get(question.project)?.themes.slice(0, 1) ?? [];
  return 'filter' in question ? [...new Set(question.filter.topics.flatMap(({ themes }) => themes))] : [];
}

function increase(of: Map<string, number>, key: string, by = 1): void {
  of.set(key, (of.get(key) ?? 0) + by);
}

function sum(a: DayUsage['kinds'], b: DayUsage['kinds']): Record<string, number> {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries([...keys].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]));
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
