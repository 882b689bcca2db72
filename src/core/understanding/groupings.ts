import type { Dimension } from './patch';
import type { Grouping } from '../model/question';
import type { Reading } from './reading';

/** What people call the parts of a set. */
const NOUNS: readonly (readonly [grouping: Grouping, nouns: string])[] = [
  [
    'theme',
    'theme themes thematique thematiques domaine domaines secteur secteurs topic topics field fields area areas',
  ],
  ['ministry', 'ministere ministeres ministry ministries department departments'],
  [
    'carrier',
    'porteur porteurs organisme organismes administration administrations direction directions bodies body carriers carrier agency agencies etablissement',
  ],
  ['territory', 'region regions territoire territoires departement departements territories'],
  ['call', 'appel appels vague vagues call calls round rounds wave waves'],
  ['year', 'annee annees year years'],
];
const GROUPING_OF = new Map(
  NOUNS.flatMap(([grouping, nouns]) => nouns.split(' ').map((noun) => [noun, grouping] as const)),
);

const DIMENSION_OF: Readonly<Partial<Record<Grouping, Dimension>>> = {
  theme: 'subject',
  ministry: 'subject',
  carrier: 'subject',
  territory: 'place',
  call: 'period',
  year: 'period',
};

/** The dimension that each of these nouns names. */
export const nounDimensions: ReadonlyMap<string, Dimension> = new Map(
  [...GROUPING_OF].flatMap(([noun, grouping]) => {
    const dimension = DIMENSION_OF[grouping];
    return dimension === undefined ? [] : [[noun, dimension] as const];
  }),
);

/** "Par ministère", "quel ministère", "liste des thèmes": what a set is split by; null when it is not. */
export function groupingAsked({ operators, words, named, years }: Reading): Grouping | null {
  if (operators.has('by-ministry')) return 'ministry';
  if (operators.has('by-theme')) return 'theme';
  if (operators.has('by-year')) return 'year';
  if (operators.has('by-call')) return 'call';
  if (operators.has('by-territory')) return 'territory';
  if (named.length > 0) return null;
  if (years.length === 2 && operators.has('or')) return 'year';
  const at = words.findIndex(
    ({ folded }, index) =>
      GROUPING_OF.has(folded) &&
      words.slice(Math.max(0, index - 3), index).some(({ folded: before }) => ASKING.has(before)),
  );
  return GROUPING_OF.get(words[at]?.folded ?? '') ?? null;
}

const ASKING = new Set('quel quelle quels quelles which what liste combien many'.split(' '));
