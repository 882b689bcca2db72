import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from './filter-of';
import type { Filter } from './question';
import type { Reading } from './reading';
import { union } from './topics';
import { isOneProjectMeant } from './set-question';

/** "Projets de la Justice sur le logement": the name of the body begins with its projects. */
function saysProjectsOfBody({ spans, words }: Reading): boolean {
  return spans.some(
    ({ start, end, tags }) =>
      end > start + 1 &&
      tags.some(({ kind }) => kind === 'organisation') &&
      ['projets', 'ceux', 'celui'].includes(words[start]?.folded ?? ''),
  );
}

/** "Je suis préfet, j'ai des bidonvilles": a body that is not said to carry anything limits nothing when it would leave nothing. */
export function relaxed(filter: Filter, reading: Reading, knowledge: KnowledgeBase): Filter {
  const isSaid =
    reading.operators.has('carried-by') || reading.fields.includes('carrier') || saysProjectsOfBody(reading);
  const isEmpty = (candidate: Filter): boolean => selectPositions(candidate, knowledge).length === 0;
  if (!isEmpty(filter)) return filter;
  // "Quel projet de Bercy devait arriver en 2022 ?": a year in passing is no year of selection.
  const withoutYears = { ...filter, years: [], months: [] };
  if (filter.years.length > 0 && !isEmptyFilter(withoutYears) && isOneProjectMeant(reading)) return withoutYears;
  // Who asks ("pour monsieur le préfet, les projets d'Île-de-France") is no subject beside a place, a call or a year.
  const withoutAsker = { ...filter, carriers: [] };
  if (filter.topics.length === 0)
    return isSaid || isEmptyFilter(withoutAsker) || isEmpty(withoutAsker) ? filter : withoutAsker;
  // "My flat is damp, and rents are hard to get": subjects that no project has together are each one of them asked for.
  const anyTopic = { ...filter, topics: [filter.topics.reduce(union)] };
  if (filter.topics.length > 1 && !isEmpty(anyTopic)) return anyTopic;
  const withoutBodies = isSaid ? filter : { ...filter, carriers: [] };
  if (!isEmpty(withoutBodies)) return withoutBodies;
  // Who asks ("mon député") is no subject when a place or a body is.
  const withoutPeople = { ...filter, topics: filter.topics.filter(({ themes }) => themes.length > 0) };
  return isEmptyFilter(withoutPeople) || isEmpty(withoutPeople) ? filter : withoutPeople;
}
