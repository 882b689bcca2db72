import { answerQuestion, sourcesOfAnswer } from './answering/answer-question';
import { selectIds, selectPositions } from './answering/select';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import { type Locale, LOCALES } from './language/locale';
import { type Answer, type AnswerBody, isSolid, projectsOf, type UnknownAnswer } from './model/answer';
import {
  EMPTY_MEMORY,
  type Filter,
  idsOfTopic,
  isEmptyFilter,
  type Memory,
  type Question,
  type Understanding,
} from './model/question';
import { isAmountField } from './model/project-fields';
import type { Field } from './model/records';
import type { Span } from './model/tag';
import { verdictOn } from './understanding/claims';
import { subjectStems } from './understanding/evidence';
import { type Detail, detailOf, heldByShown, questionOf } from './understanding/talk/details';
import { framesOf, setOf } from './understanding/patch';
import { reckonedOfRecord } from './understanding/talk/operands';
import { leadOf } from './understanding/talk/leads';
import { memberAsked } from './understanding/talk/members';
import { type Remainder, remaindersOf, thanksEnding } from './understanding/talk/openings';
import { withoutReasons } from './understanding/talk/reasons';
import { unknownBeside } from './understanding/lists/enumerated';
import { inTowns } from './understanding/lists/towns';
import { isWithin, requestsIn } from './understanding/talk/requests';
import { THINGS, unexplainedIn } from './understanding/open-slots';
import type { Reading } from './understanding/reading';
import { standingSaid } from './understanding/yardsticks';
import { type Turn, understand } from './understanding/understand';

interface Told {
  readonly answer: Answer;
  readonly memory: Memory;
}

/** The whole brain: one turn in, one answer and the new memory out. Pure: the same input always gives the same output. */
export function respond(said: Turn, memory: Memory, knowledge: KnowledgeBase): Told {
  const turn = { ...said, text: withoutReasons(said.text, knowledge) };
  const thanks = thanksEnding(turn.text, knowledge);
  if (thanks !== null) return respondToAll({ ...turn, text: thanks }, memory, knowledge);
  const tell = ({ texts: [text = '', ...others], memory: before }: Pick<Remainder, 'texts' | 'memory'>): Told => {
    const told = respondToAll({ ...turn, text }, before, knowledge);
    return others.length === 0 ? told : tell({ texts: others, memory: told.memory });
  };
  const remainders = remaindersOf(turn.text, memory, knowledge);
  const apart = remainders.filter(({ isCourtesy }) => !isCourtesy);
  const found = apart.map(tell).find(({ answer }) => isSolid(answer));
  if (found !== undefined) return found;
  const whole = respondToAll(turn, memory, knowledge);
  const both = respondToBoth(turn, memory, whole, knowledge);
  if (both !== null) return both;
  const [rest] = whole.answer.kind === 'smalltalk' ? remainders : [];
  if (rest === undefined) return whole;
  const first = tell(rest);
  // "Bon, laisse tomber. Le sport alors ?": a question that has no answer is one still.
  return isSolid(first.answer) || (!rest.isCourtesy && ASKING.test(turn.text)) ? first : whole;
}

const ASKING = /\?\s*$/;

/** Where a message asks twice and, read as a whole, leaves one of them out: the answer to the second, with that to the first before it. */
function respondToBoth(turn: Turn, memory: Memory, whole: Told, knowledge: KnowledgeBase): Told | null {
  const [before, behind] = requestsIn(turn.text, knowledge) ?? [];
  if (before === undefined || behind === undefined) return null;
  const first = respondToAll({ ...turn, text: before }, memory, knowledge);
  const second = respondToAll({ ...turn, text: behind }, first.memory, knowledge);
  const isSure = ({ answer }: Told): boolean => isSolid(answer) && answer.verdict !== 'supposed';
  if (!isSure(first) || !isSure(second)) return null;
  const covering = ({ answer }: Told) => ({ question: answer.why.question, projects: projectsOf(answer) });
  const holds = (told: Told, other: Told): boolean => isWithin(covering(other), covering(told));
  const isOne =
    holds(first, second) || holds(second, first) || (isSure(whole) && holds(whole, first) && holds(whole, second));
  if (isOne) return null;
  const all = [...first.answer.sources, ...second.answer.sources];
  const sources = [...new Map(all.map((source) => [`${source.name} ${source.url ?? ''}`, source])).values()];
  return { answer: { ...second.answer, sources, first: { ...first.answer, said: before } }, memory: second.memory };
}

function respondToAll(turn: Turn, memory: Memory, knowledge: KnowledgeBase): Told {
  const { understanding, reading } = understand(turn, memory, knowledge);
  const first = answerTo(understanding, reading, memory, knowledge);
  // "Je suis préfète du Bas-Rhin, chez nous ?": the place, not what prefects carry there.
  const isAtPlace = reading?.words.some(({ folded }) => knowledge.language.is('dwelling', folded)) === true;
  const placed = isEmpty(first.answer) || isAtPlace ? onlyPlaceOf(understanding.question, reading) : null;
  // "Projets des préfets en PACA", where they carry none: those that they are partners of.
  const inTown =
    reading === null ? null : inTowns(understanding.question, reading, memory, understanding.locale, knowledge);
  const other = inTown ?? placed ?? (isEmpty(first.answer) ? ofPartners(understanding.question, knowledge) : null);
  const told = other === null ? first : answerTo({ ...understanding, question: other }, reading, memory, knowledge);
  // "Aucun projet" for want of what limited the set before: what the message itself limits is looked for anew.
  const isOther = reading?.words.some(({ folded }) => knowledge.language.is('another', folded)) === true;
  const saysSame = reading === null || isOther || reading.references.length > 0 || reading.operators.has('only');
  const isUnknown = told.answer.kind === 'unknown';
  const held = isUnknown && reading !== null ? heldByShown(reading, memory, understanding.locale, knowledge) : null;
  if (held !== null)
    return answerTo({ ...understanding, question: held.question }, reading, memory, knowledge, held.detail);
  const otherSide = otherSideOf(told.answer);
  if (otherSide !== null) {
    const beside = answerTo({ ...understanding, question: otherSide }, reading, memory, knowledge);
    const isTold = beside.answer.kind === 'aggregate' && beside.answer.value !== null;
    return isTold ? { ...beside, answer: { ...beside.answer, first: { ...told.answer, said: turn.text } } } : told;
  }
  // "Et ceux sans ?" limits nothing by itself.
  const { years = [], sums = [], fields = [], spans = [], operators } = reading ?? {};
  const isLimiting =
    years.length + sums.length + fields.length > 0 || operators?.has('plural-subject') === true || spans.some(limits);
  const isShort = isUnknown || (isEmpty(told.answer) && isLimiting);
  if (memory.question === null || !isShort || saysSame) return told;
  const anew = understand(turn, { ...EMPTY_MEMORY, locale: memory.locale, own: memory.own }, knowledge);
  const { question } = anew.understanding;
  const isLimited = 'filter' in question && !isEmptyFilter(question.filter);
  const unlimited = answerTo(anew.understanding, anew.reading, memory, knowledge);
  if (isUnknown) return unlimited.answer.kind === 'fact' && unlimited.answer.clause !== undefined ? unlimited : told;
  return isLimited && !isEmpty(unlimited.answer)
    ? { ...unlimited, answer: { ...unlimited.answer, verdict: 'limits-lifted' } }
    : told;
}

function limits({ tags }: Span): boolean {
  return tags.some(({ kind }) => THINGS.has(kind) || kind === 'call');
}

/** The same of the place alone where who asks says a place and what they are; null where they do not. */
function onlyPlaceOf(question: Question, reading: Reading | null): Question | null {
  const own = new Set(reading?.own.map(({ id }) => id));
  if (!('filter' in question) || !question.filter.territories.some((id) => own.has(id))) return null;
  const { carriers, topics } = question.filter;
  const left = {
    carriers: carriers.filter((id) => !own.has(id)),
    topics: topics.filter((topic) => !idsOfTopic(topic).some((id) => own.has(id))),
  };
  const isSame = left.carriers.length === carriers.length && left.topics.length === topics.length;
  return isSame ? null : { ...question, filter: { ...question.filter, ...left } };
}

/** The same of those that the bodies take part in, where they carry none; null where they take part in none. */
function ofPartners(question: Question, knowledge: KnowledgeBase): Question | null {
  if (!('filter' in question)) return null;
  const { carriers, partners, topics } = question.filter;
  if (carriers.length === 0 || topics.length > 0) return null;
  const filter = { ...question.filter, carriers: [], partners: [...partners, ...carriers] };
  return selectPositions(filter, knowledge).length === 0 ? null : { ...question, filter };
}

/** "Lequel a le plus gros budget ?" of some of which nobody publishes the cost: the same of what the fund gives; null of any other answer. */
function otherSideOf(answer: Answer): Question | null {
  const { question } = answer.why;
  if (answer.kind !== 'aggregate' || question.kind !== 'aggregate' || answer.total === 0) return null;
  return answer.field === 'cost' && answer.value === null ? { ...question, field: 'funding' } : null;
}

function isEmpty(answer: Answer): boolean {
  return (answer.kind === 'list' || answer.kind === 'aggregate') && answer.total === 0;
}

/** The answer to what was understood, and what is remembered of it. */
export function answerTo(
  { question: read, locale, trace, explainsLast, isSupposed, asksSources }: Understanding,
  reading: Reading | null,
  memory: Memory,
  knowledge: KnowledgeBase,
  held: Detail | null = null,
): Told {
  const question =
    reading === null ? read : withStanding(withoutIdleFinds(read, reading, knowledge), reading, memory, knowledge);
  const isFact = question.kind === 'fact' && reading !== null && !explainsLast && asksSources === undefined;
  const detail = held ?? (isFact ? detailOf(question, reading, memory, locale, knowledge) : null);
  const isBrief = isFact && asksBriefly(reading, knowledge) && question.field === 'summary';
  const asked =
    isFact && detail !== null ? questionOf(question, detail) : isBrief ? { ...question, also: [], isBrief } : question;
  const stems = reading === null ? [] : subjectStems(reading);
  const news = withoutToldAgain(answerQuestion(asked, stems, knowledge), asked, memory);
  const answered = withAnswerBefore(news, memory, knowledge);
  const body =
    answered.kind === 'unknown'
      ? { ...answered, lackingIn: lackingIn(answered, trace, memory) }
      : { ...answered, ...(detail?.clause == null ? {} : { clause: detail.clause }) };
  const asksLanguage = question.kind === 'smalltalk' && question.act === 'language';
  const spoken = asksLanguage ? languageAsked(reading, memory.locale ?? locale) : locale;
  const isOfRecord = reading !== null && !explainsLast && question.kind === 'fact';
  const reckonedFirst = isOfRecord ? (reckonedOfRecord(reading, memory, knowledge)?.reckoned ?? null) : null;
  const verdict =
    reading === null || explainsLast || reckonedFirst !== null
      ? null
      : isSupposed
        ? 'supposed'
        : (detail?.verdict ??
          memberAsked(reading, memory, knowledge)?.isOne ??
          verdictOn(body, reading, knowledge) ??
          (asksSources !== undefined || detail !== null ? null : leadOf(body, question, reading, memory, knowledge)));
  const isDoubted = asksSources === true || (explainsLast && reading !== null && !asksHow(reading, knowledge));
  const why = { question, ...trace, isAsked: explainsLast, isDoubted };
  const told: Answer = { ...body, locale: spoken, sources: sourcesOfAnswer(body, knowledge), why, verdict };
  const aside = reading !== null && 'filter' in question ? unknownBeside(reading, question.filter, knowledge) : [];
  const answer: Answer = {
    ...told,
    ...(reckonedFirst === null ? {} : { reckonedFirst }),
    ...(aside.length === 0 || explainsLast ? {} : { leftAside: aside }),
  };
  if (explainsLast) return { answer, memory: { ...memory, pending: [], locale: spoken } };
  const own =
    reading === null || reading.own.length === 0 ? memory.own : reading.own.map(({ kind, id }) => ({ kind, id }));
  return { answer, memory: remember({ ...memory, own }, body, answer, knowledge) };
}

/** "C'est quoi, en une phrase ?" */
function asksBriefly({ words }: Reading, { language: { is } }: KnowledgeBase): boolean {
  return words.some(
    ({ folded }, at) =>
      is('shortening', folded) && words.slice(Math.max(0, at - 2), at).some((before) => is('narrowing', before.folded)),
  );
}

/** "Pourquoi ?", "comment tu calcules ça ?", "sur combien de projets ?"; not "where does it come from?", "qui dit ça ?" */
function asksHow({ operators, words, fields }: Reading, { language: { is } }: KnowledgeBase): boolean {
  const isOpen = words.some(({ folded }) => is('interrogative', folded) && !is('who', folded) && !is('timing', folded));
  return operators.has('why') || (isOpen && !fields.includes('sources'));
}

/** Words that only name what limits a list describe no project of it: none comes before the others for holding them. */
function withoutIdleFinds(question: Question, reading: Reading, knowledge: KnowledgeBase): Question {
  const isExplained = unexplainedIn(reading, knowledge.language).length === 0;
  // "La suite" of a list goes on in its order.
  const isIdle =
    question.kind === 'list' && question.filter.among === null && isExplained && question.from === undefined;
  return isIdle ? { ...question, found: [] } : question;
}

/** "Quelle part du total ?", "quel rang ?": of what else the figure tells, that comes first. */
function withStanding(question: Question, reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question {
  const isOfSum = question.kind === 'aggregate' && question.operation === 'sum';
  if (!isOfSum && (question.kind !== 'fact' || question.also.length === 0)) return question;
  const standing = standingSaid(reading, knowledge) ?? (reading.operators.has('share') ? 'part' : null);
  if (standing === null) return question;
  const of = standing === 'part' && isOfSum ? wholeOnTable(question, reading, memory, knowledge) : null;
  return { ...question, standing, ...(of === null ? {} : { of }) };
}

/** "Projets du FTAP 2", then "la part de la Justice dedans ?": the set told before that holds those asked of, and others; null where all of the base is meant. */
function wholeOnTable(
  { filter, of, ofMEUR }: Question & { kind: 'aggregate' },
  { operators, mentionsFund, words }: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): Filter | null {
  const isOfAll = operators.has('whole-base') || mentionsFund || operators.has('plural-subject');
  const isDenied = words.some(({ folded }) => knowledge.language.is('denying', folded));
  if (of !== undefined || ofMEUR !== undefined || (isOfAll && !isDenied)) return null;
  const parts = selectIds(filter, knowledge);
  const holds = (set: Filter): boolean => {
    // The theme of a ministry holds its projects: they are no part of it.
    if (set.topics.some(({ organisations }) => organisations.some((id) => filter.carriers.includes(id)))) return false;
    const held = new Set(selectIds(set, knowledge));
    return held.size > parts.length && held.size < knowledge.projects.length && parts.every((id) => held.has(id));
  };
  // "Et quelle part du total ?" of the set told last is of all.
  const [table] = framesOf(memory).flatMap((frame) =>
    frame.question?.kind === 'list' || frame.question?.kind === 'aggregate' ? (setOf(frame) ?? []) : [],
  );
  if (table === undefined) return null;
  const before = memory.question?.kind === 'aggregate' ? memory.question.of : undefined;
  const isLast = selectIds(table, knowledge).join() === parts.join();
  return isLast ? (before ?? null) : holds(table) ? table : null;
}

/** The one project named, or gone on from, of which something is asked that no record holds. */
function lackingIn(
  { reason }: Pick<UnknownAnswer, 'reason'>,
  { matches, isFollowUp }: Memory['trace'],
  { focus }: Memory,
): string | null {
  if (reason !== 'not-recorded') return null;
  const [named, ...others] = new Set(matches.flatMap(({ kind, id }) => (kind === 'project' ? [id] : [])));
  if (others.length > 0) return null;
  return named ?? (isFollowUp ? focus : null);
}

/** "PILAT, combien ?", then "pas le coût, l'aide", which nobody publishes: the amount told before does not stand in for it. */
function withoutToldAgain(body: AnswerBody, asked: Question, { question: last }: Memory): AnswerBody {
  if (body.kind !== 'fact' || asked.kind !== 'fact' || last?.kind !== 'fact' || last.project !== body.project)
    return body;
  const isAgain = (field: Field): boolean =>
    isAmountField(field) && field === last.field && !asked.also.includes(field);
  return { ...body, also: body.also.filter(({ field }) => !isAgain(field)) };
}

/** Who doubts the answer, did not hear it or wants it in another language, gets it again. */
function withAnswerBefore(body: AnswerBody, { question }: Memory, knowledge: KnowledgeBase): AnswerBody {
  if (body.kind !== 'smalltalk' || question === null) return body;
  if (body.act !== 'challenge' && body.act !== 'repeat' && body.act !== 'language') return body;
  const before = answerQuestion(question, [], knowledge);
  return isSolid(before) ? { ...body, again: before } : body;
}

/** As `respond`, for a question made by buttons instead of words. It asks for all that it limits, so nothing is completed from the memory. */
export function respondTo(question: Question, locale: Locale, memory: Memory, knowledge: KnowledgeBase): Told {
  const body = answerQuestion(question, [], knowledge);
  const why = { question, ...EMPTY_MEMORY.trace, isAsked: false, isDoubted: false };
  const answer: Answer = { ...body, locale, sources: sourcesOfAnswer(body, knowledge), why, verdict: null };
  return { answer, memory: remember(memory, body, answer, knowledge) };
}

/** The record of a project, which no words asked for. */
export function recordOf(project: string, locale: Locale, knowledge: KnowledgeBase): Answer {
  return respondTo({ kind: 'fact', project, field: 'summary', also: [] }, locale, EMPTY_MEMORY, knowledge).answer;
}

/** What was on the table is remembered so far back. */
const MOST_EARLIER = 5;

/** Small talk and failures leave the memory as it was, but for the language and the project that lacks what is asked; "laisse tomber" empties it. */
function remember(memory: Memory, body: AnswerBody, answer: Answer, knowledge: KnowledgeBase): Memory {
  const { locale, why } = answer;
  const pending = body.kind === 'clarify' ? body.readings : answer.verdict === 'supposed' ? [why.question] : [];
  if (body.kind === 'smalltalk') {
    // "Non" to what was supposed takes it off the table.
    const isRefused = body.act === 'complaint' && memory.pending.length === 1;
    const [{ question, shown, focus } = EMPTY_MEMORY, ...earlier] = memory.earlier;
    const kept = isRefused ? { ...memory, question, shown, focus, earlier } : memory;
    const reckoned = body.reckoned ?? memory.reckoned;
    return body.act === 'cancel'
      ? { ...EMPTY_MEMORY, locale }
      : { ...kept, pending, locale, ...(reckoned === undefined ? {} : { reckoned }) };
  }
  const asIfAsked = (other: Question): Memory =>
    remember(memory, answerQuestion(other, [], knowledge), { ...answer, why: { ...why, question: other } }, knowledge);
  if (body.kind === 'unknown' && body.lackingIn !== null)
    return asIfAsked({ kind: 'fact', project: body.lackingIn, field: 'summary', also: [] });
  if (body.kind === 'unknown' || (body.kind === 'clarify' && pending.length > 0)) return { ...memory, pending, locale };
  const { matches, corrections, isFollowUp, others } = why;
  return {
    question: asFact(why.question),
    ...shownBy(body, memory),
    earlier: framesOf(memory)
      .slice(0, MOST_EARLIER)
      .map(({ question, shown, focus }) => ({ question, shown, focus })),
    trace: { matches, corrections, isFollowUp, others },
    pending,
    locale,
    own: memory.own,
    ...(answer.reckonedFirst === undefined ? {} : { reckoned: [answer.reckonedFirst] }),
  };
}

/** The rank of one project's amount, or its part of a sum said, leaves that amount on the table: "et les économies ?" is of the project. */
function asFact(question: Question): Question {
  if (question.kind !== 'aggregate' || question.field === null) return question;
  const { standing = 'part' } = question;
  if (standing === 'part' && question.ofMEUR === undefined) return question;
  const [project, ...others] = question.filter.among ?? [];
  return project === undefined || others.length > 0
    ? question
    : { kind: 'fact', project, field: question.field, also: [] };
}

/** Ordinals and "les autres" reach no further than this. */
const MOST_SHOWN = 100;

function shownBy(body: AnswerBody, memory: Memory): Pick<Memory, 'shown' | 'focus'> {
  if (body.kind === 'fact')
    return { shown: memory.shown.includes(body.project) ? memory.shown : [body.project], focus: body.project };
  const shown = projectsOf(body).slice(0, MOST_SHOWN);
  const isSet = body.kind === 'list' || body.kind === 'aggregate';
  return { shown, focus: isSet && shown.length === 1 ? (shown[0] ?? null) : null };
}

/** As the languages are called in each of them, folded. */
const NAMES: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['francais', 'francaise', 'french'],
  en: ['anglais', 'anglaise', 'english'],
};

/** The language that somebody wants to go on in: the one that is named ("do you speak English? My French is poor"), else the other one than now. */
function languageAsked(reading: Reading | null, now: Locale): Locale {
  const named = (reading?.words ?? []).flatMap(({ folded }) =>
    LOCALES.filter((locale) => NAMES[locale].includes(folded)),
  );
  const isWritten = reading?.locale === 'en' && named.includes('en');
  return (isWritten ? 'en' : named.at(-1)) ?? (now === 'fr' ? 'en' : 'fr');
}
