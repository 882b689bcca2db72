import type { Answer } from '../../src/core/answering/answer';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { GUIDE_NAMES } from '../../src/messages/guides/messages';
import { answerText } from '../text/answer-text';
import { suggestionsFor } from '../text/suggestions';
import type { AdaptiveCard, CardElement } from './adaptive-card';
import { aggregateElements } from './aggregate-elements';
import { compareElements } from './compare-elements';
import type { CardContext } from './card-context';
import { buttons, cardOf, heading } from './elements';
import { feedbackActions } from './feedback-elements';
import { guideElements } from './guide-elements';
import { listElements } from './list-elements';
import { sayAction } from './profile';
import { projectElements } from './project-elements';
import { sourceElements } from './source-elements';

/** What goes under the text of an answer: what is better looked at than read, its sources as links, what to do next. Null when that is nothing. */
export function answerCard(answer: Answer, context: CardContext): AdaptiveCard | null {
  const body: readonly CardElement[] = answer.why.isAsked
    ? []
    : [
        ...contentElements(answer, context),
        ...sourceElements(answer),
        ...nextElements(answer, context),
        ...lastElements(answer, context),
      ];
  return body.length === 0 ? null : cardOf(body, answerText(answer, context.knowledge, context.from), answer.locale);
}

function contentElements(answer: Answer, context: CardContext): readonly CardElement[] {
  switch (answer.kind) {
    case 'fact':
      return projectElements(answer, context.knowledge);
    case 'list':
      return listElements(answer, context);
    case 'aggregate':
      return aggregateElements(answer, context);
    case 'compare':
      return compareElements(answer, context);
    case 'smalltalk':
      return answer.act === 'help' ? guideElements(GUIDE_NAMES, answer.locale) : [];
    case 'unknown':
      return guideElements(['find', 'report'], answer.locale);
    case 'programme':
    case 'clarify':
      return [];
  }
}

/** Teams shows no suggestions beside a card: there they stand on it. */
function nextElements(answer: Answer, { knowledge, profile }: CardContext): readonly CardElement[] {
  const suggestions = profile === 'teams' || answer.kind === 'clarify' ? suggestionsFor(answer, knowledge) : [];
  if (suggestions.length === 0) return [];
  return [
    ...(answer.kind === 'clarify' ? [] : [heading(cardMessagesFor(answer.locale).next)]),
    ...suggestions.flatMap((said) => buttons([sayAction(said, said, profile)], 'Small')),
  ];
}

/** The page of the project, the file to take away, and « Utile ? ». */
function lastElements(answer: Answer, { addresses, answerId }: CardContext): readonly CardElement[] {
  const messages = cardMessagesFor(answer.locale);
  const isTable = answer.kind === 'list' || answer.kind === 'aggregate' || answer.kind === 'compare';
  const csv = isTable && answer.projects.length > 0 ? addresses.csv(answer.why.question, answer.locale) : null;
  const page = answer.kind === 'fact' ? addresses.project(answer.project, answer.locale) : null;
  const isRated = answerId !== null && answer.kind !== 'smalltalk' && answer.kind !== 'clarify';
  return [
    ...buttons(page === null ? [] : [{ type: 'Action.OpenUrl', title: messages.projectPage, url: page }]),
    ...buttons(csv === null ? [] : [{ type: 'Action.OpenUrl', title: messages.export, url: csv }]),
    ...buttons(isRated ? feedbackActions(answerId, answer.locale) : []),
  ];
}
