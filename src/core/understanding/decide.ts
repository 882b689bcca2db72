import { type Field, FIELDS } from '../model/records';
import { type Judgement, ranked } from '../knowledge/classifier';
import { SMALLTALK_ACTS, type SmalltalkAct, type UnknownReason } from '../model/question';

/** What a message can want, decided as one: the kind of question with its computation, the act of small talk, the reason to say no. */
export const INTENTS = [
  'fact',
  'list',
  'rank',
  'count',
  'sum',
  'average',
  'median',
  'max',
  'min',
  'compare',
  'programme',
  ...SMALLTALK_ACTS,
  'out-of-scope',
  'no-such-project',
  'not-recorded',
  'no-context',
  'applying',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What a message is about: itself alone, or something that was said or shown before it. */
export const REFERENCES = [
  'alone',
  'focus',
  'shown',
  'ordinal',
  'replace',
  'narrow',
  'widen',
  'explain',
  'sources',
  'previous',
] as const;
export type MessageReference = (typeof REFERENCES)[number];

/**
 * What a mention does in its message: nothing, limit to it (any of its readings), limit to what the body carries, or rule it out.
 */
export const ROLES = ['none', 'in', 'carrier', 'out'] as const;
export type Role = (typeof ROLES)[number];

/** Whether what is asked must be published, must not be, or neither; or whether the body must take part without carrying. */
export const CONDITIONS = ['none', 'known', 'unknown', 'part'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Whether a set that nothing limits is the whole base, or what the words describe. */
export const SCOPES = ['all', 'described'] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * How a sum in a message, or the amount of a project, bounds: strictly above it, from it on, strictly below, up to it, between it and the next, or exactly it;
 * "none" of a project that bounds nothing.
 */
export const COMPARISONS = ['above', 'from', 'below', 'up-to', 'between', 'exact', 'none'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Whether a ranking, or an extreme, begins with the greatest or with the least. */
export const DIRECTIONS = ['descending', 'ascending'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The classes of the check. */
export const VERDICTS = ['right', 'wrong'] as const;

/** What was decided about a message, before any of its slots is filled. */
export interface Decision {
  readonly intent: Intent;
  readonly reference: MessageReference;
  /** The fields asked, the surest first; empty when none is. */
  readonly fields: readonly Field[];
}

export interface LikelyDecision extends Decision {
  /** 0 to 1, by the model alone. */
  readonly probability: number;
}

const ACTS: ReadonlySet<string> = new Set(SMALLTALK_ACTS);

export function isAct(intent: Intent): intent is Intent & SmalltalkAct {
  return ACTS.has(intent);
}

export function isRefusal(intent: Intent): intent is Intent & UnknownReason {
  return (
    intent === 'out-of-scope' ||
    intent === 'no-such-project' ||
    intent === 'not-recorded' ||
    intent === 'no-context' ||
    intent === 'applying'
  );
}

/** Decisions less likely than this share of the likeliest are not tried. */
const WORTH_TRYING = 0.02;
const MOST_INTENTS = 6;
const MOST_REFERENCES = 4;
/** A field at least this likely is asked; another beside it from the second bound on. */
const ASKED = 0.5;
const ASKED_BESIDE = 0.3;
/** "Quand ?" may be the day of the announcement or one of the project's life: where both are likely, both are told. */
const TIME_BESIDE = 0.1;
const TIMES: ReadonlySet<Field> = new Set(['date', 'status'] as const);
/** Where one must be asked, the likeliest is from this bound on. */
const ASKED_ALONE = 0.25;

/** The few likeliest decisions on a message, the likeliest first. */
export function likelyDecisions(judgement: Judgement): readonly LikelyDecision[] {
  const intents = competing(ranked(INTENTS, judgement, 'intent'));
  const references = worthTrying(ranked(REFERENCES, judgement, 'reference').slice(0, MOST_REFERENCES));
  return intents
    .flatMap(([intent, ofIntent]) => {
      const { fields, probability } = fieldsOf(intent, judgement);
      return references.map(([reference, ofReference]) => ({
        intent,
        reference,
        fields,
        probability: ofIntent * ofReference * probability,
      }));
    })
    .sort((a, b) => b.probability - a.probability);
}

/**
 * The intents that are worth trying. The acts of small talk stand together behind the likeliest of them, and so do the reasons to say no: which one it
 * is matters less than that it is one. One refusal at least is weighed against what can be answered.
 */
function competing(sorted: readonly (readonly [Intent, number])[]): readonly (readonly [Intent, number])[] {
  const asOne = (isOfKind: (intent: Intent) => boolean): readonly (readonly [Intent, number])[] => {
    const own = sorted.filter(([intent]) => isOfKind(intent));
    const [best] = own;
    return best === undefined ? [] : [[best[0], own.reduce((sum, [, probability]) => sum + probability, 0)]];
  };
  const refusals = asOne(isRefusal);
  const others = sorted.filter(([intent]) => hasReference(intent)).slice(0, MOST_INTENTS);
  const worth = worthTrying([...others, ...asOne(isAct), ...refusals].sort(([, a], [, b]) => b - a));
  return worth.some(([intent]) => isRefusal(intent)) ? worth : [...worth, ...refusals];
}

function worthTrying<Name>(sorted: readonly (readonly [Name, number])[]): readonly (readonly [Name, number])[] {
  const least = (sorted[0]?.[1] ?? 0) * WORTH_TRYING;
  return sorted.filter(([, probability]) => probability >= least);
}

function hasReference(intent: Intent): boolean {
  return !isAct(intent) && !isRefusal(intent);
}

/** Fields are asked each for itself; a fact is asked by one at least. */
function fieldsOf(
  intent: Intent,
  judgement: Judgement,
): { readonly fields: readonly Field[]; readonly probability: number } {
  if (!hasReference(intent) || intent === 'programme') return { fields: [], probability: 1 };
  const sorted = ranked(FIELDS, judgement, 'field');
  const [best] = sorted;
  const isOnTime = best?.[0] === 'date' || best?.[0] === 'status';
  const asked =
    (best?.[1] ?? 0) < ASKED
      ? []
      : sorted.filter(
          ([field, probability]) => probability >= (isOnTime && TIMES.has(field) ? TIME_BESIDE : ASKED_BESIDE),
        );
  const chosen =
    asked.length > 0 ? asked : intent === 'fact' && best !== undefined && best[1] >= ASKED_ALONE ? [best] : [];
  const product = chosen.length === 0 ? 1 - (best?.[1] ?? 0) : (best?.[1] ?? 0);
  return { fields: chosen.map(([field]) => field), probability: product };
}
