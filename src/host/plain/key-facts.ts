import { isPublished } from '../../core/knowledge/project-fields';
import type { Answer, FactAnswer } from '../../core/model/answer';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Field } from '../../core/model/question';
import { capitalised } from '../../../dialogs/text/capitalised';
import { isTold } from '../../../dialogs/text/fact-text';
import { valueText } from '../../../dialogs/text/project-text';
import { messagesFor } from '../../messages/messages-for';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import { inFrench, said } from './html-text';

/** As on the card of a project. */
const FIELDS: readonly Field[] = ['carrier', 'call', 'funding', 'cost', 'savings'];
/** Written in French only. */
const FRENCH: ReadonlySet<Field> = new Set<Field>(['carrier', 'call']);

/** The key figures of a project, each with « non publié » where no source gives it, and what is around a saving that nobody gives. */
export function keyFacts(answer: Answer & FactAnswer, knowledge: KnowledgeBase): readonly string[] {
  const { locale } = answer;
  const project = knowledge.projectById.get(answer.project);
  if (!project) return [];
  const messages = messagesFor(locale);
  const rows = FIELDS.map((field) => {
    const value = said(valueText(project, field, locale, messages, knowledge), locale);
    const isFrench = FRENCH.has(field) && isPublished(project, field);
    return `        <div><dt>${said(capitalised(messages.fields[field]), locale)}</dt><dd${isFrench ? inFrench(locale) : ''}>${value}</dd></div>`;
  });
  const { note } = project.expectedSavings;
  const isNoted = isTold(answer, 'savings') && !isPublished(project, 'savings') && note !== null;
  return [
    `      <h2>${said(plainMessagesFor(locale).keyFigures, locale)}</h2>`,
    `      <dl>\n${rows.join('\n')}\n      </dl>`,
    ...(isNoted
      ? [
          `      <p class="quiet">${said(locale === 'fr' ? messages.note(note) : messages.noteInFrench(note), locale)}</p>`,
        ]
      : []),
  ];
}
