import type { AmountCondition, AmountField, Field } from './question';
import { isAmountField } from './question';
import type { Quantity } from '../language/amounts';
import type { Reading } from './reading';
import type { Operator } from './tag';

type Side = Pick<AmountCondition, 'includesBounds'> & { readonly side: 'min' | 'max' };

const COMPARISONS: readonly (readonly [Operator, Side])[] = [
  ['more-than', { side: 'min', includesBounds: false }],
  ['at-least', { side: 'min', includesBounds: true }],
  ['less-than', { side: 'max', includesBounds: false }],
  ['at-most', { side: 'max', includesBounds: true }],
];

/** A comparison that stands this many words before its number still governs it; one that follows ("ou plus") stands right behind. */
const REACH = 3;
const REACH_BACK = 2;

/**
 * The limits on amounts that a message says: each number with its comparison, on the field said nearest before it. A number alone takes the
 * place of the last limit's.
 *
 * @param last the limits of the question before, when the message goes on from it
 */
export function amountLimits(
  reading: Reading,
  fields: readonly Field[],
  last: readonly AmountCondition[],
): readonly AmountCondition[] {
  const { quantities, spans } = reading;
  const unit = quantities.find((quantity) => quantity.factor !== null)?.factor ?? null;
  const isMoney = unit !== null || fields.some(isAmountField) || last.length > 0;
  if (quantities.length === 0 || !isMoney) return [];
  const valueOf = ({ value, factor }: Quantity): number => value * (factor ?? unit ?? 1);
  const saidOperators = spans.flatMap(({ start, end, tags }) =>
    tags.flatMap((tag) => (tag.kind === 'operator' ? [{ id: tag.id, start, end }] : [])),
  );
  const between = saidOperators.find(({ id }) => id === 'between');
  const [first, second] = quantities;
  if (between !== undefined && first !== undefined && second !== undefined && first.word >= between.end) {
    const [min, max] = [valueOf(first), valueOf(second)].sort((a, b) => a - b);
    return [{ field: fieldBefore(first, reading, fields, last), min: min ?? null, max: max ?? null, includesBounds: true }];
  }
  const compared = quantities.flatMap((quantity): AmountCondition[] => {
    const found = COMPARISONS.find(([operator]) =>
      saidOperators.some(
        ({ id, start, end }) =>
          id === operator &&
          ((start <= quantity.word && quantity.word - end < REACH) ||
            (start > quantity.word && start - quantity.word <= REACH_BACK)),
      ),
    );
    if (found === undefined || (quantity.factor === null && unit === null && !isBareLimit(quantity, reading))) return [];
    const [, { side, includesBounds }] = found;
    const value = valueOf(quantity);
    return [
      {
        field: fieldBefore(quantity, reading, fields, last),
        min: side === 'min' ? value : null,
        max: side === 'max' ? value : null,
        includesBounds,
      },
    ];
  });
  if (compared.length > 0 || first === undefined) return compared;
  const [before] = last;
  if (before !== undefined && quantities.length === 1) {
    const value = valueOf(first);
    return [{ ...before, min: before.min === null ? null : value, max: before.max === null ? null : value }];
  }
  // "Quel projet a coûté 60 millions ?"
  return first.factor !== null && quantities.length === 1
    ? [{ field: fieldBefore(first, reading, fields, last), min: valueOf(first), max: valueOf(first), includesBounds: true }]
    : [];
}

/** "Plus de 20" of money, not "plus de 3 projets", "plus de 2 ans". */
function isBareLimit({ word }: Quantity, { words }: Reading): boolean {
  return !/^(?:projet|project|an|annee|year|mois|month|jour|day|dossier|ministere|region|personne|agent)s?$/.test(words[word + 1]?.folded ?? '');
}

/** The amount said nearest before a number, else the one that the message asks, else the one limited before, else the fund's money. */
function fieldBefore(
  { word }: Quantity,
  { spans }: Reading,
  fields: readonly Field[],
  [last]: readonly AmountCondition[],
): AmountField {
  const said = spans.flatMap(({ start, tags }) =>
    tags.flatMap((tag) => (tag.kind === 'field' && isAmountField(tag.id) ? [{ field: tag.id, start }] : [])),
  );
  const near = said.findLast(({ start }) => start < word) ?? said[0];
  return near?.field ?? fields.find(isAmountField) ?? last?.field ?? 'funding';
}
