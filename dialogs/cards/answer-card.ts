import type { Answer, ClarifyAnswer } from '../../src/core/model/answer';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { GUIDE_NAMES } from '../../src/messages/guides/messages';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { answerHeadline, answerText } from '../text/answer-text';
import { explanationDetails } from '../text/explanation-text';
import { questionLabel } from '../text/question-label';
import { sourceLines } from '../text/source-text';
import { suggestionsFor } from '../text/suggestions';
import type { AdaptiveCard, CardElement } from './adaptive-card';
import { aggregateElements } from './aggregate-elements';
import { compareElements } from './compare-elements';
import type { CardContext } from './card-context';
import { buttons, cardOf, escaped, heading, paragraph, written } from './elements';
import { guideElements } from './guide-elements';
import { listElements } from './list-elements';
import { pressAction } from './press-action';
import { type Drawn, refreshed, textMark } from './refresh';
import { sayAction } from './profile';
import { projectElements } from './project-elements';
import { sourceElements } from './source-elements';

/** What goes under the text of an answer: what is better looked at than read, its sources as links, what to do next. Null when that is nothing. */
export function answerCard(answer: Answer, context: CardContext): AdaptiveCard | null {
  const body: readonly CardElement[] = answer.why.isAsked
    ? explanationElements(answer, context)
    : [
        ...contentElements(answer, context),
        ...sourceElements(answer, context.profile),
        ...nextElements(answer, context),
        ...lastElements(answer, context),
      ];
  if (body.length === 0) return null;
  const text = answerText(answer, context.knowledge, context);
  const drawn: Drawn = { answer, mark: textMark(text) };
  const card = cardOf(
    [...changedElements(drawn, context), ...body],
    [text, ...sourceLines(answer)].join('\n'),
    answer.locale,
  );
  // Drawn again it would be the answer itself, and no longer how it was reached.
  const refresh = answer.why.isAsked ? null : refreshed(drawn, context);
  return refresh === null ? card : { ...card, refresh };
}

/** Behind a press: a sentence is enough for most. Web Chat reports Action.ToggleVisibility as an error. */
function explanationElements(answer: Answer, { knowledge }: CardContext): readonly CardElement[] {
  const body = explanationDetails(answer, knowledge).map((line) => paragraph(escaped(line), { spacing: 'Small' }));
  const title = typeset(messagesFor(answer.locale).why.heading, answer.locale);
  return buttons([{ type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions: [] } }]);
}

/** The ways in which a question could be read, each a button that asks it as it is. */
function readingElements(
  { readings, locale }: Answer & ClarifyAnswer,
  { answerId, knowledge, profile }: CardContext,
): readonly CardElement[] {
  if (answerId === null) return [];
  return readings.flatMap((reading, at) => {
    const label = questionLabel(reading, locale, knowledge);
    return buttons([pressAction(label, { action: 'reading', answer: answerId, reading: at }, profile)], 'Small');
  });
}

/** What is true now, when the text above an older card says something else. */
function changedElements({ answer, mark }: Drawn, { above, knowledge }: CardContext): readonly CardElement[] {
  if (above === null || above === mark) return [];
  const { locale } = answer;
  return [
    heading(cardMessagesFor(locale).changed, 'Small'),
    ...written(answerHeadline(answer, knowledge)).map((line) => paragraph(line, { spacing: 'Small' })),
  ];
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
      return answer.act === 'help' ? guideElements(GUIDE_NAMES, answer.locale, context.profile) : [];
    case 'unknown':
      return guideElements(['find', 'report'], answer.locale, context.profile);
    case 'clarify':
      return readingElements(answer, context);
    case 'programme':
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

/** The page of the project, and the file to take away. */
function lastElements(answer: Answer, { addresses }: CardContext): readonly CardElement[] {
  const messages = cardMessagesFor(answer.locale);
  const isTable = answer.kind === 'list' || answer.kind === 'aggregate' || answer.kind === 'compare';
  const csv = isTable && answer.projects.length > 0 ? addresses.csv(answer.why.question, answer.locale) : null;
  const page = answer.kind === 'fact' ? addresses.project(answer.project, answer.locale) : null;
  return [
    ...buttons(page === null ? [] : [{ type: 'Action.OpenUrl', title: messages.projectPage, url: page }]),
    ...buttons(csv === null ? [] : [{ type: 'Action.OpenUrl', title: messages.export, url: csv }]),
  ];
}
