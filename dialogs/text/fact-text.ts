import type { FactAnswer } from '../../src/core/answering/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import type { Field } from '../../src/core/understanding/question';
import { conflictTexts } from './conflict-text';
import { projectName, valueText } from './project-text';

/** One field of a project with its note and conflicts, or the whole card. */
export function factText(
  answer: FactAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const project = knowledge.projectById.get(answer.project);
  if (!project) return [];
  const name = projectName(project);
  if (!answer.isPublished && answer.field !== 'call') return [messages.notPublished(answer.field, name)];
  if (answer.field === 'summary') return cardText(project, locale, messages);
  const note = locale === 'fr' ? noteOn(project, answer.field) : null;
  return [
    messages.fact(name, messages.fields[answer.field], valueText(project, answer.field, locale, messages, knowledge)),
    ...(note === null ? [] : [messages.note(note)]),
    ...conflictTexts(answer.conflicts, locale, messages),
  ];
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
