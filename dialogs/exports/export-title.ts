import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { messagesFor, takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import { describeFilter } from '../text/filter-text';
import { nameOf } from '../text/project-text';

/** What the table of an answer holds, in words; it says so when the set is longer than what is held. Null when the answer is no table. */
export function exportTitle(answer: Answer, knowledge: KnowledgeBase): string | null {
  const messages = messagesFor(answer.locale);
  const { projectsTitle, comparisonTitle, groupsTitle, groupName } = takeAwayMessagesFor(answer.locale).spreadsheet;
  switch (answer.kind) {
    case 'list': {
      const filters = answer.isSearch ? [] : describeFilter(answer.filter, messages, knowledge);
      const beside = answer.others.length;
      return typeset(projectsTitle(answer.projects.length + beside, answer.total + beside, filters), answer.locale);
    }
    case 'aggregate': {
      const filters = describeFilter(answer.filter, messages, knowledge);
      const { groups, groupBy, amounts, others, withoutFigure, projects, total } = answer;
      if (groups.length > 0)
        return typeset(groupsTitle(groupName[groupBy ?? 'asked'].toLowerCase(), filters), answer.locale);
      const computed = amounts.length + others.length + withoutFigure.length;
      return typeset(projectsTitle(computed === 0 ? projects.length : computed, total, filters), answer.locale);
    }
    case 'compare':
      return typeset(comparisonTitle(answer.projects.map((id) => nameOf(id, knowledge))), answer.locale);
    case 'fact':
    case 'programme':
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return null;
  }
}
