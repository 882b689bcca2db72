import type { CompareAnswer } from '../../src/core/answering/answer';
import { amountOf } from '../../src/core/knowledge/project-fields';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import type { AmountField, Field } from '../../src/core/understanding/question';
import { isAmountField } from '../../src/core/understanding/question';
import { projectName, valueText } from './project-text';

/** Projects side by side on one field, or on the main ones. */
export function compareText(
  answer: CompareAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const projects = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const heading = messages.compareHeading(projects.map(projectName));
  const fields = comparedFields(answer);
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

/** What is said after the figures: who exceeds whom, or why that is not said. */
export function compareNotes(answer: CompareAnswer, messages: Messages, knowledge: KnowledgeBase): readonly string[] {
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
  const [first, second] = [...projects].sort((a, b) => (amountOf(b, field) ?? 0) - (amountOf(a, field) ?? 0));
  if (!first || !second || difference === null) return [];
  return difference === 0
    ? [messages.compareSame]
    : [messages.compareDifference(projectName(first), projectName(second), messages.amount(difference))];
}
