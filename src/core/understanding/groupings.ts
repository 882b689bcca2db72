import type { LanguageWords, Part } from '../language/language-words';
import type { Grouping } from '../model/question';
import type { Dimension } from './patch';
import { type Reading, unique } from './reading';

/** The limits that each part of a set stands for. */
const DIMENSION_OF: Readonly<Record<Part, Dimension>> = {
  theme: 'subject',
  ministry: 'subject',
  carrier: 'subject',
  territory: 'place',
  call: 'period',
  year: 'period',
  amount: 'amount',
};

/** The limits that a message names without saying which: "toutes les années", "tous ministères confondus", "sans le seuil". */
export function dimensionsNamed({ words }: Reading, { partNamed, keeps }: LanguageWords): readonly Dimension[] {
  const starts = words.flatMap(({ startsClause, folded }, index) =>
    index === 0 || startsClause || folded === 'et' || folded === 'and' ? [index] : [],
  );
  return unique(
    starts.flatMap((start, at) => {
      const clause = words.slice(start, starts[at + 1]);
      // "En conservant ce seuil": that one stays.
      if (clause.some(({ folded }) => keeps(folded))) return [];
      return clause.flatMap(({ folded }) => {
        const part = partNamed(folded);
        return part === null ? [] : [DIMENSION_OF[part]];
      });
    }),
  );
}

/**
 * "Par ministère", "quel ministère", "liste des thèmes": what a set is split by; null when it is not.
 *
 * @param isOfSeveral only a plural asks for the parts themselves: "quelles régions", not "dans quelle région"
 */
export function groupingAsked(
  { operators, words, named, years }: Reading,
  { partNamed, asksForPart }: LanguageWords,
  isOfSeveral = false,
): Grouping | null {
  if (operators.has('by-ministry')) return 'ministry';
  if (operators.has('by-theme')) return 'theme';
  if (operators.has('by-year')) return 'year';
  if (operators.has('by-call')) return 'call';
  if (operators.has('by-territory')) return 'territory';
  if (named.length > 0) return null;
  if (years.length === 2 && operators.has('or')) return 'year';
  const asked = words.flatMap(({ folded }, index) => {
    const part = partNamed(folded);
    const isAsked = words.slice(Math.max(0, index - REACH), index).some((before) => asksForPart(before.folded));
    const isWanted = !isOfSeveral || folded.endsWith('s');
    return part !== null && part !== 'amount' && isAsked && isWanted ? [part] : [];
  });
  return asked[0] ?? null;
}

/** "Combien de ministères", "liste de vos thèmes" */
const REACH = 3;
