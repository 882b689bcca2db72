import { contentStems } from '../../knowledge/documents';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import type { Match, Memory } from '../../model/question';
import { figuresIn, subjectFeatures, sureness } from '../evidence';
import { readTerm } from '../../language/words';
import { isAmountField } from '../../model/project-fields';
import { type Reading, readQuestion, unique } from '../reading';

/** A fact on the fund and how far a message asks for it. */
export interface AskedFact {
  readonly id: string;
  /** Greater where it is asked more surely: the judges below, each with its learned weight. */
  readonly weight: number;
  /** How well its best wording fits the message, 0 to 1. */
  readonly fit: number;
  /** What the judges say, in their order. */
  readonly judged: readonly number[];
  /** The calls that it is on, as in `Place`. */
  readonly calls: readonly string[];
  /** Its question without what says the call: one for the same fact of each. */
  readonly form: string;
  /** The projects that its answer names. */
  readonly projects: ReadonlySet<string>;
}

/**
 * Who judges a fact: by how it is asked, by its text, by the words around it (score and share), by its best wording, by year and topic, by whether it
 * is on the call meant or on another one, answers the question told of another call, and holds a figure that the message quotes.
 */
export const FACT_JUDGES = [
  'asked',
  'told',
  'meant',
  'share',
  'fit',
  'before',
  'year',
  'here',
  'topic',
  'rank',
  'learned',
  'elsewhere',
  'series',
  'figure',
  'covers',
  'last',
  'last-covers',
  'last-year',
  'money',
  'date',
] as const;

/** Each judge counts once for any message, and once more for one that goes on from what was told. */
export const FACT_WEIGHTS = 2 * FACT_JUDGES.length;

/**
 * The facts on the fund by how far a message asks for them, best first.
 *
 * @param told what was told before, when the message goes on from it
 */
export function factsAsked(reading: Reading, told: Told, knowledge: KnowledgeBase): readonly AskedFact[] {
  const last = told.facts;
  const forms = formsOf(knowledge);
  const aim = placeMeant(reading, told.place, knowledge);
  const quoted = figuresIn(reading);
  const series = new Set(last.map((id) => forms.get(id)?.form));
  const alone = judgesOf(reading.allStems, reading.contentStems, knowledge);
  const stemsBefore = last.length === 0 ? [] : stemsGoneOn(reading, last, knowledge);
  const before = judgesOf(stemsBefore, stemsBefore, knowledge);
  const topics = new Set(last.map((id) => knowledge.factById.get(id)?.topic));
  const said = reading.contentStems.filter((stem) => !/\d/.test(stem));
  const asksMoney = reading.operators.has('how-much') || reading.fields.some(isAmountField);
  const asksDate = reading.fields.includes('date');
  const learned = knowledge.models.subject.judge(subjectFeatures(reading.allStems, last)).get('fact');
  const { facts } = knowledge.models;
  const weights = FACT_JUDGES.map((_, index) => {
    const more = told === NOTHING_TOLD ? 0 : facts[index + FACT_JUDGES.length];
    return (facts[index] ?? 0) + (more ?? 0);
  });
  return unique([...alone.keys(), ...before.keys()])
    .map((id): AskedFact => {
      const { place, form, projects, topic, text, figures, stems, tellsMoney, tellsDate } = forms.get(id) ?? NO_FORM;
      const isOfYear = aim.years.some((year) => text.includes(String(year)));
      const isLast = last.includes(id);
      const covers = said.length === 0 ? 0 : said.filter((stem) => stems.has(stem)).length / said.length;
      const { asked, told, meant, share, fit } = alone.get(id) ?? NO_JUDGE;
      const again = before.get(id) ?? NO_JUDGE;
      const own = [
        asked,
        told,
        meant,
        share,
        fit,
        again.asked + again.meant + again.fit,
        isOfYear ? 1 : 0,
        isIn(aim, place) ? 1 : 0,
        topics.has(topic) ? 1 : 0,
        asked >= 1 ? 1 : 0,
        sureness(learned?.get(id)),
        isElsewhere(aim, place) ? 1 : 0,
        series.has(form) && !last.includes(id) && isIn(aim, place) ? 1 : 0,
        quoted.some((figure) => figures.has(figure)) ? 1 : 0,
        covers,
        isLast ? 1 : 0,
        isLast ? covers : 0,
        isLast && isOfYear ? 1 : 0,
        asksMoney && tellsMoney ? 1 : 0,
        asksDate && tellsDate ? 1 : 0,
      ];
      const weight = own.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
      return { id, weight, fit, judged: own, calls: place.calls, form, projects };
    })
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

type Judge = 'asked' | 'told' | 'meant' | 'share' | 'fit';
type Judges = Readonly<Record<Judge, number>>;
const NO_JUDGE: Judges = { asked: 0, told: 0, meant: 0, share: 0, fit: 0 };

/** The words of the question that the last fact answers, with those of the message in place of its years and numbers. */
function stemsGoneOn(reading: Reading, last: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  const asked = last.flatMap((id) => contentStems(knowledge.factById.get(id)?.questionFr ?? '', knowledge.language));
  const replaces =
    reading.years.length + reading.calls.length > 0 || reading.references.some(({ id }) => id === 'ordinal');
  const kept = replaces ? asked.filter((stem) => !/\d/.test(stem) && !knowledge.language.isOrdinal(stem)) : asked;
  return unique([...kept, ...reading.allStems]);
}

function judgesOf(
  allStems: readonly string[],
  content: readonly string[],
  { factIndex, factTextIndex, meanings, wordings }: KnowledgeBase,
): ReadonlyMap<string, Judges> {
  const judges = new Map<string, Record<Judge, number>>();
  const add = (id: string, judge: Judge, value: number): void => {
    const known = judges.get(id);
    if (known === undefined) judges.set(id, { ...NO_JUDGE, [judge]: value });
    else known[judge] = value;
  };
  const asked = factIndex.search(allStems.filter((stem) => factIndex.has(stem)));
  const mostAsked = Math.max(1e-9, ...asked.map(({ score }) => score));
  for (const { id, score } of asked) add(id, 'asked', score / mostAsked);
  const told = factTextIndex.search(content);
  const mostTold = Math.max(1e-9, ...told.map(({ score }) => score));
  for (const { id, score } of told) add(id, 'told', score / mostTold);
  const meant = meanings.match(content).filter(({ owner }) => owner.kind === 'fact');
  const mostMeant = Math.max(1e-9, ...meant.map(({ score }) => score));
  for (const { owner, score, coverage } of meant) {
    add(owner.id, 'meant', score / mostMeant);
    add(owner.id, 'share', coverage);
  }
  for (const { owner, fit } of wordings.match(content)) if (owner.kind === 'fact') add(owner.id, 'fit', fit);
  return judges;
}

/** What a message about the fund goes on from. */
export interface Told {
  /** Ids of the facts told. */
  readonly facts: readonly string[];
  readonly place: Place;
}

/** Which of the fund's calls a text is on. */
export interface Place {
  /** Numbers of calls, years that are of no one call, "ftap2", "windows". */
  readonly calls: readonly string[];
  readonly session: number | null;
  /** The years said, or gone on to from the one told. */
  readonly years: readonly number[];
}

const NOWHERE: Place = { calls: [], session: null, years: [] };
export const NOTHING_TOLD: Told = { facts: [], place: NOWHERE };

/** What was told last: a fact on the fund, or the projects of a call; of a fact on a whole year the call that was asked. */
export function toldLast(
  { question, trace }: Pick<Memory, 'question'> & Partial<Pick<Memory, 'trace'>>,
  knowledge: KnowledgeBase,
): Told {
  if (question?.kind === 'programme') {
    const of = (wanted: Match['kind']): readonly string[] =>
      unique((trace?.matches ?? []).flatMap(({ kind, id }) => (kind === wanted ? [id] : [])));
    const years = of('year').map(Number);
    const ofYears = placeOf({ years, calls: [], session: null, references: [] }, knowledge);
    const asked = of('call').length > 0 ? of('call') : ofYears.calls;
    const places = question.facts.map((id) => formsOf(knowledge).get(id)?.place ?? NOWHERE);
    const place = places.find(({ calls }) => calls.length > 0) ?? NOWHERE;
    const calls = asked.length === 0 ? place.calls : asked;
    // What was told of no call was asked of a year.
    return { facts: question.facts, place: { calls, session: place.session, years: place === NOWHERE ? years : [] } };
  }
  if (question?.kind === 'fact' && (question.field === 'call' || question.field === 'date')) {
    const { number = null, session = null } = knowledge.projectById.get(question.project)?.call ?? {};
    return number === null ? NOTHING_TOLD : { facts: [], place: { calls: [String(number)], session, years: [] } };
  }
  const filter = question !== null && 'filter' in question ? question.filter : null;
  return filter === null
    ? NOTHING_TOLD
    : { facts: [], place: { ...placeOf({ ...filter, session: null, references: [] }, knowledge), years: [] } };
}

/** "Et l'année d'après ?", "celle d'avant": the years that a message on the fund goes on to; none where it says one itself. */
export function yearsGoneOnTo(reading: Reading, memory: Memory, knowledge: KnowledgeBase): readonly number[] {
  const isOn = memory.question?.kind === 'programme' && reading.years.length === 0;
  return isOn ? placeMeant(reading, toldLast(memory, knowledge).place, knowledge).years : [];
}

/** What a fact answers. */
interface Form {
  readonly place: Place;
  /** As in `AskedFact`. */
  readonly form: string;
  readonly projects: ReadonlySet<string>;
  readonly topic: string;
  /** Its question and its answer. */
  readonly text: string;
  readonly figures: ReadonlySet<number>;
  /** Of its question and its answer. */
  readonly stems: ReadonlySet<string>;
  readonly tellsMoney: boolean;
  readonly tellsDate: boolean;
}
const NO_FORM: Form = {
  place: NOWHERE,
  form: '',
  projects: new Set(),
  topic: '',
  text: '',
  figures: new Set(),
  stems: new Set(),
  tellsMoney: false,
  tellsDate: false,
};
const forms = new WeakMap<KnowledgeBase, ReadonlyMap<string, Form>>();

function formsOf(knowledge: KnowledgeBase): ReadonlyMap<string, Form> {
  const known = forms.get(knowledge);
  if (known !== undefined) return known;
  const found = new Map(
    knowledge.facts.map(({ id, topic, questionFr, answerFr }): [string, Form] => {
      const form = readTerm(questionFr)
        .map(({ folded, stem }) => (/^\d/.test(folded) || knowledge.language.isOrdinal(stem) ? '#' : folded))
        .join(' ');
      const [asked, answer] = [readQuestion(questionFr, knowledge), readQuestion(answerFr, knowledge)];
      const place = placeOf(asked, knowledge);
      const stems = new Set([...asked.allStems, ...answer.allStems]);
      const told = {
        projects: new Set(answer.named.flat()),
        figures: new Set(figuresIn(answer)),
        tellsMoney: answer.saysSum,
        tellsDate: answer.months.length > 0,
      };
      return [id, { place, form, topic, text: `${questionFr} ${answerFr}`, stems, ...told }];
    }),
  );
  forms.set(knowledge, found);
  return found;
}

/** The stems of the words of a fact. */
export function factStems(id: string, knowledge: KnowledgeBase): ReadonlySet<string> {
  return formsOf(knowledge).get(id)?.stems ?? NO_FORM.stems;
}

/** A text on more years than this is on none of them. */
const MOST_YEARS = 2;

function placeOf(
  { years, calls, session, references }: Pick<Reading, 'years' | 'calls' | 'session' | 'references'>,
  { calls: known }: KnowledgeBase,
): Place {
  const ofYears = years.length > MOST_YEARS ? [] : years;
  const position = references.find(({ id }) => id === 'ordinal')?.position ?? 0;
  return {
    calls: unique([
      ...calls.flatMap(({ number, scheme }) => (number === null ? (scheme ?? []) : String(number))),
      ...ofYears.map((year) => {
        const numbers = unique(known.flatMap(({ number, announced }) => (isOf(year, announced) ? (number ?? []) : [])));
        // "La deuxième de 2018"
        return String(numbers.length === 1 ? numbers[0] : (numbers[position - 1] ?? year));
      }),
    ]),
    session: session ?? calls.find((call) => call.session !== null)?.session ?? null,
    years: ofYears,
  };
}

function isOf(year: number, date: string | null): boolean {
  return date?.startsWith(String(year)) === true;
}

/** The call that a message is about: the one it says, the next of the one told, its other session; else the one told. */
export function placeMeant(reading: Reading, told: Place, knowledge: KnowledgeBase): Place {
  const said = placeOf(reading, knowledge);
  if (said.calls.length > 0 || told.calls.length === 0) return said;
  const { references, quantities, yearShift } = reading;
  const has = (wanted: string): boolean => references.some(({ id }) => id === wanted);
  const hasSessions = [...formsOf(knowledge).values()].some(
    ({ place }) => place.session !== null && place.calls.some((call) => told.calls.includes(call)),
  );
  // "Et le deuxième ?", "le 2"
  const ordinal =
    references.find(({ id, position }) => id === 'ordinal' && position > 0)?.position ??
    quantities.find(({ factor, value }) => factor === null && knowledge.calls.some(({ number }) => number === value))
      ?.value ??
    null;
  const other = told.session !== null && has('others') ? 3 - told.session : null;
  const session = said.session ?? (hasSessions ? ordinal : null) ?? other;
  if (session !== null) return { ...told, session };
  if (ordinal !== null) return { ...NOWHERE, calls: [String(ordinal)] };
  const step = yearShift !== 0 ? yearShift : has('next') ? 1 : has('before') ? -1 : 0;
  if (step === 0) return told;
  const asked = told.years.at(-1);
  if (asked !== undefined) return placeOf({ ...reading, years: [asked + step], session: null }, knowledge);
  const number = Number(told.calls[0]);
  const announced = knowledge.calls.find((call) => call.number === number)?.announced ?? null;
  if (yearShift === 0 && announced !== null && knowledge.calls.some((call) => call.number === number + step))
    return { ...NOWHERE, calls: [String(number + step)] };
  const year = announced === null ? number : Number(announced.slice(0, YEAR_DIGITS));
  return placeOf({ ...reading, years: [year + step], session: null }, knowledge);
}

const YEAR_DIGITS = 4;

function isIn(meant: Place, of: Place = NOWHERE): boolean {
  const isOfCall = of.calls.some((call) => meant.calls.includes(call));
  return isOfCall && (meant.session === null || of.session === null || meant.session === of.session);
}

function isElsewhere(meant: Place, of: Place = NOWHERE): boolean {
  return meant.calls.length > 0 && of.calls.length > 0 && !isIn(meant, of);
}
