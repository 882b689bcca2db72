import { CardFactory, type MessagingExtensionAttachment, type MessagingExtensionResponse } from 'botbuilder';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { projectCard } from '../cards/project-card';
import { capitalised } from '../text/capitalised';
import { projectName } from '../text/project-text';

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
  const card = projectCard(id, locale, parts);
  if (project === undefined || card === null) return [];
  const messages = messagesFor(locale);
  const carrier = project.carrier === null ? messages.carrierUnknown : messages.carriedBy(project.carrier);
  const preview = CardFactory.thumbnailCard(
    withoutMarkup(typeset(projectName(project), locale)),
    withoutMarkup(typeset(capitalised(carrier), locale)),
  );
  return [{ ...CardFactory.adaptiveCard(card), preview }];
}

/** Teams reads a few HTML elements in such a card. */
function withoutMarkup(text: string): string {
  return text.replace(/</g, '&lt;');
}
