import { selectIds } from '../../answering/select';
import type { Question } from '../../model/question';
import type { Decision } from '../decide';
import { MOST_COMPARED } from '../patch';
import { unique } from '../reading';
import { filled, type Said } from '../said';
import type { Slots } from '../slots';

/** "C'est quoi chacun ?", "ils font quoi, pas les sous", "what are they for?" of several: what each one is, in a sentence. */
export function whatEachIs(question: Question, decision: Decision, said: Said, slots: Slots): Question {
  const { reading, knowledge } = said;
  if (question.kind === 'list' && question.show.length > 0 && asksBoth(said))
    return { ...question, show: unique(['summary', ...question.show]) };
  // "C'est quoi le lien ?" asks for that.
  const asksWhat = reading.fields.every((field) => field === 'summary') && reading.fields.length > 0;
  if (!asksWhat || (decision.reference === 'alone' && filled(decision, said, slots).named.length < 2)) return question;
  // "C'est quoi la différence ?" is of what they are, and of their figures.
  const field = reading.operators.has('compare') || reading.leftoverStems.length > 0 ? null : 'summary';
  if (question.kind === 'compare') return { ...question, field };
  if (question.kind !== 'list' || question.show.length > 0) return question;
  const projects = selectIds(question.filter, knowledge);
  if (projects.length > 1 && projects.length <= MOST_COMPARED) return { kind: 'compare', projects, field: 'summary' };
  return { ...question, show: ['summary'] };
}

/** "Que font-ils et qui les porte ?": what each is, and what is joined to it. */
function asksBoth({ reading: { spans, words }, knowledge: { language } }: Said): boolean {
  const asked = spans.filter(({ tags }) => tags.some(({ kind }) => kind === 'field'));
  return asked.some(({ start }, at) => {
    const before = asked[at - 1];
    const isWhat = [before, asked[at]].some((span) => span?.tags.some(({ id }) => id === 'summary'));
    const between = words.slice(before?.end ?? start, start + 1);
    return before !== undefined && isWhat && between.some(({ folded }) => language.is('coordinating', folded));
  });
}
