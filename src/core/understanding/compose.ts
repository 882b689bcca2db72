import { foldedText } from '../language/fold';
import { selectIds, selectPositions } from '../answering/select';
import { areAllAlike, isAmountField, isPublished, KEY_FIELDS } from '../model/project-fields';
import type { Field } from '../model/records';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { classesIn } from '../language/language-words';
import { type Decision, isAct, isRefusal } from './decide';
import { describingStems, evidenceFor } from './evidence';
import type { Slots } from './slots';
import {
  type Composed,
  type Composition,
  type Filled,
  type Said,
  addedUp,
  filled,
  ofSpokenAmount,
  withoutDenied,
  withoutMore,
  saysOnlyThings,
  slotsFor,
} from './said';
import { nameOf, strangerAlone, strangerAsked, strangerBefore, strangerNext } from './strangers';
import { composeSet, measuredAnew, partInPlace } from './compose-set';
import { askedAgain, asksForOwn, turnedDown, composeAgain, goneOnWith } from './again';
import {
  bestOf,
  commonBefore,
  foundFirst,
  isOutdoneBy,
  MOST_CANDIDATES,
  pickedFromShown,
  previousFocus,
  SIDE_SHARE,
  type Subjects,
} from './referents';
import { fieldClaimed, fieldEquated, fieldsFor, isPartOfCost } from './asked-fields';
import { composeCoverage } from './lists/coverage';
import { beyondRecord, isOfOtherEnd } from './lists/beyond-record';
import { besideMiddle, middleSaid } from './lists/middles';
import { addedInARow, moneyAsked, partOfSum, receivedBy } from './lists/money-asked';
import { composeDisputes, disputeOfOne } from './lists/disputes';
import { whatEachIs } from './lists/what-each';
import { asksForColumns, asksForLatest, othersAsked, plainlyAsked, withoutSpoken } from './lists/plainly-asked';
import { listedBefore, othersCounted } from './lists/rankings';
import { framesOf, MOST_COMPARED, setOf } from './patch';
import { EMPTY_FILTER, isEmptyFilter, type Question } from '../model/question';
import type { Reading } from './reading';
import { composeFund } from './fund/compose-fund';
import { figuresComputed } from './fund/fund-computed';
import { betweenSaid, betweenSets, composeComparison, moreOf, toldAgain } from './compose-comparison';
import { ofBodyAlone, shareAsked, standingSaid } from './yardsticks';

/** A longer name that is said at least by this share of the words. */
const NAME_OVER_NAME = 0.75;

/** Fills the slots of a decision; null when the message and what was said before do not hold what it needs. */
export function compose(decided: Decision, said: Said, given: Slots = slotsFor(decided, said)): Composition | null {
  const decision = ofSpokenAmount(receivedBy(plainlyAsked(othersAsked(decided, said), said), said), said);
  const filledIn = decision === decided ? given : slotsFor(decision, said);
  const slots: Slots = asksForColumns(said) ? { ...filledIn, condition: 'none' } : filledIn;
  const composed = composeWith(decision, said, slots);
  if (composed === null) return null;
  const asked = whatEachIs(withoutSpoken(composed.question, said), decision, said, slots);
  const question = placeOfOne(byName(asked, said.reading, said.knowledge));
  return { ...composed, question, usedRoles: slots.roles };
}

/** "La liste des projets par ordre alphabétique" */
function byName(question: Question, { words, operators, fields }: Reading, { language }: KnowledgeBase): Question {
  const isSo = operators.has('sort') && fields.length === 0 && classesIn(words, language)('naming');
  return question.kind === 'list' && isSo ? { ...question, sort: null, isByName: true } : question;
}

/** "Du plus cher au moins cher, où arrive PILAT ?": of one project in order, its rank among all. */
function placeOfOne(question: Question): Question {
  if (question.kind !== 'list' || question.filter.among?.length !== 1) return question;
  const field = question.sort?.field;
  if (field == null || !isAmountField(field) || !areAllAlike(field)) return question;
  const { filter } = question;
  return { kind: 'aggregate', operation: 'sum', field, filter, limit: 1, groupBy: null, standing: 'rank' };
}

function composeWith(judged: Decision, spoken: Said, slots: Slots = slotsFor(judged, spoken)): Composed | null {
  const decision = addedUp(withoutMore(goneOnWith(withoutDenied(judged, spoken.reading), spoken), spoken), spoken);
  const { intent } = decision;
  const asList = (): Filled => filled({ ...decision, intent: 'list' }, spoken, slots);
  const contact = intent === 'human' ? beyondRecord(asList()) : null;
  if (contact !== null) return { question: contact, support: 1 };
  // A word that nothing explains is no courtesy, nor is "c’est beaucoup ?"
  const isRank = standingSaid(spoken.reading, spoken.knowledge) === 'rank';
  if (isAct(intent) && (isRank || middleSaid(spoken) !== undefined || strangerAlone(spoken) !== null)) return null;
  if (isAct(intent)) return { question: { kind: 'smalltalk', act: intent }, support: 1 };
  const apart =
    composeDisputes(decision, spoken, asList) ?? (isRefusal(intent) ? refusedElse(decision, asList()) : null);
  if (apart !== null) return { question: apart, support: 1 };
  if (isRefusal(intent)) {
    // "Lesquels sont terminés ?": what a record holds is asked for, and nothing else.
    const { fields, leftoverStems, mentionsFund, named } = spoken.reading;
    const isHeld = fields.some((field) => field !== 'summary' && field !== 'sources');
    if (intent === 'not-recorded' && isHeld && leftoverStems.length === 0 && !mentionsFund) return null;
    if (intent === 'out-of-scope' && saysOnlyThings(spoken))
      return composeSet({ ...decision, intent: 'list' }, 'list', filled(decision, spoken, slots));
    const stranger = strangerAsked(spoken);
    const isNamed = strangerAlone(spoken) !== null || (stranger !== null && intent !== 'no-context');
    const isWhose = intent === 'no-context' && spoken.memory.own.length === 0 && asksForOwn(spoken);
    // "Le FTAP est-il supprimé ?" is of the fund: its facts do not tell.
    const isOfFund = intent === 'out-of-scope' && mentionsFund;
    const reason = isNamed ? 'no-such-project' : isWhose ? 'whose' : isOfFund ? 'not-recorded' : intent;
    const name = stranger ?? nameOf(reason, spoken);
    if (intent === 'no-such-project' && name === null && leftoverStems.length + named.length === 0) {
      const said = filled(decision, spoken, slots);
      const { carriers, territories } = said.limits;
      // Every word is explained, and projects are left by what they limit: none is missing.
      if (selectPositions(said.limits, said.knowledge).length > 0) return null;
      // "Projets du ministère des Armées": the body is known, and none is its own.
      if (fields.length === 0 && carriers.length + territories.length > 0)
        return composeSet({ ...decision, intent: 'list' }, 'list', said);
    }
    const isNameless = reason === 'no-such-project' && name === null && leftoverStems.length > 0;
    return { question: { kind: 'unknown', reason: isNameless ? 'unclear' : reason, name }, support: 1 };
  }
  const said = filled(decision, spoken, slots);
  const stranger =
    intent === 'list' && isEmptyFilter(said.limits) && said.named.length === 0 ? strangerBefore(spoken) : null;
  if (stranger !== null)
    return { question: { kind: 'unknown', reason: 'no-such-project', name: stranger }, support: 1 };
  // "Combien de sources avez-vous lues ?"
  const isOfSources = (intent === 'count' || intent === 'sum') && decision.fields.join() === 'sources';
  if (isOfSources && decision.reference === 'alone' && isEmptyFilter(said.limits) && said.named.length === 0)
    return { question: { kind: 'smalltalk', act: 'sources-freshness' }, support: 1 };
  if (isOnAnother(decision, said)) return composeWith({ intent: 'list', reference: 'alone', fields: [] }, spoken);
  if (isOfTable(decision, said)) return composeWith({ ...judged, reference: 'narrow' }, spoken);
  if ((intent === 'max' || intent === 'min' || intent === 'rank') && isOfOtherEnd(said))
    return { question: { kind: 'unknown', reason: 'not-recorded', name: null }, support: 1 };
  const isOfOneProject = intent === 'fact' || intent === 'compare' || intent === 'programme';
  if ((isOfOneProject || intent === 'list') && asksForExample(decision, said)) return composeExample(said);
  const asked =
    partOfSum(decision, said) ??
    figuresComputed(said) ??
    askedAgain(said) ??
    turnedDown(said) ??
    disputeOfOne(decision, said) ??
    beyondRecord(said) ??
    addedInARow(said) ??
    moneyAsked(said) ??
    measuredAnew(said) ??
    partInPlace(said) ??
    besideMiddle(said) ??
    composeCoverage(decision, said) ??
    shareAsked(said);
  if (asked !== null) return { question: asked, support: 1 };
  if (isOfOneProject && (commonBefore(said) ?? othersCounted(said)) !== null)
    return composeSet({ ...decision, intent: 'list' }, 'list', said);
  // "Coût total et aide de chaque": nothing is added up where each is asked for.
  const { operators, fields } = said.reading;
  if (intent === 'sum' && operators.has('each') && !operators.has('sum') && fields.length > 1)
    return composeSet({ ...decision, intent: 'list' }, 'list', said);
  // "Et les deux autres, combien ?" says how many they are.
  if (intent === 'count' && othersCounted(said) !== null) return null;
  // "Coût des projets de la culture", then "et de la défense ?" asks on something else.
  if ((decision.reference === 'explain' || decision.reference === 'sources') && strangerNext(said) === null) {
    const again = composeAgain(decision, said);
    if (again) return again;
  }
  if ((intent === 'sum' || intent === 'list') && isOfOne(decision, said)) return composeFact(decision, said);
  const more = intent === 'fact' || intent === 'programme' ? null : moreOf(said);
  if (more !== null) return more;
  switch (intent) {
    case 'fact':
      // "Les partenaires de l’IGN ?" are those of its projects.
      return ofBodyAlone(said) ? composeWith({ ...judged, intent: 'list' }, spoken) : composeFact(decision, said);
    case 'compare':
      return betweenSets(decision, said) ?? composeComparison(decision, said) ?? toldAgain(decision, said);
    case 'programme':
      return asksForLatest(said)
        ? composeSet({ ...decision, intent: 'rank', fields: ['date'] }, 'rank', said)
        : composeFund(decision, said);
    case 'list':
    case 'rank':
      return betweenSets(decision, said) ?? composeSet(decision, intent, said);
    case 'max':
    case 'min':
      // "PPN contre InSERRE, lequel a reçu le plus ?"
      if (said.named.length === 2 && isEmptyFilter(said.limits) && decision.reference === 'alone')
        return composeComparison({ ...decision, intent: 'compare' }, said);
      return betweenSaid(decision, said) ?? betweenSets(decision, said) ?? composeSet(decision, intent, said);
    case 'sum':
    case 'count':
    case 'average':
    case 'median':
      return betweenSaid(decision, said) ?? betweenSets(decision, said) ?? composeSet(decision, intent, said);
  }
}

/** "Projets de la DGFiP", then "sans PILAT, quel total ?": of those that hold what is left out, not of all. */
function isOfTable({ reference }: Decision, { limits, named, memory, reading, knowledge }: Filled): boolean {
  const { projects } = limits.except;
  const [last] = framesOf(memory);
  const set = last === undefined ? null : setOf(last);
  const isOfAll = set === null || reading.operators.has('whole-base') || reference !== 'alone' || projects.length === 0;
  if (isOfAll || named.length > 0 || !isEmptyFilter({ ...limits, except: EMPTY_FILTER.except })) return false;
  const held = new Set(selectIds(set, knowledge));
  return held.size > projects.length && projects.every((id) => held.has(id));
}

/** "J'aurais aimé quelque chose sur les sans-abri", while a project is spoken of that is not on them. */
function isOnAnother({ intent, reference }: Decision, { reading, limits, named, memory, knowledge }: Filled): boolean {
  const { operators, fields } = reading;
  const isOpen = intent === 'fact' && reference === 'focus' && operators.has('existence') && fields.length === 0;
  if (!isOpen || memory.focus === null || named.length > 0 || isEmptyFilter(limits)) return false;
  const held = selectIds(limits, knowledge);
  return held.length > 0 && !held.includes(memory.focus);
}

/** What a message asks for by its words, though nothing was made of it. */
function refusedElse(decision: Decision, said: Filled): Question | null {
  const filter = othersCounted(said);
  if (filter !== null) return { kind: 'list', filter, sort: null, limit: null, found: [], show: [] };
  const rank = standingSaid(said.reading, said.knowledge) === 'rank' ? shareAsked(said) : null;
  return composeCoverage(decision, said) ?? beyondRecord(said) ?? disputeOfOne(decision, said) ?? rank;
}

/** "Coût total PILAT": a sum over one project is what it costs; "PPN plus de 100 M€ ?" asks whether it does. */
function isOfOne({ reference, intent }: Decision, { named, limits, reading: { operators } }: Filled): boolean {
  const isAlone = reference === 'alone' && named.length === 1 && isEmptyFilter({ ...limits, amounts: [] });
  const isBounded = limits.amounts.length > 0;
  return isAlone && isBounded === (intent === 'list') && !(isBounded && operators.has('plural-subject'));
}

// ---- one project

function composeFact(decision: Decision, said: Filled): Composed | null {
  const subjects = subjectsOf(decision, said);
  if (subjects === null) return null;
  const { ids, support, areRivals } = subjects;
  const [field = 'summary', ...also] = fieldsFor(decision, said);
  const [project, ...others] = ids;
  if (project === undefined) return null;
  if (others.length === 0) {
    const claimed =
      field === 'summary' && also.length === 0 ? fieldClaimed(project, said.reading, said.knowledge) : null;
    const equated = field === 'summary' ? null : fieldEquated(said.reading, said.knowledge);
    if (equated !== null) {
      const beside = equated === 'themes' ? (['summary'] as const) : [];
      return { question: { kind: 'fact', project, field: equated, also: beside }, support };
    }
    if (also.length === 0 && isPartOfCost(project, field, said))
      return { question: { kind: 'fact', project, field: 'funding', also: ['cost'], standing: 'part' }, support };
    return { question: { kind: 'fact', project, field: claimed ?? field, also }, support };
  }
  if (areRivals)
    return { question: { kind: 'clarify', candidates: ids.slice(0, MOST_CANDIDATES), field, readings: [] }, support };
  if (ids.length <= MOST_COMPARED)
    return { question: { kind: 'compare', projects: ids, field: field === 'summary' ? null : field }, support };
  // Of more the set itself is told, with the limits that it had.
  return composeSet({ ...decision, intent: 'list' }, 'list', said);
}

/** "Un projet au hasard", "un exemple sur la santé", "un autre exemple": what the words describe, else the best known that was not told yet. */
function composeExample({ reading, limits, evidence, memory, knowledge }: Filled): Composed | null {
  const told = new Set(framesOf(memory).flatMap(({ focus }) => focus ?? []));
  const left = selectIds(limits, knowledge).filter((id) => !told.has(id));
  const found = evidence.projects.find(({ id, share }) => left.includes(id) && share >= SIDE_SHARE)?.id;
  const knows = (id: string, fields: readonly Field[]): number => {
    const record = knowledge.projectById.get(id);
    return record === undefined ? 0 : fields.filter((field) => isPublished(record, field)).length;
  };
  // "Un exemple de projet, avec le montant reçu" is of one that has it.
  const best = (fields: readonly Field[]) => [...left].sort((a, b) => knows(b, fields) - knows(a, fields))[0];
  const project = found ?? best([...reading.fields, ...KEY_FIELDS]);
  const [field = 'summary', ...also] = reading.fields;
  return project === undefined ? null : { question: { kind: 'fact', project, field, also }, support: 1 };
}

/** One example, of anything or of a set, or another one; several are a list. */
function asksForExample({ reference }: Decision, { reading, named, knowledge }: Filled): boolean {
  const { operators, count, words, references } = reading;
  const isAnew = reference === 'alone' || words.some(({ folded }) => knowledge.language.is('another', folded));
  // "Deux exemples", not "un exemple où les deux sont publiés"
  const areSeveral = operators.has('plural-subject') || (count !== null && references.length === 0);
  return isAnew && operators.has('example') && !areSeveral && named.length === 0;
}

/** The project, or projects, that a message is about. */
function subjectsOf({ reference, intent }: Decision, said: Filled): Subjects | null {
  const { reading, memory, evidence, knowledge, named } = said;
  const sure = (ids: readonly string[]): Subjects => ({ ids, support: 1, areRivals: false });
  // "Et le quatrième ?" of a ranking is none of what was spoken of before it.
  const isPlaced =
    named.length === 0 &&
    reference === 'focus' &&
    memory.shown.length > 2 &&
    reading.references.some(({ id, position }) => id === 'ordinal' && position > 0 && position <= memory.shown.length);
  // "Lequel a coûté le plus ?", then "qui le porte ?", "et le gagnant ?": of those set side by side by an amount or a date, the first.
  const { question: last } = memory;
  const isRanked = last?.kind === 'compare' && (isAmountField(last.field) || last.field === 'date');
  const pointsAtOne = reading.references.length > 0 && reading.references.every(({ id }) => id === 'it');
  if (isRanked && pointsAtOne) return sure(last.projects.slice(0, 1));
  const picked = reference === 'ordinal' || isPlaced ? pickedFromShown(said, intent === 'compare') : [];
  if (picked.length > 0) return sure(picked);
  if (named.length > 0) {
    const [only, ...more] = reading.named;
    if (only !== undefined && more.length === 0 && only.length > 1) return { ids: only, support: 0.8, areRivals: true };
    const own = evidence.projects.find(({ id }) => id === named[0]);
    const [best] = evidence.projects;
    const beyond = best?.matched.filter((stem) => own?.matched.includes(stem) !== true) ?? [];
    const isWithin =
      own !== undefined &&
      best !== undefined &&
      isPartOfName(own.id, best.id, reading, knowledge) &&
      beyond.some((stem) => knowledge.nameStems.get(best.id)?.has(stem) === true);
    // "PPN pour les administrations partenaires": a longer name that holds a shorter one.
    if (named.length === 1 && isWithin && best.share >= NAME_OVER_NAME)
      return { ids: [best.id], support: 0.8, areRivals: false };
    return sure(named);
  }
  if (reference === 'focus' || reference === 'explain' || reference === 'sources') {
    const frame = framesOf(memory).find(({ focus, shown }) => focus !== null || shown.length > 0);
    return frame === undefined ? null : sure(frame.focus !== null ? [frame.focus] : frame.shown);
  }
  if (reference === 'shown') {
    // "Celui des ports, combien ?"
    const isTheOne = reading.words.some(({ folded }) => knowledge.language.is('designating', folded));
    const ofDesignated = isTheOne ? pickedFromShown(said, true) : [];
    return sure(ofDesignated.length === 1 ? ofDesignated : memory.shown);
  }
  if (reference === 'previous') {
    // "Retour au top 3 : le deuxième ?"
    const position = reading.references.find(({ id }) => id === 'ordinal')?.position ?? NaN;
    const listed = listedBefore(Math.abs(position), said);
    const before = listed?.shown.at(position > 0 ? position - 1 : position) ?? previousFocus(said);
    return before === null ? null : sure([before]);
  }
  // "LiDAR HD, coût ?", then "et en 2022 ?": a year alone limits no project that is spoken of.
  const isOfYear = reading.years.length > 0 && isEmptyFilter({ ...said.limits, years: [], months: [] });
  if (reference === 'replace' && isOfYear && memory.question?.kind === 'fact' && reading.leftoverStems.length === 0)
    return sure(memory.focus === null ? [] : [memory.focus]);
  // "LiDAR HD ?", then "non, l'autre de l'IGN"
  const isOfOthers = reading.references.some(({ id }) => id === 'others');
  const left = selectIds(said.limits, knowledge);
  const limited = isEmptyFilter(said.limits) ? null : new Set(left.filter((id) => !isOfOthers || id !== memory.focus));
  const within =
    limited === null || limited.size === 0 ? evidence.projects : evidence.projects.filter(({ id }) => limited.has(id));
  // Words that limit may describe as well: a project outside of the limit that outdoes the best one within it is meant.
  const [first] = evidence.projects;
  // The name of a body alone describes none: "plutôt le ministère du Travail".
  const describes = describingStems(reading, knowledge).length > 0;
  const isOutdone = first !== undefined && describes && isOutdoneBy(first, within[0]);
  // "Business France, leur plateforme": a body of one project stands for it.
  const isHardlyOutdone = !isOutdone || first.matched.length <= (said.limits.carriers.length === 1 ? 2 : 1);
  if (limited !== null && limited.size === 1 && isHardlyOutdone) return sure([...limited]);
  // "Le projet IA": a theme alone means any of its projects.
  const [theme, ...more] = reading.spans.filter(({ tags }) => tags.some(({ kind }) => kind === 'theme'));
  const ofTheme = theme === undefined ? [] : reading.words.slice(theme.start, theme.end).map(({ stem }) => stem);
  const isThemeAlone = more.length === 0 && describingStems(reading, knowledge).every((stem) => ofTheme.includes(stem));
  if (limited !== null && limited.size > MOST_GUESSED_AMONG && theme !== undefined && isThemeAlone)
    return { ids: foundFirst([...limited], evidence), support: 0.6, areRivals: true };
  // "Qui y participe en dehors de la Dihal ?": while a project is spoken of, one word of a text names no other.
  const inName = first === undefined ? undefined : knowledge.nameStems.get(first.id);
  const isHardlyOne =
    first !== undefined && first.matched.length < 2 && !first.matched.some((stem) => inName?.has(stem));
  const isUnlimited = isEmptyFilter({ ...said.limits, except: EMPTY_FILTER.except });
  if (reference === 'alone' && memory.focus !== null && isUnlimited && isHardlyOne) return null;
  const best = amongRivals(bestOf(within.length > 0 && !isOutdone ? within : evidence.projects), said);
  // "Pardon, pas le porteur, la somme", "j'ai cliqué trop vite : le coût": another field of the same project.
  const isHardlyFound = reading.fields.length > 0 && (first?.share ?? 0) < SIDE_SHARE;
  const isOfSame = reference === 'replace' && (best === null || isHardlyFound);
  return isOfSame && memory.focus !== null ? sure([memory.focus]) : best;
}

/** "Le projet des saisies à Marseille": among rivals, words that limit or ask may describe as well, and say which is meant. */
function amongRivals(best: Subjects | null, { reading, knowledge }: Filled): Subjects | null {
  if (best?.areRivals !== true) return best;
  const [first, second] = evidenceFor(reading.contentStems, knowledge).projects;
  const isClear = first !== undefined && first.weight - (second?.weight ?? 0) >= CLEAR_LEAD && first.share >= 1;
  return isClear && best.ids.includes(first.id) ? { ...best, ids: [first.id], areRivals: false } : best;
}

/** Seven times as likely as the next. */
const CLEAR_LEAD = 2;

/** Of a theme of more projects than this, none is guessed. */
const MOST_GUESSED_AMONG = 5;

/** What the first one was named by stands in the name of the second as well. */
function isPartOfName(id: string, longer: string, { spans, words }: Reading, { nameStems }: KnowledgeBase): boolean {
  const said = spans.filter(({ tags }) => tags.some((tag) => tag.kind === 'project' && tag.id === id));
  const stems = said.flatMap(({ start, end }) => words.slice(start, end).map(({ stem }) => stem));
  return stems.length > 0 && stems.every((stem) => nameStems.get(longer)?.has(stem) === true);
}

/** The only project of which the message is a way of asking, word for word; null where there is none, or where a theme or a fact is asked so too. */
export function projectVerbatim(reading: Reading, { askedAs }: KnowledgeBase): string | null {
  const [found, ...others] = askedAs.get(foldedText(reading.text)) ?? [];
  return found?.kind === 'project' && others.length === 0 ? found.id : null;
}
