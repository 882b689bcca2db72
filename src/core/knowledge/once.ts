import type { KnowledgeBase } from './knowledge-base';

/** What is made of one thing of a base when it is first asked for, and kept as long as the base; undefined, and not kept, of what it does not hold. */
export function once<Made>(make: (id: string, knowledge: KnowledgeBase) => Made | undefined): typeof make {
  const bases = new WeakMap<KnowledgeBase, Map<string, Made>>();
  return (id, knowledge) => {
    const made = bases.get(knowledge) ?? new Map<string, Made>();
    bases.set(knowledge, made);
    const found = made.get(id) ?? make(id, knowledge);
    if (found !== undefined) made.set(id, found);
    return found;
  };
}
