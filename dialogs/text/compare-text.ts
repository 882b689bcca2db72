import type { CompareAnswer } from '../../src/core/model/answer';
import { amountOf, likenessOf } from '../../src/core/knowledge/project-fields';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import { MOST_COMPARED } from '../../src/core/understanding/compose';
import type { AmountField, Field } from '../../src/core/model/question';
import { isAmountField } from '../../src/core/model/question';
import { capitalised } from './capitalised';
import { projectName, valueText } from './project-text';

/** Projects side by side on one field, or on the main ones. */
export function compareText(
  answer: CompareAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const projects = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const fields = comparedFields(answer);
  const [field] = fields;
  const heading =
    field !== undefined && isOfEach(answer)
      ? messages.eachHeading(capitalised(messages.fields[field]), projects.length)
      : messages.compareHeading(projects.map(projectName));
  const rows = projects.map(
    (project) =>
      `- ${messages.detail(projectName(project), messages.items(fields.map((field) => fieldInRow(project, field, fields.length > 1))))}`,
  );
  return [heading, ...rows, ...compareNotes(answer, messages, knowledge)];

  function fieldInRow(project: Project, field: Field, withLabel: boolean): string {
    const value = valueText(project, field, locale, messages, knowledge);
    return withLabel ? messages.detail(messages.fields[field], value) : value;
  }
}

/** What is compared: one field, or the main ones. */
export function comparedFields({ field }: CompareAnswer): readonly Field[] {
  return field === null || field === 'summary' ? ['carrier', 'call', 'funding', 'cost', 'savings'] : [field];
}

/** One field of more projects than are set against one another: each has its line, and no one is said to exceed another. */
function isOfEach({ projects }: CompareAnswer): boolean {
  return projects.length > MOST_COMPARED;
}

/** What is said after the figures: who exceeds whom, or why that is not said. */
export function compareNotes(answer: CompareAnswer, messages: Messages, knowledge: KnowledgeBase): readonly string[] {
  if (isOfEach(answer)) return [];
  const projects = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  return isAmountField(answer.field) ? differenceText(projects, answer.field, answer.difference, messages) : [];
}

/** Who exceeds whom, said only when every amount is published and of the same nature. */
function differenceText(
  projects: readonly Project[],
  field: AmountField,
  difference: number | null,
  messages: Messages,
): readonly string[] {
  const without = projects.filter((project) => amountOf(project, field) === null);
  if (without.length > 0) return [messages.compareIncomplete(without.map(projectName))];
  if (new Set(projects.map((project) => likenessOf(project, field))).size > 1) return [messages.compareUnlike];
  const [first, second] = [...projects].sort((a, b) => (amountOf(b, field) ?? 0) - (amountOf(a, field) ?? 0));
  if (!first || !second || difference === null) return [];
  return difference === 0
    ? [messages.compareSame]
    : [
        messages.compareDifference(
          projectName(first),
          projectName(second),
          messages.amount(difference),
          timesOf(amountOf(first, field) ?? 0, amountOf(second, field) ?? 0),
        ),
      ];
}

/** How many times the lesser amount the greater is, to one decimal; null where it is hardly more, or the lesser is nothing. */
function timesOf(greater: number, lesser: number): number | null {
  const times = lesser === 0 ? 0 : Math.round((10 * greater) / lesser) / 10;
  return times > 1 ? times : null;
}
