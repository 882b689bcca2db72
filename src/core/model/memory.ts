import { z } from 'zod';
import { LOCALES } from '../language/locale';
import type { Frame, Memory, Question } from './question';
import { EMPTY_MEMORY, FIELDS, GROUPINGS, MATCH_KINDS, SMALLTALK_ACTS, UNKNOWN_REASONS } from './question';

const field = z.enum(FIELDS);
const amountField = z.enum(['savings', 'funding', 'cost']);
const ids = z.array(z.string());
const topic = z.strictObject({ themes: ids, beneficiaries: ids, organisations: ids });
const callReference = z.strictObject({
  number: z.number().nullable(),
  session: z.number().nullable(),
  scheme: z.enum(['ftap2', 'windows', 'contract']).nullable(),
});
/** A filter read back from a store: its shape only, as for `questionSchema`. */
export const filterSchema = z.strictObject({
  topics: z.array(topic),
  carriers: ids,
  territories: ids,
  calls: z.array(callReference),
  years: z.array(z.number()),
  months: z.array(z.string()),
  amounts: z.array(
    z.strictObject({
      field: amountField,
      min: z.number().nullable(),
      max: z.number().nullable(),
      includesBounds: z.boolean(),
    }),
  ),
  known: z.array(field),
  unknown: z.array(field),
  among: ids.nullable(),
  except: z.strictObject({
    topics: z.array(topic),
    carriers: ids,
    territories: ids,
    projects: ids,
    calls: z.array(callReference),
    years: z.array(z.number()),
  }),
});
const sort = z.strictObject({
  field: z.enum(['savings', 'funding', 'cost', 'date']),
  direction: z.enum(['ascending', 'descending']),
});

/** A question read back from a store or an address: its shape only, not whether the base holds what it names. */
export const questionSchema: z.ZodType<Question> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    filter: filterSchema,
    sort: sort.nullable(),
    limit: z.number().nullable(),
    found: ids,
    show: z.array(field),
  }),
  z.strictObject({ kind: z.literal('fact'), project: z.string(), field, also: z.array(field) }),
  z.strictObject({
    kind: z.literal('aggregate'),
    operation: z.enum(['count', 'sum', 'average', 'median', 'max', 'min']),
    field: amountField.nullable(),
    filter: filterSchema,
    limit: z.number(),
    groupBy: z.enum(GROUPINGS).nullable(),
  }),
  z.strictObject({ kind: z.literal('compare'), projects: ids, field: field.nullable() }),
  z.strictObject({ kind: z.literal('programme'), facts: ids }),
  z.strictObject({
    kind: z.literal('smalltalk'),
    act: z.enum(SMALLTALK_ACTS),
  }),
  z.strictObject({
    kind: z.literal('clarify'),
    candidates: ids,
    field: field.nullable(),
    get readings() {
      return z.array(questionSchema);
    },
  }),
  z.strictObject({
    kind: z.literal('unknown'),
    reason: z.enum(UNKNOWN_REASONS),
    name: z.string().nullable(),
  }),
]);

const trace = z.strictObject({
  matches: z.array(z.strictObject({ written: z.string(), kind: z.enum(MATCH_KINDS), id: z.string() })),
  corrections: z.array(z.strictObject({ written: z.string(), readAs: z.string() })),
  isFollowUp: z.boolean(),
});

const frame = z.strictObject({ question: questionSchema.nullable(), shown: ids, focus: z.string().nullable() });

const memory: z.ZodType<Memory> = z.strictObject({
  ...frame.shape,
  earlier: z.array(frame),
  trace,
  locale: z.enum(LOCALES).nullable(),
});

/**
 * What a conversation remembers, as read back from a store. A memory of another version of the program, or one that names a project
 * which is gone, is as good as none: the conversation goes on without it.
 */
export function parseMemory(stored: unknown, isKnownProject: (id: string) => boolean): Memory {
  const parsed = memory.safeParse(stored);
  if (!parsed.success) return EMPTY_MEMORY;
  const named = [parsed.data, ...parsed.data.earlier].flatMap((kept) => [
    ...kept.shown,
    ...(kept.focus === null ? [] : [kept.focus]),
    ...projectsIn(kept),
  ]);
  return named.every(isKnownProject) ? parsed.data : EMPTY_MEMORY;
}

function projectsIn({ question: last }: Frame): readonly string[] {
  switch (last?.kind) {
    case 'fact':
      return [last.project];
    case 'compare':
      return last.projects;
    case 'clarify':
      return last.candidates;
    case 'list':
    case 'aggregate':
      return last.filter.among ?? [];
    case 'programme':
    case 'smalltalk':
    case 'unknown':
    case undefined:
      return [];
  }
}
