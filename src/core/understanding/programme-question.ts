import { contentStems } from '../knowledge/documents';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Hit, RankedIndex } from '../search/ranked-index';
import type { Filter } from './question';
import { computes } from './aggregate-question';
import { isSubjectStem } from './ranking';
import { type Reading, unique } from './reading';
import {
  FIT_OVER_FILTER,
  LEAST_FIT,
  PROGRAMME,
  PROGRAMME_ANSWER,
  PROGRAMME_PERIOD,
  WORDING_FIT,
  WORDING_FIT_ALONE,
  WORDING_RIVAL,
  WORDING_SURE,
} from './thresholds';

type Found = Omit<ProgrammeMatch, 'fit'>;

export interface ProgrammeMatch {
  readonly facts: readonly string[];
  /** Share of the weight of the question's words that the fact explains. */
  readonly coverage: number;
  /** The same, with the words of the answer. */
  readonly coverageWithAnswer: number;
  /** How well one way of asking for it fits the whole question, less what fits a project or a theme better: see `WordingMatch`. */
  readonly fit: number;
}

/** A fact of the right year may score so much less than one of another year. */
const SAME_YEAR = 0.6;
/** Two facts whose scores are this close answer together. */
const TIE = 0.86;

/** The fact on the fund that the question asks for, first by the ways in which it is asked, then by what it says. */
export function programmeFact(reading: Reading, filter: Filter, knowledge: KnowledgeBase): ProgrammeMatch | null {
  if (asksForProjectsOn(reading)) return null;
  const found = bestFact(reading, filter, knowledge);
  if (found === null || lacksAskedThing(found, reading, knowledge)) return null;
  const { own, other, shared } = fitsOf(found.facts, reading, knowledge);
  // Function words alone make no question on the fund, unless one of its calls or years is its subject.
  const isOnFund = reading.mentionsFund || reading.calls.length + reading.years.length > 0;
  if (own < LEAST_FIT && reading.calls.length + reading.years.length === 0) return null;
  // "Je veux parler à un humain": one word in common is none of the fund's questions, unless it is nearly all of it.
  if (shared < 2 && !isOnFund && own < FIT_OVER_FILTER) return null;
  return { ...found, fit: own > other ? own : 0 };
}

/** "Y a-t-il des projets sur l'eau ?": a fact whose text says « au fil de l'eau » is no answer. */
function asksForProjectsOn({ words, operators, leftoverStems, mentionsFund, calls, years }: Reading): boolean {
  const [subject, ...others] = leftoverStems;
  if (!operators.has('plural-subject') || mentionsFund || subject === undefined) return false;
  if (others.length + calls.length + years.length > 0) return false;
  const at = words.findIndex(({ stem }) => stem === subject);
  const before = words.slice(0, at).filter(({ folded }) => !ARTICLES.has(folded));
  return at === words.length - 1 && ON.has(before.at(-1)?.folded ?? '');
}

const ARTICLES = new Set('l le la les un une the'.split(' '));
/** "Pour" and "for" are left out: "des projets pour quel budget ?" */
const ON = new Set('sur concernant touchant about on concerning'.split(' '));

/** The fit of the facts' best wording, and that of the best wording of a project or a theme. */
function fitsOf(
  facts: readonly string[],
  reading: Reading,
  knowledge: KnowledgeBase,
): { readonly own: number; readonly other: number; readonly shared: number } {
  const matches = knowledge.wordings.match(reading.contentStems);
  const best = matches.find(({ owner }) => owner.kind === 'fact' && facts.includes(owner.id));
  const own = best?.fit ?? 0;
  const shared = best?.matched.length ?? 0;
  const other = matches.find(({ owner }) => owner.kind !== 'fact')?.fit ?? 0;
  return { own, other, shared };
}

/** "Quel est le salaire du délégué ?": a fact that lacks the very thing asked for is no answer. */
function lacksAskedThing({ facts }: Found, { askedNoun }: Reading, knowledge: KnowledgeBase): boolean {
  return askedNoun !== null && !knowledge.factTextIndex.search([askedNoun]).some(({ id }) => facts.includes(id));
}

function bestFact(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Found | null {
  if (reading.named.length > 0) return null;
  // "Le FTAP 2, c'est combien ?": nothing but the name of a selection.
  const onlyNamesCall =
    reading.calls.length === 1 &&
    reading.leftoverStems.length === 0 &&
    reading.fields.every((field) => field === 'summary') &&
    !computes(reading);
  const named = onlyNamesCall && !reading.operators.has('plural-subject') ? byNumber(reading, knowledge) : null;
  if (named) return named;
  const least = isAboutFund(reading, filter) ? PROGRAMME_PERIOD : PROGRAMME;
  return (
    matchIn(knowledge.factIndex, least, reading, knowledge) ??
    byWording(reading, knowledge) ??
    (isAboutFund(reading, filter) ? byCall(reading, knowledge) : null) ??
    matchIn(knowledge.factTextIndex, PROGRAMME_ANSWER, reading, knowledge)
  );
}

/** "Et le deuxième appel ?", "appel 2": however its number is written. */
function byNumber(reading: Reading, knowledge: KnowledgeBase): Found | null {
  const [call] = reading.calls;
  const facts =
    call === undefined || call.number === null || reading.session !== null ? [] : factsOfCall(call.number, knowledge);
  return facts.length > 0
    ? { facts, coverage: PROGRAMME_PERIOD, coverageWithAnswer: PROGRAMME_PERIOD }
    : byCall(reading, knowledge);
}

/** The facts on a call, one for each of its sessions. */
export function factsOfCall(number: number, knowledge: KnowledgeBase): readonly string[] {
  const found = knowledge.calls
    .filter((call) => call.number === number)
    .flatMap(({ label, announced }) => {
      const year = announced === null ? [] : [announced.slice(0, 4)];
      return knowledge.factIndex.search([...contentStems(label, knowledge.language), ...year]).slice(0, 1);
    });
  return unique(found.map(({ id }) => id));
}

/** The fact on a call, a session or a year as a whole: the one whose question names it best. */
export function factOfPeriod(reading: Reading, filter: Filter, knowledge: KnowledgeBase): string | null {
  const { calls, years } = filter;
  const call = calls.length === 1 ? calls[0] : undefined;
  if (call === undefined && years.length !== 1) return null;
  const row = knowledge.calls.find(({ number, announced }) =>
    (call?.number ?? null) !== null ? number === call?.number : announced?.startsWith(String(years[0])) === true,
  );
  const names = [...reading.calls, ...reading.years].length > 0 ? reading.contentStems : [];
  if (row === undefined) return null;
  const [best] = knowledge.factIndex.search([...names, ...contentStems(row.label, knowledge.language)]);
  return best?.id ?? null;
}

/** A call, FTAP 2 or a year as the only subject: the fact whose question names it best. */
function byCall(reading: Reading, knowledge: KnowledgeBase): Found | null {
  const words = reading.calls.some(({ scheme }) => scheme === 'ftap2')
    ? contentStems(FTAP_2, knowledge.language)
    : reading.spans
        .filter(({ tags }) => tags.some(({ kind }) => kind === 'call'))
        .flatMap(({ start, end }) => reading.words.slice(start, end).map((word) => word.stem));
  const named =
    words.length > 0 ? words : reading.mentionsFund && reading.years.length === 1 ? reading.years.map(String) : [];
  const [best] = named.length === 0 ? [] : knowledge.factIndex.search(named);
  if (!best || best.coverage < 1) return null;
  const asked = knowledge.wordings.match(named).find(({ owner, fit }) => owner.kind === 'fact' && fit >= WORDING_SURE);
  return {
    facts: [asked?.owner.id ?? best.id],
    coverage: PROGRAMME_PERIOD,
    coverageWithAnswer: PROGRAMME_PERIOD,
  };
}

/** How the facts name it, whatever the question calls it: "2e FTAP", "second fund". */
const FTAP_2 = 'FTAP 2';

/** A way of asking that fits the question well, though many of its words are others. */
function byWording(reading: Reading, knowledge: KnowledgeBase): Found | null {
  const best = knowledge.wordings.match(reading.contentStems).find(({ owner }) => owner.kind === 'fact');
  return best && best.fit >= WORDING_FIT
    ? { facts: [best.owner.id], coverage: best.fit, coverageWithAnswer: best.fit }
    : null;
}

/** The fact that a question with no other reading most likely asks for: one of its wordings fits, and no other fact's fits about as well. */
export function likelyFact(reading: Reading, knowledge: KnowledgeBase): Found | null {
  const [best, second] = knowledge.wordings.match(reading.contentStems).filter(({ owner }) => owner.kind === 'fact');
  if (!best || best.fit < WORDING_FIT_ALONE || best.matched.length < 2) return null;
  if (second && second.fit > best.fit * WORDING_RIVAL) return null;
  const found = { facts: [best.owner.id], coverage: best.fit, coverageWithAnswer: best.fit };
  return lacksAskedThing(found, reading, knowledge) ? null : found;
}

/** The fund itself is the subject, and nothing but its calls or years limits the question. */
export function isAboutFund(reading: Reading, filter: Filter): boolean {
  const onlyPeriods =
    filter.topics.length + filter.carriers.length + filter.territories.length + filter.amounts.length === 0;
  const speaksOfIt =
    reading.mentionsFund || (filter.calls.length + filter.years.length > 0 && !reading.operators.has('plural-subject'));
  return onlyPeriods && speaksOfIt && !reading.operators.has('list');
}

function matchIn(index: RankedIndex, least: number, reading: Reading, knowledge: KnowledgeBase): Found | null {
  const content = contentOf(reading);
  const asked = reading.allStems.filter(
    (stem) => content.includes(stem) || (index.has(stem) && reading.calls.length === 0),
  );
  const [best, second] = ofTheYear(withMeaning(index.search(asked), reading, knowledge), reading);
  if (!best) return null;
  const coverage = shareOf(content, best.matched, index);
  if (coverage < least) return null;
  const text = knowledge.factTextIndex.search(content).find(({ id }) => id === best.id);
  return {
    facts: second && second.score > best.score * TIE ? [best.id, second.id] : [best.id],
    coverage,
    coverageWithAnswer: Math.max(coverage, shareOf(content, text?.matched ?? [], knowledge.factTextIndex)),
  };
}

/** Hits ranked by three judges of equal weight: the words in which a fact is asked, all that is said of it, and its best wording. */
function withMeaning(hits: readonly Hit[], reading: Reading, knowledge: KnowledgeBase): readonly Hit[] {
  const meanings = new Map(
    knowledge.meanings
      .match(reading.contentStems)
      .flatMap(({ owner, score }) => (owner.kind === 'fact' ? [[owner.id, score] as const] : [])),
  );
  const fits = new Map(
    knowledge.wordings
      .match(reading.contentStems)
      .flatMap(({ owner, fit }) => (owner.kind === 'fact' ? [[owner.id, fit] as const] : [])),
  );
  const mostAsked = Math.max(...hits.map(({ score }) => score));
  const mostMeant = Math.max(1e-9, ...meanings.values());
  return hits
    .map((hit) => ({
      ...hit,
      score: hit.score / mostAsked + (meanings.get(hit.id) ?? 0) / mostMeant + (fits.get(hit.id) ?? 0),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Among hits of about the same score, those that hold the year asked for come first. */
function ofTheYear(hits: readonly Hit[], { years }: Reading): readonly Hit[] {
  const [best] = hits;
  if (!best || years.length !== 1) return hits;
  const holds = ({ matched, score }: Hit): boolean =>
    matched.includes(String(years[0])) && score >= best.score * SAME_YEAR;
  return [...hits.filter(holds), ...hits.filter((hit) => !holds(hit))];
}

/** With a call or the fund as subject, the words that only say what is asked of it tell no fact from another. */
function contentOf(reading: Reading): readonly string[] {
  const subjects = reading.contentStems.filter((stem) => isSubjectStem(reading, stem));
  if (reading.calls.length > 0 && subjects.length > 0) return subjects;
  return reading.contentStems.length > 0 ? reading.contentStems : reading.allStems;
}

function shareOf(stems: readonly string[], matched: readonly string[], index: RankedIndex): number {
  const held = new Set(matched);
  const weightOf = (list: readonly string[]): number => list.reduce((sum, stem) => sum + index.rarity(stem), 0);
  const total = weightOf(stems);
  return total === 0 ? 0 : weightOf(stems.filter((stem) => held.has(stem))) / total;
}
