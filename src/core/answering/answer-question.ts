import { yearOf } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Project, Source } from '../knowledge/schema';
import type { Reading } from '../understanding/reading';
import type { Field, Question } from '../understanding/question';
import { isAmountField } from '../understanding/question';
import { answerAggregate } from './aggregate';
import { amountsOf } from './amounts';
import type { AnswerBody, FactAnswer, ListAnswer } from './answer';
import { amountOf, isPublished, selectProjects } from './select';
import { distinctSources, sourcesOf, sourcesOfConflicts } from './sources';

/** Computes the answer of a question from the records. */
export function answerQuestion(question: Question, reading: Reading | null, knowledge: KnowledgeBase): AnswerBody {
  switch (question.kind) {
    case 'list':
      return answerList(question, knowledge);
    case 'fact':
      return answerFact(question.project, question.field, knowledge);
    case 'aggregate':
      return answerAggregate(question, knowledge);
    case 'unknown':
      return { ...question, nearest: reading === null ? [] : nearestTo(reading, knowledge) };
    case 'compare':
    case 'programme':
    case 'smalltalk':
    case 'clarify':
      return question;
  }
}

/** The sources of an answer, each once. */
export function sourcesOfAnswer(answer: AnswerBody, knowledge: KnowledgeBase): readonly Source[] {
  const projectsOf = (ids: readonly string[]): readonly Project[] =>
    ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  switch (answer.kind) {
    case 'fact':
      return distinctSources(
        projectsOf([answer.project]).flatMap((project) => [
          ...sourcesOf(project, answer.field),
          ...sourcesOfConflicts(project, answer.conflicts),
        ]),
      );
    case 'list':
      return distinctSources(
        projectsOf(answer.projects).flatMap((project) =>
          sourcesOf(project, answer.sort && answer.sort.field !== 'date' ? answer.sort.field : 'summary').slice(0, 1),
        ),
      );
    case 'aggregate': {
      const { field } = answer;
      return distinctSources(
        projectsOf(answer.projects).flatMap((project) => sourcesOf(project, field ?? 'call').slice(0, 1)),
      );
    }
    case 'compare': {
      const { field } = answer;
      return distinctSources(
        projectsOf(answer.projects).flatMap((project) => sourcesOf(project, field ?? 'summary').slice(0, 2)),
      );
    }
    case 'programme':
      return distinctSources(answer.facts.flatMap((id) => knowledge.factById.get(id)?.sources ?? []));
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return [];
  }
}

function answerList(question: Question & { kind: 'list' }, knowledge: KnowledgeBase): ListAnswer {
  const { filter, sort, limit, found } = question;
  const selected = selectProjects(filter, knowledge);
  const ordered = sort === null ? inOrderFound(selected, found) : sorted(selected, sort, knowledge);
  const shown = limit === null ? ordered : ordered.slice(0, limit);
  const everywhere =
    filter.territories.length > 0 ? selectProjects({ ...filter, territories: countries(knowledge) }, knowledge) : [];
  const ids = shown.map(({ id }) => id);
  return {
    kind: 'list',
    projects: ids,
    filter,
    sort,
    total: sort === null ? selected.length : ordered.length,
    nationwide: everywhere.map(({ id }) => id).filter((id) => !ids.includes(id)),
    isSearch: filter.among !== null && filter.topics.length === 0,
  };
}

function countries(knowledge: KnowledgeBase): readonly string[] {
  return [...knowledge.territoryById.values()].filter(({ kind }) => kind === 'country').map(({ id }) => id);
}

function inOrderFound(selected: readonly Project[], found: readonly string[]): readonly Project[] {
  const rank = new Map(found.map((id, index) => [id, index]));
  return [...selected].sort(
    (a, b) => (rank.get(a.id) ?? found.length) - (rank.get(b.id) ?? found.length) || (a.id < b.id ? -1 : 1),
  );
}

/** Projects without a published value are left out of a ranking: an unknown is no zero. */
function sorted(
  selected: readonly Project[],
  sort: NonNullable<ListAnswer['sort']>,
  knowledge: KnowledgeBase,
): readonly Project[] {
  if (sort.field === 'date') {
    const dated = selected.filter((project) => yearOf(project) !== null);
    const direction = sort.direction === 'ascending' ? 1 : -1;
    return [...dated].sort((a, b) => direction * dateKey(a).localeCompare(dateKey(b)) || (a.id < b.id ? -1 : 1));
  }
  const amounts = amountsOf(selected, sort.field);
  const ranked = sort.direction === 'descending' ? amounts : [...amounts].reverse();
  return ranked.flatMap(({ project }) => knowledge.projectById.get(project) ?? []);
}

function dateKey(project: Project): string {
  return project.call.announced ?? String(yearOf(project) ?? '');
}

function answerFact(id: string, field: Field, knowledge: KnowledgeBase): FactAnswer {
  const project = knowledge.projectById.get(id);
  if (!project) throw new Error(`no project "${id}" in the knowledge base: a question may only name ids that it holds`);
  return {
    kind: 'fact',
    project: id,
    field,
    valueMEUR: isAmountField(field) ? amountOf(project, field) : null,
    isPublished: isPublished(project, field),
    conflicts: project.conflicts.filter((conflict) => bearsOn(conflict.field, field)),
  };
}

/** Conflicts name a key of the record, or say in French what they are about. */
function bearsOn(conflictField: string, field: Field): boolean {
  switch (field) {
    case 'savings':
      return /expectedSavings|économi|3,6 MEUR|gains/i.test(conflictField);
    case 'funding':
      return /ftapFunding|3,6 MEUR|financement|dotation/i.test(conflictField);
    case 'cost':
      return /totalCost|coût/i.test(conflictField);
    case 'call':
      return /^call/.test(conflictField);
    case 'date':
      return /^call\.announced|^date du/.test(conflictField);
    case 'status':
      return !/^(expectedSavings|ftapFunding|totalCost|call)/.test(conflictField);
    case 'sources':
      return true;
    case 'summary':
    case 'carrier':
    case 'partners':
    case 'territory':
    case 'themes':
    case 'beneficiaries':
      return false;
  }
}

function nearestTo(reading: Reading, knowledge: KnowledgeBase): readonly string[] {
  return knowledge.projectIndex
    .search(reading.contentStems)
    .filter(({ coverage }) => coverage >= 0.3)
    .slice(0, 3)
    .map(({ id }) => id);
}
