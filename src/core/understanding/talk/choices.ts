import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import { classesIn } from '../../language/language-words';
import type { Memory, Question } from '../../model/question';
import type { Tag } from '../../model/tag';
import type { Reading } from '../reading';

/** "Oui", "la deuxième", "le fonds" to what was asked back takes it, "non" asks for other words, or for nothing where nothing was said; null for all that says more. */
export function settledBy(reading: Reading, { pending, question }: Memory, knowledge: KnowledgeBase): Question | null {
  const { words } = reading;
  const [first, ...others] = pending;
  const has = classesIn(words, knowledge.language);
  const isNoMore = words.every(({ folded }) => ANSWERING.some((wordClass) => knowledge.language.is(wordClass, folded)));
  if (first === undefined)
    return question === null && isNoMore && has('refusing') ? { kind: 'smalltalk', act: 'cancel' } : null;
  const chosen = choiceOf(reading, pending, knowledge);
  if (chosen !== null) return chosen;
  if (isNoMore && has('refusing')) return { kind: 'smalltalk', act: 'complaint' };
  return isNoMore && has('accepting') && others.length === 0 ? first : null;
}

const ANSWERING = ['accepting', 'refusing', 'courteous'] as const;

/** Which of several readings asked back a message takes, by its place or by what it alone holds; null where it asks for more. */
export function choiceOf(reading: Reading, pending: readonly Question[], knowledge: KnowledgeBase): Question | null {
  if (pending.length < 2) return null;
  const place = placeSaid(reading, knowledge);
  return place === null ? described(reading, pending, knowledge) : (pending.at(place > 0 ? place - 1 : place) ?? null);
}

/** "La deuxième", "le numéro 2", "je prends la première, merci", not "le premier financé". */
export function placeSaid(
  { words, references, operators, fields, named, leftoverStems }: Reading,
  { language: { is } }: KnowledgeBase,
): number | null {
  const position = references.find(({ id }) => id === 'ordinal')?.position ?? null;
  const place = position ?? (references.length === 0 ? readCount(words.at(-1)?.folded ?? '') : null);
  const isShort = words.length <= MOST_WORDS_OF_PLACE;
  const asks = [...operators].some((operator) => !IDLE.has(operator)) || fields.length + named.length > 0;
  const goesOn = is('coordinating', words[0]?.folded ?? '') || words.some(({ folded }) => is('interrogative', folded));
  const isPlain = position !== null && leftoverStems.length === 0 && !goesOn;
  return !asks && (isShort || isPlain) ? place : null;
}

/** "Le numéro 2" */
const MOST_WORDS_OF_PLACE = 3;

/** What says nothing of what is chosen. */
const IDLE: ReadonlySet<string> = new Set(['correction', 'polite', 'subject', 'only']);

/** "Le fonds", "celui de la justice", "le coût, je veux dire": the only one that holds the one thing said; who says more asks anew. */
function described(
  { words, spans, references, leftoverStems, years, quantities }: Reading,
  pending: readonly Question[],
  knowledge: KnowledgeBase,
): Question | null {
  const { language } = knowledge;
  const said = spans.filter(({ tags }) => !tags.every(({ kind, id }) => kind === 'smalltalk' || IDLE.has(id)));
  const isMore = references.length + leftoverStems.length + years.length + quantities.length > 0;
  const goesOn = language.is('coordinating', words[0]?.folded ?? '');
  const asks = goesOn || classesIn(words, language)('interrogative', 'which');
  if (isMore || asks || said.length !== 1) return null;
  const [chosen, ...others] = pending.filter((offered) =>
    said.every(({ tags }) => tags.some((tag) => holds(offered, tag, knowledge))),
  );
  return others.length === 0 ? (chosen ?? null) : null;
}

function holds(offered: Question, { kind, id }: Tag, { projectById, broaderOrganisations }: KnowledgeBase): boolean {
  if (kind === 'fund') return offered.kind === 'programme';
  if (id === 'plural-subject') return offered.kind === 'list';
  const project = offered.kind === 'fact' ? projectById.get(offered.project) : undefined;
  const { themes = [], carrierIds = [], territories = [], beneficiaryIds = [] } = project ?? {};
  const carriers = carrierIds.flatMap((body) => broaderOrganisations.get(body) ?? [body]);
  const own = [...themes, ...carriers, ...territories, ...beneficiaryIds];
  const values: readonly string[] = JSON.stringify(offered).match(/(?<=[:[,])"[^"]*"(?!:)/g) ?? [];
  return own.includes(id) || values.includes(JSON.stringify(id));
}
