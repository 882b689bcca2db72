import { selectIds, selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Reckoning } from '../language/reckoning';
import { readCount } from '../language/amounts';
import type { Locale } from '../language/locale';
import type { Word } from '../language/words';
import { type Candidate, type CheckedCandidate, checkFeatures } from './check';
import type { Judgement } from '../knowledge/classifier';
import { compose, projectVerbatim } from './compose';
import { factsVerbatim } from './fund/compose-fund';
import { settledBy } from './talk/choices';
import { disputeAsked } from './lists/disputes';
import { otherForm } from './lists/form';
import { bodyMeant } from './talk/bodies';
import { causeOf } from './talk/causes';
import { figureQuoted } from './talk/quoted';
import { onceMore } from './lists/once-more';
import { othersAnnounced } from './lists/others-announced';
import { asksForColumns, comesBackIn } from './lists/plainly-asked';
import { partsAlone } from './lists/parts';
import { stretchAsked } from './lists/stretches';
import { asksForCause } from './talk/leads';
import { memberAsked } from './talk/members';
import { reckonedOfRecord } from './talk/operands';
import { reckonedOf } from './talk/reckoned';
import { unexplainedIn } from './open-slots';
import { nameOf } from './strangers';
import { withSetMeant } from './lists/table';
import type { Said } from './said';
import { mentionsIn } from './slots';
import { isRefusal, likelyDecisions } from './decide';
import { evidenceOf } from './evidence';
import { featuresOf } from './features';
import { factsAsked, NOTHING_TOLD, yearsGoneOnTo } from './fund/fund-facts';
import { isMadeOfBoth } from '../model/project-fields';
import type { Match, Memory, Question, Trace, Understanding } from '../model/question';
import { EMPTY_MEMORY, isEmptyFilter } from '../model/question';
import { withoutSignature } from '../language/asides';
import { WORD } from '../language/fold';
import { LONGEST_QUESTION, type Reading, unique } from './reading';
import { readOnce } from './talk/read-once';

/** What a person may type in one turn. */
export interface Turn {
  readonly text: string;
  /** The language of the interface, used where the text does not tell. */
  readonly locale: Locale;
}

/** Makes a typed question out of what was typed. */
export function understand(
  turn: Turn,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly understanding: Understanding; readonly reading: Reading | null } {
  const fallback = memory.locale ?? turn.locale;
  const text = turn.text.trim();
  if (text === '') return refused('empty', fallback);
  // Longer ones get a polite refusal.
  if (text.length > LONGEST_QUESTION) return refused('too-long', fallback);
  const reading = readOnce(withoutSignature(text), knowledge);
  if (reading.words.length === 0 && !/\p{Extended_Pictographic}/u.test(text)) return refused('no-words', fallback);
  const { corrections } = reading;
  const locale = reading.locale ?? fallback;
  const understood = (question: Question, trace: Trace, more: Partial<Understanding> = {}) => ({
    reading,
    understanding: { question, locale, trace, explainsLast: false, isSupposed: false, ...more },
  });
  const plainly = (question: Question, isFollowUp = false, more: Partial<Understanding> = {}) =>
    understood(question, { matches: matchesOf(reading), corrections, isFollowUp, others: [] }, more);
  const ofRecord = reckonedOfRecord(reading, memory, knowledge);
  if (ofRecord !== null) return plainly(ofRecord.question, reading.named.length === 0);
  const lacking = othersAnnounced(reading, memory, knowledge);
  const quoted = lacking === null ? figureQuoted(reading, memory, knowledge) : null;
  const settled =
    lacking ??
    quoted?.question ??
    settledBy(reading, memory, knowledge) ??
    causeOf(reading, memory, knowledge) ??
    onceMore(reading, memory, knowledge) ??
    memberAsked(reading, memory, knowledge)?.question ??
    stretchAsked(reading, memory, knowledge) ??
    otherForm(reading, memory, knowledge) ??
    partsAlone(reading, memory, knowledge) ??
    bodyMeant(reading, knowledge);
  if (settled !== null) {
    const sources = quoted === null ? {} : { asksSources: quoted.asksSources };
    return plainly(settled, true, { locale: fallback, ...sources });
  }
  const { said, features } = studied(reading, memory, knowledge);
  const asked = projectVerbatim(reading, knowledge);
  if (asked !== null) return plainly({ kind: 'fact', project: asked, field: 'summary', also: [] });
  const candidates = checked(candidatesFor(knowledge.models.decision.judge(features), said), said);
  // What the records say of the same numbers tells more.
  const tells = ({ composed: { question } }: Candidate, { operation, terms }: Reckoning): boolean =>
    question.kind === 'programme' &&
    question.operation === operation &&
    terms.every(({ value }) => question.figures?.some((id) => knowledge.figureById.get(id)?.value === value));
  const made = reading.operators.has('why') ? [] : reckonedOf(reading, memory, knowledge);
  const reckoned = made.filter((one) => !candidates.some((candidate) => tells(candidate, one)));
  // "700 plus 330" is of either language.
  if (reckoned.length > 0)
    return plainly({ kind: 'smalltalk', act: 'reckoning', reckoned }, false, { locale: memory.locale ?? locale });
  const unexplained = unexplainedIn(reading, knowledge.language);
  // "Projets pour les pompiers": all of the base, though a word that nothing explains asks for some of it, and hardly sure.
  const isAstray = ({ composed: { question }, confidence }: CheckedCandidate): boolean =>
    unexplained.length > 0 && confidence < SURE_ENOUGH && 'filter' in question && isEmptyFilter(question.filter);
  // "Ces sept projets" are those that were shown, no fact on the fund.
  const { shown } = said.memory;
  const countsShown =
    shown.length > 1 &&
    reading.words.some(
      ({ folded }, at) =>
        knowledge.language.is('showing', folded) && readCount(reading.words[at + 1]?.folded ?? '') === shown.length,
    );
  // "Quel est le budget de Mentor ?": where a field is asked of a project and every word is explained, nothing is out of scope.
  const isWhole = unexplained.length === 0 && reading.named.length > 0 && reading.fields.length > 0;
  const isOfElse = (one: CheckedCandidate): boolean =>
    isAstray(one) ||
    (countsShown && one.composed.question.kind === 'programme') ||
    (isWhole && one.decision.intent === 'out-of-scope');
  const ranked = [...candidates.filter((one) => !isOfElse(one)), ...candidates.filter(isOfElse)];
  const [surest] = candidates;
  if (surest !== undefined && (ranked[0]?.likelihood ?? 0) < HARDLY_MEANT && isAstray(surest))
    return plainly({ kind: 'unknown', reason: 'no-such-project', name: nameOf('no-such-project', said) });
  // The very question that a fact answers, as it is suggested on a button.
  const verbatim = factsVerbatim(reading, knowledge);
  const ofFact =
    ranked.find((one) => made.some((reckoning) => tells(one, reckoning))) ??
    ranked.find(
      ({ composed: { question }, likelihood }) =>
        likelihood >= HARDLY_MEANT &&
        question.kind === 'programme' &&
        question.facts.some((id) => verbatim.includes(id)),
    );
  // "Tous" of a set that was told as it is asks for more than that.
  const isTold = ({ composed, decision }: CheckedCandidate): boolean =>
    decision.reference === 'shown' && decision.fields.length === 0 && isNoMoreThan(composed.question, memory.question);
  const beyond = ranked.filter((one) => !isTold(one));
  const isLifting = reading.words.some(({ folded }) => knowledge.language.is('lifting', folded));
  const isMore = isLifting && ranked.slice(0, 1).some(isTold) && (beyond[0]?.likelihood ?? 0) >= HARDLY_MEANT;
  const ordered = isMore ? beyond : ranked;
  const [best, ...others] = ofFact === undefined ? ordered : [ofFact, ...ordered.filter((one) => one !== ofFact)];
  if (best === undefined) return plainly({ kind: 'unknown', reason: 'out-of-scope', name: null });
  const matches = matchesFor(best.composed.question, reading, memory, knowledge);
  const trace = { matches, corrections, others: othersTold(best, others) };
  const likely = [best, ...others].filter(({ likelihood }) => likelihood >= best.likelihood * AS_LIKELY);
  // "Plus de 50 M€", then "et moins de 10 ?": of both at once there is none.
  const ofSome = likely.filter((one) => 'filter' in one.composed.question && !isOfNone(one, said));
  const readings = likely
    .filter((one) => one === best || ofSome.length === 0 || !isOfNone(one, said))
    .map(({ composed }) => composed.question)
    .filter(isSolid)
    .slice(0, MOST_READINGS);
  const standsAlone = memory.question === null || best.standsAlone;
  const isLikely = readings.length === 1 && best.likelihood >= LIKELY;
  // "La différence ?" of two figures told says all that it asks.
  const { question } = best.composed;
  const isComputed = question.kind === 'programme' && question.operation != null;
  // So do "lesquels ont dérapé ?" and "le mieux couvert ?"
  const isOfShare = question.kind === 'list' && isMadeOfBoth(question.sort?.field);
  const isOfWords = isOfShare || disputeAsked(reading, memory, knowledge) !== null;
  const isPlainly = asksForColumns(said) || comesBackIn(said);
  const isDecided =
    isPlainly ||
    best === ofFact ||
    (countsShown && best !== surest) ||
    isComputed ||
    isOfWords ||
    (isLikely && standsAlone);
  const isUnsure = !isDecided && best.confidence < (standsAlone ? SURE_ENOUGH : SURE_ENOUGH_TO_GO_ON);
  const { reference } = best.decision;
  // "C’est lequel, alors ?"
  const choosesAgain =
    question.kind === 'aggregate' && reading.words.some(({ folded }) => knowledge.language.is('choosing', folded));
  // "Only those with a published amount" of a list that is so already
  const isSo = question.kind === 'list' && reference === 'narrow' && unexplained.length === 0;
  // "La fiche complète" of the project that was told, "donne la liste" of those listed
  const saysSo = question.kind === 'fact' ? reading.fields.includes(question.field) : reading.operators.has('list');
  const isAgain =
    isSo ||
    (saysSo && unexplained.length === 0) ||
    question.kind === 'programme' ||
    reference === 'explain' ||
    reading.operators.has('compare') ||
    choosesAgain;
  const isToldLast = isSame(question, memory.question);
  const isOnlyOne = isUnsure && isSolid(question) && readings.length === 1;
  // What was just told, told again, would say no more.
  if (isOnlyOne && isToldLast && !isAgain) {
    // "C’est pas vrai": who doubts it is told it again with its sources.
    const doubt = others
      .map(({ composed }) => composed.question)
      .find((other) => other.kind === 'smalltalk' && other.act === 'challenge');
    return understood(doubt ?? { kind: 'unknown', reason: 'unclear', name: null }, { ...trace, isFollowUp: false });
  }
  // Of two readings offered, the one that is said again in other words is chosen.
  const chosen = readings.find((one) => memory.pending.some((offered) => isSame(offered, one)));
  if (isUnsure && chosen !== undefined) return understood(chosen, { ...trace, isFollowUp: true });
  // Of two of which one holds the other, the larger answers both.
  const larger = readings.find((one) => readings.some((other) => other !== one && isOneOf(other, one, knowledge)));
  if (isUnsure && larger !== undefined) return understood(larger, { ...trace, isFollowUp: reference !== 'alone' });
  // Two readings that ask this and that of one project: both are told sooner than asked about.
  const both = isUnsure ? factsOfOne(readings) : null;
  if (both !== null) return understood(both, { ...trace, isFollowUp: reference !== 'alone' }, { isSupposed: true });
  if (isUnsure && isSolid(question) && !isOnlyOne)
    return understood({ kind: 'clarify', candidates: [], field: null, readings }, { ...trace, isFollowUp: false });
  // "Elle date de quand, cette évaluation ?": its sources say.
  const last = memory.question;
  const isOfSameFact =
    question.kind === 'programme' && last?.kind === 'programme' && isSame(last, { ...last, facts: question.facts });
  if (isOfSameFact && reading.fields.join() === 'date' && reading.leftoverStems.length < 2)
    return understood(last, memory.trace, { explainsLast: true });
  const explains =
    (reference === 'explain' && !asksForCause(reading, memory, knowledge)) ||
    (reference === 'sources' && question.kind !== 'fact');
  if (explains && isToldLast) return understood(question, memory.trace, { explainsLast: true });
  const isSupposed = isOnlyOne && !isToldLast;
  return understood(question, { ...trace, isFollowUp: reference !== 'alone' }, { isSupposed });
}

/** What the spans were taken for, and the year that a question on the fund goes on to, for the explanation and for what is asked next. */
export function matchesFor({ kind }: Question, reading: Reading, memory: Memory, knowledge: KnowledgeBase) {
  return matchesOf(reading, kind === 'programme' ? yearsGoneOnTo(reading, memory, knowledge) : []);
}

function matchesOf(reading: Reading, goneOnTo: readonly number[] = []): readonly Match[] {
  const said = reading.years.length <= MOST_YEARS ? reading.years : [];
  const years = [...said, ...goneOnTo].map(String);
  const ofSpans = reading.spans.flatMap(({ start, end, tags }) => {
    const written = asTyped(reading.words.slice(start, end), reading.text);
    return tags.flatMap(({ kind, id }): Match[] =>
      kind === 'reference' || kind === 'session' || kind === 'smalltalk' || kind === 'fund'
        ? []
        : [{ written, kind, id }],
    );
  });
  return [...ofSpans, ...years.map((id): Match => ({ written: id, kind: 'year', id }))];
}

/** Of a longer stretch its limits are told. */
const MOST_YEARS = 2;

/** With the signs that stand between the words; where the message does not hold them one after the other, with spaces. */
function asTyped(words: readonly Word[], text: string): string {
  // "Lappel" is read as two words, each written so.
  const written = words.map((word) => word.written).filter((word, at, all) => word !== all[at - 1]);
  const plain = written.join(' ');
  if (written.length === 1 || text.includes(plain)) return plain;
  const typed = text.normalize('NFC');
  const places = [...typed.matchAll(WORD)];
  const at = places.findIndex((_, from) => written.every((word, index) => places[from + index]?.[0] === word));
  const [first, last] = [places[at], places[at + written.length - 1]];
  return first === undefined || last === undefined ? plain : typed.slice(first.index, last.index + last[0].length);
}

/** A reading less likely than this is no other one. */
const WORTH_TELLING = 0.05;

function othersTold(best: Candidate, others: readonly Candidate[]): Understanding['trace']['others'] {
  const beside = best.composed.others ?? [];
  return [
    ...beside.map((one) => ({ ...one, probability: one.probability * best.likelihood })),
    ...others.flatMap(({ likelihood, composed: { question } }) =>
      isSolid(question) ? [{ question, probability: Math.min(1, likelihood) }] : [],
    ),
  ]
    .filter(({ probability }) => probability >= WORTH_TELLING)
    .sort((a, b) => b.probability - a.probability)
    .slice(0, MOST_READINGS);
}

/** What the slots are filled from, and what the model sees. */
export function studied(reading: Reading, before: Memory, knowledge: KnowledgeBase) {
  const memory = withSetMeant(reading, before, knowledge);
  const evidence = evidenceOf(reading, knowledge);
  const facts = factsAsked(reading, NOTHING_TOLD, knowledge);
  const features = featuresOf(reading, memory, evidence, facts, knowledge);
  const mentions = mentionsIn(reading, memory, evidence, knowledge).filter(
    ({ kind }, index) => index < MOST_MENTIONS || kind === 'years' || kind === 'amount',
  );
  return { said: { reading, memory, evidence, facts, mentions, knowledge }, features };
}

/** Nobody mentions more in one message: what each does is judged beside the others, for each decision. */
const MOST_MENTIONS = 20;

/**
 * Below this confidence the person is asked what is meant, unless of one reading alone the decision was likely: chosen on the risk curve of
 * test/questions/README.md.
 */
const SURE_ENOUGH = 0.45;
const LIKELY = 0.5;
/** The same of what goes on from before, which is misread more often than what stands alone. */
const SURE_ENOUGH_TO_GO_ON = 0.55;
const MOST_READINGS = 2;
/** A reading less likely than this share of the best is not offered. */
const AS_LIKELY = 0.3;

/** What several readings ask of the same project, as one question; null where they are of several, or of anything else. */
function factsOfOne(readings: readonly Question[]): Question | null {
  const facts = readings.flatMap((one) => (one.kind === 'fact' ? [one] : []));
  const [first] = facts;
  const isOfOne = facts.length === readings.length && facts.every(({ project }) => project === first?.project);
  if (first === undefined || facts.length < 2 || !isOfOne) return null;
  const [field = first.field, ...also] = unique(facts.flatMap((one) => [one.field, ...one.also]));
  return { ...first, field, also };
}

/** A project alone, or projects side by side, of a list that holds them and tells the same of them. */
function isOneOf(question: Question, list: Question, knowledge: KnowledgeBase): boolean {
  if ((question.kind !== 'fact' && question.kind !== 'compare') || list.kind !== 'list') return false;
  // Of all projects that one is found among, not those whose amount is told.
  if (isEmptyFilter(list.filter) && question.field !== 'summary') return false;
  const projects = question.kind === 'fact' ? [question.project] : question.projects;
  const held = new Set(selectIds(list.filter, knowledge));
  const isTold = question.field === 'summary' || list.show.some((field) => field === question.field);
  return isTold && projects.every((id) => held.has(id));
}

function isSame(question: Question, other: Question | null): boolean {
  return JSON.stringify(question) === JSON.stringify(other);
}

/** The same list, of which no more is told. */
function isNoMoreThan(question: Question, other: Question | null): boolean {
  if (question.kind !== 'list' || other?.kind !== 'list') return false;
  const isTold = question.show.every((field) => other.show.includes(field));
  return isTold && isSame({ ...question, found: [], show: [] }, { ...other, found: [], show: [] });
}

/** A question that the records answer. */
function isSolid({ kind }: Question): boolean {
  return kind !== 'smalltalk' && kind !== 'unknown' && kind !== 'clarify';
}

/** More ways to read a message are not weighed. */
const MOST_CANDIDATES = 5;

/** The likeliest decisions whose slots can be filled, each question once, the likeliest first. */
export function candidatesFor(judgement: Judgement, said: Said): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const decision of likelyDecisions(judgement)) {
    if (found.size >= MOST_CANDIDATES && !isRefusal(decision.intent)) continue;
    const composed = compose(decision, said);
    if (composed === null) continue;
    // What the search found beside it makes no other question.
    const key = JSON.stringify({ ...composed.question, found: [] });
    const before = found.get(key);
    const likelihood = (before?.likelihood ?? 0) + decision.probability;
    const standsAlone = before?.standsAlone === true || decision.reference === 'alone';
    found.set(key, { ...(before ?? { decision, composed }), likelihood, standsAlone });
  }
  return [...found.values()];
}

/** The candidates with how likely each is right, the surest first. */
function checked(candidates: readonly Candidate[], said: Said): readonly CheckedCandidate[] {
  const { check } = said.knowledge.models;
  return candidates
    .map((candidate, rank) => {
      const verdict = check.judge(checkFeatures(candidate, rank, candidates, said)).get('verdict');
      const judged = verdict?.get('right') ?? candidate.decision.probability;
      // That nothing is of Brittany is an answer, which few people wrote questions for: it is as sure as what was decided.
      const confidence = isOfNone(candidate, said) ? Math.max(judged, candidate.likelihood) : judged;
      return { ...candidate, confidence };
    })
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/** What is left beside such a list is not what was meant where it is less likely. */
const HARDLY_MEANT = 0.1;

/** A list or a computation over no project. */
function isOfNone({ composed: { question } }: Candidate, { knowledge }: Said): boolean {
  return 'filter' in question && selectPositions(question.filter, knowledge).length === 0;
}

/** How much the probability of the decision weighs beside the confidence of the check: set on the folds of `npm run train`. */
const PROBABILITY_WEIGHT = 0.35;

/** What puts the candidates in order. */
export function weightOf({ confidence, decision }: Pick<CheckedCandidate, 'confidence' | 'decision'>): number {
  return confidence * decision.probability ** PROBABILITY_WEIGHT;
}

function refused(reason: 'empty' | 'too-long' | 'no-words', locale: Locale): ReturnType<typeof understand> {
  const question = { kind: 'unknown', reason, name: null } as const;
  return { reading: null, understanding: { question, locale, trace: EMPTY_MEMORY.trace, explainsLast: false } };
}
