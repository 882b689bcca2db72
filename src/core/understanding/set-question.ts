import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from './filter-of';
import { fieldOf } from './field-of';
import type { Field, Filter, Question } from './question';
import { EMPTY_FILTER, isAmountField } from './question';
import type { Hit } from '../search/ranked-index';
import { bestOfSet, describingStems, subjectStems } from './ranking';
import type { Reading } from './reading';
import { unique } from './reading';
import { projectsByMeaning, soleProject } from './meant-project';
import {
  EXPLAINS_ALL,
  EXPLAINS_MORE,
  SOLE,
  FILTER_ALONE,
  FILTER_ASKED,
  MOST_CANDIDATES,
  MOST_CLARIFIED,
  WELL_EXPLAINED,
} from './thresholds';

/** A question on the projects that a filter keeps: a list, or a field of the one that the words describe. */
export function questionOnSet(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  if (asksForAll(reading) && isEmptyFilter(filter)) return { kind: 'list', filter, sort: null, limit: null, found: [] };
  if (isEmptyFilter(filter) || asksOfTheWorld(reading, filter)) return null;
  const positions = selectPositions(filter, knowledge);
  const hits = knowledge.projectIndex.search(subjectStems(reading), positions);
  if (explainedShare(reading, hits, knowledge) < leastShare(reading, filter)) return null;

  const whole = explainsAll(reading, knowledge);
  const isElsewhere = whole !== null && !positions.includes(whole.position) && !isLimitedOutright(reading, filter);
  if (whole !== null && (isOneProjectMeant(reading) || isElsewhere)) {
    const asked = fieldOf(reading) ?? (reading.fields.includes('summary') ? 'summary' : null);
    const among = { ...EMPTY_FILTER, among: [whole.id] };
    return asked === null
      ? { kind: 'list', filter: among, sort: null, limit: null, found: [whole.id] }
      : { kind: 'fact', project: whole.id, field: asked };
  }
  const list: Question = {
    kind: 'list',
    filter,
    sort: null,
    limit: null,
    found: inOrderMeant(hits, reading, knowledge),
  };
  const field = positions.length === 1 && !reading.operators.has('list') ? fieldOf(reading) : fieldOnSet(reading);
  const isOne = isOneProjectMeant(reading);
  const described = knowledge.projectIndex.search(describingStems(reading), positions);
  const [first] = positions;
  if (reading.fields.includes('summary') && field === null && isOne) {
    const told = soleProject(describingStems(reading), knowledge, SOLE, positions);
    if (told !== null) return { kind: 'fact', project: told, field: 'summary' };
  }
  if (reading.fields.includes('summary') && field === null && positions.length === 1 && first !== undefined) {
    return { kind: 'fact', project: knowledge.projects[first]?.id ?? '', field: 'summary' };
  }
  const isVague = !isOne && !reading.mentionsFund && isSubjectOnly(filter);
  const isByKnown = filter.known.length + filter.unknown.length > 0;
  const isFiltered = filter.amounts.length > 0 || isByKnown;
  if (!field || ((reading.operators.has('list') || isFiltered) && (isByKnown || !reading.operators.has('subject'))))
    return list;
  const isPlural = reading.operators.has('plural-subject') && !isOne;
  const alone =
    positions.length === 1 && first !== undefined
      ? knowledge.projects[first]?.id
      : isPlural || (isVague && explainedShare(reading, hits, knowledge) < WELL_EXPLAINED)
        ? undefined
        : bestOfSet(described, knowledge.projectIndex)?.id;
  const meant =
    alone === undefined && !isPlural && !(isVague && explainedShare(reading, hits, knowledge) < WELL_EXPLAINED)
      ? soleProject(describingStems(reading), knowledge, SOLE, positions)
      : null;
  const one = alone ?? meant ?? undefined;
  if (one !== undefined) return { kind: 'fact', project: one, field };
  if (isOne && positions.length <= MOST_CLARIFIED)
    return { kind: 'clarify', candidates: candidatesOf(hits, positions, knowledge), field };
  if (!isAmountField(field)) return list;
  if (isSetSaid(reading, filter))
    return { kind: 'aggregate', operation: 'sum', field, filter, limit: 1, groupBy: null };
  return { kind: 'clarify', candidates: candidatesOf(hits, positions, knowledge), field };
}

/** "Liste les projets", "tous les projets", and not a word more. */
function asksForAll({ operators, words, leftoverStems, fields, references }: Reading): boolean {
  const saysAll =
    operators.has('list') || words.some(({ folded }) => ['tous', 'toutes', 'tout', 'all', 'every'].includes(folded));
  return operators.has('plural-subject') && saysAll && leftoverStems.length + fields.length + references.length === 0;
}

/** "Projets annoncés en 2021 et portés par la DGFiP": what is limited so, in so many words, may well be none. */
export function isLimitedOutright({ operators }: Reading, filter: Filter): boolean {
  return operators.has('plural-subject') && !isEmptyFilter({ ...filter, topics: [] });
}

/** The project that holds nearly all the words, when no other comes near: then a theme among them limits nothing. */
function explainsAll(reading: Reading, knowledge: KnowledgeBase): Hit | null {
  const [best, second] = knowledge.projectIndex.search(subjectStems(reading));
  if (!best || best.matched.length < 3 || best.coverage < EXPLAINS_ALL || reading.operators.has('except')) return null;
  return !second || second.coverage <= best.coverage - EXPLAINS_MORE ? best : null;
}

/** What all the words together mean comes first, then what holds more of them. */
function inOrderMeant(hits: readonly Hit[], reading: Reading, knowledge: KnowledgeBase): readonly string[] {
  const held = new Set(hits.map(({ id }) => id));
  const meant = projectsByMeaning(subjectStems(reading), knowledge).filter((id) => held.has(id));
  const whole = explainsAll(reading, knowledge);
  return unique([...(whole && held.has(whole.id) ? [whole.id] : []), ...meant, ...held]);
}

/** A ministry, a call, a year or the word "projets" speak of several projects; a subject alone ("le prix d'un passeport") does not. */
function isSetSaid(reading: Reading, filter: Filter): boolean {
  const { operators } = reading;
  return (
    operators.has('plural-subject') ||
    operators.has('sum') ||
    reading.mentionsFund ||
    filter.carriers.length + filter.calls.length + filter.years.length + filter.territories.length > 0
  );
}

/** "Combien de détenus en France ?", "qui est garde des Sceaux ?": a number or a person of the world, not of the projects. */
export function asksOfTheWorld(reading: Reading, filter: Filter): boolean {
  const { operators, fields } = reading;
  if (
    speaksOfProjects(reading) ||
    reading.mentionsFund ||
    isOneProjectMeant(reading) ||
    asksHowMuchForThe(reading) ||
    filter.amounts.length + filter.calls.length > 0
  )
    return false;
  const start = reading.words
    .slice(0, 3)
    .map(({ folded }) => folded)
    .join(' ');
  const isOnPlace = filter.territories.length > 0 && isEmptyFilter({ ...filter, territories: [] });
  if (isOnPlace && /^(combien d|how many)/.test(start) && fields.every((field) => field === 'status')) return true;
  const asksWho = /^(qui est|who is|c est qui)\b/.test(start) && !fields.some((field) => field === 'carrier');
  return (
    asksWho || (operators.has('how-much') && fields.every((field) => field === 'status') && !operators.has('pays'))
  );
}

/** "Combien pour l'identité numérique ?" is of something known; "combien pour un passeport ?" is of the world. */
function asksHowMuchForThe({ words }: Reading): boolean {
  return /^combien pour (?:le|la|les|l) /.test(words.map(({ folded }) => folded).join(' '));
}

/** Nothing but a subject limits the set. */
function isSubjectOnly(filter: Filter): boolean {
  return (
    filter.carriers.length +
      filter.calls.length +
      filter.years.length +
      filter.territories.length +
      filter.amounts.length ===
    0
  );
}

/** Those that share the question's words first. */
function candidatesOf(hits: readonly Hit[], positions: readonly number[], knowledge: KnowledgeBase): readonly string[] {
  const others = positions.flatMap((position) => knowledge.projects[position]?.id ?? []);
  return unique([...hits.map(({ id }) => id), ...others]).slice(0, MOST_CANDIDATES);
}

function leastShare(reading: Reading, filter: Filter): number {
  // Calls and years are no words that could explain: "lesquels ont été désignés à l'été 2023 ?"
  if (reading.operators.has('list') && filter.calls.length + filter.years.length > 0) return 0;
  return speaksOfProjects(reading) || filter.amounts.length > 0 ? FILTER_ASKED : FILTER_ALONE;
}

export function speaksOfProjects({ operators }: Reading): boolean {
  return (
    operators.has('plural-subject') ||
    operators.has('list') ||
    operators.has('existence') ||
    operators.has('carried-by') ||
    operators.has('described') ||
    operators.has('subject')
  );
}

/** The field asked of the set; of several projects a theme, a public or a state is a limit in words, not a field. */
function fieldOnSet(reading: Reading): Field | null {
  const field = fieldOf(reading);
  return field !== null && !isOneProjectMeant(reading) && LIMITS.includes(field) ? null : field;
}

const LIMITS: readonly Field[] = ['themes', 'call', 'beneficiaries', 'status'];

/** "le projet de recouvrement", "the justice project": one is meant. */
export function isOneProjectMeant(reading: Reading): boolean {
  return reading.words.some(
    ({ folded }, index) =>
      (folded === 'projet' || folded === 'project') &&
      !['quel', 'which', 'chaque', 'each', 'par', 'per', 'un', 'de', 'any', 'a'].includes(
        reading.words[index - 1]?.folded ?? '',
      ),
  );
}

/** Share of the weight of the content words that the spans, or the best project kept, explain. */
function explainedShare(reading: Reading, hits: readonly Hit[], knowledge: KnowledgeBase): number {
  const weightOf = (stems: readonly string[]): number =>
    stems.reduce((sum, stem) => sum + knowledge.projectIndex.rarity(stem), 0);
  const total = weightOf(reading.contentStems);
  if (total === 0) return 1;
  const matched = new Set(hits[0]?.matched ?? []);
  const unexplained = reading.leftoverStems.filter((stem) => !matched.has(stem));
  return 1 - weightOf(unexplained) / total;
}
