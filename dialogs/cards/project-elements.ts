import type { FactAnswer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { isPublished } from '../../src/core/knowledge/project-fields';
import type { Project } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import type { Field } from '../../src/core/model/question';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { capitalised } from '../text/capitalised';
import { isTold, shareText } from '../text/fact-text';
import { projectName, valueText } from '../text/project-text';
import type { CardElement } from './adaptive-card';
import { escaped, paragraph } from './elements';

const CARD_FIELDS: readonly Field[] = ['carrier', 'call', 'funding', 'cost', 'savings'];

/** The key figures of a project, each with « non publié » where no source gives it. */
export function projectElements(
  answer: FactAnswer & { readonly locale: Locale },
  knowledge: KnowledgeBase,
): readonly CardElement[] {
  const project = knowledge.projectById.get(answer.project);
  if (!project) return [];
  const { locale } = answer;
  const messages = messagesFor(locale);
  return [
    paragraph(typeset(escaped(projectName(project)), locale), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    // One line each and no FactSet: its label column breaks words in a narrow widget.
    ...CARD_FIELDS.map((field) =>
      paragraph(
        typeset(
          messages.detail(
            `**${capitalised(messages.fields[field])}**`,
            escaped(valueText(project, field, locale, messages, knowledge)),
          ),
          locale,
        ),
        { spacing: 'Small' },
      ),
    ),
    ...shareText(answer, messages).map((line) => paragraph(typeset(escaped(line), locale), { spacing: 'Small' })),
    ...contextElements(answer, project),
  ];
}

/** The note of a figure that is not published tells what is around it; it is set apart so that no sum in it is taken for the answer. */
function contextElements(answer: FactAnswer & { readonly locale: Locale }, project: Project): readonly CardElement[] {
  const { note } = project.expectedSavings;
  if (!isTold(answer, 'savings') || isPublished(project, 'savings') || note === null) return [];
  const messages = messagesFor(answer.locale);
  const said = answer.locale === 'fr' ? messages.note(note) : messages.noteInFrench(note);
  return [paragraph(typeset(escaped(said), answer.locale), { isSubtle: true })];
}
