import { clausesOf } from '../../answering/clauses';
import { selectIds } from '../../answering/select';
import { LOCALES } from '../../language/locale';
import { readWords } from '../../language/words';
import { onlyThese, type Question } from '../../model/question';
import type { Project } from '../../model/records';
import type { Said } from '../said';

/**
 * "Lequel est pour les agents ?", "which one is about gardens?" of those shown, where nothing of it limits them: the one whose record holds most of the words
 * said, or those that do; the question as it is where all do, or none.
 */
export function chosenByWords(question: Question, { reading, memory, knowledge }: Said): Question {
  const { is, isFunctionWord } = knowledge.language;
  const { words, spans, operators, fields } = reading;
  const isIdle = operators.size + fields.length === 0 && words.some(({ folded }) => is('choosing', folded));
  if (question.kind !== 'list' || !isIdle || question.sort !== null) return question;
  const shown = selectIds(question.filter, knowledge);
  const isUnlimited = shown.length === memory.shown.length && shown.every((id) => memory.shown.includes(id));
  const said = words.filter(
    ({ folded }, at) =>
      !isFunctionWord(folded) && !is('choosing', folded) && !spans.some(({ start, end }) => start <= at && at < end),
  );
  if (!isUnlimited || shown.length < 2 || said.length === 0) return question;
  const heldBy = (project: Project): number => {
    const clauses = LOCALES.flatMap((locale) => clausesOf(project, locale, knowledge)).flatMap(
      (clause) => clause.words,
    );
    const held = new Set([...readWords(project.name, knowledge.language), ...clauses].map(({ stem }) => stem));
    return said.filter(({ stem }) => held.has(stem)).length;
  };
  const counts = shown.map((id) => {
    const project = knowledge.projectById.get(id);
    return { id, count: project === undefined ? 0 : heldBy(project) };
  });
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const chosen = counts.flatMap(({ id, count }) => (count === most ? [id] : []));
  const [only, ...others] = chosen;
  if (only === undefined || chosen.length === shown.length) return question;
  return others.length === 0
    ? { kind: 'fact', project: only, field: 'summary', also: [] }
    : { ...question, filter: onlyThese(chosen) };
}
