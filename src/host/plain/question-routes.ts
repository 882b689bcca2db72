import type { Addresses } from '../../../dialogs/addresses';
import { NO_OPERATOR, type Operator } from '../../../dialogs/operator';
import type { Answer as Told } from '../../core/model/answer';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { respond, respondTo } from '../../core/respond';
import { EMPTY_MEMORY } from '../../core/model/question';
import type { Answer, Call, Route } from '../http/route';
import { localeOf, printable } from './page-query';
import type { ShowPage } from './plain-page';
import { QUESTION_PATH } from './question-links';
import { emptyQuestionPage, questionPage } from './question-page';

/** What the route is made of; `addresses` without a host, because the page and what it shows are on the same server. */
export interface QuestionParts {
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
  readonly show: ShowPage;
  /** Who runs the assistant, for whoever asks. */
  readonly operator?: Operator;
}

/** `/question?q=…&lang=fr&from=10&reading=2`: a question by a form and its answer as HTML. Nothing is kept: each question stands alone. Never an error. */
export function createQuestionRoutes({ knowledge, addresses, show, operator = NO_OPERATOR }: QuestionParts): Route[] {
  return [{ method: 'GET', path: QUESTION_PATH, answer: (call) => Promise.resolve().then(() => answer(call)) }];

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
