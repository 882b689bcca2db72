import { escapeHtml, htmlDocument } from '../../../dialogs/exports/html-document';
import { typeset } from '../../messages/messages-for';
import type { TakeAwayMessages } from '../../messages/take-away/messages';
import { takeAwayMessagesFor } from '../../messages/take-away/take-away-for';

/** What a link that gives nothing shows, French first then English: why, and how to get it again. */
export function linkPage(trouble: keyof TakeAwayMessages['linkPages'], style: string): string {
  const french = takeAwayMessagesFor('fr').linkPages[trouble];
  const english = takeAwayMessagesFor('en').linkPages[trouble];
  return htmlDocument({
    locale: 'fr',
    title: typeset(french.title, 'fr'),
    style,
    body: `    <main class="trouble">
      <h1>${escapeHtml(typeset(french.title, 'fr'))}</h1>
      <p>${escapeHtml(typeset(french.text, 'fr'))}</p>
      <section lang="en">
        <h2>${escapeHtml(english.title)}</h2>
        <p>${escapeHtml(english.text)}</p>
      </section>
    </main>`,
  });
}
