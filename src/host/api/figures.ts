import { partName } from '../../../dialogs/text/filter-text';
import { nameOf } from '../../../dialogs/text/project-text';
import type { AggregateAnswer, Amount, AnswerBody, ProgrammeAnswer } from '../../core/model/answer';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import { type AmountField, amountOf, isAmountField, KEY_FIELDS, likenessOf } from '../../core/model/project-fields';
import type { Field } from '../../core/model/records';
import { messagesFor, projectsMessagesFor, standingMessagesFor } from '../../messages/messages-for';
import { amountRanked } from '../../core/model/question';
import type { Figure } from './answer-schema';

/** Every figure of an answer, the one that answers first: so that a program need not know the kinds of answers. */
export function figuresOf(answer: AnswerBody, locale: Locale, knowledge: KnowledgeBase): readonly Figure[] {
  const ofProjects = (ids: readonly string[], fields: readonly Field[]): readonly Figure[] =>
    ids.flatMap((id) => fields.filter(isAmountField).map((field) => ofProject(id, field, knowledge)));
  switch (answer.kind) {
    case 'fact':
      return ofProjects([answer.project], [answer.field, ...answer.also.map(({ field }) => field)]);
    case 'list': {
      const { total, projects, others, sort, show } = answer;
      const ranked = amountRanked(sort);
      const fields: readonly Field[] = [...new Set([...(ranked === null ? [] : [ranked]), ...show])];
      return [countOf(total, locale), ...ofProjects([...projects, ...others.map(({ project }) => project)], fields)];
    }
    case 'aggregate':
      return computed(answer, locale, knowledge);
    case 'compare': {
      const { projects, field, difference } = answer;
      const told = ofProjects(projects, field === null ? KEY_FIELDS : [field]);
      if (difference === null || !isAmountField(field)) return told;
      return [inEuros('difference', null, messagesFor(locale).fields[field], field, difference), ...told];
    }
    case 'programme':
      return ofFund(answer, locale, knowledge);
    case 'smalltalk': {
      if (answer.again !== null) return figuresOf(answer.again, locale, knowledge);
      const { computed: nameOfOperation } = standingMessagesFor(locale);
      return (answer.reckoned ?? []).map(({ operation, value, unit }) => ({
        ...inEuros('message', null, nameOfOperation(operation, null), null, value),
        unit,
      }));
    }
    case 'clarify':
    case 'unknown':
      return [];
  }
}

/** The figure asked for, or what was computed of some, then the other figures of the facts that are told. */
function ofFund({ facts, figure }: ProgrammeAnswer, locale: Locale, knowledge: KnowledgeBase): readonly Figure[] {
  const { operation = null, figures = [] } = figure ?? {};
  const asked = figures.flatMap((id) => knowledge.figureById.get(id) ?? []);
  const others = facts
    .flatMap((fact) => (knowledge.factById.get(fact)?.figures ?? []).map((one) => ({ ...one, fact })))
    .filter((one) => !figures.includes(`${one.fact}.${one.key}`));
  const told = [...asked, ...others].map(({ fact, value, unit, ...label }) => ({
    ...inEuros('fund', fact, label[locale], null, value),
    unit,
  }));
  if (figure === null || operation === null) return told;
  const computed = inEuros('fund', null, standingMessagesFor(locale).computed(operation, null), null, figure.value);
  return [{ ...computed, unit: figure.unit }, ...told];
}

function inEuros(
  of: Figure['of'],
  id: string | null,
  label: string,
  field: AmountField | null,
  value: number | null,
  likeness: string | null = null,
): Figure {
  return { of, id, label, field, value, unit: 'MEUR', likeness };
}

function countOf(value: number, locale: Locale): Figure {
  const label = projectsMessagesFor(locale).link;
  return { of: 'projects', id: null, label, field: null, value, unit: 'projects', likeness: null };
}

function ofProject(id: string, field: AmountField, knowledge: KnowledgeBase): Figure {
  const project = knowledge.projectById.get(id);
  const value = project === undefined ? null : amountOf(project, field);
  const likeness = project === undefined ? null : likenessOf(project, field);
  return inEuros('project', id, nameOf(id, knowledge), field, value, likeness);
}

/** What was computed, of the parts too, then the amounts that it was made of, those of another nature, those that nobody publishes. */
function computed(answer: AggregateAnswer, locale: Locale, knowledge: KnowledgeBase): readonly Figure[] {
  const { operation, field, value, groups, amounts, others, withoutFigure, fundTotals } = answer;
  const unit: Figure['unit'] = operation === 'count' || field === null ? 'projects' : 'MEUR';
  const label =
    unit === 'projects' || field === null ? projectsMessagesFor(locale).link : messagesFor(locale).fields[field];
  const ofAmount = ({ project, valueMEUR, likeness }: Amount): Figure =>
    inEuros('project', project, nameOf(project, knowledge), field, valueMEUR, likeness);
  return [
    ...(answer.groupBy === 'asked' ? [] : [{ ...inEuros('projects', null, label, field, value), unit }]),
    ...groups.map((group) => ({
      ...inEuros('group', group.id, partName(group, locale, knowledge), field, group.value),
      unit,
    })),
    ...[...amounts, ...others].map(ofAmount),
    ...(field === null ? [] : withoutFigure.map((id) => ofProject(id, field, knowledge))),
    ...fundTotals.map(({ fact, valueMEUR, what }) => inEuros('fund', fact, what[locale], field, valueMEUR)),
  ];
}
