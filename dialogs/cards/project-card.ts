import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { recordOf } from '../../src/core/respond';
import { cardMessagesFor, messagesFor } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { blocksText } from '../text/answer-text';
import { viewOf } from '../view/view-of';
import type { AdaptiveCard } from './adaptive-card';
import { buttons, cardOf, heading } from './elements';
import { WEB_CHAT } from './profile';
import { blockElements, recordElements, sourceElements } from './view-elements';

/**
 * A project on one card, to be put in any message: its figures, what it does, their sources, its page. It has links only: where it is
 * read, the bot may not be there to answer a button. Null for an id that the base does not hold.
 */
export function projectCard(
  id: string,
  locale: Locale,
  { knowledge, addresses }: { readonly knowledge: KnowledgeBase; readonly addresses: Addresses },
): AdaptiveCard | null {
  const answer = recordOf(id, locale, knowledge);
  if (answer.kind !== 'fact') return null;
  const page = addresses.project(id, locale);
  const view = viewOf(answer, knowledge);
  return cardOf(
    [
      ...blockElements(view.blocks.slice(0, 1), view, { profile: WEB_CHAT, addresses, answerId: null }),
      ...(view.record === null ? [] : recordElements(view.record, locale)),
      heading(messagesFor(locale).sourcesHeading),
      ...sourceElements(view.sources, locale, false),
      ...buttons(
        page === null ? [] : [{ type: 'Action.OpenUrl', title: cardMessagesFor(locale).projectPage, url: page }],
      ),
    ],
    blocksText(view.blocks, locale),
    locale,
  );
}
