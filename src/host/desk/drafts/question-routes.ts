import { foldedText } from '../../../core/language/fold';
import { type GoldenQuestion, holds } from '../../../core/editing/golden';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK_QUESTIONS } from '../../../messages/fr/desk/drafts';
import type { Answer } from '../../http/route';
import { localeOf, LONGEST_QUESTION } from '../../plain/page-query';
import type { DeskTools } from '../desk-tools';
import { goTo, notice, PATHS } from '../pages/desk-page';
import { languageHtml, searchHtml, pressHtml } from '../pages/fields';
import { headedHtml, type Html, html, say } from '../pages/html';
import { mapInPieces } from '../../in-pieces';
import type { Act } from '../people/audit';
import { type DeskRoute, get, post, type Visit } from '../people/guard';
import { mayAs } from '../people/person';
import type { Session } from '../people/sessions';
import type { Asked } from './drafts';
import { goldenOf, told } from './replay';

/** `/admin/temoins?q=…&cherche=…`: the questions whose answers are known to be right; a question can be looked at, then kept. */
export function createQuestionRoutes({ golden, audit, show, knowledge }: DeskTools): DeskRoute[] {
  const keep = (asked: Asked): Promise<void> => golden.keep(goldenOf(asked, knowledge()));
  return [
    get(PATHS.questions, 'reader', list),
    post(`${PATHS.questions}/garder`, 'editor', changing(keep, 'question-kept', 'temoin')),
    post(`${PATHS.questions}/retirer`, 'editor', changing(golden.drop, 'question-dropped', 'temoin-retire')),
  ];

  async function list({ session, call }: Visit): Promise<Answer> {
    const questions = await golden.read();
    const base = knowledge();
    const answers = await mapInPieces(questions, (one) => holds(one.expect, told(one, base).rests));
    const failing = questions.filter((_, at) => answers[at] === false);
    const failures = failing.map((one) => questionHtml(one, session, base, true));
    const looked = foldedText(call.query.get('cherche') ?? '');
    const found = questions.filter(({ question }) => looked !== '' && foldedText(question).includes(looked));
    const shown = (looked === '' ? [...questions].reverse() : found).slice(0, MOST_SHOWN);
    const main = html`${notice(call)}
      <p>${say(DESK_QUESTIONS.intro)}</p>
      <p>${say(DESK_QUESTIONS.count(questions.length, failing.length))}</p>
      ${headedHtml('h2', DESK_QUESTIONS.failing, failures)} ${addHtml(call.query, session, base)}
      <h2>${say(looked === '' ? DESK_QUESTIONS.all : DESK_QUESTIONS.found(found.length))}</h2>
      ${searchHtml(PATHS.questions, 'cherche', call.query.get('cherche') ?? '', DESK_QUESTIONS)}
      ${shown.map((one) => questionHtml(one, session, base, false))}`;
    return show({ title: DESK_QUESTIONS.title, main, session, within: PATHS.questions });
  }

  /** Does this to the question that a form holds. */
  function changing(change: (asked: Asked) => Promise<void>, act: Act, said: string): DeskRoute['answer'] {
    return async ({ person, form }) => {
      const asked = askedIn(form);
      if (asked !== null) {
        await change(asked);
        await audit.write(person, act);
      }
      return goTo(`${PATHS.questions}?dit=${said}`);
    };
  }
}

const MOST_SHOWN = 30;

/** The question that a form or an address holds. */
export function askedIn(form: URLSearchParams): Asked | null {
  const question = (form.get('question') ?? '').trim();
  if (question === '' || question.length > LONGEST_QUESTION) return null;
  return { question, locale: localeOf(form.get('langue')) };
}

function questionHtml(one: GoldenQuestion, session: Session, knowledge: KnowledgeBase, isFailing: boolean): Html {
  const { question, locale } = one;
  const fields = { question, langue: locale };
  const press = (action: string, label: string): Html =>
    pressHtml(session, `${PATHS.questions}/${action}`, label, { about: question, fields });
  const presses = [isFailing ? press('garder', DESK_QUESTIONS.keepNow) : null, press('retirer', DESK_QUESTIONS.drop)];
  return toldHtml(one, knowledge, mayAs(session.person.role, 'editor') ? presses : []);
}

/** A question, what it is answered now, and what may be done about it. */
function toldHtml(asked: Asked, knowledge: KnowledgeBase, acts: readonly (Html | null)[]): Html {
  const language = asked.locale === 'fr' ? null : html` lang="en"`;
  return html`<article class="group">
    <h3${language}>${asked.question}</h3>
    <p class="told"${language}>${told(asked, knowledge).text}</p>
    ${acts.length === 0 ? null : html`<div class="acts">${acts}</div>`}
  </article>`;
}

/** A question is asked first; kept once its answer was read. */
function addHtml(query: URLSearchParams, session: Session, knowledge: KnowledgeBase): Html | null {
  if (!mayAs(session.person.role, 'editor')) return null;
  const words = DESK_QUESTIONS.add;
  const asked = askedIn(query);
  const { question = '', locale = 'fr' } = asked ?? {};
  const fields = { question, langue: locale };
  const fault = query.has('question') ? html`<p class="fault" role="alert">${say(words.empty)}</p>` : null;
  const answer =
    asked === null
      ? fault
      : toldHtml(asked, knowledge, [pressHtml(session, `${PATHS.questions}/garder`, words.submit, { fields })]);
  return html`<h2>${say(words.title)}</h2>
    <form method="get" action="${PATHS.questions}">
      <label for="question">${say(words.label)}</label>
      <p class="hint" id="question-aide">${say(words.hint)}</p>
      <input
        class="field"
        id="question"
        name="question"
        value="${question}"
        maxlength="${LONGEST_QUESTION}"
        aria-describedby="question-aide"
        autocomplete="off"
      />
      ${languageHtml('langue', locale)}
      <p><button class="button quiet" type="submit">${say(words.look)}</button></p>
    </form>
    ${answer}`;
}
