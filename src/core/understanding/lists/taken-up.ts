import type { LanguageWords } from '../../language/language-words';
import { isAmountField } from '../../model/project-fields';
import type { Question } from '../../model/question';
import type { Reading } from '../reading';
import type { Filled } from '../said';

// What was asked or told last, taken up with something else in its place, or with a guess at it.

/** "À plus de 20 M€ d'aide", then "non, de coût", "je parlais du coût, pas de l'aide": the same bounds on the amount meant; null where the message says more. */
export function boundedElse(
  last: Question & { kind: 'list' | 'aggregate' },
  { fields, deniedFields, operators, words, quantities, leftoverStems }: Reading,
  { is }: LanguageWords,
): Question | null {
  const [bound, ...others] = last.filter.amounts;
  const [field, ...more] = fields;
  if (bound === undefined || others.length + more.length + quantities.length + leftoverStems.length > 0) return null;
  const isMeantInstead =
    deniedFields.some((one) => one === bound.field) ||
    operators.has('correction') ||
    words.some(({ folded }) => is('refusing', folded) && !is('rulingOut', folded));
  if (field === undefined || !isAmountField(field) || field === bound.field || !isMeantInstead) return null;
  const filter = { ...last.filter, amounts: [{ ...bound, field }] };
  if (last.kind === 'aggregate') return { ...last, filter, field: last.field === bound.field ? field : last.field };
  const sort = last.sort?.field === bound.field ? { ...last.sort, field } : last.sort;
  return { ...last, filter, sort, found: [], show: [] };
}

/** "C'est pas l'agriculture ?", "c'est 27 ?" after what was told of a project or of the fund: a guess at it, which is told again; null where it is none. */
export function guessedAt({ memory: { question: last }, reading, named, knowledge }: Filled): Question | null {
  const { words, spans, fields, operators, leftoverStems, years, quantities } = reading;
  const { is } = knowledge.language;
  if (last?.kind !== 'fact' && last?.kind !== 'programme') return null;
  const isGuess = words.some(({ folded }, at) => is('pronouns', folded) && is('casting', words[at + 1]?.folded ?? ''));
  const saysMore = named.length + fields.length + leftoverStems.length > 0 || words.length > MOST_WORDS_OF_GUESS;
  if (!isGuess || saysMore || [...operators].some((operator) => !GUESSING.some((one) => one === operator))) return null;
  const says = (wanted: string): boolean => spans.some(({ tags }) => tags.some(({ kind }) => kind === wanted));
  if (last.kind === 'programme') return years.length + quantities.length > 0 ? last : null;
  const fits = [last.field, ...last.also].some((field) =>
    field === 'carrier' || field === 'partners'
      ? says('organisation') || says('theme')
      : field === 'territory'
        ? says('territory')
        : isAmountField(field)
          ? quantities.length > years.length
          : (field === 'date' || field === 'call' || field === 'status') && years.length > 0,
  );
  return fits ? last : null;
}

/** "Mais c'était pas plutôt au ministère de la Santé ?" */
const MOST_WORDS_OF_GUESS = 11;
const GUESSING = ['correction', 'except', 'not-known', 'and-what-about', 'polite'] as const;
