import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { isShort, startsFollowUp } from './last-question';
import { factsOfCall } from '../programme-question';
import { EMPTY_FILTER, type Memory, type Question } from '../question';
import { type Reading, unique } from '../reading';

/** "Lesquels ?" after how many won a call: those that the base holds. */
export function winnersOfCall({ words }: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  if (last.kind !== 'programme' || words.length > MOST_WORDS_WHICH) return null;
  if (!words.some(({ folded }) => WHICH.has(folded))) return null;
  const call = knowledge.calls.find(
    ({ number }) => number !== null && factsOfCall(number, knowledge).some((fact) => last.facts.includes(fact)),
  );
  if (call === undefined) return null;
  const filter = { ...EMPTY_FILTER, calls: [{ number: call.number, session: null, scheme: null }] };
  return { kind: 'list', filter, sort: null, limit: null, found: [] };
}

const WHICH = new Set('lesquels lesquelles which'.split(' '));
/** "Et lesquels sont-ils ?" */
const MOST_WORDS_WHICH = 4;

/** "et la seconde ?" after a fact of the programme: the same words, with the new ones instead of the old ordinal. */
export function programmeAgain(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  if (last.kind !== 'programme' || !startsFollowUp(reading) || !isShort(reading) || reading.named.length > 0)
    return null;
  const other = otherCall(reading, last.facts, memory, knowledge);
  if (other.length > 0) return { kind: 'programme', facts: other };
  const ordinals = new Set(
    [
      'premier',
      'premiere',
      'deuxiem',
      'second',
      'troisiem',
      'quatriem',
      'cinquiem',
      'first',
      'third',
      '1er',
      '1r',
      '2e',
      '3e',
      '4e',
      '5e',
      '1',
      '2',
      '3',
      '4',
      '5',
    ].flatMap((form) => [form, form.replace(/e$/, '')]),
  );
  const own = reading.allStems.filter(
    (stem) => knowledge.factIndex.has(stem) && (reading.contentStems.includes(stem) || ordinals.has(stem)),
  );
  if (own.length === 0) return null;
  const isOrdinal = own.some((stem) => ordinals.has(stem));
  const asked = isOrdinal ? own.filter((stem) => ordinals.has(stem)) : own;
  const kept = memory.stems.filter((stem) => (isOrdinal ? !ordinals.has(stem) : !/^\d{4}$/.test(stem)));
  const [best] = knowledge.factIndex
    .search(unique([...kept, ...asked]))
    .filter(({ id, matched }) => !last.facts.includes(id) || asked.every((stem) => matched.includes(stem)));
  return best ? { kind: 'programme', facts: [best.id] } : null;
}

/** "Et au deuxième ?" after the fact on the first call is on the second call. */
function otherCall(
  { references, years }: Reading,
  [said]: readonly string[],
  { stems }: Memory,
  knowledge: KnowledgeBase,
): readonly string[] {
  const ordinal = references.find(({ id }) => id === 'ordinal');
  // "La première session de 2020 … et la seconde ?" goes on with sessions.
  if (!ordinal || said === undefined || years.length > 0 || stems.includes('session')) return [];
  const isOnCall = knowledge.calls.some(
    ({ number }) => number !== null && factsOfCall(number, knowledge).includes(said),
  );
  return isOnCall ? factsOfCall(ordinal.position, knowledge) : [];
}
