import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { projectsOf } from '../model/answer';
import type { Question, Topic } from '../model/question';

/** Whether the base still holds all that a question names: an answer over half of it would be another answer. */
export function holdsAllOf(question: Question, knowledge: KnowledgeBase): boolean {
  switch (question.kind) {
    case 'list':
      return holdsFilter(question, knowledge) && holdsProjects(question.found, knowledge);
    case 'aggregate':
      return holdsFilter(question, knowledge);
    case 'fact':
    case 'compare':
    case 'smalltalk':
    case 'unknown':
      return holdsProjects(projectsOf(question), knowledge);
    case 'clarify':
      return (
        holdsProjects(question.candidates, knowledge) &&
        question.readings.every((reading) => holdsAllOf(reading, knowledge))
      );
    case 'programme':
      return question.facts.every((id) => knowledge.factById.has(id));
  }
}

/** Whether the base holds all these projects. */
export function holdsProjects(ids: readonly string[], { projectById }: KnowledgeBase): boolean {
  return ids.every((id) => projectById.has(id));
}

function holdsFilter({ filter }: Question & { kind: 'list' | 'aggregate' }, knowledge: KnowledgeBase): boolean {
  const { topics, carriers, partners, territories, among, except } = filter;
  return (
    holdsProjects([...(among ?? []), ...except.projects], knowledge) &&
    [...topics, ...except.topics].every((topic) => holdsTopic(topic, knowledge)) &&
    [...carriers, ...partners, ...except.carriers].every((id) => knowledge.organisationById.has(id)) &&
    [...territories, ...except.territories].every((id) => knowledge.territoryById.has(id))
  );
}

function holdsTopic({ themes, beneficiaries, organisations }: Topic, knowledge: KnowledgeBase): boolean {
  return (
    themes.every((id) => knowledge.themeById.has(id)) &&
    beneficiaries.every((id) => knowledge.beneficiaryById.has(id)) &&
    organisations.every((id) => knowledge.organisationById.has(id))
  );
}
