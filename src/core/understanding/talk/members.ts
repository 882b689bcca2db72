import { selectIds } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readCount } from '../../language/amounts';
import { isMadeOfBoth, isPublished } from '../../model/project-fields';
import { type Filter, type Memory, onlyThese, type Question, type Sort } from '../../model/question';
import type { Field } from '../../model/records';
import type { Tag } from '../../model/tag';
import { framesOf } from '../patch';
import type { Reading } from '../reading';

/** Whether a project is one of those told, and what of its record says so; of several which of them are. `isOne`: null where no source settles it. */
interface Member {
  readonly question: Question;
  readonly isOne: boolean | null;
}

/** "Mentor en fait partie ?", "PILAT est dedans ?", "is LiDAR HD on the list?": of the set told last; null where no more or no less is asked. */
export function memberAsked(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Member | null {
  const { named, words, spans } = reading;
  const { is, isFunctionWord } = knowledge.language;
  const [project, ...others] = named.flat().flatMap((id) => knowledge.projectById.get(id) ?? []);
  const [set] = framesOf(memory).flatMap(({ question, shown }) =>
    question?.kind === 'list' || question?.kind === 'aggregate' ? [{ question, shown }] : [],
  );
  if (project === undefined || set === undefined || named.some(({ length }) => length > 1)) return null;
  const tagsAt = (at: number): readonly Tag[] =>
    spans.filter(({ start, end }) => start <= at && at < end).flatMap(({ tags }) => tags);
  // "LiDAR HD y est ?"
  const isThere = (at: number): boolean =>
    at === words.length - 1 && is('casting', words[at]?.folded ?? '') && is('pronouns', words[at - 1]?.folded ?? '');
  const saysWithin = words.some(
    ({ folded }, at) => is('belonging', folded) || isThere(at) || tagsAt(at).some(({ id: said }) => said === 'these'),
  );
  const { question, shown } = set;
  const isCut = question.kind === 'list' && question.limit !== null;
  const members = isCut ? shown : selectIds(question.filter, knowledge);
  // "Merci quand même. ROCSP figure parmi les onze ?"
  const begins = words.findLastIndex(({ startsSentence }) => startsSentence);
  const isBefore = (at: number): boolean => at < begins && !tagsAt(at).some(({ kind }) => kind === 'project');
  const isNoMore = words.every(({ folded }, at) => {
    if (isBefore(at)) return true;
    const tags = tagsAt(at);
    // "Parmi les onze"
    const isIdle =
      isFunctionWord(folded) ||
      is('casting', folded) ||
      is('belonging', folded) ||
      readCount(folded) === members.length;
    return (isIdle || tags.length > 0) && tags.every(isBeside) && !ASKING_MORE.some((one) => is(one, folded));
  });
  if (!saysWithin || !isNoMore) return null;
  const field = fieldOf(question.filter, question.kind === 'list' ? question.sort : null);
  if (others.length > 0) {
    const among = named.flat().filter((id) => members.includes(id));
    return { question: { ...LIST, filter: onlyThese(among) }, isOne: null };
  }
  const isOne = members.includes(project.id);
  // What is of all of France is told as it is.
  const isSettled = isOne || (field !== 'territory' && (TEXTS.has(field) || isPublished(project, field)));
  return { question: { kind: 'fact', project: project.id, field, also: [] }, isOne: isSettled ? isOne : null };
}

const LIST = { kind: 'list', sort: null, limit: null, found: [], show: [] } as const;
const TEXTS: ReadonlySet<Field> = new Set(['summary', 'status']);
const ASKING_MORE = ['denying', 'interrogative', 'which', 'sharing'] as const;

/** Not "enlève PILAT de la liste" */
function isBeside({ kind, id }: Tag): boolean {
  return kind === 'project' || kind === 'reference' || (kind === 'operator' && ASKING.has(id));
}

const ASKING: ReadonlySet<string> = new Set(['existence', 'and-what-about', 'polite']);

/** What the set is made by. */
function fieldOf({ disputes, amounts, known, unknown, ...limits }: Filter, sort: Sort | null): Field {
  const measure = sort?.field ?? amounts[0]?.field ?? null;
  const [dispute] = disputes;
  if (dispute !== undefined) return dispute.field ?? 'cost';
  if (measure !== null) return isMadeOfBoth(measure) ? 'funding' : measure;
  const [published = limits.territories.length > 0 ? 'territory' : null] = [...known, ...unknown];
  if (published !== null) return published;
  if (limits.carriers.length > 0) return 'carrier';
  if (limits.partners.length > 0) return 'partners';
  if (limits.calls.length > 0) return 'call';
  if (limits.years.length + limits.months.length > 0) return 'date';
  return limits.topics.some(({ themes }) => themes.length > 0) ? 'themes' : 'summary';
}
