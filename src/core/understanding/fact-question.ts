import { contentStems } from '../knowledge/documents';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { fieldOf } from './field-of';
import type { Field, Question } from './question';
import type { Reading } from './reading';

/** A question on the one project that it names; null when none is named or when the question is on a set. */
export function factOnProject(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const [ids, ...more] = reading.named;
  if (!ids || more.length > 0 || asksForSet(reading)) return null;
  const [project, ...others] = ids;
  if (project === undefined) return null;
  if (others.length > 0) return { kind: 'clarify', candidates: ids, field: reading.fields[0] ?? null };
  return { kind: 'fact', project, field: fieldAsked(reading, project, knowledge) };
}

/** Words that speak of several projects: then a name inside is a limit ("sauf Mentor"), not the subject. */
function asksForSet({ operators }: Reading): boolean {
  const ranks = operators.has('max') || operators.has('min') || operators.has('top') || operators.has('except');
  return operators.has('count') || (operators.has('plural-subject') && ranks);
}

/** The field asked for by its words; else the text of the record that holds the words left over. */
function fieldAsked(reading: Reading, project: string, knowledge: KnowledgeBase): Field {
  const field = fieldOf(reading);
  if (field !== null) return field;
  const { fields, operators } = reading;
  if (operators.has('carried-by')) return 'carrier';
  if (operators.has('how-much') && reading.leftoverStems.length === 0) return 'funding';
  return fields.includes('summary') ? 'summary' : fieldHolding(reading, project, knowledge);
}

/** "combien d'agents l'utilisent ?" is told by the status unless the summary holds the words. */
export function fieldHolding(reading: Reading, id: string, knowledge: KnowledgeBase): Field {
  const project = knowledge.projectById.get(id);
  if (!project) return 'summary';
  const countHeld = (text: string): number => {
    const held = new Set(contentStems(text, knowledge.language));
    return reading.leftoverStems.filter((stem) => held.has(stem)).length;
  };
  const inStatus = countHeld(`${project.statusFr ?? ''} ${project.statusEn ?? ''}`);
  const inSummary = countHeld(`${project.summaryFr} ${project.summaryEn} ${project.name}`);
  if (inStatus === inSummary)
    return reading.operators.has('how-much') && project.statusFr !== null ? 'status' : 'summary';
  return inStatus > inSummary ? 'status' : 'summary';
}
