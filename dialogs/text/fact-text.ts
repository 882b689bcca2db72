import type { FactAnswer, FieldTold } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import type { Field } from '../../src/core/model/question';
import { conflictTexts } from './conflict-text';
import { projectName, valueText } from './project-text';

/** What was asked of a project: each field with its note and conflicts, or the whole card. */
export function factText(
  answer: FactAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const project = knowledge.projectById.get(answer.project);
  if (!project) return [];
  const lines = [answer, ...answer.also].flatMap((told) => fieldText(project, told, locale, messages, knowledge));
  // The call and its date share a note, and two amounts a conflict.
  return [...new Set(lines), ...shareText(answer, messages)];
}

/** What part of the cost the fund pays and what it leaves, when both are told. */
export function shareText({ share }: FactAnswer, messages: Messages): readonly string[] {
  if (share === null) return [];
  const { part, restMEUR } = share;
  return [messages.shareOfCost(part, restMEUR > 0 ? messages.amount(restMEUR) : null)];
}

function fieldText(
  project: Project,
  { field, isPublished, conflicts }: FieldTold,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const name = projectName(project);
  if (!isPublished && field !== 'call') return [messages.notPublished(field, name)];
  if (field === 'summary') return cardText(project, locale, messages);
  const note = locale === 'fr' ? noteOn(project, field) : null;
  return [
    messages.fact(name, messages.fields[field], valueText(project, field, locale, messages, knowledge)),
    ...(note === null ? [] : [messages.note(note)]),
    ...conflictTexts(conflicts, project.sources, locale, messages),
  ];
}

/** Whether the answer tells this field, first or beside others. */
export function isTold({ field: first, also }: FactAnswer, field: Field): boolean {
  return first === field || also.some((told) => told.field === field);
}

/** The whole card: what it is, then each published figure, then where it stands. */
function cardText(project: Project, locale: Locale, messages: Messages): readonly string[] {
  const status = locale === 'fr' ? project.statusFr : project.statusEn;
  return [
    `${projectName(project)} — ${locale === 'fr' ? project.summaryFr : project.summaryEn}`,
    project.carrier === null ? '' : messages.detail(messages.fields.carrier, project.carrier),
    status === null ? '' : messages.detail(messages.fields.status, status),
  ].filter((line) => line !== '');
}

/** What the record says beside a field, in French as the sources do. */
export function noteOn(project: Project, field: Field): string | null {
  switch (field) {
    case 'savings':
      return project.expectedSavings.note;
    case 'funding':
      return project.ftapFundingNote;
    case 'cost':
      return project.totalCostNote;
    case 'carrier':
      return project.carrierNote;
    case 'call':
    case 'date':
      return project.call.note;
    case 'summary':
    case 'partners':
    case 'territory':
    case 'themes':
    case 'beneficiaries':
    case 'status':
    case 'sources':
      return null;
  }
}
