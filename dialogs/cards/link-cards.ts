import type { Locale } from '../../src/core/language/locale';
import { cardMessagesFor, guideMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { MOST_NOTED } from '../exports/note';
import type { Reply } from '../reply';
import type { Action } from './adaptive-card';
import { buttons, cardOf } from './elements';
import { pressAction } from './press-action';
import type { Profile } from './profile';

/** The link to the table of the last answer. */
export function exportCard(count: number, address: string, locale: Locale): Reply {
  const messages = cardMessagesFor(locale);
  const headline = typeset(messages.exportReady(count), locale);
  return linked(headline, [{ title: messages.exportLink, url: address }], locale);
}

/** The links to a note, as a page to print and as text. */
export function noteCard(
  names: readonly string[],
  projects: readonly string[],
  { note }: Addresses,
  locale: Locale,
): Reply {
  const { note: messages } = guideMessagesFor(locale);
  const page = note(projects, locale, 'html');
  const markdown = note(projects, locale, 'markdown');
  const links = [
    ...(page === null ? [] : [{ title: messages.openPage, url: page }]),
    ...(markdown === null ? [] : [{ title: messages.openMarkdown, url: markdown }]),
  ];
  const said = links.length === 0 ? [messages.impossible] : [messages.ready(names), messages.expires];
  return linked(typeset(said.join(' '), locale), links, locale);
}

/** Of more projects than a note holds: their table, and the guide that picks some. */
export function largeNoteCard(count: number, csv: string | null, locale: Locale, profile: Profile): Reply {
  const { note, open } = guideMessagesFor(locale);
  const links = csv === null ? [] : [{ title: cardMessagesFor(locale).exportLink, url: csv }];
  const pick = pressAction(open.note, { action: 'start', guide: 'note' }, profile);
  return linked(typeset(note.tooLarge(count, MOST_NOTED), locale), links, locale, [pick]);
}

/** The links stand on the card, and in the text for whoever has no cards. */
function linked(
  headline: string,
  links: readonly { readonly title: string; readonly url: string }[],
  locale: Locale,
  presses: readonly Action[] = [],
): Reply {
  const text = [headline, ...links.map(({ title, url }) => `- [${title}](${url})`)].join('\n');
  const actions = [...links.map(({ title, url }): Action => ({ type: 'Action.OpenUrl', title, url })), ...presses];
  return {
    text,
    headline,
    card: actions.length === 0 ? null : cardOf(buttons(actions), headline, locale),
    suggestions: [],
    locale,
  };
}
