import type { Answer } from '../../src/core/answering/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { describeFilter } from './filter-text';

/** How an answer was reached: the words read, the corrections, the filters, the records counted. One line each. */
export function explanationText(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const messages = messagesFor(answer.locale);
  const { why } = messages;
  const { question, matches, corrections, isFollowUp } = answer.why;
  const filters =
    question.kind === 'list' || question.kind === 'aggregate'
      ? describeFilter(question.filter, messages, knowledge)
      : [];
  const records =
    'projects' in answer
      ? answer.projects
      : answer.kind === 'fact'
        ? [answer.project]
        : answer.kind === 'programme'
          ? answer.facts
          : [];
  return [
    why.heading,
    `- ${why.understoodAs(why.kinds[answer.kind])}`,
    ...corrections.map(({ written, readAs }) => `- ${why.corrected(written, readAs)}`),
    ...matches.map(({ written, kind, id }) => `- ${why.read(written, why.matchKinds[kind], id)}`),
    ...(isFollowUp ? [`- ${why.followUp}`] : []),
    ...(filters.length > 0 ? [`- ${why.filters(filters)}`] : []),
    ...(records.length > 0 ? [`- ${why.records(records)}`] : []),
  ].map((line) => typeset(line, answer.locale));
}
