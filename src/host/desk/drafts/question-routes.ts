import { foldedText } from '../../../core/editing/asked';
import { expectedOf, type GoldenQuestion, holds } from '../../../core/editing/golden';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { LOCALES } from '../../../core/language/locale';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import { DESK_QUESTIONS } from '../../../messages/fr/desk/drafts';
import type { Answer } from '../../http/route';
import { goTo, PATHS, type ShowDeskPage } from '../pages/desk-page';
import { type Html, html, say } from '../pages/html';
import { notice } from '../pages/notices';
import { mapInPieces } from '../../in-pieces';
import type { Audit } from '../people/audit';
import type { DeskRoute, Visit } from '../people/guard';
import { mayAs } from '../people/person';
import type { Session } from '../people/sessions';
import type { Asked } from './drafts';
import type { GoldenQuestions } from './golden-questions';
import { pressHtml } from './press';
import { told } from './replay';

/** `/admin/temoins?q=…&cherche=…`: the questions whose answers are known to be right; a question can be looked at, then kept. */
export function createQuestionRoutes(parts: {
  readonly golden: GoldenQuestions;
  readonly audit: Audit;
  readonly show: ShowDeskPage;
  readonly knowledge: () => KnowledgeBase;
}): DeskRoute[] {
  const { golden, audit, show, knowledge } = parts;
  return [
    { method: 'GET', path: PATHS.questions, role: 'reader', answer: list },
    { method: 'POST', path: `${PATHS.questions}/garder`, role: 'editor', answer: keep },
    { method: 'POST', path: `${PATHS.questions}/retirer`, role: 'editor', answer: drop },
  ];

  async function list({ session, call }: Visit): Promise<Answer> {
    const questions = await golden.read();
    const base = knowledge();
    const answers = await mapInPieces(questions, (one) => holds(one.expect, told(one, base).rests));
    const failing = questions.filter((_, at) => answers[at] === false);
    const looked = foldedText(call.query.get('cherche') ?? '');
    const found = questions.filter(({ question }) => looked !== '' && foldedText(question).includes(looked));
    const shown = (looked === '' ? [...questions].reverse() : found).slice(0, MOST_SHOWN);
    const main = html`${notice(call)}
      <p>${say(DESK_QUESTIONS.intro)}</p>
      <p>${say(DESK_QUESTIONS.count(questions.length, failing.length))}</p>
      ${
        failing.length === 0
          ? null
          : html`<h2>${say(DESK_QUESTIONS.failing)}</h2>
              ${failing.map((one) => questionHtml(one, session, base, true))}`
      }
      ${addHtml(call.query, session, base)}
      <h2>${say(looked === '' ? DESK_QUESTIONS.all : DESK_QUESTIONS.found(found.length))}</h2>
      <form method="get" action="${PATHS.questions}" role="search">
        <label for="cherche">${say(DESK_QUESTIONS.find)}</label>
        <input class="field" id="cherche" name="cherche" type="search" value="${call.query.get('cherche') ?? ''}" />
        <p><button class="button quiet" type="submit">${say(DESK_QUESTIONS.findSubmit)}</button></p>
      </form>
      ${shown.map((one) => questionHtml(one, session, base, false))}`;
    return show({ title: DESK_QUESTIONS.title, main, session, within: PATHS.questions });
  }

  async function keep({ person, form }: Visit): Promise<Answer> {
    const asked = askedIn(form);
    if (asked !== null) {
      await golden.keep({ ...asked, expect: expectedOf(told(asked, knowledge()).rests) });
      await audit.write(person, 'question-kept');
    }
    return goTo(`${PATHS.questions}?dit=temoin`);
  }

  async function drop({ person, form }: Visit): Promise<Answer> {
    const asked = askedIn(form);
    if (asked !== null) {
      await golden.drop(asked);
      await audit.write(person, 'question-dropped');
    }
    return goTo(`${PATHS.questions}?dit=temoin-retire`);
  }
}

const MOST_SHOWN = 30;
const MOST_CHARACTERS = 500;

function askedIn(form: URLSearchParams): Asked | null {
  const question = (form.get('question') ?? '').trim();
  const locale = LOCALES.find((known) => known === form.get('langue')) ?? 'fr';
  return question === '' || question.length > MOST_CHARACTERS ? null : { question, locale };
}

function questionHtml(one: GoldenQuestion, session: Session, knowledge: KnowledgeBase, isFailing: boolean): Html {
  const { question, locale } = one;
  const fields = { question, langue: locale };
  const language = locale === 'fr' ? null : html` lang="en"`;
  const presses = html`${
    isFailing
      ? pressHtml(session, `${PATHS.questions}/garder`, DESK_QUESTIONS.keepNow, {
          about: question,
          fields,
        })
      : null
  }
  ${pressHtml(session, `${PATHS.questions}/retirer`, DESK_QUESTIONS.drop, {
    about: question,
    fields,
  })}`;
  return html`<article class="group">
    <h3${language}>${question}</h3>
    <p class="told"${language}>${told(one, knowledge).text}</p>
    ${mayAs(session.person.role, 'editor') ? html`<div class="acts">${presses}</div>` : null}
  </article>`;
}

/** A question is asked first; kept once its answer was read. */
function addHtml(query: URLSearchParams, session: Session, knowledge: KnowledgeBase): Html | null {
  if (!mayAs(session.person.role, 'editor')) return null;
  const words = DESK_QUESTIONS.add;
  const asked = query.has('question') ? askedIn(query) : null;
  const { question = '', locale = 'fr' } = asked ?? {};
  const answer =
    asked === null
      ? query.has('question')
        ? html`<p class="fault" role="alert">${say(words.empty)}</p>`
        : null
      : html`<article class="group">
          <h3>${question}</h3>
          <p class="told">${told(asked, knowledge).text}</p>
          ${pressHtml(session, `${PATHS.questions}/garder`, words.submit, { fields: { question, langue: locale } })}
        </article>`;
  return html`<h2>${say(words.title)}</h2>
    <form method="get" action="${PATHS.questions}">
      <label for="question">${say(words.label)}</label>
      <p class="hint" id="question-aide">${say(words.hint)}</p>
      <input
        class="field"
        id="question"
        name="question"
        value="${question}"
        maxlength="500"
        aria-describedby="question-aide"
        autocomplete="off"
      />
      <label for="langue">${say(DESK_INBOX.language)}</label>
      <select class="field short" id="langue" name="langue">
        ${LOCALES.map(
          (each) =>
            html`<option value="${each}" ${each === locale ? html` selected` : null}>
              ${say(DESK_INBOX.languages[each])}
            </option>`,
        )}
      </select>
      <p><button class="button quiet" type="submit">${say(words.look)}</button></p>
    </form>
    ${answer}`;
}
