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
      return [
        figureOf({ of: 'projects', label: projectsMessagesFor(locale).link, value: total, unit: 'projects' }),
        ...ofProjects([...projects, ...others.map(({ project }) => project)], fields),
      ];
    }
    case 'aggregate':
      return computed(answer, locale, knowledge);
    case 'compare': {
      const { projects, field, difference } = answer;
      const told = ofProjects(projects, field === null ? KEY_FIELDS : [field]);
      if (difference === null || !isAmountField(field)) return told;
      const label = messagesFor(locale).fields[field];
      return [figureOf({ of: 'difference', label, field, value: difference }), ...told];
    }
    case 'programme':
      return ofFund(answer, locale, knowledge);
    case 'smalltalk': {
      if (answer.again !== null) return figuresOf(answer.again, locale, knowledge);
      const { computed: nameOfOperation } = standingMessagesFor(locale);
      return (answer.reckoned ?? []).map(({ operation, value, unit }) =>
        figureOf({ of: 'message', label: nameOfOperation(operation, null), value, unit }),
      );
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
  const told = [...asked, ...others].map(({ fact, value, unit, ...label }) =>
    figureOf({ of: 'fund', id: fact, label: label[locale], value, unit }),
  );
  if (figure === null || operation === null) return told;
  const { value, unit } = figure;
  return [figureOf({ of: 'fund', label: standingMessagesFor(locale).computed(operation, null), value, unit }), ...told];
}

/** In millions of euros, unless it says what else; what a figure has not is null. */
function figureOf(told: Pick<Figure, 'of' | 'label' | 'value'> & Partial<Figure>): Figure {
  const { of, id = null, label, field = null, value, unit = 'MEUR', likeness = null } = told;
  return { of, id, label, field, value, unit, likeness };
}

function ofProject(id: string, field: AmountField, knowledge: KnowledgeBase): Figure {
  const project = knowledge.projectById.get(id);
  const value = project === undefined ? null : amountOf(project, field);
  const likeness = project === undefined ? null : likenessOf(project, field);
  return figureOf({ of: 'project', id, label: nameOf(id, knowledge), field, value, likeness });
}

/** What was computed, of the parts too, then the amounts that it was made of, those of another nature, those that nobody publishes. */
function computed(answer: AggregateAnswer, locale: Locale, knowledge: KnowledgeBase): readonly Figure[] {
  const { operation, field, value, groups, amounts, others, withoutFigure, fundTotals } = answer;
  const unit: Figure['unit'] = operation === 'count' || field === null ? 'projects' : 'MEUR';
  const label =
    unit === 'projects' || field === null ? projectsMessagesFor(locale).link : messagesFor(locale).fields[field];
  const ofAmount = ({ project, valueMEUR, likeness }: Amount): Figure =>
    figureOf({ of: 'project', id: project, label: nameOf(project, knowledge), field, value: valueMEUR, likeness });
  return [
    ...(answer.groupBy === 'asked' ? [] : [figureOf({ of: 'projects', label, field, value, unit })]),
    ...groups.map((group) => {
      const { id, value: ofGroup } = group;
      return figureOf({ of: 'group', id, label: partName(group, locale, knowledge), field, value: ofGroup, unit });
    }),
    ...[...amounts, ...others].map(ofAmount),
    ...(field === null ? [] : withoutFigure.map((id) => ofProject(id, field, knowledge))),
    ...fundTotals.map(({ fact, value: ofFund, unit: its, what }) =>
      figureOf({ of: 'fund', id: fact, label: what[locale], field, value: ofFund, unit: its }),
    ),
  ];
}
