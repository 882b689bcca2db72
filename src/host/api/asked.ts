import type { Operator } from '../../../dialogs/operator';
import { answerText } from '../../../dialogs/text/answer-text';
import { explanationDetails, explanationSentence } from '../../../dialogs/text/explanation-text';
import { suggestionsFor } from '../../../dialogs/text/suggestions';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { type Answer, type AnswerBody, projectsOf, toldBy } from '../../core/model/answer';
import { projectName } from '../../core/model/project-name';
import { projectPath } from '../plain/project-links';
import { standingAlone } from '../plain/question-links';
import type { Asked } from './answer-schema';
import { figuresOf } from './figures';

/** What an answer is told to a program with. */
export interface Teller {
  readonly knowledge: KnowledgeBase;
  /** Who runs the assistant, for whoever asks. */
  readonly operator: Operator;
  /** Without a final slash; undefined where it is not known: pages are then told by their paths. */
  readonly publicUrl?: string | undefined;
}

/** All of an answer for a program: the answer as the core gives it, and what every other door shows of it. */
export function askedOf(asked: string, answer: Answer, { knowledge, operator, publicUrl = '' }: Teller): Asked {
  const { first: before, ...last } = answer;
  const { locale, why, verdict } = last;
  const { question, matches, corrections, isFollowUp, others } = why;
  const all = before === undefined ? [last] : [before, last];
  const told = all.map(toldBy);
  return {
    asked,
    locale,
    text: answerText(answer, knowledge, { operator }),
    answer: bodyOf(last),
    first: before === undefined ? null : bodyOf(before),
    verdict,
    figures: told.flatMap((one) => figuresOf(one, locale, knowledge)),
    projects: [...new Set(told.flatMap(projectsOf))].flatMap((id) => {
      const project = knowledge.projectById.get(id);
      return project === undefined ? [] : { id, name: projectName(project), page: publicUrl + projectPath(id, locale) };
    }),
    // Of a project, a source also says which fields it backs.
    sources: answer.sources.map(({ name, url, date, supports }) => ({ name, url, date, supports })),
    next: standingAlone(suggestionsFor(answer, knowledge), knowledge),
    trace: {
      sentence: explanationSentence(answer, knowledge),
      details: explanationDetails(answer, knowledge),
      question,
      matches,
      corrections,
      isFollowUp,
      others,
    },
  };
}

function bodyOf({
  locale: _locale,
  sources: _sources,
  why: _why,
  verdict: _verdict,
  reckonedFirst: _reckonedFirst,
  leftAside: _leftAside,
  first: _first,
  said: _said,
  ...body
}: Answer & { readonly said?: string }): AnswerBody {
  return body;
}
