import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { respondTo } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { answerText } from '../text/answer-text';
import type { AdaptiveCard } from './adaptive-card';
import { buttons, cardOf, escaped, paragraph } from './elements';
import { projectElements } from './project-elements';
import { sourceElements } from './source-elements';

/**
 * A project on one card, to be put in any message: its figures, what it does, their sources, its page. It has links only: where it is
 * read, the bot may not be there to answer a button. Null for an id that the base does not hold.
 */
export function projectCard(
  id: string,
  locale: Locale,
  { knowledge, addresses }: { readonly knowledge: KnowledgeBase; readonly addresses: Addresses },
): AdaptiveCard | null {
  const project = knowledge.projectById.get(id);
  const { answer } = respondTo(
    { kind: 'fact', project: id, field: 'summary', also: [] },
    locale,
    EMPTY_MEMORY,
    knowledge,
  );
  if (project === undefined || answer.kind !== 'fact') return null;
  const page = addresses.project(id, locale);
  const summary = locale === 'fr' ? project.summaryFr : project.summaryEn;
  const [name, ...figures] = projectElements(answer, knowledge);
  return cardOf(
    [
      ...(name === undefined ? [] : [name]),
      paragraph(typeset(escaped(summary), locale)),
      ...figures,
      ...sourceElements(answer, 'webchat'),
      ...buttons(
        page === null ? [] : [{ type: 'Action.OpenUrl', title: cardMessagesFor(locale).projectPage, url: page }],
      ),
    ],
    answerText(answer, knowledge),
    locale,
  );
}
