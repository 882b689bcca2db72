import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { Answer } from '../../core/model/answer';
import type { Locale } from '../../core/language/locale';
import { messagesFor, plainMessagesFor } from '../../messages/messages-for';
import { answerHtml, type Shown } from './answer-html';
import { said } from './html-text';
import type { PlainPage } from './plain-page';
import { QUESTION_PATH, questionLinks } from './question-links';

/** The brain reads no more of a question. The form says it, and leaves the refusal to the brain when it is not obeyed. */
const MOST_CHARACTERS = 500;

/** Room in the title of a window, and for a heading of a few lines. */
const MOST_TITLE_CHARACTERS = 160;

/** The form, with three questions to begin with. */
export function emptyQuestionPage(locale: Locale): PlainPage {
  const words = plainMessagesFor(locale);
  const first = messagesFor(locale).suggestions.first;
  return {
    locale,
    title: words.formTitle,
    main: `      <h1>${said(words.formTitle, locale)}</h1>
${formOf('', locale)}
      <h2>${said(words.examples, locale)}</h2>
${questionLinks(first, locale)}`,
  };
}

/** The form filled in again, and the answer. */
export function questionPage(answer: Answer, shown: Shown): PlainPage {
  const { locale } = answer;
  const title = shortened(shown.asked);
  return {
    locale,
    title,
    skip: plainMessagesFor(locale).skip,
    top: formOf(shown.asked, locale),
    main: `      <h1>${escapeHtml(title)}</h1>
${answerHtml(answer, shown)}`,
  };
}

function formOf(asked: string, locale: Locale): string {
  const words = plainMessagesFor(locale);
  return `      <form action="${QUESTION_PATH}" method="get" role="search">
        <label for="q">${said(words.label, locale)}</label>
        <div class="ask">
          <input id="q" name="q" type="text" value="${escapeHtml(asked)}" maxlength="${MOST_CHARACTERS}" aria-describedby="hint" autocomplete="off" class="field" />
          <input type="hidden" name="lang" value="${locale}" />
          <button class="button" type="submit">${said(words.ask, locale)}</button>
        </div>
        <p class="hint" id="hint">${said(words.hint(MOST_CHARACTERS), locale)}. ${said(words.alone, locale)}</p>
      </form>`;
}

/** Never ends in half a character. */
function shortened(text: string): string {
  if (text.length <= MOST_TITLE_CHARACTERS) return text;
  return `${text.slice(0, MOST_TITLE_CHARACTERS - 1).replace(/[\ud800-\udbff]$/u, '')}…`;
}
