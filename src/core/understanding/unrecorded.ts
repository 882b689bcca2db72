import { idsAt, selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from './filter-of';
import type { Filter, Question } from './question';
import type { Reading } from './reading';
import { MOST_TOLD_APART } from './thresholds';

/**
 * "Projets en retard", "quels projets ont dépassé leur budget ?", "le meilleur projet": by what no field of a record holds. Of a small set it is
 * told where each stands; of others, that no record says so. Null when nothing of the kind is asked.
 */
export function unrecordedOf(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators, named, mentionsFund } = reading;
  if (named.length > 0 || mentionsFund || operators.has('how-much') || operators.has('count')) return null;
  const said = reading.words.map(({ folded }) => folded).join(' ');
  if (
    operators.has('except') &&
    operators.has('said-carried') &&
    operators.has('plural-subject') &&
    isEmptyFilter(filter)
  )
    return { kind: 'unknown', reason: 'not-recorded', name: null };
  // The records are not told what day it is.
  if (BY_TODAY.test(said) && operators.has('plural-subject') && reading.years.length === 0)
    return { kind: 'unknown', reason: 'out-of-scope', name: null };
  // "Beauvau a quels projets en cours ?" asks for its projects.
  if (UNDER_WAY.test(said) && !isEmptyFilter(filter)) return null;
  const isState = ASKS_STATE.test(said);
  if (!isState && !ASKS_WORTH.test(said)) return null;
  const positions = isEmptyFilter(filter) ? [] : selectPositions(filter, knowledge);
  if (isState && positions.length >= 1 && positions.length <= MOST_TOLD_APART)
    return { kind: 'compare', projects: idsAt(positions, knowledge), field: 'status' };
  return { kind: 'unknown', reason: 'not-recorded', name: null };
}

/** "Quel est le prestataire de Mentor ?": a thing that records do not have, and that this one does not mention either. */
export function lacksInRecord({ words, named }: Reading, knowledge: KnowledgeBase): boolean {
  const [ids, ...more] = named;
  const [id] = ids ?? [];
  if (id === undefined || more.length > 0) return false;
  const things = words.filter(({ folded }) => UNRECORDED_THINGS.has(folded));
  return (
    things.length > 0 && !knowledge.projectIndex.search(things.map(({ stem }) => stem)).some((hit) => hit.id === id)
  );
}

const UNRECORDED_THINGS = new Set(
  'tri van prestataire prestataires fournisseur fournisseurs satisfaction empreinte kpi vendor supplier suppliers contractor contractors rating irr'.split(
    ' ',
  ),
);

const BY_TODAY =
  /\b(?:cette annee|annee derniere|annee passee|annee en cours|ce mois|mois dernier|this year|last year|this month|last month)\b/;
const UNDER_WAY = /\b(?:en cours|ongoing)\b/;

/** Words that may stand between the projects and what is said of them. */
const BETWEEN =
  '(?: (?:qui|that|which|sont|est|ont|a|ete|n|ne|pas|jamais|encore|deja|toujours|le|la|les|plus|un|une|en|leur|leurs|its|their|on|de|du|are|were|have|been|has|is|not|never|the|most|did|pris|eu|mieux|moins))*';
const STATES =
  'retards?|termines?|acheves?|finis?|abandonnes?|arretes?|echoues?|echoue|echecs?|rates?|annules?|suspendus?|aboutis?|abouti|refuses?|rejetes?|retoques?|depasses? (?:leurs? |le |son |les )?(?:budgets?|couts?|delais?|calendriers?)|en cours|derape|surcouts?|respecte(?:nt)? (?:leurs? |le |son |les )?(?:budgets?|delais?|calendriers?)|late|delayed|overdue|finished|completed|ongoing|failed|cancelled|canceled|abandoned|rejected|refused|over budget|overran|overrun|behind schedule';
const WORTHS =
  'avances?|advanced|utiles?|efficaces?|controvers\\w+|critiques?|notes?|reussis?|prometteurs?|populaires?|rates?|useful|effective|successful|popular|promising|best rated';
const SEVERAL = '(?:projets|projects|lesquels|quel projet|which project)';
const ONE_OR_SEVERAL = '(?:projets?|projects?|lesquels)';
/** "Projets en retard", "quels projets de la Justice sont terminés", "delayed projects" */
const ASKS_STATE = new RegExp(
  `\\b${SEVERAL}(?: \\w+){0,5} (?:sont|ont ete|a ete|ont|are|were|have)${BETWEEN} (?:${STATES})\\b|\\b${SEVERAL}${BETWEEN} (?:${STATES})\\b|\\b(?:ont|a) pas ete (?:retenus?|selectionnes?|finances?)\\b|\\b(?:not|never) (?:selected|funded|chosen)\\b|\\b(?:late|delayed|failed|finished|completed|cancelled|abandoned|rejected|ongoing) projects\\b`,
);
/** "Le meilleur projet", "the worst projects", "le projet le plus utile" */
const ASKS_WORTH = new RegExp(
  `\\b(?:meilleurs?|pires?|best|worst) (?:projets?|projects?)\\b|\\b${ONE_OR_SEVERAL} (?:les?|the|(?:qui )?est le|(?:qui )?sont les|are the|is the) (?:plus|moins|mieux|most|least|best) (?:${WORTHS})\\b|\\b(?:most|least) (?:${WORTHS}) projects?\\b`,
);
