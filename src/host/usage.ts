import { z } from 'zod';
import type { Answer } from '../core/model/answer';
import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import type { Question } from '../core/model/question';
import type { Log } from './log';
import { documentsOf } from './storage/documents';
import type { Store } from './storage/store';

/** What is counted of a day: numbers, nobody's words and nobody. */
export interface DayUsage {
  /** Answers by their kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Answers by the theme that they were about, by its id. */
  readonly themes: Readonly<Record<string, number>>;
}

const PREFIX = 'usage/';
const counts = z.record(z.string(), z.int().nonnegative());
const daySchema = z.strictObject({ at: z.iso.datetime(), kinds: counts, themes: counts });

/** Counts what is answered. */
export function createUsage(parts: { readonly store: Store; readonly now: () => Date; readonly log: Log }) {
  const { store, now, log } = parts;
  const documents = documentsOf(store, daySchema, PREFIX);
  const pending = new Map<string, DayUsage>();

  function addPending(day: string, counted: DayUsage): void {
    pending.set(day, totalOf([pending.get(day) ?? NOTHING, counted]));
  }

  return {
    count: (answer: Answer, knowledge: KnowledgeBase): void => {
      const themes = themesOf(answer.why.question, knowledge).map((theme) => [theme, 1] as const);
      addPending(dayOf(now()), { kinds: { [answer.kind]: 1 }, themes: Object.fromEntries(themes) });
    },
    /** Adds what was counted to what is kept. What cannot be kept now is kept with what comes next. */
    keep: async (): Promise<void> => {
      for (const [day, counted] of [...pending]) {
        pending.delete(day);
        try {
          // Other processes keep theirs in the same document.
          await documents.change(PREFIX + day, (kept) => ({
            at: `${day}T00:00:00.000Z`,
            ...totalOf([kept ?? NOTHING, counted]),
          }));
        } catch (error) {
          log.error('how much was answered could not be kept', error);
          addPending(day, counted);
        }
      }
    },
  };
}

/** What is kept of each of these days (`yyyy-mm-dd`), in their order. */
export function usageOf(store: Store, days: readonly string[]): Promise<readonly DayUsage[]> {
  const documents = documentsOf(store, daySchema, PREFIX);
  return Promise.all(days.map(async (day) => (await documents.read(PREFIX + day)) ?? NOTHING));
}

const NOTHING: DayUsage = { kinds: {}, themes: {} };

/** Of one project its first theme, which is what it is mostly about. */
function themesOf(question: Question | null, { projectById }: KnowledgeBase): readonly string[] {
  if (question === null) return [];
  if (question.kind === 'fact') return projectById.get(question.project)?.themes.slice(0, 1) ?? [];
  return 'filter' in question ? [...new Set(question.filter.topics.flatMap(({ themes }) => themes))] : [];
}

/** What was counted on all of them together. */
export function totalOf(used: readonly DayUsage[]): DayUsage {
  return { kinds: sumOf(used.map(({ kinds }) => kinds)), themes: sumOf(used.map(({ themes }) => themes)) };
}

function sumOf(all: readonly DayUsage['kinds'][]): DayUsage['kinds'] {
  const sums = new Map<string, number>();
  for (const own of all) for (const [key, count] of Object.entries(own)) sums.set(key, (sums.get(key) ?? 0) + count);
  return Object.fromEntries(sums);
}

/** `yyyy-mm-dd`, wherever the server is. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
