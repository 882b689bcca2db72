import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isPublished } from '../knowledge/project-fields';
import { fold } from '../language/fold';
import { filterOf } from './filter-of';
import { FIELDS, type Question } from './question';
import type { Reading } from './reading';

/** "Un exemple de projet", "a random project", on a subject or not: the one of which the sources say most. */
export function exampleOf(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const said = reading.words.map(({ written }) => fold(written)).join(' ');
  if (!ASKS_ONE.test(said) || reading.named.length > 0) return null;
  const known = (position: number): number => {
    const project = knowledge.projects[position];
    return project ? FIELDS.filter((field) => isPublished(project, field)).length : 0;
  };
  const [first, ...others] = selectPositions(filterOf(reading, knowledge), knowledge);
  if (first === undefined) return null;
  const best = others.reduce((before, position) => (known(position) > known(before) ? position : before), first);
  const project = knowledge.projects[best];
  return project ? { kind: 'fact', project: project.id, field: 'summary' } : null;
}

const ASKS_ONE =
  /\b(?:un exemple d(?:e|u)? ?(?:un )?projet|projet (?:pris )?au hasard|projet aleatoire|(?:a|some) random project|random project|example of a project|an example project|n importe quel projet|any project at random)\b/;
