import { selectIds, selectPositions } from '../answering/select';
import { isOwn } from '../language/asides';
import { classesIn, type LanguageWords, type Part } from '../language/language-words';
import { readTerm, type Word } from '../language/words';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { yearOf } from '../knowledge/facets';
import { isAmountField } from '../model/project-fields';
import type { Project } from '../model/records';
import {
  amountRanked,
  EMPTY_FILTER,
  type Filter,
  idsOfTopic,
  type Own,
  type Question,
  isEmptyFilter,
} from '../model/question';
import type { Decision } from './decide';
import { isOperator } from './open-slots';
import { causeAsked } from './fund/compose-fund';
import { asksForCause } from './talk/leads';
import { framesOf, holdsSubject, lastSetQuestion, MOST_COMPARED } from './patch';
import { type Reading, readQuestion, unique } from './reading';
import { filterOf, isTotal, saidCount } from './referents';
import type { Composed, Filled, Said } from './said';

/** "Et parmi tous les projets ?", "dans l’autre sens": the last question of a set, of all that is held, or turned round; null where the message says more. */
export function askedAgain(said: Filled): Question | null {
  const { memory, reading, mentions, named, knowledge } = said;
  const last = memory.question;
  const { operators, fields, spans, references, leftoverStems } = reading;
  if ((last?.kind !== 'list' && last?.kind !== 'aggregate') || mentions.length > 0) return null;
  const bounded = boundedElse(last, reading, knowledge.language);
  if (bounded !== null) return bounded;
  const isOfSame = fields.every((field) => last.kind === 'aggregate' && field === last.field);
  const saysMore = [...operators].some(
    (operator) =>
      !AGAIN.some((said) => said === operator) && !(last.kind === 'aggregate' && operator === last.operation),
  );
  if (saysMore || !isOfSame || named.length + leftoverStems.length > 0) return null;
  const of = (filter: Filter): Question => ({ ...last, filter, ...(last.kind === 'list' ? { found: [] } : {}) });
  if (spans.some((span) => isOperator(span, 'whole-base'))) {
    const { known, unknown, amounts, disputes } = last.filter;
    return of({ ...EMPTY_FILTER, known, unknown, amounts, disputes });
  }
  if (last.kind === 'aggregate') {
    const { operation, field, filter } = last;
    if ((operation !== 'max' && operation !== 'min') || last.groupBy !== null) return null;
    if (operators.has('reverse')) return { ...last, operation: operation === 'max' ? 'min' : 'max' };
    // "Lequel a reçu le plus ?", then "le classement"
    const direction = operation === 'max' ? 'descending' : 'ascending';
    return !operators.has('sort') || field === null || references.length > 0
      ? null
      : { kind: 'list', filter, sort: { field, direction }, limit: null, found: [], show: [] };
  }
  const { sort } = last;
  if (sort === null || !operators.has('reverse')) return null;
  return { ...last, sort: { ...sort, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' } };
}

/** "Combien de projets numériques ?", then "et pas numériques ?": those that are not; null where the message says more. */
export function turnedDown({ memory, reading, mentions, knowledge: { language } }: Filled): Question | null {
  const last = memory.question;
  if ((last?.kind !== 'list' && last?.kind !== 'aggregate') || reading.operators.size > 0) return null;
  const { words, fields, leftoverStems } = reading;
  const [mention, ...others] = mentions;
  const [topic, ...more] = last.filter.topics;
  const isBare = others.length + more.length + fields.length + leftoverStems.length === 0;
  const isDenied = language.is('denying', words[(mention?.start ?? 0) - 1]?.folded ?? '');
  if (topic === undefined || !isBare || !isDenied || !language.is('coordinating', words[0]?.folded ?? '')) return null;
  const held = new Set(idsOfTopic(topic));
  if (mention?.span?.tags.some(({ id }) => held.has(id)) !== true) return null;
  const filter = { ...last.filter, topics: [], except: { ...last.filter.except, topics: [topic] } };
  return { ...last, filter, ...(last.kind === 'list' ? { found: [] } : {}) };
}

/** "À plus de 20 M€ d'aide", "les plus aidés", then "non, de coût", "je parlais du coût, pas de l'aide": the same of the amount meant; null where the message says more. */
function boundedElse(
  last: Question & { kind: 'list' | 'aggregate' },
  { fields, deniedFields, operators, words, quantities, leftoverStems }: Reading,
  { is }: LanguageWords,
): Question | null {
  const [bound, ...others] = last.filter.amounts;
  const [field, ...more] = fields;
  const of = bound?.field ?? (last.kind === 'list' ? amountRanked(last.sort) : null);
  if (of === null || others.length + more.length + quantities.length + leftoverStems.length > 0) return null;
  const isMeantInstead =
    deniedFields.some((one) => one === of) ||
    operators.has('correction') ||
    words.some(({ folded }) => is('refusing', folded) && !is('rulingOut', folded));
  if (field === undefined || !isAmountField(field) || field === of || !isMeantInstead) return null;
  const filter = bound === undefined ? last.filter : { ...last.filter, amounts: [{ ...bound, field }] };
  if (last.kind === 'aggregate') return { ...last, filter, field: last.field === of ? field : last.field };
  const sort = last.sort?.field === of ? { ...last.sort, field } : last.sort;
  return { ...last, filter, sort, found: [], show: [] };
}

const AGAIN = [
  'whole-base',
  'reverse',
  'ascending',
  'correction',
  'and-what-about',
  'plural-subject',
  'sort',
  'polite',
] as const;

/** "Combien pour la santé ?", then "et pour la culture ?": who says nothing but another limit asks for the same number again. */
export function goneOnWith(decision: Decision, { reading, memory, mentions, knowledge }: Said): Decision {
  const { language } = knowledge;
  const { operators, fields, words, spans, leftoverStems } = reading;
  const isPlain = leftoverStems.length + fields.length === 0 && !reading.mentionsFund;
  // "Qui pilote le fonds ?", then "et Mentor ?": what was told says nothing of any project.
  const isAlone = [...operators].every((operator) => operator === 'and-what-about') && reading.named.length === 1;
  const told = memory.question?.kind === 'programme' ? memory.question.facts : [];
  const namesAny = (id: string): boolean =>
    readQuestion(knowledge.factById.get(id)?.answerFr ?? '', knowledge).named.length > 0;
  if (decision.intent === 'programme' && isPlain && isAlone && told.length > 0 && !told.some(namesAny))
    return { intent: 'fact', reference: 'alone', fields: ['summary'] };
  const isOf = (index: number): boolean => language.is('among', words[index - 1]?.folded ?? '');
  // "La médiane ?", then "et sans InSERRE ?"
  const { question } = memory;
  const isLimitedOnly = [...operators].every((operator) => LIMITING.some((one) => one === operator));
  const computed = question?.kind === 'aggregate' && question.groupBy === null ? question : null;
  if (computed?.field != null && decision.reference === 'narrow' && isLimitedOnly && fields.length === 0)
    return { ...decision, intent: computed.operation, fields: [computed.field] };
  if (fields.length > 0 || [...operators].some((operator) => operator !== 'and-what-about')) return decision;
  // "Quelle part du coût le fonds paie-t-il pour PILAT ?", then "et quelle est cette part pour OCS GE ?"
  const fieldsTold = memory.question?.kind === 'fact' ? [memory.question.field, ...memory.question.also] : [];
  const asksSame = decision.intent === 'fact' && decision.reference === 'replace';
  // "Qui le porte ?", then "et l'assistant du fisc ?"
  const isBare =
    decision.fields.length + leftoverStems.length === 0 && language.is('coordinating', words[0]?.folded ?? '');
  if (asksSame && (fieldsTold.length > 1 || isBare) && decision.fields.every((field) => fieldsTold.includes(field)))
    return { ...decision, fields: fieldsTold };
  if (words.length > MOST_WORDS_OF_LIMIT) return decision;
  const last = lastSetQuestion(memory);
  if (last?.kind !== 'aggregate' || last.groupBy !== null) return decision;
  // "Le plus aidé du premier appel ?", then "et du deuxième ?"
  const isOfOrdinal = spans.some(
    ({ start, tags }) => (isOf(start) || isOf(start + 1)) && tags.some(({ id }) => id === 'ordinal'),
  );
  const isOfCall = isOfOrdinal && last.filter.calls.length === 1 && mentions.length === 0;
  // "Et parmi ceux du logement ?" though another thing was asked since
  const isOfThose = words.some(({ folded }, at) => language.is('designating', folded) && isOf(at));
  const isOfOther = mentions.length > 0 && decision.intent === 'list' && (isTotal(memory.question) || isOfThose);
  if (!isOfCall && !isOfOther) return decision;
  return {
    ...decision,
    intent: last.operation,
    reference: decision.reference === 'narrow' || decision.reference === 'widen' ? decision.reference : 'replace',
    fields: last.field === null ? [] : [last.field],
  };
}

const LIMITING = ['and-what-about', 'remove', 'except', 'polite'] as const;

/** "À ceux de la culture ?" */
const MOST_WORDS_OF_LIMIT = 6;

/** "Pourquoi ?", "d'où vient ce chiffre ?": the last question again, or the sources of its project with what they were asked of. */
export function composeAgain({ reference, fields }: Decision, said: Filled): Composed | null {
  const { memory, named } = said;
  const last = memory.question;
  // "Pourquoi DossierFacile est dedans ?" asks how the list was found.
  const isOfShown = reference === 'explain' && fields.length === 0 && memory.shown.length > 1;
  if (last === null || !named.every((id) => isOfShown && memory.shown.includes(id))) return null;
  if (last.kind === 'fact') {
    const asked = fields.find((field) => said.reading.fields.includes(field) && field !== 'summary');
    const told = [last.field, ...last.also].filter((field) => field !== 'sources' && field !== 'summary');
    if (reference === 'sources') return { question: { ...last, field: 'sources', also: told }, support: 1 };
    // "Pourquoi une telle dérive ?" asks for a cause: how far the project is says most of it.
    if (asksForCause(said.reading, memory, said.knowledge) && asked === undefined && last.field !== 'status')
      return { question: { ...last, also: unique([...last.also, 'status']) }, support: 1 };
    const field = asked ?? last.field;
    return { question: field === last.field ? last : { ...last, field, also: [] }, support: 1 };
  }
  const cause = last.kind === 'programme' && reference === 'explain' ? causeAsked(said) : null;
  if (cause !== null) return { question: { kind: 'programme', facts: [cause] }, support: 1 };
  // "Projets sur les déchets", which is one, then "source ?"
  const isOfOne = reference === 'sources' && last.kind === 'list' && memory.focus !== null;
  const ofOne: Question | null = isOfOne ? { kind: 'fact', project: memory.focus, field: 'sources', also: [] } : null;
  return { question: ofOne ?? last, support: 1 };
}

/** "Nos projets", "chez nous" */
export function asksForOwn({ reading: { words }, knowledge: { language } }: Said): boolean {
  return words.some((_, index) => isOwn(words, index, language));
}

/**
 * "Je suis à la Dihal", then "nos projets ?", "chez nous, sur le logement ?": the body, the place or the subject of who asks, with what the message limits
 * besides; else those of the last set. Null where the message asks for nothing of theirs, or says another body or place.
 */
export function ownBefore({ reading, memory, limits, named, knowledge }: Filled): Filter | null {
  const { words, operators } = reading;
  const { language, broaderTerritories, territoryById } = knowledge;
  const own = words.findIndex((_, index) => isOwn(words, index, language));
  // "On a reçu combien ?" of who told where they are, not "donne-nous le plus cher"
  const asksOfAll = operators.has('whole-base') || !isEmptyFilter(limits);
  const isOurs = ({ folded, startsClause }: Word, index: number): boolean =>
    language.is('us', folded) && (startsClause || words[index - 1]?.startsClause !== true);
  const us = memory.own.length === 0 || asksOfAll ? -1 : words.findIndex(isOurs);
  const at = own < 0 ? us : own;
  if (at < 0 || named.length + limits.carriers.length + limits.territories.length > 0) return null;
  const part = language.partNamed(words[at + 1]?.folded ?? '');
  const of = (wanted: Own['kind']): readonly string[] =>
    memory.own.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
  // "Ma région" of who lives in Toulouse is Occitanie, "mon ministère" of a customs officer that of the customs.
  const region = (id: string): string =>
    [id, ...(broaderTerritories.get(id) ?? [])].find((place) => territoryById.get(place)?.kind === 'region') ?? id;
  const carriers = of('organisation').map((id) => (part === 'ministry' ? ministryOf(id, knowledge) : id));
  const territories = unique(of('territory').map(region));
  const topic = { themes: of('theme'), beneficiaries: of('beneficiary'), organisations: [] };
  // "Chez nous" of a regional councillor is the region, not what councils are for.
  const isOfPlace = words.some(({ folded }) => language.is('dwelling', folded)) && territories.length > 0;
  if (isOfPlace && carriers.length === 0) return { ...limits, territories, topics: [] };
  if (part !== 'territory' && carriers.length > 0) return { ...limits, carriers };
  if (part === null && topic.themes.length + topic.beneficiaries.length > 0)
    return { ...limits, topics: [...limits.topics, topic] };
  if (part !== 'ministry' && part !== 'carrier' && territories.length > 0) return { ...limits, territories };
  const held = framesOf(memory).flatMap(({ question }) => filterOf(question) ?? []);
  const last = held.find((filter) => filter.carriers.length + filter.territories.length > 0);
  return last === undefined || !isEmptyFilter(limits)
    ? null
    : { ...EMPTY_FILTER, carriers: last.carriers, territories: last.territories };
}

/** "Et ce ministère porte combien de projets ?", "la même année" of the project spoken of; null where no part of it is shown. */
export function partOfFocus(said: Filled): Filter | null {
  const part = said.named.length > 0 || !isEmptyFilter(said.limits) ? null : partShared(said);
  return part === null ? null : { ...EMPTY_FILTER, ...part };
}

/** The parts of a project that a message shows: "ce ministère", "la même année", "l'appel du bracelet", "le même ministère à cet appel". */
function partsShown({ reading: { words }, mentions, knowledge }: Filled): readonly Part[] {
  const { is, partNamed } = knowledge.language;
  const isOfNamed = (at: number): boolean =>
    mentions.some(
      ({ kind, start }) =>
        kind === 'project' &&
        start > at + 1 &&
        words.slice(at + 1, start).every(({ folded }) => is('among', folded) || is('articles', folded)),
    );
  const isShown = (at: number): boolean => is('showing', words[at - 1]?.folded ?? '') || isOfNamed(at);
  return words.flatMap(({ folded }, at) => (isShown(at) ? (partNamed(folded) ?? []) : []));
}

/** What the project named or spoken of has of these parts; null where none is shown, or none is known. */
export function partShared(said: Filled): Partial<Filter> | null {
  const { memory, named, knowledge } = said;
  const project = knowledge.projectById.get(named[0] ?? memory.focus ?? '');
  const parts = project === undefined ? [] : partsShown(said).map((part) => partOf(project, part, knowledge));
  const shared = parts.reduce<Partial<Filter>>((all, part) => ({ ...all, ...part }), {});
  return Object.values(shared).flat().length === 0 ? null : shared;
}

/** What a project has of a part, as the limit of a set; of nothing known, no limit. */
function partOf(project: Project, part: Part, knowledge: KnowledgeBase): Partial<Filter> {
  const { carrierIds, territories, themes } = project;
  const { number, session, scheme, announced } = project.call;
  switch (part) {
    case 'ministry':
      return { carriers: unique(carrierIds.map((id) => ministryOf(id, knowledge))) };
    case 'carrier':
      return { carriers: carrierIds };
    case 'territory':
      return { territories };
    case 'theme':
      return { topics: [{ themes: themes.slice(0, 1), beneficiaries: [], organisations: [] }] };
    case 'call':
      return { calls: (number ?? scheme) === null ? [] : [{ number, session, scheme }] };
    case 'year':
      return { years: [yearOf(project) ?? []].flat() };
    case 'day':
      // Nothing is announced twice in a month.
      return { months: announced?.length === DAY ? [announced.slice(0, MONTH)] : [] };
    case 'amount':
      return {};
  }
}

/** So many letters has a day, and the month within it. */
const [DAY, MONTH] = ['2018-11-12'.length, '2018-11'.length];

/**
 * "Que porte-t-il d'autre ?", "d'autres sur ce thème ?", "les autres de la même année": what shares with a project what the message says, or what was
 * told of it; where it says no subject or place, its carrier.
 */
export function siblingsOf(id: string, said: Filled): Filter {
  const { reading, memory, limits, knowledge } = said;
  const { broaderOrganisations, language } = knowledge;
  const project = knowledge.projectById.get(id);
  const except = { ...limits.except, projects: unique([...limits.except.projects, id]) };
  const { question } = memory;
  const told = question?.kind === 'fact' ? [question.field] : [];
  const shared = [...reading.fields, ...told].find(
    (field) => field === 'themes' || field === 'territory' || field === 'call',
  );
  const ofMinistry = reading.words.some(({ folded }) => language.partNamed(folded) === 'ministry');
  // "Et les autres à plus de 27 M€ ?" are any.
  const saysAnother = !isEmptyFilter({ ...limits, carriers: [], except: EMPTY_FILTER.except });
  const isOfAnother = saysAnother && !reading.operators.has('said-carried');
  const part = shared === 'themes' ? 'theme' : shared;
  const own = part === undefined || project === undefined ? null : partOf(project, part, knowledge);
  const carriesOthers = (body: string): boolean =>
    selectPositions({ ...EMPTY_FILTER, ...limits, carriers: [body], except }, knowledge).length > 0;
  // The ministry where it is said; else the body itself, or the nearest above it that carries another project.
  const carriers = (): readonly string[] =>
    unique(
      (project?.carrierIds ?? []).flatMap((body) => {
        const bodies = broaderOrganisations.get(body) ?? [];
        return (ofMinistry ? bodies.at(-1) : (bodies.find(carriesOthers) ?? bodies[0])) ?? [];
      }),
    );
  const isOfOwn = own !== null && own.calls?.length !== 0;
  // "Projets en Occitanie", which is one, then "tu en as d'autres ?"
  const isOfList = question?.kind === 'list' && !isEmptyFilter(question.filter) && isEmptyFilter(limits);
  const of: Partial<Filter> =
    partShared(said) ??
    (isOfList && !reading.operators.has('said-carried') ? question.filter : null) ??
    (isOfAnother ? {} : isOfOwn ? own : limits.carriers.length > 0 ? {} : { carriers: carriers() });
  return { ...EMPTY_FILTER, ...limits, ...of, except };
}

/** The nearest ministry that the body is, or belongs to; else the highest body above it. */
function ministryOf(id: string, { broaderOrganisations, organisationById, language }: KnowledgeBase): string {
  const bodies = broaderOrganisations.get(id) ?? [id];
  const isMinistry = (body: string): boolean =>
    readTerm(organisationById.get(body)?.name.fr ?? '').some(({ folded }) => language.partNamed(folded) === 'ministry');
  return bodies.find(isMinistry) ?? bodies.at(-1) ?? id;
}

/**
 * "Compare LiDAR HD et OCS GE", then "l'IGN touche combien en tout ?"; "EXPLOC ?", then "les autres sur le logement": a few projects said are not
 * what such a subject is said of.
 */
export function isBeside({ among }: Filter, { intent, reference }: Decision, { limits, reading, knowledge }: Filled) {
  const isOfSet = reference === 'narrow' || reference === 'shown';
  if (among === null || among.length > MOST_COMPARED || !isOfSet) return false;
  const { operators, references, words } = reading;
  // "InSERRE et le HDH à eux deux ?", then "et le plus vieux projet ?", not "quel projet est le plus vieux ?"
  const has = classesIn(words, knowledge.language);
  const isOfAny = has('projects') && !has('which', 'choosing', 'designating', 'within');
  if ((intent === 'max' || intent === 'min') && isOfAny && references.length === 0 && saidCount(reading) === 0)
    return true;
  if (!holdsSubject(limits)) return false;
  // "Combien à la DGFiP dans ces 5 ?"
  if (saidCount(reading) > 0) return false;
  if (among.length === 1 && references.some(({ id }) => id === 'others')) return true;
  if (!(intent === 'sum' || intent === 'average') || operators.has('only') || references.length > 0) return false;
  const left = selectIds({ ...limits, among }, knowledge).length;
  return left === 1 || left === among.length;
}
