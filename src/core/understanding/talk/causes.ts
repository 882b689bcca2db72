import { selectIds } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { classesIn } from '../../language/language-words';
import { isAmountField } from '../../model/project-fields';
import type { Field } from '../../model/records';
import { EMPTY_FILTER, type Memory, type Question } from '../../model/question';
import { framesOf } from '../patch';
import { type Reading, unique } from '../reading';
import { filterOf } from '../referents';

/**
 * "Pourquoi pour PILAT ?" of those that are late, "le deuxième, pourquoi a-t-il été retardé ?", "pourquoi ?" of the one whose cost rose most: what is
 * recorded of that in the project. Null where no cause of these is asked for.
 */
export function causeOf(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  // "PILAT c'est quoi, pourquoi ça a triplé ?" asks for more.
  if (!reading.operators.has('why') || reading.fields.includes('summary')) return null;
  const project = projectMeant(reading, memory, knowledge);
  // "Pourquoi PILAT est dans la liste ?"
  const saysMore = reading.leftoverStems.length > 0 || classesIn(reading.words, knowledge.language)('casting');
  const field = happened(reading, knowledge) ?? (saysMore ? null : listedFor(memory));
  return project === null || field === null ? null : { kind: 'fact', project, field, also: [] };
}

/** The project named, or the only one of the body named, or the one at the place said; of the first one of a list, that one. */
function projectMeant({ named, spans, references }: Reading, memory: Memory, knowledge: KnowledgeBase): string | null {
  const carriers = unique(
    spans.flatMap(({ tags }) => tags.flatMap(({ kind, id }) => (kind === 'organisation' ? id : []))),
  );
  const ofBody = carriers.length === 0 ? [] : selectIds({ ...EMPTY_FILTER, carriers }, knowledge);
  const place = references.find(({ id }) => id === 'ordinal')?.position ?? 0;
  const ofPlace = memory.shown.slice(Math.max(0, place - 1), place);
  const isFirst = memory.question?.kind === 'list' && memory.question.limit === 1;
  const [meant = []] = [named.flat(), ofBody, ofPlace, isFirst ? memory.shown : []].filter(({ length }) => length > 0);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/** What is recorded of that which a message says to have happened: "retardé", "arrêtée", "dérapé"; null where it says nothing of the kind. */
function happened({ words, fields }: Reading, { language }: KnowledgeBase): Field | null {
  const has = classesIn(words, language);
  if (has('late', 'stopping', 'ending')) return 'status';
  return has('overrunning', 'rising', 'falling') ? (fields.find(isAmountField) ?? 'cost') : null;
}

/** What the projects listed last have in common, the dates that were put off or the amounts that changed, if nothing else was told since; null elsewhere. */
function listedFor(memory: Memory): Field | null {
  const list = framesOf(memory).find(({ question }) => question?.kind !== 'fact')?.question ?? null;
  const [dispute] = filterOf(list)?.disputes ?? [];
  if (dispute === undefined || dispute.way === 'any') return null;
  return memory.question?.kind === 'fact' && memory.question.field !== dispute.field ? null : dispute.field;
}
