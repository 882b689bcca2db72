import type { Answer } from '../../src/core/answering/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { aggregateText } from './aggregate-text';
import { compareText } from './compare-text';
import { explanationText } from './explanation-text';
import { factText } from './fact-text';
import { listText } from './list-text';
import { programmeText } from './programme-text';
import { nameOf } from './project-text';

/**
 * What the person reads, without sources: the same text in every channel, read aloud as it is.
 *
 * @param from projects of a list that were shown before
 */
export function answerText(answer: Answer, knowledge: KnowledgeBase, from = 0): string {
  if (answer.why.isAsked) return explanationText(answer, knowledge).join('\n');
  return typeset(paragraphs(answer, knowledge, from).join('\n'), answer.locale);
}

/** The same, a paragraph or an item of a list each. */
export function answerLines(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  return paragraphs(answer, knowledge, 0);
}

/** What is said above a card that shows the rest: the figure, or what the table below is of. The whole text where the card adds to it. */
export function answerHeadline(answer: Answer, knowledge: KnowledgeBase, from = 0): string {
  const isShownOnCard = answer.kind === 'list' || answer.kind === 'aggregate' || answer.kind === 'compare';
  if (answer.why.isAsked || !isShownOnCard) return answerText(answer, knowledge, from);
  return typeset(paragraphs(answer, knowledge, from)[0] ?? '', answer.locale);
}

function paragraphs(answer: Answer, knowledge: KnowledgeBase, from: number): readonly string[] {
  const messages = messagesFor(answer.locale);
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => nameOf(id, knowledge));
  switch (answer.kind) {
    case 'list':
      return listText(answer, messages, knowledge, from);
    case 'fact':
      return factText(answer, answer.locale, messages, knowledge);
    case 'aggregate':
      return aggregateText(answer, answer.locale, messages, knowledge);
    case 'compare':
      return compareText(answer, answer.locale, messages, knowledge);
    case 'programme':
      return answer.facts.flatMap((id) => programmeText(id, answer.locale, messages, knowledge));
    case 'smalltalk':
      return [messages.smalltalk[answer.act]];
    case 'clarify':
      return [
        answer.field === null
          ? messages.clarify(names(answer.candidates))
          : messages.clarifyField(names(answer.candidates), messages.fields[answer.field]),
      ];
    case 'unknown': {
      const reason =
        answer.reason === 'no-such-project'
          ? messages.noSuchProject(answer.name ?? '')
          : messages.unknown[answer.reason];
      return answer.nearest.length > 0 &&
        answer.reason !== 'out-of-scope' &&
        answer.reason !== 'applying' &&
        answer.reason !== 'not-recorded'
        ? [reason, messages.nearest(names(answer.nearest))]
        : [reason];
    }
  }
}
