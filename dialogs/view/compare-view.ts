import {
  amountOf,
  type AmountField,
  isAmountField,
  isFloorOf,
  KEY_FIELDS,
  likenessOf,
  noteBeside,
} from '../../src/core/model/project-fields';
import type { CompareAnswer } from '../../src/core/model/answer';
import { projectName } from '../../src/core/model/project-name';
import type { Field, Project } from '../../src/core/model/records';
import { announcedOn } from '../../src/core/knowledge/facets';
import { MOST_COMPARED } from '../../src/core/understanding/patch';
import { cardMessagesFor, plainMessagesFor, standingMessagesFor } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import type { Messages } from '../../src/messages/fr/answers';
import { areApart } from '../../src/core/model/disagreements';
import { barsOf } from '../pictures/bars';
import { firstSentence, shortName, valueText } from '../text/project-text';
import type { Voice } from '../text/voice';
import { type Block, cell, column, line, type Table, table } from './view';

/** « 1,1 fois autant » says less than the difference does. */
const FEWEST_TIMES = 1.25;

/** Projects side by side, on one field or on the main ones: one table, who exceeds whom, the bars. */
export function compareBlocks(answer: CompareAnswer, voice: Voice): readonly Block[] {
  const { locale, messages, knowledge } = voice;
  const projects = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const isOfWhat = answer.field === 'summary';
  const fields = answer.field === null || isOfWhat ? KEY_FIELDS : [answer.field];
  const [only = 'summary'] = fields;
  // One field of more projects than are set against one another: no one is said to exceed another.
  const isOfEach = projects.length > MOST_COMPARED;
  const bars = barsOf({ ...answer, locale }, knowledge);
  return [
    line(
      isOfEach
        ? messages.eachHeading(capitalised(messages.fields[only]), projects.length)
        : messages.compareHeading(projects.map(projectName)),
    ),
    ...(isOfEach || !isAmountField(answer.field)
      ? []
      : differenceLines(projects, answer.field, answer.difference, messages)),
    ...(answer.field === 'date' ? announcedLines(projects, voice) : []),
    // What is compared is told before its figures, and alone where that is asked.
    ...(answer.field === null || isOfWhat ? projects : []).map((project) =>
      line(messages.detail(shortName(project), firstSentence(valueText(project, 'summary', voice)))),
    ),
    ...(isOfWhat ? [] : [tableOf(projects, fields, voice)]),
    ...(isOfEach ? [] : unpublishedNotes(projects, answer.field, voice)),
    ...(bars === null ? [] : [{ kind: 'picture', bars } as const]),
  ];
}

/** The criteria of each project; on a single field projects down, which a phone shows whole. */
function tableOf(projects: readonly Project[], fields: readonly Field[], voice: Voice): Table {
  const { locale, messages } = voice;
  const value = (project: Project, field: Field): string => valueText(project, field, voice);
  const sentences = projects.map((project) => {
    const told = fields.map((field) =>
      fields.length > 1 ? messages.detail(messages.fields[field], value(project, field)) : value(project, field),
    );
    // The heading names them whole, but for many.
    const name = projects.length > MOST_COMPARED ? projectName(project) : shortName(project);
    return `- ${messages.detail(name, messages.items(told))}`;
  });
  const [only, ...others] = fields;
  if (only === undefined || others.length > 0) return criteriaTable(projects, fields, sentences, voice);
  return table(
    plainMessagesFor(locale).figures(messages.fields[only]),
    [column(cardMessagesFor(locale).project), column(capitalised(messages.fields[only]))],
    projects.map((project) => [cell(shortName(project)), cell(value(project, only))]),
    { french: 'rows', sentences },
  );
}

/** Criteria down and projects across. */
export function criteriaTable(
  projects: readonly Project[],
  fields: readonly Field[],
  sentences: readonly string[],
  voice: Voice,
): Table {
  const value = (field: Field) => (project: Project) => cell(valueText(project, field, voice));
  return table(
    plainMessagesFor(voice.locale).keyFigures,
    [column(cardMessagesFor(voice.locale).criterion), ...projects.map((project) => column(shortName(project)))],
    fields.map((field) => [cell(capitalised(voice.messages.fields[field])), ...projects.map(value(field))]),
    { french: 'columns', sentences },
  );
}

/** Who exceeds whom, said only when every amount is published and of the same nature. */
function differenceLines(
  projects: readonly Project[],
  field: AmountField,
  difference: number | null,
  messages: Messages,
): readonly Block[] {
  const without = projects.filter((project) => amountOf(project, field) === null);
  if (without.length > 0) return [line(messages.compareIncomplete(without.map(shortName)))];
  if (new Set(projects.map((project) => likenessOf(project, field))).size > 1) return [line(messages.compareUnlike)];
  const [first, second] = [...projects].sort((a, b) => (amountOf(b, field) ?? 0) - (amountOf(a, field) ?? 0));
  if (!first || !second || difference === null) return [];
  if (difference === 0) return [line(messages.compareSame)];
  // The lesser may be the greater: the sources give no more than a minimum of it.
  if (isFloorOf(second, field)) return [line(messages.compareFloor(shortName(second)))];
  const times = timesOf(amountOf(first, field) ?? 0, amountOf(second, field) ?? 0);
  const [more, less, apart] = [
    shortName(first),
    shortName(second),
    messages.amount(difference, isFloorOf(first, field)),
  ];
  // "Lequel est le moins cher ?": what comes first is spoken of.
  const isOfLesser = projects.length === 2 && projects[0] === second;
  return [
    line(isOfLesser ? messages.compareLess(less, more, apart, times) : messages.compareDifference(more, apart, times)),
  ];
}

/** What the records note where they hold no amount: « CFVR : 500 suppressions d'emplois prévues… ; pas de montant en euros. » */
function unpublishedNotes(projects: readonly Project[], field: Field | null, { locale, messages }: Voice) {
  if (!isAmountField(field)) return [];
  return projects.flatMap((project) => {
    const note = amountOf(project, field) === null ? noteBeside(project, field, locale) : null;
    return note === null ? [] : [line(messages.detail(shortName(project), note), 'caveat')];
  });
}

/** Which were announced before the others, where the dates tell it: 2018 may be before or after June 2018. */
function announcedLines(projects: readonly Project[], { locale }: Voice): readonly Block[] {
  const words = standingMessagesFor(locale);
  const dates = projects.map(announcedOn);
  const [first] = dates.flatMap((date) => date ?? []).sort();
  const isPlaced = (date: string | null): boolean => date === first || areApart(date, first ?? null);
  if (first === undefined || !dates.every(isPlaced)) return [line(words.orderUnknown)];
  const names = projects.filter((_, at) => dates[at] === first).map(shortName);
  return [line(names.length === projects.length ? words.announcedTogether : words.announcedFirst(names))];
}

/** How many times the lesser amount the greater is, to one decimal; null where it is hardly more, or the lesser is nothing. */
export function timesOf(greater: number, lesser: number): number | null {
  const times = lesser === 0 ? 0 : Math.round((10 * greater) / lesser) / 10;
  return times >= FEWEST_TIMES ? times : null;
}
