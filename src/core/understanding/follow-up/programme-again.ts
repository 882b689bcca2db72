import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { isShort, startsFollowUp } from './last-question';
import type { Memory, Question } from '../question';
import { type Reading, unique } from '../reading';

/** "et la seconde ?" after a fact of the programme: the same words, with the new ones instead of the old ordinal. */
export function programmeAgain(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  if (last.kind !== 'programme' || !startsFollowUp(reading) || !isShort(reading) || reading.named.length > 0)
    return null;
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
