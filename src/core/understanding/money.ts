import { readNumber } from '../language/amounts';
import type { AmountCondition, AmountField } from './question';
import { saysMore, saysWhichOne } from './saying';
import type { Reading } from './reading';
import type { Operator } from './tag';

/** The amount field that the question speaks of; "cher" means cost, the fund's giving means funding. */
export function amountFieldOf(reading: Reading): AmountField | null {
  const { fields, operators } = reading;
  if (fields.includes('savings')) return 'savings';
  const paysMoney =
    operators.has('pays') &&
    (QUANTITY.some((operator) => operators.has(operator)) || (operators.has('between') && reading.amounts.length > 0));
  // "Sait-on ce que le fonds a versé pour HIPE ?" asks for the sum without saying so.
  const paysProject = operators.has('pays') && reading.mentionsFund && reading.named.length > 0;
  // "Did the fund spend more on … or on …?"
  const paysEither = operators.has('pays') && operators.has('or') && saysMore(reading);
  if (reading.mentionsFund && (fields.includes('funding') || paysMoney || paysProject || paysEither)) return 'funding';
  if (
    fields.length === 0 &&
    reading.named.length > 0 &&
    reading.words.some(({ folded }) => folded === 'montant' || folded === 'amount')
  )
    return 'funding';
  // "Quelle aide du FTAP pour le robot… ?"
  if (fields.length === 0 && reading.mentionsFund && operators.has('how-much') && speaksOfMoney(reading))
    return 'funding';
  // "Combien pour l'identité numérique ?" asks for the fund's money.
  if (fields.length === 0 && asksHowMuchFor(reading)) return 'funding';
  // "Les trois plus grosses aides", "leurs montants additionnés".
  const isComputed = (['sum', 'max', 'min', 'average', 'median', 'top'] as const).some((operator) =>
    operators.has(operator),
  );
  if (fields.length === 0 && isComputed && speaksOfMoney(reading)) return 'funding';
  // "Le plus gros projet de la Justice" is the one that costs the most.
  const isRanked = operators.has('max') || operators.has('min');
  if (isRanked && fields.every((field) => field === 'summary') && ranksProjectsBySize(reading)) return 'cost';
  const first = fields.find((field) => field === 'cost' || field === 'funding');
  if (first === 'cost' || first === 'funding') return first;
  return paysMoney ? 'funding' : null;
}

const MONEY = new Set(
  'aide aides subvention subventions dotation dotations cheque cheques grant grants award awards tickets'.split(' '),
);

/** A "montant" is what projects got when it is added up; "le montant maximal" may be the rule of a call. */
function speaksOfMoney({ words, operators }: Reading): boolean {
  return words.some(
    ({ folded }) => MONEY.has(folded) || (operators.has('sum') && /^(montants?|amounts)$/.test(folded)),
  );
}

/** "A-t-il financé quelque chose ?" asks for no sum; "combien a-t-il financé ?" does. */
const QUANTITY: readonly Operator[] = [
  'how-much',
  'sum',
  'average',
  'median',
  'max',
  'min',
  'top',
  'compare',
  'more-than',
  'less-than',
  'at-least',
  'at-most',
  'known',
  'not-known',
];

/** "Plus de 10 et moins de 30 millions": two bounds, of which one lends its unit to the other; null when there are no two. */
export function boundsSharingUnit({
  amounts,
  spans,
  words,
}: Reading): readonly Pick<AmountCondition, 'min' | 'max' | 'includesBounds'>[] | null {
  const [amount, ...more] = amounts;
  if (!amount || more.length > 0) return null;
  const said = spans.flatMap(({ end, tags }) => {
    const bound = BOUNDS.find(([operator]) => tags.some((tag) => tag.kind === 'operator' && tag.id === operator));
    const number = readNumber([words[end]?.folded ?? '']);
    return bound === undefined || number === null ? [] : [{ bound, number }];
  });
  const unit = said.map(({ number }) => amount.valueMEUR / number).find((factor) => UNITS.includes(factor));
  const [first, second, ...others] = said;
  if (!first || !second || others.length > 0 || first.bound[1] === second.bound[1] || unit === undefined) return null;
  return said.map(({ bound: [, side, includesBounds], number }) => ({
    min: side === 'min' ? number * unit : null,
    max: side === 'max' ? number * unit : null,
    includesBounds,
  }));
}

const BOUNDS: readonly (readonly [operator: Operator, side: 'min' | 'max', includesBounds: boolean])[] = [
  ['more-than', 'min', false],
  ['at-least', 'min', true],
  ['less-than', 'max', false],
  ['at-most', 'max', true],
];
/** Billions, millions, thousands and euros, in M€. */
const UNITS: readonly number[] = [1000, 1, 0.001, 0.000001];

/** "plus de 20 M€", "entre 5 et 10 millions", "moins d'un million", on the field that the question speaks of (the fund's money if none). */
export function amountsIn(reading: Reading): readonly AmountCondition[] {
  const [first, second] = reading.amounts;
  if (!first) return [];
  const field = amountFieldOf(reading) ?? 'funding';
  const has = (...operators: readonly Parameters<typeof reading.operators.has>[0][]): boolean =>
    operators.some((operator) => reading.operators.has(operator));
  if (second && has('between')) {
    const [min, max] = [first.valueMEUR, second.valueMEUR].sort((a, b) => a - b);
    return [{ field, min: min ?? null, max: max ?? null, includesBounds: true }];
  }
  if (has('at-least')) return [{ field, min: first.valueMEUR, max: null, includesBounds: true }];
  if (has('at-most')) return [{ field, min: null, max: first.valueMEUR, includesBounds: true }];
  if (has('more-than')) return [{ field, min: first.valueMEUR, max: null, includesBounds: false }];
  if (has('less-than')) return [{ field, min: null, max: first.valueMEUR, includesBounds: false }];
  // "Quel projet a coûté 60 millions ?"
  const asksWhose = saysWhichOne(reading) || (has('plural-subject') && has('list'));
  const isExact =
    asksWhose &&
    !second &&
    amountFieldOf(reading) !== null &&
    reading.leftoverStems.every((stem) => stem === 'million');
  return isExact ? [{ field, min: first.valueMEUR, max: first.valueMEUR, includesBounds: true }] : [];
}

/** "Les trois plus gros projets", "le projet le plus important", "the biggest project". */
function ranksProjectsBySize({ words }: Reading): boolean {
  return /\b(?:(?:plus|moins) (?:gros|grande?|petite?|importante?)s? (?:projet|chantier|operation)|(?:projet|chantier|operation)s? (?:le|la|les) (?:plus|moins) (?:gros|grosse|grande?|petite?|importante?)|(?:biggest|largest|smallest) project)/.test(
    words.map(({ folded }) => folded).join(' '),
  );
}

/** "Combien pour l'identité numérique ?": what follows is a project. */
export function asksHowMuchFor({ words }: Reading): boolean {
  return words.some(({ folded }, index) => folded === 'combien' && words[index + 1]?.folded === 'pour');
}
