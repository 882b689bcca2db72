import type { Answer, AnswerBody } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { questionMessagesFor } from '../../src/messages/questions/questions-for';
import { NO_SERVICE, type Service } from '../service';
import { aggregateText } from './aggregate-text';
import { compareText } from './compare-text';
import { explanationSentence, explanationText } from './explanation-text';
import { factText } from './fact-text';
import { listText } from './list-text';
import { programmeText } from './programme-text';
import { nameOf } from './project-text';
import { questionLabel } from './question-label';
import { smalltalkText } from './smalltalk-text';
import { suggestionsFor } from './suggestions';

/** What a text is told with, beside the answer. */
export interface Telling {
  /** Projects of a list that were shown before. */
  readonly from?: number;
  /** Who runs the assistant, for whoever asks. */
  readonly service?: Service;
}

/** What the person reads, without sources: the same text in every channel, read aloud as it is. */
export function answerText(answer: Answer, knowledge: KnowledgeBase, telling: Telling = {}): string {
  if (answer.why.isAsked) return [explained(answer, knowledge), ...explanationText(answer, knowledge)].join('\n');
  return typeset(paragraphs(answer, answer.locale, knowledge, telling).join('\n'), answer.locale);
}

/** What is said above a card that shows the rest: the figure, or what the table below is of. The whole text where the card adds to it. */
export function answerHeadline(answer: Answer, knowledge: KnowledgeBase, telling: Telling = {}): string {
  if (answer.why.isAsked) return explained(answer, knowledge);
  if (!isShownOnCard(answer)) return answerText(answer, knowledge, telling);
  return typeset(headOf(answer, paragraphs(answer, answer.locale, knowledge, telling)).join('\n'), answer.locale);
}

/** What was understood, in one sentence, and the answer again: who asks why, or whether it is sure, wants the figure under the eyes. */
function explained(answer: Answer, knowledge: KnowledgeBase): string {
  const told = paragraphs(answer, answer.locale, knowledge, {});
  const again = answer.kind === 'fact' || answer.kind === 'programme' ? told : headOf(answer, told);
  return [explanationSentence(answer, knowledge), typeset(again.join('\n'), answer.locale)].join('\n');
}

/** The first sentence; where the sources tell the whole fund, the sum over the projects after it. */
function headOf(answer: Answer, told: readonly string[]): readonly string[] {
  return told.slice(0, answer.kind === 'aggregate' && answer.fundTotals.length > 0 ? 2 : 1);
}

function isShownOnCard(answer: Answer): boolean {
  if (answer.kind === 'clarify') return answer.readings.length > 0;
  return answer.kind === 'list' || answer.kind === 'aggregate' || answer.kind === 'compare';
}

function paragraphs(
  answer: AnswerBody,
  locale: Locale,
  knowledge: KnowledgeBase,
  { from = 0, service = NO_SERVICE }: Telling,
): readonly string[] {
  const messages = messagesFor(locale);
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => nameOf(id, knowledge));
  switch (answer.kind) {
    case 'list':
      return listText({ ...answer, locale }, messages, knowledge, from);
    case 'fact':
      return factText(answer, locale, messages, knowledge);
    case 'aggregate':
      return aggregateText(answer, locale, messages, knowledge);
    case 'compare':
      return compareText(answer, locale, messages, knowledge);
    case 'programme':
      return answer.facts.flatMap((id) => programmeText(id, locale, messages, knowledge));
    case 'smalltalk':
      return [
        smalltalkText(answer, locale, service, knowledge),
        ...(answer.again === null ? [] : paragraphs(answer.again, locale, knowledge, {})),
      ];
    case 'clarify':
      if (answer.readings.length > 0)
        return [
          questionMessagesFor(locale).readings(answer.readings.length),
          ...answer.readings.map((reading) => `- ${questionLabel(reading, locale, knowledge)}`),
        ];
      return [
        answer.field === null
          ? messages.clarify(names(answer.candidates))
          : messages.clarifyField(names(answer.candidates), messages.fields[answer.field]),
      ];
    case 'unknown': {
      if (answer.reason === 'no-such-project') return withNearest(messages.noSuchProject(answer.name));
      const reason = messages.unknown[answer.reason];
      if (answer.reason === 'out-of-scope' || answer.reason === 'not-recorded' || answer.reason === 'applying') {
        const examples = suggestionsFor({ ...answer, locale }, knowledge);
        const offer = answer.reason === 'applying' ? messages.publishedRules : messages.youMayAsk;
        return [examples.length === 0 ? reason : `${reason} ${offer(examples)}`];
      }
      return withNearest(reason);
    }
  }

  function withNearest(reason: string): readonly string[] {
    return answer.kind === 'unknown' && answer.nearest.length > 0
      ? [reason, messages.nearest(names(answer.nearest))]
      : [reason];
  }
}
