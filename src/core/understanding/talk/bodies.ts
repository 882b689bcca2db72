import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { LanguageWords, WordClass } from '../../language/language-words';
import { EMPTY_FILTER, type Question } from '../../model/question';
import type { Span } from '../../model/tag';
import type { Reading } from '../reading';

/** "La DHUP, ça veut dire quoi ?", "DGFiP, c'est quoi ce sigle ?", "c'est qui, l'ASP ?": what the body carries, which its whole name is told with; null of anything else. */
export function bodyMeant({ spans, words, fields }: Reading, knowledge: KnowledgeBase): Question | null {
  const { organisationById, language } = knowledge;
  const said = spans.flatMap(({ tags }) => tags.filter(({ kind }) => !BESIDE.has(kind)));
  const [body, ...more] = new Set(said.map(({ id }) => id));
  const isSpelled = body !== undefined && (organisationById.get(body)?.acronyms.length ?? 0) > 0;
  // Not "ça veut dire que la DINUM paie ?"
  const isOfMeaning = words.some(
    (word, at) =>
      language.is('meaning', word.folded) &&
      !words.slice(at + 1, at + 3).some(({ folded }) => language.is('than', folded)),
  );
  // "C’est qui, l’ASP ?", "what is the DHUP?"
  const isIn = (at: number, ...kinds: readonly string[]): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kinds.includes(kind)));
  const isWho = (at: number): boolean => language.is('who', words[at]?.folded ?? '');
  const asksWho =
    fields.join() === 'summary' ||
    words.some(({ folded }, at) => language.is('equating', folded) && (isWho(at - 1) || isWho(at + 1)));
  const isAlone = words.every(
    ({ folded }, at) =>
      isIn(at, 'organisation', 'field') || language.isFunctionWord(folded) || language.is('equating', folded),
  );
  const isOfBody = isOfMeaning || (asksWho && isAlone && words.some(({ folded }) => language.is('equating', folded)));
  if (!isSpelled || more.length > 0 || !isOfBody) return null;
  const filter = { ...EMPTY_FILTER, carriers: [body] };
  return selectPositions(filter, knowledge).length === 0
    ? null
    : { kind: 'list', filter, sort: null, limit: null, from: 0, found: [], show: [], isOfName: true };
}

/** What may stand beside the name. */
const BESIDE: ReadonlySet<string> = new Set(['field', 'operator', 'reference', 'smalltalk']);

/** So many words may stand between a body and the word that says its part. */
const MOST_BEFORE = 5;

/** How bodies are said to take part: as partners that do not carry, either way, or either way with partners that are asked for. */
interface PartSaid {
  readonly as: 'partner' | 'either' | 'whom';
  readonly bodies: readonly Span[];
}

/**
 * "La DINUM est partenaire", "avec l'ONF comme partenaire", "in partnership with INRAE"; "la DGPR intervient"; "avec qui travaille la DINUM ?", "les
 * partenaires de la DGFiP". Null where no body is said to take part.
 */
export function partSaid({ words, spans }: Reading, { is, isFunctionWord }: LanguageWords): PartSaid | null {
  const named = spans.filter(({ tags }) => tags.some(({ kind }) => kind === 'organisation'));
  const has = (wordClass: WordClass, at: number): boolean => is(wordClass, words[at]?.folded ?? '');
  const areAll = (from: number, to: number, ...classes: readonly WordClass[]): boolean =>
    words.slice(from, to).every((_, index) => classes.some((wordClass) => has(wordClass, from + index)));
  for (const [place, body] of named.entries())
    for (const at of words.keys()) {
      const isBefore = at < body.start;
      const [from, to] = isBefore ? [at + 1, body.start] : [body.end, at];
      // "Who does the DINUM work with?"
      const isWho = has('who', at + 1) || (has('who', 0) && at === words.length - 1);
      const asksWhom = has('accompanying', at) && isWho;
      const isPartner = has('partnering', at);
      const isNear =
        (asksWhom || words.slice(from, to).every(({ folded }) => isFunctionWord(folded) || is('casting', folded))) &&
        to - from <= MOST_BEFORE &&
        !words.slice(from, to + 1).some(({ startsClause }) => startsClause);
      if (!isNear || !(isPartner || asksWhom || has('takingPart', at))) continue;
      const first = named.findLastIndex(
        (other, index) => index <= place && !areAll(named[index - 1]?.end ?? 0, other.start, 'joining', 'elided'),
      );
      const bodies = named.slice(Math.max(0, first), place + 1);
      if (!isPartner) return { as: asksWhom ? 'whom' : 'either', bodies };
      const isCast = words.slice(from, to).some(({ folded }) => is('casting', folded) || is('accompanying', folded));
      if (isCast || isBefore) return { as: isCast ? 'partner' : 'whom', bodies };
    }
  return null;
}
