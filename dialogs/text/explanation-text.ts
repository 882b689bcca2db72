import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Match } from '../../src/core/model/question';
import { messagesFor, questionMessagesFor, typeset } from '../../src/messages/messages-for';
import { amountOf, isAmountField } from '../../src/core/model/project-fields';
import { describeFilter } from './filter-text';
import { figureText, firstNamed, nameOf } from './project-text';
import { questionLabel } from './question-label';
import { type Voice, voiceOf } from './voice';

/** The words that a sentence quotes: of more, it would be no sentence. */
const MOST_QUOTED = 6;

/** Names in one line; their number is said before them. */
const MOST_NAMED = 30;

/** What an answer rests on, one line each. */
export function explanationText(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const { why } = messagesFor(answer.locale);
  return [typeset(why.heading, answer.locale), ...explanationDetails(answer, knowledge).map((line) => `- ${line}`)];
}

/** What was understood, from which words, in one sentence. */
export function explanationSentence({ locale, why }: Answer, knowledge: KnowledgeBase): string {
  const { question, matches, isFollowUp } = why;
  const words = [...new Set(matches.map(({ written }) => written))].slice(0, MOST_QUOTED);
  const { understood } = questionMessagesFor(locale);
  return typeset(understood(questionLabel(question, locale, knowledge), words, isFollowUp), locale);
}

/** The words read, the corrections, the filters, the computation and every record counted. */
export function explanationDetails(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const voice = voiceOf(answer.locale, knowledge);
  const { locale, messages } = voice;
  const { why } = messages;
  const { question, matches, corrections, isFollowUp, others } = answer.why;
  const filters =
    question.kind === 'list' || question.kind === 'aggregate' ? describeFilter(question.filter, voice) : [];
  const records = recordsOf(answer, voice);
  // A list knows how many there are beyond those that it holds.
  const count = answer.kind === 'list' ? answer.total : records.length;
  const { withoutFigure = [], withoutCount = 0 } = answer.kind === 'aggregate' ? answer : {};
  const unknown = withoutFigure.map((id) => nameOf(id, knowledge));
  return [
    why.understoodAs(why.kinds[answer.kind]),
    ...corrections.map(({ written, readAs }) => why.corrected(written, readAs)),
    ...matches.flatMap((match) =>
      match.kind === 'operator' || match.kind === 'year'
        ? []
        : [why.read(match.written, why.matchKinds[match.kind], labelOf(match, voice))],
    ),
    ...(isFollowUp ? [why.followUp] : []),
    ...(answer.kind === 'aggregate' ? [why.operation(why.operations[answer.operation])] : []),
    ...(filters.length > 0 ? [why.filters(filters)] : []),
    ...(records.length > 0 ? [why.records(firstNamed(records, MOST_NAMED, messages, count), count)] : []),
    ...(withoutCount > 0
      ? [messages.withoutFigure(withoutCount, firstNamed(unknown, MOST_NAMED, messages, withoutCount))]
      : []),
    ...others.map((other) => why.other(questionLabel(other.question, locale, knowledge), other.probability)),
  ].map((line) => typeset(line, locale));
}

/** What a match stands for, as people call it. */
function labelOf({ kind, id }: Match, { locale, messages, knowledge }: Voice): string {
  const names: { readonly [Kind in Match['kind']]?: string | undefined } = {
    project: nameOf(id, knowledge),
    theme: knowledge.themeById.get(id)?.label[locale],
    beneficiary: knowledge.beneficiaryById.get(id)?.label[locale],
    organisation: knowledge.organisationById.get(id)?.name[locale],
    territory: knowledge.territoryById.get(id)?.name[locale],
    field: Object.entries(messages.fields).find(([field]) => field === id)?.[1],
  };
  return names[kind] ?? id;
}

/** Every record that the answer rests on, with the amount that was counted. */
function recordsOf(answer: Answer, { locale, messages, knowledge }: Voice): readonly string[] {
  if (answer.kind === 'fact') return [nameOf(answer.project, knowledge)];
  if (answer.kind === 'programme')
    return answer.facts.map((id) => knowledge.factById.get(id)?.[locale === 'fr' ? 'questionFr' : 'questionEn'] ?? id);
  if (!('projects' in answer)) return [];
  const field = answer.kind === 'aggregate' || answer.kind === 'compare' ? answer.field : null;
  return answer.projects.map((id) => {
    const project = knowledge.projectById.get(id);
    const isTold = project && isAmountField(field) && amountOf(project, field) !== null;
    return isTold ? `${nameOf(id, knowledge)} (${figureText(project, field, messages)})` : nameOf(id, knowledge);
  });
}
