import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { EMPTY_FILTER, type Question } from '../../model/question';
import type { Reading } from '../reading';

/** "La DHUP, ça veut dire quoi ?", "DGFiP, c'est quoi ce sigle ?": what the body carries, which its whole name is told with; null of anything else. */
export function bodyMeant({ spans, words }: Reading, knowledge: KnowledgeBase): Question | null {
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
  if (!isSpelled || more.length > 0 || !isOfMeaning) return null;
  const filter = { ...EMPTY_FILTER, carriers: [body] };
  return selectPositions(filter, knowledge).length === 0
    ? null
    : { kind: 'list', filter, sort: null, limit: null, from: 0, found: [], show: [], isOfName: true };
}

/** What may stand beside the name. */
const BESIDE: ReadonlySet<string> = new Set(['field', 'operator', 'reference', 'smalltalk']);
