import { readCount } from '../language/amounts';
import type { LanguageWords } from '../language/language-words';
import type { Word } from '../language/words';
import type { Span, Tag } from '../model/tag';

// What a message rules out, or takes back and says otherwise.

/** The words of a clause that begins by ruling something out: "(pas le portail commun)", ", not the server rooms", "pas que de la part du fonds", "le total pas la moyenne". */
export function ruledOutIn(
  words: readonly Word[],
  spans: readonly Span[],
  corrects: boolean,
  { is, isFunctionWord }: LanguageWords,
): (index: number) => boolean {
  const out = new Set<number>();
  let isOut = false;
  const namesAt = (index: number): boolean =>
    spans.some(({ start, tags }) => start === index && tags.some(({ kind }) => kind === 'project'));
  // "Pas la douane la Dihal": what nothing joins to the first is meant.
  const isMeantBeside = (index: number): boolean => {
    const thing = spans.find((span) => span.start === index && span.tags.some(isThing));
    const before = spans.findLast((span) => span.end <= index && span.tags.some(isThing) && out.has(span.start));
    const between = words.slice(before?.end ?? index, index);
    return (
      thing !== undefined &&
      before !== undefined &&
      between.every(({ folded }) => isFunctionWord(folded) && !is('coordinating', folded))
    );
  };
  const corrections = spans.filter(({ tags }) => tags.some(({ id }) => id === 'correction'));
  const sortsAt = (at: number, side: 'start' | 'end'): readonly string[] =>
    spans.flatMap((span) => (span[side] === at ? span.tags.flatMap((tag) => sortOf(tag) ?? []) : []));
  // "Pas justice : logement"
  const isSaidOtherwise = (at: number): boolean =>
    sortsAt(at, 'start').length > 0 && words.some(({ startsClause }, index) => index > at && startsClause);
  words.forEach(({ folded, startsClause }, index) => {
    const [next = '', behind = ''] = [1, 2].map((ahead) => words[index + ahead]?.folded ?? '');
    const isRulingOut = is('rulingOut', folded);
    // "Zut, pas NED", "zut pas NED"
    if (startsClause || (isRulingOut && corrections.some(({ end }) => end === index)))
      isOut =
        isRulingOut &&
        (is('pointing', next) ||
          (is('joining', next) && is('pointing', behind)) ||
          is('interrogative', next) ||
          words[index + 1]?.isCapitalised === true ||
          namesAt(index + 1) ||
          isSaidOtherwise(index + 1) ||
          corrects);
    if (isRulingOut && is('restricting', next)) isOut = true;
    // "Le total pas la moyenne", "le 5e pas le 4e": of two of a sort the second is not meant.
    const first = index + 1 + (is('pointing', next) ? 1 : is('joining', next) && is('pointing', behind) ? 2 : 0);
    const second = sortsAt(first, 'start');
    if (isRulingOut && sortsAt(index, 'end').some((sort) => second.includes(sort))) isOut = true;
    // "Non pas la Justice, la douane"
    const isMeantInstead = words.some((word, at) => at > index && word.startsClause);
    if (isRulingOut && is('refusing', words[index - 1]?.folded ?? '') && isMeantInstead) isOut = true;
    if (isMeantBeside(index) || corrections.some(({ start }) => start === index)) isOut = false;
    if (isOut) out.add(index);
  });
  return (index) => out.has(index);
}

function isThing({ kind }: Tag): boolean {
  return kind !== 'operator' && kind !== 'field';
}

const MEASURES: ReadonlySet<string> = new Set(['sum', 'average', 'median', 'count', 'max', 'min']);

const SORT_OF_OPERATOR: ReadonlyMap<string, string> = new Map([
  ...[...MEASURES].map((id) => [id, 'measure'] as const),
  ...['more-than', 'less-than', 'at-least', 'at-most', 'between'].map((id) => [id, 'comparison'] as const),
  // "Combien a mis le fonds" asks for an amount, as its name does.
  ['pays', 'field'],
]);

/** Where a message takes back what it has said: words of correction or of hesitation, "non" that begins a clause. */
export function correctionsIn(
  words: readonly Word[],
  spans: readonly Span[],
  { is, isFunctionWord }: LanguageWords,
): readonly number[] {
  const says = (span: Span, ...operators: readonly string[]): boolean =>
    span.tags.some(({ kind, id }) => kind === 'operator' && operators.includes(id));
  // "La culture, mais plutôt sans les prisons" takes nothing back.
  if (spans.some((span) => says(span, 'remove', 'except'))) return [];
  const sortsOver = spans.flatMap(({ start, end, tags }) =>
    tags.flatMap((tag) => {
      const sort = sortOf(tag);
      return sort === null ? [] : [{ start, end, sort }];
    }),
  );
  return words.flatMap(({ folded, startsClause, startsSentence, endsQuestion }, index) => {
    // "Non, …", "mais non, …", not "…, non ?"
    const before = words[index - 1];
    const opensClause = startsClause || (before?.startsClause === true && isFunctionWord(before.folded));
    // "Histologe, non, DossierFacile", "qui bénéficie non qui porte"
    const isBetweenTwo = sortsOver.some(({ end, sort }) => {
      const behind = sortsOver.find(({ start }) => start > index);
      const isBeside = words.slice(index + 1, behind?.start).every((word) => isFunctionWord(word.folded));
      return end === index && behind?.sort === sort && isBeside;
    });
    const isRefusing =
      (opensClause || isBetweenTwo) && is('refusing', folded) && !is('rulingOut', folded) && !endsQuestion;
    const said = spans.find((span) => span.start === index && says(span, 'correction'));
    // "La douane plutôt, la culture…" corrects what was said before the message, and "et enfin PILAT" goes on.
    const isBetween = opensClause || words[said?.end ?? index + 1]?.startsClause !== true;
    const goesOn = [before, words[said?.end ?? index + 1]].some((word) => is('coordinating', word?.folded ?? ''));
    const isSaid = said !== undefined || isRefusing || (is('hesitating', folded) && !startsSentence);
    return isSaid && isBetween && !goesOn ? [index] : [];
  });
}

/** What ends there is said before a word of correction, and something of its sort behind it. */
export function isTakenBack(end: number, starts: readonly number[], takenBackAt: readonly number[]): boolean {
  return takenBackAt.some((at) => end <= at && starts.some((start) => start > at));
}

/** Places of the words that are said otherwise behind: "le coût, non, l'aide", "Calypso, pardon, je voulais dire Archipel", "la somme, enfin la moyenne". */
export function saidOverIn(
  words: readonly Word[],
  spans: readonly Span[],
  language: LanguageWords,
): ReadonlySet<number> {
  const takenBackAt = correctionsIn(words, spans, language);
  if (takenBackAt.length === 0) return new Set();
  const isRuledOut = ruledOutIn(words, spans, true, language);
  const sorted = [
    ...spans.flatMap(({ start, end, tags }) => tags.map((tag) => ({ start, end, sort: sortOf(tag) }))),
    ...words.map(({ folded }, start) => ({ start, end: start + 1, sort: sortOfNumber(folded) })),
  ].filter(({ start, sort }) => sort !== null && !isRuledOut(start));
  const over = sorted.filter(({ end, sort }) =>
    isTakenBack(
      end,
      sorted.flatMap((other) => (other.sort === sort ? [other.start] : [])),
      takenBackAt,
    ),
  );
  return new Set(over.flatMap(({ start, end }) => words.flatMap((_, at) => (start <= at && at < end ? [at] : []))));
}

/** "Depuis 2021, non, depuis 2023", "le top 5, enfin 3": null of what is no number. */
function sortOfNumber(folded: string): string | null {
  if (/^(?:19|20)\d\d$/.test(folded)) return 'year';
  return /^\d/.test(folded) || readCount(folded) !== null ? 'number' : null;
}

const SORTED: ReadonlySet<string> = new Set(['project', 'territory', 'call', 'session', 'field']);

/** Of two tags of a sort the second may take the place of the first; null where it may not. */
function sortOf({ kind, id }: Tag): string | null {
  if (kind === 'theme' || kind === 'beneficiary' || kind === 'organisation') return 'subject';
  if (kind === 'reference') return id === 'ordinal' ? id : null;
  if (kind === 'operator') return SORT_OF_OPERATOR.get(id) ?? null;
  return SORTED.has(kind) ? kind : null;
}
