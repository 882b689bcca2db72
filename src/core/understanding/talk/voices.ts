import { clausesOf } from '../../answering/clauses';
import { contentStems } from '../../knowledge/documents';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { WordClass } from '../../language/language-words';
import type { Locale } from '../../language/locale';
import { isAmountField } from '../../model/project-fields';
import type { Memory, Question } from '../../model/question';
import type { Field } from '../../model/records';
import type { Reading } from '../reading';
import { isLike } from './details';

/**
 * "La Cour des comptes dit quoi là-dessus ?", "le Sénat a critiqué le système de design, non ?": what of the record of the project named, or spoken of, tells
 * what somebody says of it; its sources where only they name them; null where neither does.
 */
export function saidBySomebody(
  reading: Reading,
  { focus }: Memory,
  locale: Locale,
  knowledge: KnowledgeBase,
): Question | null {
  const { words, spans, named, fields, operators, deniedFields } = reading;
  const { language, organisationById, projectById } = knowledge;
  const [id = focus ?? '', ...others] = named.flat();
  const project = projectById.get(id);
  const has = (wordClass: WordClass): boolean => words.some(({ folded }) => language.is(wordClass, folded));
  // "Quel député dit ça ?" asks for who says it.
  const asksWho = words.some(
    ({ folded }, at) => language.is('which', folded) && !language.isFunctionWord(words[at + 1]?.folded ?? 'a'),
  );
  const asks = has('voicing') && !asksWho && !has('who');
  const isOfFund = spans.some(({ tags }) => tags.some(({ kind }) => kind === 'fund'));
  if (!asks || project === undefined || others.length > 0 || isOfFund) return null;
  const bodies = spans.flatMap(({ tags }) => tags.flatMap((tag) => organisationById.get(tag.id) ?? []));
  const own = knowledge.nameStems.get(id);
  const isSaid = ({ folded, stem }: Reading['words'][number]): boolean =>
    reading.leftoverStems.includes(stem) && !language.is('voicing', folded) && own?.has(stem) !== true;
  const said = words.filter(isSaid).map(({ stem }) => stem);
  const voices = [
    ...bodies.flatMap(({ name, acronyms }) =>
      [name.fr, name.en, ...acronyms].map((one) => contentStems(one, language)),
    ),
    ...(bodies.length > 0 || said.length === 0 || said.length > MOST_SAID ? [] : [said]),
  ];
  const tells = (stems: readonly string[]): boolean =>
    voices.some((voice) => voice.length > 0 && voice.every((wanted) => stems.some((stem) => isLike(stem, wanted))));
  // "À part le coût ?"
  const ruledOut = new Set([...deniedFields, ...(operators.has('except') ? fields : [])]);
  const told = clausesOf(project, locale, knowledge).filter(
    (clause) => isTold(clause.field) && !ruledOut.has(clause.field) && tells(clause.words.map(({ stem }) => stem)),
  );
  const [first] = [...told.filter(({ field }) => fields.includes(field)), ...told];
  if (first !== undefined) return { kind: 'fact', project: id, field: first.field, also: [] };
  const isSource = project.sources.some(({ name }) => tells(contentStems(name, language)));
  return isSource ? { kind: 'fact', project: id, field: 'sources', also: [] } : null;
}

/** "Le syndicat Solidaires" */
const MOST_SAID = 2;

/** Who carries a project, or takes part in it, says nothing of it by that. */
function isTold(field: Field): boolean {
  return field === 'status' || field === 'summary' || isAmountField(field);
}
