import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { rememberLast } from '../../search/remember-last';
import { type Reading, readQuestion } from '../reading';

const readers = new WeakMap<KnowledgeBase, (text: string) => Reading>();

/** As `readQuestion`; the parts of a message are read for what they open with, for what they ask, and to be answered: the last ones are kept. */
export function readOnce(text: string, knowledge: KnowledgeBase): Reading {
  const read = readers.get(knowledge) ?? rememberLast((one: string) => readQuestion(one, knowledge));
  readers.set(knowledge, read);
  return read(text);
}
