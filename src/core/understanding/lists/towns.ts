import { clausesOf } from '../../answering/clauses';
import { selectIds } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { fold } from '../../language/fold';
import type { Locale } from '../../language/locale';
import { EMPTY_FILTER, type Filter, isEmptyFilter, type Memory, type Question } from '../../model/question';
import type { Word } from '../../language/words';
import { idsOf } from '../limits';
import { without } from '../patch';
import { type Reading, unique } from '../reading';
import type { Filled } from '../said';

/**
 * "Le Havre ?", "quels projets à Dijon ou Strasbourg ?": those whose records name the town, with what they tell of it, whatever department it lies in. Null
 * where more than towns is said of where, or no record names them.
 */
export function inTowns(
  question: Question,
  reading: Reading,
  memory: Memory,
  locale: Locale,
  knowledge: KnowledgeBase,
): Question | null {
  if (question.kind !== 'list' && (question.kind !== 'aggregate' || question.operation !== 'count')) return null;
  // "À Marseille ?", then "et à Lyon ?", "et en Bretagne ?": those of another place.
  const isElsewhere = question.filter.territories.length > 0 && areOfTown(question.filter, memory);
  const filter = isElsewhere ? { ...question.filter, among: null } : question.filter;
  const elsewhere = isElsewhere ? { ...question, filter } : null;
  const spans = reading.spans.filter(({ tags }) =>
    tags.some(({ kind, id }) => kind === 'territory' && filter.territories.includes(id)),
  );
  const towns = spans.map(({ start, end, tags }) => {
    const words = reading.words.slice(start, end);
    const written = words.map(({ folded }) => folded).join(' ');
    const within = tags.flatMap(({ id }) => knowledge.territoryById.get(id) ?? []);
    // "Bourgogne" is no town, nor is "Paris" one of a department.
    const isPlace = within.some(
      ({ kind, name }) => kind !== 'department' || fold(name.fr).replace(/[^a-z]+/g, ' ') === written,
    );
    return isPlace ? [] : words;
  });
  if (towns.length === 0 || towns.some(({ length }) => length === 0)) return elsewhere;
  const told = towns.flatMap((town) => toldOf(town, locale, knowledge));
  const among = selectIds({ ...filter, territories: [], among: unique(told.map(({ id }) => id)) }, knowledge);
  const [only, ...others] = told.filter(({ id }) => among.includes(id));
  if (only === undefined) return elsewhere;
  if (question.kind === 'list' && others.every(({ id }) => id === only.id))
    return { kind: 'fact', project: only.id, field: only.field, also: [] };
  const within = { ...filter, territories: [], among };
  if (question.kind !== 'list') return { ...question, filter: within };
  const show = unique([only, ...others].map(({ field }) => field));
  return { ...question, filter: within, found: [], show: question.show.length > 0 ? question.show : show };
}

/** The set told last is of those that name a town, and this one still is. */
function areOfTown({ among }: Filter, { question, trace }: Memory): boolean {
  const before = question !== null && 'filter' in question ? question.filter : EMPTY_FILTER;
  const isOfPlace = before.territories.length === 0 && trace.matches.some(({ kind }) => kind === 'territory');
  return isOfPlace && among !== null && among.join() === before.among?.join();
}

/** The records that name a town, and where they first do. */
function toldOf(town: readonly Word[], locale: Locale, knowledge: KnowledgeBase) {
  // "Les ports du Havre"
  const named = (words: readonly Word[]): readonly Word[] =>
    words.filter(({ folded }) => !knowledge.language.isFunctionWord(folded));
  const written = (words: readonly Word[]): string => ['', ...named(words).map(({ folded }) => folded), ''].join(' ');
  const stems = named(town).map(({ stem }) => stem);
  return knowledge.projectIndex.search(stems).flatMap(({ id, matched }) => {
    const project = matched.length < stems.length ? undefined : knowledge.projectById.get(id);
    const clauses = project === undefined ? [] : clausesOf(project, locale, knowledge);
    const clause = clauses.find(({ words }) => written(words).includes(written(town)));
    return clause === undefined ? [] : [{ id, field: clause.field }];
  });
}

/** The set without its place where the whole country is said; what nothing else limits is what covers the country. */
export function everywhere(filter: Filter, { reading, knowledge }: Filled): Filter {
  const [country] = reading.spans.flatMap(({ tags }) =>
    idsOf(tags, 'territory').filter((id) => knowledge.territoryById.get(id)?.kind === 'country'),
  );
  if (country === undefined) return filter;
  const wide = without(filter, 'place');
  return isEmptyFilter(wide) ? { ...wide, territories: [country] } : wide;
}
