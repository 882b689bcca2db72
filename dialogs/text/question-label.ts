import type { Field } from '../../src/core/model/records';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Question } from '../../src/core/model/question';
import { questionMessagesFor, typeset } from '../../src/messages/messages-for';
import { namedFilter, sideName, measureName } from './filter-text';
import { shortNameOf } from './project-text';
import { questionsOn } from './suggestions';
import { type Voice, voiceOf } from './voice';

/** A question in a few words: on a button that asks it, and where it is said how a question was understood. */
export function questionLabel(question: Question, locale: Locale, knowledge: KnowledgeBase): string {
  return typeset(labelOf(question, voiceOf(locale, knowledge)), locale);
}

function labelOf(question: Question, voice: Voice): string {
  const { locale, knowledge } = voice;
  const words = questionMessagesFor(locale);
  const { fields } = voice.messages;
  const labels = (asked: readonly Field[]): readonly string[] => asked.map((field) => fields[field]);
  const names = (ids: readonly string[]): readonly string[] => ids.map((id) => shortNameOf(id, knowledge));
  switch (question.kind) {
    case 'fact':
      return words.fact(labels([question.field, ...question.also]), shortNameOf(question.project, knowledge));
    case 'list': {
      const { filter, sort, limit, show } = question;
      const limits = namedFilter(filter, voice);
      if (sort === null) return words.projects(labels(show), limits);
      return words.ranked(sort.field === 'date' ? null : measureName(sort.field, voice), sort.direction, limit, limits);
    }
    case 'aggregate': {
      const { operation, field, filter, groupBy, sides } = question;
      const limits = sides === undefined ? namedFilter(filter, voice) : sides.map((side) => sideName(side, voice));
      return words.computed(operation, field === null ? null : fields[field], groupBy, limits);
    }
    case 'compare':
      return words.comparison(names(question.projects), question.field === null ? null : fields[question.field]);
    case 'programme':
      return words.fund(questionsOn(question.facts, locale, knowledge));
    case 'clarify':
      return question.candidates.length === 0 ? words.whichReading : words.whichProject(names(question.candidates));
    case 'smalltalk':
      return words.courtesy;
    case 'unknown':
      return words.unknown;
  }
}
