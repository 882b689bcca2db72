import type { Locale } from '../../src/core/language/locale';
import { cardMessagesFor, guideMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { MOST_NOTED } from '../exports/note';
import type { Reply } from '../reply';
import type { Action } from './adaptive-card';
import { buttons, cardOf, openUrl } from './elements';
import { pressAction } from './press-action';
import type { Profile } from './profile';

/** The link to the table of the last answer. */
export function exportCard(rows: readonly [number, number], address: string, locale: Locale): Reply {
  const messages = cardMessagesFor(locale);
  const headline = typeset(messages.exportReady(...rows), locale);
  return linked(headline, [{ title: messages.exportLink, url: address }], locale);
}

/** The links to a note, as a page to print and as text. */
export function noteCard(names: readonly string[], projects: readonly string[], { note }: Addresses, locale: Locale) {
  const { note: messages } = guideMessagesFor(locale);
  const links = [
    { title: messages.openPage, url: note(projects, locale, 'html') },
    { title: messages.openMarkdown, url: note(projects, locale, 'markdown') },
  ];
  const said = links.every(({ url }) => url === null)
    ? [messages.impossible]
    : [messages.ready(names), messages.expires];
  return linked(typeset(said.join(' '), locale), links, locale);
}

/** Of more projects than a note holds: their table, and the guide that picks some. */
export function largeNoteCard(count: number, csv: string | null, locale: Locale, profile: Profile): Reply {
  const { note, open } = guideMessagesFor(locale);
  const links = [{ title: cardMessagesFor(locale).exportLink, url: csv }];
  const pick = pressAction(open.note, { action: 'start', guide: 'note' }, profile);
  return linked(typeset(note.tooLarge(count, MOST_NOTED), locale), links, locale, [pick]);
}

/** The links stand on the card, and in the text for whoever has no cards. */
function linked(
  headline: string,
  links: readonly { readonly title: string; readonly url: string | null }[],
  locale: Locale,
  presses: readonly Action[] = [],
): Reply {
  const lines = links.flatMap(({ title, url }) => (url === null ? [] : [`- [${title}](${url})`]));
  const actions = [...links.flatMap(({ title, url }) => openUrl(title, url)), ...presses];
  const card = actions.length === 0 ? null : cardOf(buttons(actions), headline, locale);
  return { text: [headline, ...lines].join('\n'), headline, card, suggestions: [], locale };
}
