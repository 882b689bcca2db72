import { rankedIn } from '../answering/like-amounts';
import { orderedIn } from '../answering/list-order';
import { selectIds, selectPositions } from '../answering/select';
import { type AmountField, amountOf, isAmountField, OTHER_SIDE } from '../model/project-fields';
import { readCount } from '../language/amounts';
import type { Word } from '../language/words';
import type { Decision } from './decide';
import { type Evidence, evidenceFor, type Found } from './evidence';
import type { Reference } from '../model/tag';
import { isOperator, takesOut } from './open-slots';
import type { Filled } from './said';
import { framesOf, heldByAll, lastAmountField, heldTogether, setOf, setsAskedBefore } from './patch';
import { type Filter, type Memory, type Question, isEmptyFilter, onlyThese } from '../model/question';
import { type Reading, unique } from './reading';

/** Candidates that a clarification can offer as buttons. */
export const MOST_CANDIDATES = 6;

/** A record found that explains less than this share of the words is none. */
const LEAST_SHARE = 0.34;

/** "Le deuxième", "le dernier", "les deux premiers", "l'autre", "celui d'Occitanie", "le plus cher": of what was shown. */
export function pickedFromShown(filled: Filled, several: boolean): readonly string[] {
  const { reading, memory, knowledge, limits, evidence, named } = filled;
  const shown = shownBefore(filled);
  const namedShown = named.filter((id) => shown.includes(id));
  if (namedShown.length > 0) return namedShown;
  const longer = rankedBeyond(filled);
  const counted = countedShown(filled, shown, longer);
  if (counted !== null) return counted;
  const ordinals = reading.references.filter(({ id }) => id === 'ordinal').map(({ position }) => position);
  const extreme = reading.operators.has('max') ? 'max' : reading.operators.has('min') ? 'min' : null;
  // "Le plus petit des trois": so many were shown.
  const numbers = extreme === null ? reading.quantities.flatMap((one) => (one.factor === null ? one.value : [])) : [];
  const stepped = steppedFrom(filled, longer.length > shown.length ? longer : shown, shown.length);
  const ranking = isRanking(framesOf(memory)[0]?.question ?? null);
  const said = ordinals.length > 0 ? ordinals : stepped !== null ? [stepped] : numbers;
  // After a winner without more, "et juste derrière ?", "runner-up" is the next; its own end of the ranking is counted from.
  const isOfOthers = reading.references.some(({ id }) => id === 'others');
  const positions = !ranking ? said : said.length > 0 ? said.map(Math.abs) : isOfOthers ? [] : [2];
  const picked = unique(
    positions.flatMap(
      (position) => (position < 0 ? shown.at(position) : (shown[position - 1] ?? longer[position - 1])) ?? [],
    ),
  );
  // "Le second, celui des fouilles": what describes one of them says more than its place.
  const limited = selectIds({ ...limits, among: shown }, knowledge);
  const isTheOne = reading.words.some(({ folded }) => knowledge.language.is('designating', folded));
  if (isTheOne && limited.length === 1 && shown.length > 1) return limited;
  const within = new Set(limited.length > 0 ? limited : shown);
  // "Celui en deuxième place": what stands right behind a place describes none.
  const places = reading.spans.filter(({ tags }) => tags.some(({ id }) => id === 'ordinal'));
  const behind = new Set(places.flatMap(({ end }) => reading.words[end]?.stem ?? []));
  const described = evidence.projects.find(
    ({ id, matched }) => within.has(id) && (matched.length === 0 || !matched.every((stem) => behind.has(stem))),
  );
  const isDescribed = described !== undefined && described.share >= SIDE_SHARE && described.matched.length > 0;
  if (isTheOne && stepped === null && isDescribed) return [described.id];
  // "Le 3e et le 4e, c'est quoi ?", not "du second, puisque le premier a déjà été raconté"
  const areJoined = places.every(
    ({ start }, at) =>
      at === 0 ||
      reading.words.slice(places[at - 1]?.end, start).every(({ folded }) => knowledge.language.is('joining', folded)),
  );
  if (picked.length > 0) return several || (ordinals.length > 1 && areJoined) ? picked : picked.slice(0, 1);
  if (isOfOthers) {
    // "Lequel coûte le plus ?", then "et l'autre ?": who came first was spoken of.
    const spoken = memory.focus ?? (memory.question?.kind === 'compare' && shown.length === 2 ? shown[0] : null);
    // Besides a winner, those without an amount are others too.
    const { question } = memory;
    const all = isRanking(question) ? unique([...shown, ...selectIds(question.filter, knowledge)]) : shown;
    const found = evidence.projects.find(({ id, share }) => all.includes(id) && share >= LEAST_SHARE);
    // "Les fourrières je connais, l'autre il parle de quoi ?"
    const span = reading.spans.find(({ tags }) => tags.some(({ id }) => id === 'others'));
    const at = span?.start ?? 0;
    const isSaidBefore = reading.words.slice(0, at).some(({ stem }) => found?.matched.includes(stem));
    const others = all.filter((id) => id !== (isSaidBefore && all.length === 2 ? found?.id : spoken));
    if (others.length === all.length) return [];
    // "L'autre dont le montant est publié"
    const known = [lastAmountField(memory) ?? 'funding'] as const;
    const published = reading.operators.has('known') ? selectIds({ ...onlyThese(others), known }, knowledge) : [];
    if (published.length > 0) return several ? published : published.slice(-1);
    const arePlural = reading.words[(span?.end ?? 0) - 1]?.folded.endsWith('s') === true;
    return several || arePlural ? others : others.slice(-1);
  }
  const field = reading.fields.find(isAmountField) ?? lastAmountField(memory) ?? 'cost';
  if (extreme !== null) {
    const [winner] = rankedIn(onlyThese(shown), field, extreme === 'max' ? 'descending' : 'ascending', knowledge);
    if (winner !== undefined) return [winner];
  }
  return described === undefined ? [] : [described.id];
}

/** "Les deux premiers", "the last three", "les 10 premiers" of a ranking of which five were told; null when no number of them is said so. */
function countedShown({ reading, knowledge }: Filled, shown: readonly string[], ranked: readonly string[]) {
  const { words } = reading;
  const { is } = knowledge.language;
  const at = words.findIndex(({ folded }) => is('foremost', folded) || is('hindmost', folded));
  const [count] = [words[at - 1], words[at + 1]].flatMap((word) => readCount(word?.folded ?? '') ?? []);
  if (at < 0 || count === undefined || count < 2) return null;
  const areFirst = is('foremost', words[at]?.folded ?? '');
  if (count >= shown.length)
    return areFirst && count > shown.length && count < ranked.length ? ranked.slice(0, count) : null;
  return areFirst ? shown.slice(0, count) : shown.slice(-count);
}

/** "Le suivant", "celui d'avant", "celui du milieu": a place counted from 1; null when none is said so. */
function steppedFrom({ reading, memory }: Filled, ranked: readonly string[], count: number): number | null {
  const has = (wanted: Reference): boolean => reading.references.some(({ id }) => id === wanted);
  const at = memory.focus === null ? 0 : ranked.indexOf(memory.focus) + 1;
  const step = stepSaid(has, memory);
  if (step > 0) return at === 0 ? count + 1 : at + 1;
  if (step < 0) return at > 1 ? at - 1 : null;
  return has('middle') ? Math.ceil(count / 2) : null;
}

/** "Le suivant" is one further, "celui d'avant" one back; "juste au-dessus" is further where the least come first. */
export function stepSaid(has: (reference: Reference) => boolean, memory: Memory): number {
  const ranked = framesOf(memory).find(
    ({ question }) => isRanking(question) || (question?.kind === 'list' && question.sort !== null),
  );
  const question = ranked?.question ?? null;
  const isAscending = isRanking(question)
    ? question.operation === 'min'
    : question?.kind === 'list' && question.sort?.direction === 'ascending';
  // "Le plus récent ?", then "et celui d'avant ?"
  const isLatest = question?.kind === 'list' && question.sort?.field === 'date' && question.limit === 1;
  const isBefore = isLatest && !isAscending && has('before');
  if (has('next') || isBefore || has(isAscending ? 'above' : 'below')) return 1;
  return has('before') || has(isAscending ? 'below' : 'above') ? -1 : 0;
}

/** The projects that an ordinal counts: those shown last, the whole ranking of which the first was told, or those spoken of one by one since. */
export function shownBefore({ memory, knowledge }: Filled): readonly string[] {
  const frames = framesOf(memory);
  const at = frames.findIndex(({ question, shown }) => shown.length > 1 || isRanking(question));
  const since = at < 0 ? frames : frames.slice(0, at);
  const spoken = [...unique(since.flatMap(({ focus }) => focus ?? []))].reverse();
  const frame = frames[at];
  if (frame === undefined || spoken.length > 1) return spoken;
  const { question } = frame;
  if (!isRanking(question)) return frame.shown;
  const direction = question.operation === 'max' ? 'descending' : 'ascending';
  return rankedIn(question.filter, question.field, direction, knowledge);
}

/** Of a ranking cut after the first ones, all of them: "et le quatrième ?" after the first three. */
function rankedBeyond({ memory, knowledge }: Filled): readonly string[] {
  const last = framesOf(memory).find(
    ({ question, shown }) =>
      shown.length > 1 || isRanking(question) || (question?.kind === 'list' && question.sort !== null),
  )?.question;
  if (last?.kind !== 'list' || last.limit === null || last.sort === null) return [];
  return orderedIn(last.filter, last.sort, knowledge);
}

export function isRanking(question: Question | null): question is Total & { readonly field: AmountField } {
  return (
    question?.kind === 'aggregate' &&
    (question.operation === 'max' || question.operation === 'min') &&
    question.groupBy === null &&
    question.field !== null
  );
}

/** What was spoken of before the last turn: what the message describes best, else the latest other project, or the first of all. */
export function previousFocus({ memory, reading, evidence, limits, knowledge }: Filled): string | null {
  const before = unique(memory.earlier.flatMap(({ focus }) => focus ?? [])).filter((id) => id !== memory.focus);
  const known = new Set(memory.earlier.flatMap(({ shown }) => shown));
  const isFirst = reading.references.some(({ id, position }) => id === 'ordinal' && position === 1);
  const first = isFirst ? before.at(-1) : undefined;
  const described = evidence.projects.find(({ id, share }) => known.has(id) && share >= LEAST_SHARE);
  const [limited] = isEmptyFilter(limits) ? [] : selectIds({ ...limits, among: before }, knowledge);
  return first ?? limited ?? described?.id ?? before[0] ?? memory.focus;
}

/** "Et en FTAP ?" says the fund's money. */
export function saysAmount(field: AmountField, { fields, spans }: Reading): boolean {
  const isFund = field === 'funding' && spans.some(({ tags }) => tags.some(({ kind }) => kind === 'fund'));
  return isFund || fields.includes(field);
}

/** The amount that is computed: said, else that of the question before, else the likeliest, else the fund's money. */
export function amountFor({ fields, reference }: Decision, { reading, memory, limits, knowledge }: Filled) {
  const said = fields.filter(isAmountField).find((field) => saysAmount(field, reading));
  const likely = fields.find(isAmountField);
  const last = reference === 'alone' ? null : lastAmountField(memory);
  const project = knowledge.projectById.get(memory.focus ?? '');
  const other = last === 'cost' || last === 'funding' ? OTHER_SIDE[last] : null;
  // "Ça a coûté combien ?", of which only the aid is known, then "c'est le plus petit de tous ?", not "et sans EXPLOC ?" of a set before it
  const isOfOne = limits.except.projects.length === 0;
  const isInstead = isOfOne && project !== undefined && last !== null && amountOf(project, last) === null;
  const before = isInstead && other !== null && amountOf(project, other) !== null ? other : last;
  // "Économies publiées", then "le plus grand montant ?" is of these.
  const isOfShown = reference === 'shown' && before !== null;
  const saysMoney = reading.operators.has('pays') || (reading.operators.has('how-much') && !isOfShown);
  // "Total ?" of a list is no more the total cost than the fund's money.
  const isBare = likely === 'cost' && reading.fields.length === 0 && reading.operators.has('sum') && !saysMoney;
  return said ?? (saysMoney ? likely : null) ?? before ?? (isBare ? null : likely) ?? 'funding';
}

/** "Enlève le premier", "sans lui": those of what was shown that a message takes out by their place or by what describes one, else the one spoken of. */
export function takenOut(said: Filled): readonly string[] {
  const { operators, references, spans, words, deniedStems } = said.reading;
  const isLacking = spans.some(({ start }) => said.knowledge.language.is('lacking', words[start - 1]?.folded ?? ''));
  const shown = new Set(said.memory.shown);
  const isOut = takesOut(said.reading) || isLacking || deniedStems.length > 0;
  if (!isOut || said.named.length > 0 || !isEmptyFilter(said.limits)) return [];
  if (saysItGoes(said)) return [said.memory.focus].flatMap((id) => id ?? []);
  const isOfEnd = operators.has('max') || operators.has('min');
  // Of the first ones of a set, which are taken out of all of it: `firstOf`.
  if (isOfEnd && (said.reading.count ?? 1) > 1) return [];
  const isPlaced = references.some(({ id }) => id === 'ordinal') || isOfEnd;
  // "Si j’ôte le bracelet ?"
  const { projects } = deniedStems.length > 0 ? evidenceFor(deniedStems, said.knowledge) : said.evidence;
  const described = projects.find(({ id, share }) => shown.has(id) && share >= SIDE_SHARE);
  if (!isPlaced && described !== undefined && shown.size > 1) return [described.id];
  return isPlaced ? pickedFromShown(said, true) : [said.memory.focus].flatMap((id) => id ?? []);
}

/** "PILAT et CFVR": nothing but a comma, or a word that joins, stands between those that are named. */
function areJoined({ mentions, reading: { words, operators }, knowledge }: Filled): boolean {
  const { is } = knowledge.language;
  const projects = mentions.filter(({ kind }) => kind === 'project');
  // "Total Mentor + Pix"
  const isJoining = ({ folded }: Word): boolean =>
    is('coordinating', folded) || (operators.has('sum') && is('accompanying', folded));
  return projects.every(({ start }, at) => {
    const end = projects[at - 1]?.end ?? start;
    // "Intelligence emploi et la plateforme handicap"
    const isPointedAt = start - end > 1 && is('pointing', words[start - 1]?.folded ?? '');
    return words.slice(end, isPointedAt ? start - 1 : start).every(isJoining);
  });
}

/** "Remplace PILAT par Calypso", "vire Mentor, mets Synaps": of projects said one by one, those named that were there go and the others come. */
export function swappedIn(before: readonly string[], said: Filled): readonly string[] | null {
  const { named, limits, reading } = said;
  if (named.length > 1 && areJoined(said)) return null;
  const gone = new Set([
    ...limits.except.projects,
    ...reading.deniedNames,
    // Whatever part it was taken for: "remplace Mentor par Histologe"
    ...(reading.operators.has('remove') ? reading.named.flat() : named).filter((id) => before.includes(id)),
  ]);
  const come = named.filter((id) => !before.includes(id));
  const kept = before.filter((id) => !gone.has(id));
  return come.length === 0 || kept.length === before.length || kept.length === 0 ? null : [...kept, ...come];
}

/** "Les deux", "tous les trois", not the 5 of "5,06 M€" */
export function saidCount({ words }: Reading): number {
  const isWhole = ({ isDecimal }: Word, at: number): boolean => !isDecimal && words[at + 1]?.isDecimal !== true;
  return words.flatMap((word, at) => (isWhole(word, at) ? (readCount(word.folded) ?? []) : []))[0] ?? 0;
}

/** How many projects were asked one after another for the same field, two at least. */
export function askedInARow(memory: Memory): number {
  const [last, ...before] = framesOf(memory).map(({ question }) => (question?.kind === 'fact' ? question : null));
  const other = before.findIndex((question) => question?.field !== last?.field);
  return Math.max(2, 1 + (other < 0 ? before.length : other));
}

/** The share of a side's words that its project must explain. */
export const SIDE_SHARE = 0.6;

/** "Les deux listes ensemble", "fusionne", not "de l'ensemble" */
export function isUniting({ reading: { words }, knowledge: { language } }: Filled): boolean {
  const isWhole = (at: number): boolean =>
    language.is('elided', words[at - 1]?.folded ?? '') && language.is('among', words[at - 2]?.folded ?? '');
  return words.some(({ folded }, at) => language.is('uniting', folded) && !isWhole(at));
}

/** "2018", "et 2019 ?", then "les deux"; the first three and the next, then "les six": what the last sets hold together. */
export function bothBefore(said: Filled): Filter | null {
  const { reading, memory, knowledge } = said;
  const count = saidCount(reading);
  const shown = unique([...framesOf(memory).slice(0, 2)].reverse().flatMap((frame) => frame.shown));
  const sets = framesOf(memory).flatMap((frame) =>
    isRanking(frame.question) ? [onlyThese(frame.shown)] : (setOf(frame) ?? []),
  );
  const areShown = count > memory.shown.length && count === shown.length;
  if (areShown && sets.length < count) return onlyThese(shown);
  // "Combien pour l'emploi ?", "et la fiscalité ?", then "soit au total ?"
  const row = totalsInARow(memory);
  const isOfSame = reading.fields.every((field) => field === row.total?.field);
  const facts = memory.question?.kind === 'fact' ? askedInARow(memory) : 1;
  const inARow = reading.operators.has('sum') && isOfSame ? row.count : isUniting(said) ? facts : 1;
  const wanted = count > 1 ? count : Math.max(2, inARow);
  if ((count < 2 && inARow < 2 && !isUniting(said)) || sets.length < wanted) return null;
  const both = heldTogether(sets.slice(0, wanted).reverse(), knowledge);
  // "Ceux de 2018", "seulement le deuxième appel", then "additionne": one that is limited further is not set beside itself.
  const sizes = sets.slice(0, wanted).map((set) => selectPositions(set, knowledge).length);
  return both.among !== null && sizes.includes(both.among.length) && !sizes.includes(0) ? null : both;
}

/** The last number that was asked of a whole set, and of how many sets it was asked one after another. */
export function totalsInARow(memory: Memory): { readonly total: Total | null; readonly count: number } {
  const asked = framesOf(memory).map(({ question }) => question);
  const end = asked.findIndex((question) => !isTotal(question));
  const row = end < 0 ? asked : asked.slice(0, end);
  const total = row.find(isTotal) ?? null;
  const isSame = (question: Question | null): boolean =>
    isTotal(question) && question.operation === total?.operation && question.field === total.field;
  const sets = row.slice(0, row.findLastIndex(isSame) + 1).map((question) => JSON.stringify(filterOf(question)));
  return { total, count: new Set(sets).size };
}

export function filterOf(question: Question | null): Filter | null {
  return question !== null && 'filter' in question ? question.filter : null;
}

type Total = Extract<Question, { kind: 'aggregate' }>;

export function isTotal(question: Question | null): question is Total {
  return question?.kind === 'aggregate' && question.groupBy === null && !isRanking(question);
}

/** "Dans les deux listes", "communs aux trois": what the last sets hold alike. */
export function commonBefore(said: Filled): Filter | null {
  const { reading, memory, limits, named, knowledge } = said;
  if (!reading.operators.has('common') || isUniting(said) || named.length > 0 || !isEmptyFilter(limits)) return null;
  const sets = setsAskedBefore(memory, Math.max(2, saidCount(reading)), knowledge);
  return sets === null ? null : heldByAll(sets, knowledge);
}

/** A word names sets: "les deux listes", "lequel des thèmes". */
export function namesSets(said: Filled): boolean {
  const { partNamed, is } = said.knowledge.language;
  return isUniting(said) || said.reading.words.some(({ folded }) => partNamed(folded) !== null || is('sets', folded));
}

// ---- those that the words find

/** Weights are logarithms of likelihoods: a project that is less likely than the best by no more than this, six tenths, is meant as well. */
const RIVAL = 0.5;

export interface Subjects {
  readonly ids: readonly string[];
  readonly support: number;
  /** Any one of them may be meant. */
  readonly areRivals: boolean;
}

/** Those that the words find, best first, then the others. */
export function foundFirst(ids: readonly string[], { projects }: Evidence): readonly string[] {
  const found = projects.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  return unique([...found, ...ids]);
}

/** The other holds all that the best one does, and more of it, or more surely. */
export function isOutdoneBy(other: Found, best: Found | undefined): boolean {
  if (best === undefined) return true;
  return best.weight < other.weight - RIVAL && best.matched.every((stem) => other.matched.includes(stem));
}

export function bestOf(found: readonly Found[]): Subjects | null {
  const [best, ...others] = found;
  if (best === undefined || best.share < LEAST_SHARE) return null;
  const rivals = others.filter(({ weight }) => weight >= best.weight - RIVAL);
  return {
    ids: [best.id, ...rivals.map(({ id }) => id)],
    support: Math.min(1, best.share) * 0.9,
    areRivals: rivals.length > 0,
  };
}

/** "Retire-le, le reste ?", "je l’enlève", "take it out": what goes is no more than a pronoun. */
export function saysItGoes({ reading: { words, spans }, knowledge: { language } }: Filled): boolean {
  const isBare = (at: number): boolean => {
    const [word, next] = [words[at], words[at + 1]];
    const isLast = next === undefined || next.startsClause || language.is('coordinating', next.folded);
    return word !== undefined && isLast && language.isFunctionWord(word.folded);
  };
  return spans.some(
    (span) => isOperator(span, 'remove', 'except') && (words[span.start - 1]?.folded.length === 1 || isBare(span.end)),
  );
}
