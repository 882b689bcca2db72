import { CardFactory, type MessagingExtensionAttachment, type MessagingExtensionResponse } from 'botbuilder';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { projectName } from '../../src/core/model/project-name';
import { recordOf } from '../../src/core/respond';
import { cardMessagesFor, messagesFor, typeset } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import type { Addresses } from '../addresses';
import type { AdaptiveCard } from '../cards/adaptive-card';
import { buttons, cardOf, heading, openUrl } from '../cards/elements';
import { WEB_CHAT } from '../cards/profile';
import { blockElements, recordElements, sourceElements } from '../cards/view-elements';
import { blocksText } from '../text/answer-text';
import { viewOf } from '../view/view-of';

/** Projects as Teams shows them beside its compose box: a line or two in the list, and the card that goes into the message. */
export function projectResults(ids: readonly string[], locale: Locale, parts: Parts): MessagingExtensionResponse {
  const attachments = ids.flatMap((id) => attachmentsOf(id, locale, parts));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

interface Parts {
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
}

function attachmentsOf(id: string, locale: Locale, parts: Parts): readonly MessagingExtensionAttachment[] {
  const project = parts.knowledge.projectById.get(id);
  if (project === undefined) return [];
  const messages = messagesFor(locale);
  const carrier = project.carrier === null ? messages.carrierUnknown : messages.carriedBy(project.carrier);
  const preview = CardFactory.thumbnailCard(
    withoutMarkup(typeset(projectName(project), locale)),
    withoutMarkup(typeset(capitalised(carrier), locale)),
  );
  return [{ ...CardFactory.adaptiveCard(projectCard(id, locale, parts)), preview }];
}

/** Teams reads a few HTML elements in such a card. */
function withoutMarkup(text: string): string {
  return text.replace(/</g, '&lt;');
}

/**
 * A project on one card, to be put in any message: its figures, what it does, their sources, its page. It has links only: where it is
 * read, the bot may not be there to answer a button.
 */
function projectCard(id: string, locale: Locale, { knowledge, addresses }: Parts): AdaptiveCard {
  const view = viewOf(recordOf(id, locale, knowledge), knowledge);
  return cardOf(
    [
      ...blockElements(view.blocks.slice(0, 1), view, { profile: WEB_CHAT, addresses, answerId: null }),
      ...(view.record === null ? [] : recordElements(view.record, locale)),
      heading(messagesFor(locale).sourcesHeading),
      ...sourceElements(view.sources, view.sourceCount, locale, false),
      ...buttons(openUrl(cardMessagesFor(locale).projectPage, addresses.project(id, locale))),
    ],
    blocksText(view.blocks, locale),
    locale,
  );
}
