import type { Answer } from '../../src/core/answering/answer';
import { isPublished } from '../../src/core/knowledge/project-fields';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Project, Source } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import type { Field } from '../../src/core/understanding/question';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { projectName, valueText } from '../text/project-text';
import { shownSources, sourceLabel } from '../text/source-text';
import type { AdaptiveCard, CardElement } from './adaptive-card';

/** Teams and Web Chat both render Adaptive Cards up to this version. */
const CARD_VERSION = '1.5';

/** What goes under the text of an answer: the key figures of the project, and the sources as links. Null when there is nothing to add. */
export function answerCard(answer: Answer, knowledge: KnowledgeBase): AdaptiveCard | null {
  const body: readonly CardElement[] = [...projectElements(answer, knowledge), ...sourceElements(answer)];
  if (body.length === 0) return null;
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_VERSION,
    lang: answer.locale,
    body,
  };
}

const CARD_FIELDS: readonly Field[] = ['carrier', 'call', 'funding', 'cost', 'savings'];

function projectElements(answer: Answer, knowledge: KnowledgeBase): readonly CardElement[] {
  const project = answer.kind === 'fact' ? knowledge.projectById.get(answer.project) : undefined;
  if (!project) return [];
  const messages = messagesFor(answer.locale);
  return [
    {
      type: 'TextBlock',
      text: typeset(projectName(project), answer.locale),
      weight: 'Bolder',
      size: 'Medium',
      wrap: true,
    },
    // One line each and no FactSet: its label column breaks words in a narrow widget.
    ...CARD_FIELDS.map((field): CardElement => ({
      type: 'TextBlock',
      text: typeset(
        messages.detail(
          `**${capitalised(messages.fields[field])}**`,
          valueText(project, field, answer.locale, messages, knowledge),
        ),
        answer.locale,
      ),
      wrap: true,
      spacing: 'Small',
    })),
    ...contextElements(answer, project),
  ];
}

/** The note of a figure that is not published tells what is around it; it is set apart so that no sum in it is taken for the answer. */
function contextElements(answer: Answer, project: Project): readonly CardElement[] {
  if (
    answer.kind !== 'fact' ||
    answer.field !== 'savings' ||
    isPublished(project, 'savings') ||
    project.expectedSavings.note === null
  )
    return [];
  const { locale } = answer;
  const messages = messagesFor(locale);
  const note =
    locale === 'fr' ? messages.note(project.expectedSavings.note) : messages.noteInFrench(project.expectedSavings.note);
  return [{ type: 'TextBlock', text: typeset(note, locale), wrap: true, isSubtle: true }];
}

function sourceElements(answer: Answer): readonly CardElement[] {
  const sources = shownSources(answer);
  if (sources.length === 0) return [];
  const messages = messagesFor(answer.locale);
  return [
    { type: 'TextBlock', text: messages.sourcesHeading, weight: 'Bolder', wrap: true, spacing: 'Medium' },
    ...sources.map((source): CardElement => ({
      type: 'TextBlock',
      text: sourceLink(source, answer.locale),
      wrap: true,
      spacing: 'Small',
    })),
  ];
}

function sourceLink(source: Source, locale: Locale): string {
  const label = sourceLabel(source, locale).replace(/[[\]]/g, '\\$&');
  return source.url === null ? label : `[${label}](${source.url.replace(/[()]/g, encodeURIComponent)})`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
