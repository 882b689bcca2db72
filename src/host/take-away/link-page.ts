import type { TakeAwayMessages } from '../../messages/take-away/fr';
import { takeAwayMessagesFor } from '../../messages/messages-for';
import { said } from '../plain/html-text';
import type { PlainPage } from '../plain/plain-page';

/** What a link that gives nothing shows, French first then English, for nobody knows its reader: why, and how to get it again. */
export function linkPage(trouble: keyof TakeAwayMessages['linkPages']): PlainPage {
  const french = takeAwayMessagesFor('fr').linkPages[trouble];
  const english = takeAwayMessagesFor('en').linkPages[trouble];
  return {
    locale: 'fr',
    title: french.title,
    skip: null,
    top: '',
    main: `      <h1>${said(french.title, 'fr')}</h1>
      <p>${said(french.text, 'fr')}</p>
      <section lang="en">
        <h2>${said(english.title, 'en')}</h2>
        <p>${said(english.text, 'en')}</p>
      </section>`,
  };
}
