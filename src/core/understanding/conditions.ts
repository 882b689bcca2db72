import type { LanguageWords } from '../language/language-words';
import type { Span, Tag } from '../model/tag';
import type { Field } from '../model/records';
import { CONDITIONS, type Condition } from './decide';
import type { Decision } from './decide';
import type { Reading } from './reading';

/** A field that is said to be published, or to lack: "le coût est-il connu ?", "porteur inconnu", "n'ont pas de coût publié". */
interface ConditionSaid {
  readonly field: Field;
  readonly lacks: boolean;
  /** The place of its first word. */
  readonly start: number;
}

/** So many little words may stand between a field and what is said of it. */
const MOST_BETWEEN = 3;
/** "Don't have a published cost" */
const MOST_BEFORE = 5;

/** The condition that the words put on a field beside them; null where they put none. */
export function conditionSaid({ words, spans }: Reading, { is, isFunctionWord }: LanguageWords): ConditionSaid | null {
  const isDenying = (index: number): boolean => is('denying', words[index]?.folded ?? '');
  const areNear = (before: Span, after: Span): boolean =>
    after.start - before.end <= MOST_BETWEEN &&
    words.slice(before.end, after.start).every(({ folded }) => isFunctionWord(folded)) &&
    !words.slice(before.end, after.start + 1).some(({ startsClause }) => startsClause);
  /** Where the little words begin that stand before a place, and what else says that it is known. */
  const before = (place: number): number => {
    const isLittle = (index: number): boolean =>
      isFunctionWord(words[index]?.folded ?? '-') ||
      isDenying(index) ||
      spans.some((span) => span.start <= index && index < span.end && isOperator(span, 'known'));
    let start = place;
    while (place - start < MOST_BEFORE && words[start]?.startsClause !== true && isLittle(start - 1)) start--;
    return start;
  };
  for (const span of spans) {
    const isLack = isOperator(span, 'not-known');
    if (!isLack && !isOperator(span, 'known')) continue;
    const [found] = spans.flatMap((other) => {
      const field = fieldOf(other);
      if (field === null || other === span) return [];
      const [first, last] = other.start < span.start ? [other, span] : [span, other];
      if (!areNear(first, last)) return [];
      const denied = range(before(first.start), last.start).some(isDenying);
      return [{ field, lacks: isLack || denied, start: first.start }];
    });
    if (found !== undefined) return found;
  }
  return null;
}

function isOperator({ tags }: Span, id: string): boolean {
  return tags.some((tag) => tag.kind === 'operator' && tag.id === id);
}

/** "Dont le porteur est inconnu": who carries is a field there. */
function fieldOf({ tags }: Span): Field | null {
  const field = tags.find((tag): tag is Tag & { readonly kind: 'field' } => tag.kind === 'field');
  if (field !== undefined) return field.id;
  const isCarrying = tags.some(
    (tag) => tag.kind === 'operator' && (tag.id === 'said-carried' || tag.id === 'carried-by'),
  );
  return isCarrying ? 'carrier' : null;
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
}

/** "Pour combien le coût est-il publié ?" asks for those of which it is; "sans coût publié", for the others; "vire ceux sans coût publié", for the first again. */
export function conditionsOpen(
  { intent, fields }: Decision,
  reading: Reading,
  language: LanguageWords,
): readonly Condition[] {
  const { operators, words, spans } = reading;
  const said = conditionSaid(reading, language);
  // "N'est pas connu" takes nothing out.
  const isTakenOut = spans.some(
    (span) => (isOperator(span, 'remove') || isOperator(span, 'except')) && (said === null || span.end <= said.start),
  );
  const isCounted = intent === 'list' || intent === 'count';
  if (said !== null && said.lacks && isCounted) return isTakenOut ? ['known', 'none'] : ['unknown'];
  if (operators.has('not-known') && !isTakenOut) return CONDITIONS.filter((one) => one !== 'known');
  const isLack =
    operators.has('not-known') ||
    words.some(({ folded }) => language.is('denying', folded) || language.is('lacking', folded));
  // Of what is not published nothing is added up.
  const isWorthless = COMPUTING.some((one) => one === intent);
  // Of no field nothing is published or not.
  const isOfNothing = fields.length === 0 && reading.fields.length === 0 && !operators.has('known') && !isLack;
  // Only a word that denies says that something is missing.
  return CONDITIONS.filter((one) => one === 'none' || (one === 'known' ? !isOfNothing : isLack && !isWorthless));
}

const COMPUTING = ['sum', 'average', 'median', 'max', 'min'] as const;

/** What may lack a value: what is asked for, else the field beside the condition; a condition on anything else is one on the fund's money. */
export function conditionedFields(
  fields: readonly Field[],
  reading: Reading,
  language: LanguageWords,
): readonly Field[] {
  const asked = fields.filter((field) => field !== 'summary' && field !== 'sources' && field !== 'themes');
  return asked.length > 0 ? asked : [conditionSaid(reading, language)?.field ?? 'funding'];
}
