import { isCountry } from '../../src/core/answering/groups';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { FIRST_YEAR, LAST_YEAR } from '../../src/core/language/periods';
import type { Locale } from '../../src/core/language/locale';
import type { Group } from '../../src/core/model/answer';
import { isMadeOfBoth, type Measure } from '../../src/core/model/project-fields';
import type { Filter, Topic } from '../../src/core/model/question';
import type { Field } from '../../src/core/model/records';
import type { Messages } from '../../src/messages/fr/answers';
import { messagesFor, questionMessagesFor, standingMessagesFor } from '../../src/messages/messages-for';
import { placeNames, shortNameOf } from './project-text';
import { type Voice, voiceOf } from './voice';

/** The active filters, one phrase each, for the heading of an answer and its explanation. */
export function describeFilter(filter: Filter, voice: Voice): readonly string[] {
  const { locale, messages, knowledge } = voice;
  const organisation = (id: string): string => shortOrganisation(id, locale, knowledge);
  const topic = ({ themes, beneficiaries, organisations }: Topic): readonly string[] => [
    ...new Set([
      ...themes.map((id) => knowledge.themeById.get(id)?.label[locale] ?? id),
      ...beneficiaries.map((id) => knowledge.beneficiaryById.get(id)?.label[locale] ?? id),
      ...organisations.map(organisation),
    ]),
  ];
  const excepted = [
    ...filter.except.topics.flatMap(topic),
    ...filter.except.carriers.map(organisation),
    ...placeNames(filter.except.territories, voice),
    ...filter.except.calls.map(({ number, session, scheme }) => messages.filter.call(number, session, scheme)),
    ...filter.except.years.map(String),
    ...filter.except.projects.map((id) => shortNameOf(id, knowledge)),
  ];
  const { projects: out } = filter.except;
  const among = (filter.among ?? []).filter((id) => !out.includes(id)).map((id) => shortNameOf(id, knowledge));
  return [
    ...filter.topics.map((value) =>
      value.themes.length + value.beneficiaries.length === 0
        ? messages.filter.participant(topic(value))
        : messages.filter.topic(topic(value)),
    ),
    ...(filter.carriers.length > 0 ? [messages.filter.carrier(filter.carriers.map(organisation))] : []),
    ...(filter.partners.length > 0 ? [messages.filter.partner(filter.partners.map(organisation))] : []),
    ...(filter.territories.length > 0 ? [messages.filter.territory(placeNames(filter.territories, voice))] : []),
    ...filter.calls.map(({ number, session, scheme }) => messages.filter.call(number, session, scheme)),
    ...periodText(filter.months, messages.filter.month, messages),
    ...periodText(filter.years.map(String), messages.filter.year, messages),
    ...filter.amounts.map(({ field, min, max, includesBounds }) =>
      messages.filter.amount(
        measureName(field, voice),
        min === null ? null : measureText(field, min, voice),
        max === null ? null : measureText(field, max, voice),
        includesBounds,
      ),
    ),
    ...filter.known.map(messages.filter.known),
    ...filter.unknown.map(messages.filter.unknown),
    ...filter.disputes.map(({ field, way }) => standingMessagesFor(locale).disputed(field, way)),
    ...(among.length === 0
      ? []
      : [among.length > MOST_NAMED ? messages.filter.among(among.length) : messages.filter.named(among)]),
    ...(excepted.length > 0 ? [messages.filter.except(excepted)] : []),
  ];
}

/** What sets are bounded and ranked by, as it is called. */
export function measureName(measure: Field | Measure, { locale, messages }: Voice): string {
  return isMadeOfBoth(measure) ? standingMessagesFor(locale).madeOfBoth[measure] : messages.fields[measure];
}

/** So much of it: money, or a part. */
export function measureText(measure: Measure, value: number, { locale, messages }: Voice): string {
  return measure === 'share' ? standingMessagesFor(locale).part(value) : messages.amount(value);
}

/** Of more projects their names are no short phrase. */
const MOST_NAMED = 3;

/** Years or months ("2019-06") in order: a stretch by its ends, others one by one. */
function periodText(parts: readonly string[], each: (parts: readonly string[]) => string, { date, filter }: Messages) {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isFromFirst = parts.length > 1 && first.startsWith(String(FIRST_YEAR));
  const isStretch = (isFromFirst || parts.length > 2) && placeOf(last) - placeOf(first) === parts.length - 1;
  if (!isStretch) return [filter.announced(each(parts.map(date)), false)];
  const isToLast = last.startsWith(String(LAST_YEAR));
  return [filter.announced(filter.stretch(isFromFirst ? null : date(first), isToLast ? null : date(last)), true)];
}

/** Years are counted by one, months by one. */
function placeOf(part: string): number {
  const [year, month] = part.split('-').map(Number);
  return month === undefined ? (year ?? 0) : (year ?? 0) * 12 + month;
}

/** As `describeFilter`, by names alone, for a phrase that is to be short: "logement" and not "thème : Logement". */
export function namedFilter(filter: Filter, voice: Voice): readonly string[] {
  const { either, body } = questionMessagesFor(voice.locale);
  return bareFilter(filter, voice, {
    topic: (labels) => either(labels.map(inSentence)),
    participant: (names) => either(names.map(body)),
    carrier: (names) => either(names.map(body)),
    partner: (names) => voice.messages.filter.partner(names.map(body)),
  });
}

/** What limits one of the sets that stand side by side, as short as the name of a part: of what a word may mean the first. */
export function sideName(filter: Filter, voice: Voice): string {
  return bareFilter(filter, voice, {
    topic: ([label = '']) => label,
    participant: ([name = '']) => name,
    among: voice.messages.projectCount,
  }).join(', ');
}

/** `own`: the phrases of which one and the other make something else. */
function bareFilter(filter: Filter, voice: Voice, own: Partial<Messages['filter']>): readonly string[] {
  const { messages } = voice;
  const { either } = questionMessagesFor(voice.locale);
  const bare = { carrier: either, territory: either, year: either, announced: (when: string) => when, ...own };
  return describeFilter(filter, { ...voice, messages: { ...messages, filter: { ...messages.filter, ...bare } } });
}

/** The name of one part of a set that was split, from its id: a body, a theme, a place, a call, a year. */
export function groupName(id: string | null, locale: Locale, knowledge: KnowledgeBase): string {
  const messages = messagesFor(locale);
  if (id === null) return messages.noGroup;
  if (isCountry(id, knowledge)) return messages.everyRegion;
  const named =
    knowledge.organisationById.get(id)?.name[locale] ??
    knowledge.themeById.get(id)?.label[locale] ??
    knowledge.territoryById.get(id)?.name[locale];
  if (named !== undefined) return named;
  if (/^\d$/.test(id)) return messages.filter.call(Number(id), null, null);
  return id === 'ftap2' || id === 'windows' || id === 'contract' ? messages.filter.call(null, null, id) : id;
}

/** The name of a part; of a set that stands beside others, what limits it, a long name with its acronym. */
export function partName({ id, side }: Group, locale: Locale, knowledge: KnowledgeBase): string {
  const name = groupName(id, locale, knowledge);
  if (side === null) return name;
  if (name === id) return sideName(side, voiceOf(locale, knowledge));
  const [acronym] = knowledge.organisationById.get(id ?? '')?.acronyms ?? [];
  return acronym === undefined || name.length <= LONGEST_NAME ? name : `${name} (${acronym})`;
}

/** A label that begins with a capital because it stands alone; an acronym keeps it. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A longer official name gives way to its acronym in a heading. */
const LONGEST_NAME = 40;

function shortOrganisation(id: string, locale: Locale, knowledge: KnowledgeBase): string {
  const organisation = knowledge.organisationById.get(id);
  if (!organisation) return id;
  const name = organisation.name[locale];
  return name.length <= LONGEST_NAME ? name : (organisation.acronyms[0] ?? name);
}
