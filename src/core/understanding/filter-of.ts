import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { carriersIn, idsOf } from './bodies';
import { fieldOf } from './field-of';
import { amountFieldOf, amountsIn, boundsSharingUnit } from './money';
import type { CallReference, Field, Filter } from './question';
import { EMPTY_FILTER, isAmountField } from './question';
import { type Reading, readQuestion, unique } from './reading';
import type { Span, Tag } from './tag';
import { combineTopics, topicsIn } from './topics';

/** The filter that a reading asks for; empty when it names no set of projects. */
export function filterOf(reading: Reading, knowledge: KnowledgeBase): Filter {
  const { start: exceptFrom, end: exceptTo } = exceptionIn(reading);
  const wanted = reading.spans.filter(
    (span) => (span.start < exceptFrom || span.start >= exceptTo) && !isPartOfWindow(span, reading),
  );
  const unwanted = reading.spans.filter(({ start }) => start >= exceptFrom && start < exceptTo);
  const exceptYears = yearsAfterException(reading);
  const base: Filter = {
    ...EMPTY_FILTER,
    carriers: carriersIn(wanted, reading, knowledge),
    territories: territoriesIn(wanted, knowledge),
    ...withoutExcepted(periodOf(reading, knowledge), unwanted, exceptYears),
    months: reading.months,
    amounts: amountsOf(reading, knowledge),
    except: {
      topics: topicsIn(unwanted, reading, knowledge).map(({ topic }) => topic),
      carriers: carriersIn(unwanted, reading, knowledge),
      territories: territoriesIn(unwanted, knowledge),
      projects: unwanted.flatMap(({ tags }) => idsOf(tags, 'project')),
      calls: unwanted.flatMap(({ tags }) => tags.flatMap((tag) => (tag.kind === 'call' ? [tag.call] : []))),
      years: exceptYears,
    },
  };
  return asSaidOfBodies(
    { ...base, topics: combineTopics(topicsIn(wanted, reading, knowledge), reading, base, knowledge) },
    reading,
  );
}

/** "Plus de 10 M€ d'aide et moins de 50 M€ de coût": each bound as its own words say it. */
function amountsOf(reading: Reading, knowledge: KnowledgeBase): Filter['amounts'] {
  const sharing = reading.operators.has('between') ? null : boundsSharingUnit(reading);
  if (sharing) return sharing.map((bound) => ({ ...bound, field: amountFieldOf(reading) ?? 'funding' }));
  if (reading.amounts.length !== 2 || reading.operators.has('between')) return amountsIn(reading);
  const parts = reading.text
    .split(/(?:\s|,)(?:et|and|mais|but|pour|for)\s|,\s/iu)
    .map((part) => readQuestion(part, knowledge));
  const bounded = parts.filter(({ amounts }) => amounts.length > 0);
  const conditions = bounded.flatMap((part) => amountsIn(part));
  if (bounded.length !== 2 || conditions.length !== 2) return amountsIn(reading);
  const said = bounded.flatMap((part) => amountFieldOf(part) ?? []);
  return conditions.map((condition, index) => {
    const part = bounded[index];
    const own = part === undefined ? null : amountFieldOf(part);
    return { ...condition, field: own ?? said[0] ?? condition.field };
  });
}

/** "Communs à la DGFiP et à la douane": one carries, the other takes part; "dont l'IGN est partenaire": takes part and does not carry. */
function asSaidOfBodies(filter: Filter, { words, operators, fields }: Reading): Filter {
  const [body, other, ...more] = filter.carriers;
  if (body === undefined || more.length > 0 || !operators.has('plural-subject')) return filter;
  const takingPart = (id: string): Filter['topics'] => [
    ...filter.topics,
    { themes: [], beneficiaries: [], organisations: [id] },
  ];
  if (other !== undefined)
    return SHARED.test(words.map(({ folded }) => folded).join(' '))
      ? { ...filter, carriers: [body], topics: takingPart(other) }
      : filter;
  const isPartner = fields.includes('partners') && words.some(({ folded }) => PARTNER.has(folded));
  return isPartner && !operators.has('not-known') && !words.some(({ folded }) => folded === 'sans')
    ? {
        ...filter,
        carriers: [],
        topics: takingPart(body),
        except: { ...filter.except, carriers: [...filter.except.carriers, body] },
      }
    : filter;
}

const SHARED = /\b(?:communs?|communes|conjoints?|a la fois|both|jointly|joint|shared)\b/;
/** "Est partenaire", "as a partner"; "quels partenaires" asks for the others. */
const PARTNER = new Set(['partenaire', 'partner']);

export function isEmptyFilter(filter: Filter): boolean {
  return (
    filter.topics.length === 0 &&
    filter.carriers.length === 0 &&
    filter.territories.length === 0 &&
    filter.calls.length === 0 &&
    filter.years.length === 0 &&
    filter.amounts.length === 0 &&
    filter.known.length === 0 &&
    filter.unknown.length === 0 &&
    filter.among === null &&
    filter.except.calls.length +
      filter.except.years.length +
      filter.except.topics.length +
      filter.except.carriers.length +
      filter.except.territories.length +
      filter.except.projects.length ===
      0
  );
}

/** Operators that compute over what is known anyway. */
const RANKING = ['sum', 'average', 'median', 'max', 'min', 'top'] as const;

/** Conditions such as "dont le montant est connu" and "dont on ne connaît pas le porteur". */
export function withKnownFields(filter: Filter, reading: Reading): Filter {
  const { operators } = reading;
  // "Lesquels n'ont pas de montant publié ?" speaks of the fund's money.
  const speaksOfSum = reading.words.some(({ folded }) =>
    /^(montants?|sommes?|chiffres?|amounts?|figures?)$/.test(folded),
  );
  const isOnKnowledge = operators.has('known') || operators.has('not-known');
  const field = fieldOf(reading) ?? (speaksOfSum && isOnKnowledge ? 'funding' : null);
  if (field === null) return filter;
  const amounts = reading.fields.filter(isAmountField);
  const fields = amounts.length > 1 && saysBoth(reading) ? unique(amounts) : [field];
  if (operators.has('not-known') || saysWithout(reading)) {
    // "Parmi ceux dont on ignore l'aide du fonds, lequel coûte le plus ?": what is ranked is not what is unknown.
    const ranked = RANKING.some((operator) => operators.has(operator)) ? amounts.at(-1) : undefined;
    const unknown =
      ranked === undefined || amounts.length < 2 ? fields : unique(amounts.filter((own) => own !== ranked));
    return { ...filter, unknown };
  }
  const isListed =
    (operators.has('list') || operators.has('plural-subject') || operators.has('only')) &&
    !RANKING.some((operator) => operators.has(operator)) &&
    // "Quelle somme font les montants connus ?" adds them up.
    !(isAmountField(field) && reading.words.some(({ folded }) => ['combien', 'somme', 'much'].includes(folded)));
  // "Projets avec des économies"
  if (isListed && isAmountField(field) && reading.amounts.length === 0 && saysWith(reading, field))
    return { ...filter, known: fields };
  return operators.has('known') && (operators.has('count') || operators.has('share') || isListed)
    ? { ...filter, known: fields }
    : filter;
}

/** "Sans coût total", "sans partenaire": right before what a record may lack; "sans porteur connu": before any field said to be known. */
function saysWithout({ words, spans, operators }: Reading): boolean {
  const isNextTo = (start: number): boolean =>
    WITHOUT.has(words.findLast(({ folded }, index) => index < start && !ARTICLES.has(folded))?.folded ?? '');
  return spans.some(
    ({ start, tags }) =>
      tags.some(
        (tag) =>
          tag.kind === 'field' &&
          (isAmountField(tag.id) || operators.has('known') || (MAY_LACK.has(tag.id) && isNextTo(start))),
      ) && words.slice(Math.max(0, start - WITHOUT_REACH), start).some(({ folded }) => WITHOUT.has(folded)),
  );
}

/** "Avec un financement", "with savings": right before the amount. */
function saysWith({ words, spans }: Reading, field: Field): boolean {
  return spans.some(
    ({ start, tags }) =>
      tags.some(({ kind, id }) => kind === 'field' && id === field) &&
      WITH.has(words.findLast(({ folded }, index) => index < start && !ARTICLES.has(folded))?.folded ?? ''),
  );
}

const WITH = new Set(['avec', 'with']);

/** A project "without a status" would be one without delay or results: only what is plainly a thing may be lacked. */
const MAY_LACK: ReadonlySet<Field> = new Set(['savings', 'funding', 'cost', 'carrier', 'partners', 'date']);

/** "Without a known cost". */
const WITHOUT_REACH = 3;
const WITHOUT = new Set('sans without'.split(' '));

/** "À la fois l'aide et le coût", "ni l'un ni l'autre". */
function saysBoth({ words }: Reading): boolean {
  return words.some(({ folded }) => ['ni', 'et', 'and', 'nor', 'both', 'deux'].includes(folded));
}

/** "un guichet « données » ou « IA » de la DINUM": what follows says which window, it limits nothing more. */
function isPartOfWindow({ start }: Span, reading: Reading): boolean {
  return reading.spans.some(
    ({ end, tags }) =>
      tags.some((tag) => tag.kind === 'call' && tag.call.scheme === 'windows') &&
      start >= end &&
      start <= end + WINDOW_NAME,
  );
}

/** Words that the name of a window may take. */
const WINDOW_NAME = 6;

/** "en France" limits nothing. */
function territoriesIn(spans: readonly Span[], knowledge: KnowledgeBase): readonly string[] {
  return unique(spans.flatMap(({ tags }) => idsOf(tags, 'territory'))).filter(
    (id) => knowledge.territoryById.get(id)?.kind !== 'country',
  );
}

/** "except the ones from 2018": years right after the word of exception; beyond "en" a year limits ("autres que numériques en 2018"). */
function yearsAfterException(reading: Reading): readonly number[] {
  const span = reading.spans.find(({ tags }) => tags.some((tag) => tag.kind === 'operator' && tag.id === 'except'));
  if (!span) return [];
  const first = reading.spans.find(({ start, tags }) => start >= span.end && tags.some(isLimit));
  const limited = reading.words.findIndex(
    ({ folded }, index) => first !== undefined && index >= first.end && (folded === 'en' || folded === 'in'),
  );
  const end = span.end + EXCEPTION_REACH;
  return reading.words
    .slice(span.end, limited < 0 ? end : Math.min(end, limited))
    .flatMap(({ folded }) => (/^20\d\d$/.test(folded) ? [Number(folded)] : []));
}

/** What is left out is not asked for. */
function withoutExcepted(
  period: Pick<Filter, 'calls' | 'years'>,
  unwanted: readonly Span[],
  exceptYears: readonly number[],
): Pick<Filter, 'calls' | 'years'> {
  const excepted = new Set(
    unwanted.flatMap(({ tags }) => tags.flatMap((tag) => (tag.kind === 'call' ? [tag.call] : []))),
  );
  return {
    calls: period.calls.filter((call) => !excepted.has(call)),
    years: period.years.filter((year) => !exceptYears.includes(year)),
  };
}

/** Calls and years. "2e session de 2019" is a session of the call of that year. */
function periodOf(reading: Reading, knowledge: KnowledgeBase): Pick<Filter, 'calls' | 'years'> {
  const { calls, years, session } = reading;
  if (session === null) return { calls, years };
  const numbers = unique(
    knowledge.calls.flatMap(({ number, announced }) =>
      number !== null && years.includes(Number(announced?.slice(0, 4))) ? [number] : [],
    ),
  );
  const named =
    calls.length > 0 ? calls : numbers.map((number): CallReference => ({ number, session: null, scheme: null }));
  return named.length === 0 ? { calls, years } : { calls: named.map((call) => ({ ...call, session })), years: [] };
}

/** "sans remplir de formulaire" is no exception: what is left out stands next to the word. */
const EXCEPTION_REACH = 5;

/** The words of an exception: from "sauf" or "hors" to the next word of asking ("utilisent", "qui"); empty, after the last word, when there is none. */
function exceptionIn(reading: Reading): { readonly start: number; readonly end: number } {
  const length = reading.words.length;
  const start = exceptionStart(reading);
  // "Tout sauf celui des, euh, non pardon, des fourrières": when nothing was limited before, the limit is what is left out.
  const saysExcept =
    reading.operators.has('except') && !reading.spans.some((span) => span.start < start && span.tags.some(isLimit));
  const first = reading.spans.find(
    (span) =>
      span.start > start && (saysExcept || span.start <= start + EXCEPTION_REACH + 2) && span.tags.some(isLimit),
  );
  if (!first) return { start: length, end: length };
  let end = first.end;
  for (const span of reading.spans)
    if (span.start >= end && span.tags.some(isLimit) && isEnumeration(reading, end, span.start)) end = span.end;
  return { start, end };
}

/**
 * "sauf", "hors"…; "sans" before anything but a verb ("sans passer au consulat") or what a record lacks ("sans coût publié"); "non", "pas" and "ni" right
 * before a limit ("projets non numériques", "ni la Justice ni l'Intérieur"). The number of words when there is none.
 */
function exceptionStart({ spans, words, locale }: Reading): number {
  const said = spans.find(({ tags }) => tags.some((tag) => tag.kind === 'operator' && tag.id === 'except'))?.start;
  const holds = (index: number, isWanted: (tag: Tag) => boolean): boolean =>
    spans.some(({ start, end, tags }) => start <= index && index < end && tags.some(isWanted));
  const afterArticles = (index: number): number =>
    words.findIndex(({ folded }, at) => at > index && !ARTICLES.has(folded) && !holds(at, isOnlyNegation));
  const negated = words.findIndex(({ folded }, index) => {
    const next = words[index + 1]?.folded ?? '';
    if (folded === 'sans') return !/(er|ir|re|oir)$/.test(next) && !holds(afterArticles(index), isLacked);
    // "Non, la Justice" corrects; "non-profit" is one word.
    if (folded === 'non')
      return locale !== 'en' && index > 0 && words[index + 1]?.startsClause !== true && holds(index + 1, isLimit);
    if (folded === 'pas') return words[index + 1]?.startsClause !== true && holds(index + 1, isSubject);
    return (folded === 'ni' || folded === 'nor') && holds(afterArticles(index), isLimit);
  });
  return said ?? (negated < 0 ? words.length : negated);
}

const ARTICLES = new Set('le la les l de du des d un une aucun aucune sur the a any about on'.split(' '));

function isLacked(tag: Tag): boolean {
  return tag.kind === 'field' && MAY_LACK.has(tag.id);
}

function isSubject({ kind }: Tag): boolean {
  return kind === 'theme' || kind === 'beneficiary';
}

/** "Ni" is said of what is not known as well. */
function isOnlyNegation(tag: Tag): boolean {
  return tag.kind === 'operator' && tag.id === 'not-known';
}

function isLimit({ kind }: Tag): boolean {
  return (
    kind === 'theme' ||
    kind === 'organisation' ||
    kind === 'territory' ||
    kind === 'beneficiary' ||
    kind === 'project' ||
    kind === 'call'
  );
}

/** "la Justice, l'Intérieur et la Défense": nothing but articles and "et", "ou" between two things excepted. */
function isEnumeration(reading: Reading, from: number, to: number): boolean {
  return reading.words
    .slice(from, to)
    .every(({ folded }) =>
      [
        'et',
        'ou',
        'and',
        'or',
        'ni',
        'le',
        'la',
        'les',
        'l',
        'de',
        'du',
        'des',
        'd',
        'the',
        'ceux',
        'of',
        'from',
        'nor',
        'sur',
        'about',
      ].includes(folded),
    );
}
