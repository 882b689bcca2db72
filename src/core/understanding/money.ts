import type { Field } from '../model/records';
import { type AmountField, isAmountField } from '../model/project-fields';
import type { Comparison } from './classes';
import { type Quantity, readCount } from '../language/amounts';
import { type AmountCondition } from '../model/question';
import type { Reading } from './reading';
import type { Operator } from '../model/tag';
import type { LanguageWords } from '../language/language-words';

const SAID: readonly (readonly [Operator, Comparison])[] = [
  ['between', 'between'],
  ['at-least', 'from'],
  ['at-most', 'up-to'],
  ['more-than', 'above'],
  ['less-than', 'below'],
];

/** The comparison that the grammar finds in a message, where nothing was learned. */
export function plainComparison({ operators, sums: quantities }: Reading): Comparison {
  const found = SAID.find(([operator]) => operators.has(operator) && (operator !== 'between' || quantities.length > 1));
  return found?.[1] ?? 'exact';
}

/**
 * The limits on amounts that a message says: its sums with how they bound, on the field said nearest before them. A number without a unit takes that
 * of the others, or millions where sums are spoken of.
 *
 * @param last the limits of the question before, when the message goes on from it
 */
export function amountLimits(
  reading: Reading,
  comparison: Comparison,
  fields: readonly Field[],
  last: readonly AmountCondition[],
  language: LanguageWords,
): readonly AmountCondition[] {
  const { spans, words } = reading;
  // Where a sum bounded the last set, letters are one too, unless they count ("et les deux suivants ?"): "et plus de vingt-cinq ?", "portez le seuil à vingt".
  const bounds = plainComparison(reading) !== 'exact' || isSetAnew(reading, language);
  const numbers = reading.quantities.filter(
    (number) =>
      reading.sums.includes(number) ||
      (last.length > 0 && (bounds || readCount(words[number.word]?.folded ?? '') === null)),
  );
  const quantities = numbers.filter(
    ({ factor, word }) => factor !== null || !language.is('counted', words[word + 1]?.folded ?? ''),
  );
  // What was learned is of the first number said: where that one counts projects, the words of the comparison tell.
  const isLearned = reading.sums.length > 0 && quantities.length >= reading.sums.length;
  const how = isLearned ? comparison : sameWay(plainComparison(reading), last);
  const unit = quantities.find((quantity) => quantity.factor !== null)?.factor ?? null;
  const isMoney = unit !== null || fields.some(isAmountField) || last.length > 0;
  const bounding = new Set(last.flatMap(({ min, max }) => [min, max]));
  // "Lire 40, pas 30": the bound of before is said beside the one that takes its place.
  const come = quantities.filter(({ value, factor }) => !bounding.has(value * (factor ?? unit ?? 1)));
  // "Laisse tomber le million": the bound of before is said to go.
  if (come.length === 0 && last.length > 0 && reading.operators.has('remove')) return [];
  const [first, second] = come.length > 0 && how !== 'between' ? come : quantities;
  if (first === undefined || !isMoney) return [];
  // "Dans 10 min", "la somme des 3": a number that has no unit, bounds nothing and follows no limit is no sum.
  if (unit === null && last.length === 0 && how === 'exact') return [];
  const valueOf = ({ value, factor }: Quantity): number => value * (factor ?? unit ?? 1);
  const field = fieldOf(first, reading, fields, last);
  if (how === 'between') {
    // "Entre un et trois millions": the article is a number too.
    const isFromOne = second === undefined && language.is('single', words[first.word - 2]?.folded ?? '');
    const [min, max] = [isFromOne ? (unit ?? 1) : valueOf(first), valueOf(second ?? first)].sort((a, b) => a - b);
    return [{ field, min: min ?? null, max: max ?? null, includesBounds: true }];
  }
  const [before] = last;
  const value = valueOf(first);
  // "Entre 20 et 30", then "jusqu'à 40": one end of what lay between; "et au-dessus de 30 ?" is beyond it.
  const isBeyond =
    (value === before?.max && (how === 'above' || how === 'from')) ||
    (value === before?.min && (how === 'below' || how === 'up-to'));
  if (second === undefined && before?.min != null && before.max !== null && before.min < before.max && !isBeyond)
    return [{ ...before, ...(value > (before.min + before.max) / 2 ? { max: value } : { min: value }) }];
  const bound = conditionOn(field, value, how);
  // "Plus de 10 M€ d'aide et moins de 50 M€ de coût": the second sum with the comparison that stands before it.
  const other =
    second === undefined
      ? undefined
      : SAID.slice(1).find(([operator]) =>
          spans.some(
            ({ start, end, tags }) =>
              start > first.word &&
              start <= second.word &&
              second.word - end < REACH &&
              tags.some((tag) => tag.kind === 'operator' && tag.id === operator),
          ),
        );
  return second === undefined || other === undefined
    ? [bound]
    : [bound, conditionOn(fieldOf(second, reading, fields, last), valueOf(second), other[1])];
}

/** "Non, mets vingt-cinq plutôt", "portez le seuil à vingt": another number is said for the one before. */
function isSetAnew({ operators, words }: Reading, { partNamed }: LanguageWords): boolean {
  return operators.has('correction') || words.some(({ folded }) => partNamed(folded) === 'amount');
}

/** "Relève le seuil à cent": said without a comparison, a limit bounds as the last one did. */
function sameWay(said: Comparison, [last]: readonly AmountCondition[]): Comparison {
  if (said !== 'exact' || last === undefined) return said;
  if (last.max === null) return last.includesBounds ? 'from' : 'above';
  if (last.min === null) return last.includesBounds ? 'up-to' : 'below';
  return 'exact';
}

/** A comparison stands no more words than this before its number. */
const REACH = 3;

function conditionOn(field: AmountField, value: number, comparison: Comparison): AmountCondition {
  switch (comparison) {
    case 'above':
      return { field, min: value, max: null, includesBounds: false };
    case 'from':
      return { field, min: value, max: null, includesBounds: true };
    case 'below':
      return { field, min: null, max: value, includesBounds: false };
    case 'up-to':
      return { field, min: null, max: value, includesBounds: true };
    case 'between':
    case 'exact':
      return { field, min: value, max: value, includesBounds: true };
  }
}

/** The amount said nearest before a number, else the one limited before, else the one that the message asks, else the fund's money. */
function fieldOf(
  { word }: Quantity,
  { spans }: Reading,
  fields: readonly Field[],
  [last]: readonly AmountCondition[],
): AmountField {
  const said = spans.flatMap(({ start, tags }) =>
    tags.flatMap((tag) => (tag.kind === 'field' && isAmountField(tag.id) ? [{ field: tag.id, start }] : [])),
  );
  const near = said.findLast(({ start }) => start < word) ?? said[0];
  return near?.field ?? last?.field ?? fields.find(isAmountField) ?? 'funding';
}
