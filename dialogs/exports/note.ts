import { type AmountField, isAmountField, SHOWN_FIELDS } from '../../src/core/model/project-fields';
import { answerAggregate } from '../../src/core/answering/aggregate';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Project } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { EMPTY_FILTER } from '../../src/core/model/question';
import { messagesFor, takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Messages } from '../../src/messages/fr/answers';
import { alikeText, amountText, capitalised, projectName } from '../text/project-text';
import { noteOnProject, type NoteProject } from './note-project';

/** More projects than this are a list, for a spreadsheet. */
export const MOST_NOTED = 5;

/** A note to hand over, as data: every text is ready to show, in the note's language unless it says otherwise. */
export interface Note {
  readonly locale: Locale;
  readonly title: string;
  /** On which day it was made. */
  readonly established: string;
  /** The amounts side by side; null for one project. */
  readonly totals: NoteTotals | null;
  readonly projects: readonly NoteProject[];
  /** How to read it: what "not published" means, where it comes from. */
  readonly reading: readonly string[];
}

export interface NoteTotals {
  readonly caption: string;
  /** The first one heads the names of the projects. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** One cell for each amount: what like amounts add up to, and over how many of how many projects; no value when none is published. */
  readonly total: {
    readonly label: string;
    readonly cells: readonly { readonly value: string; readonly coverage: string }[];
  };
  readonly remarks: readonly string[];
}

/** The note on one to five projects (ids; the first five that the base holds). `day` is written YYYY-MM-DD. */
export function noteOf(ids: readonly string[], locale: Locale, day: string, knowledge: KnowledgeBase): Note {
  const words = takeAwayMessagesFor(locale).note;
  const projects = [...new Set(ids)].flatMap((id) => knowledge.projectById.get(id) ?? []).slice(0, MOST_NOTED);
  const [only, ...more] = projects;
  return {
    locale,
    title: only && more.length === 0 ? typeset(projectName(only), locale) : words.severalTitle(projects.length),
    established: typeset(words.established(messagesFor(locale).date(day)), locale),
    totals: more.length === 0 ? null : totalsOf(projects, locale, knowledge),
    projects: projects.map((project) => noteOnProject(project, locale, knowledge)),
    reading: words.reading.map((line) => typeset(line, locale)),
  };
}

const COLUMNS = SHOWN_FIELDS.filter(isAmountField);

/** The sums are those that the assistant gives in the conversation. */
function totalsOf(projects: readonly Project[], locale: Locale, knowledge: KnowledgeBase): NoteTotals {
  const messages = messagesFor(locale);
  const words = takeAwayMessagesFor(locale).note;
  const sums = COLUMNS.map((field) => {
    const filter = { ...EMPTY_FILTER, among: projects.map(({ id }) => id) };
    const answer = answerAggregate(
      { kind: 'aggregate', operation: 'sum', field, filter, limit: 1, groupBy: null },
      knowledge,
    );
    return { ...answer, field };
  });
  return {
    caption: typeset(words.tableCaption, locale),
    columns: [words.projectColumn, ...COLUMNS.map((field) => capitalised(messages.fields[field]))],
    rows: projects.map((project) => ({
      name: typeset(projectName(project), locale),
      values: COLUMNS.map((field) => typeset(amountText(project, field, messages), locale)),
    })),
    total: {
      label: words.totalRow,
      cells: sums.map(({ field, value, projects: [first], counted, total }) => ({
        value: typeset(totalText(value, first, field, messages, knowledge), locale),
        coverage: words.coverage(counted, total),
      })),
    },
    remarks: sums.flatMap(({ field, others }) =>
      others.length === 0
        ? []
        : [typeset(words.unlikeLeftOut(capitalised(messages.fields[field]), others.length), locale)],
    ),
  };
}

/** What like amounts add up to, with what they are, from the first of them: "3,6 M€ sur 4 ans". */
function totalText(
  value: number | null,
  like: string | undefined,
  field: AmountField,
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  const project = like === undefined ? undefined : knowledge.projectById.get(like);
  return value === null || !project ? messages.unpublished : alikeText(value, project, field, messages);
}
