import { escapeHtml } from '../../../dialogs/exports/html-document';
import { NO_OPERATOR } from '../../../dialogs/operator';
import type { Locale } from '../../core/language/locale';
import type { Answer as Told } from '../../core/model/answer';
import { EMPTY_MEMORY } from '../../core/model/question';
import { respond, respondTo } from '../../core/respond';
import { messagesFor, plainMessagesFor } from '../../messages/messages-for';
import { shortened } from '../../messages/sentences';
import { type Answer, type Call, get, type Route } from '../http/route';
import { answerHtml, type Shown } from './answer-html';
import { said } from './html-text';
import { localeOf, LONGEST_QUESTION, printable } from './page-query';
import type { PlainPage, PlainParts } from './plain-page';
import { QUESTION_PATH, questionLinks } from './question-links';

/** Room in the title of a window, and for a heading of a few lines. */
const MOST_TITLE_CHARACTERS = 160;

/** `/question?q=…&lang=fr&from=10&reading=2`: a question by a form and its answer as HTML. Nothing is kept: each question stands alone. Never an error. */
export function createQuestionRoutes({ knowledge, addresses, show, operator = NO_OPERATOR }: PlainParts): Route[] {
  return [get(QUESTION_PATH, answer)];

  function answer({ query }: Call): Answer {
    const asked = printable(query.get('q') ?? '');
    const locale = localeOf(query.get('lang'));
    if (asked === '') return show(emptyQuestionPage(locale));
    const { answer } = respond({ text: asked, locale }, EMPTY_MEMORY, knowledge);
    const reading = query.get('reading') ?? '';
    const read = readingOf(answer, reading);
    return show(
      questionPage(read ?? answer, {
        asked,
        reading: read === null ? '' : reading,
        from: fromOf(query.get('from')),
        knowledge,
        addresses,
        operator,
      }),
    );
  }

  /** The answer to one of the ways in which a question could be read, counted from 1; null when it is none of them. */
  function readingOf(answer: Told, reading: string): Told | null {
    const asked =
      answer.kind === 'clarify' && /^\d{1,2}$/u.test(reading) ? answer.readings[Number(reading) - 1] : undefined;
    return asked === undefined ? null : respondTo(asked, answer.locale, EMPTY_MEMORY, knowledge).answer;
  }
}

/** How far a list was read; from its beginning when the address says nothing that makes sense. */
function fromOf(asked: string | null): number {
  return asked !== null && /^\d{1,4}$/u.test(asked) ? Number(asked) : 0;
}

/** The form, with three questions to begin with. */
function emptyQuestionPage(locale: Locale): PlainPage {
  const words = plainMessagesFor(locale);
  return {
    locale,
    title: words.formTitle,
    main: `      <h1>${said(words.formTitle, locale)}</h1>
${formOf('', locale)}
      <h2>${said(words.examples, locale)}</h2>
${questionLinks(messagesFor(locale).suggestions.first, locale)}`,
  };
}

/** The form filled in again, and the answer. */
function questionPage(answer: Told, shown: Shown): PlainPage {
  const { locale } = answer;
  const title = shortened(shown.asked, MOST_TITLE_CHARACTERS);
  return {
    locale,
    title,
    skip: plainMessagesFor(locale).skip,
    top: formOf(shown.asked, locale),
    main: `      <h1>${escapeHtml(title)}</h1>
${answerHtml(answer, shown)}`,
  };
}

/** How long a question may be is said; the refusal of a longer one is left to the brain. */
function formOf(asked: string, locale: Locale): string {
  const words = plainMessagesFor(locale);
  return `      <form action="${QUESTION_PATH}" method="get" role="search">
        <label for="q">${said(words.label, locale)}</label>
        <div class="ask">
          <input id="q" name="q" type="text" value="${escapeHtml(asked)}" maxlength="${LONGEST_QUESTION}" aria-describedby="hint" autocomplete="off" class="field" />
          <input type="hidden" name="lang" value="${locale}" />
          <button class="button" type="submit">${said(words.ask, locale)}</button>
        </div>
        <p class="hint" id="hint">${said(words.hint(LONGEST_QUESTION), locale)}. ${said(words.alone, locale)}</p>
      </form>`;
}
