import { isAmountField, SHOWN_FIELDS } from '../../src/core/model/project-fields';
import { answerAggregate } from '../../src/core/answering/aggregate';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { projectName } from '../../src/core/model/project-name';
import type { Project } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { EMPTY_FILTER } from '../../src/core/model/question';
import { messagesFor, pictureMessagesFor, takeAwayMessagesFor, typesetAll } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import { amountText } from '../text/project-text';
import { type Voice, voiceOf } from '../text/voice';
import { worthText } from '../view/aggregate-view';
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
  const told = {
    title: only && more.length === 0 ? projectName(only) : words.severalTitle(projects.length),
    established: words.established(messagesFor(locale).date(day)),
    totals: more.length === 0 ? null : totalsOf(projects, voiceOf(locale, knowledge)),
    reading: words.reading,
  };
  return {
    locale,
    ...typesetAll(told, locale),
    projects: projects.map((project) => noteOnProject(project, locale, knowledge)),
  };
}

const COLUMNS = SHOWN_FIELDS.filter(isAmountField);

/** The sums are those that the assistant gives in the conversation. */
function totalsOf(projects: readonly Project[], voice: Voice): NoteTotals {
  const { locale, messages, knowledge } = voice;
  const { note: words, spreadsheet } = takeAwayMessagesFor(locale);
  const filter = { ...EMPTY_FILTER, among: projects.map(({ id }) => id) };
  const sum = { kind: 'aggregate', operation: 'sum', filter, limit: 1, groupBy: null } as const;
  const sums = COLUMNS.map((field) => ({ ...answerAggregate({ ...sum, field }, knowledge), field }));
  return {
    caption: words.tableCaption,
    columns: [spreadsheet.columns.name, ...COLUMNS.map((field) => capitalised(messages.fields[field]))],
    rows: projects.map((project) => ({
      name: projectName(project),
      values: COLUMNS.map((field) => amountText(project, field, messages)),
    })),
    total: {
      label: words.totalRow,
      cells: sums.map((answer) => {
        const { value, field, others, counted, total } = answer;
        // Amounts that are all of unlike natures are published, and have no total.
        const none = others.length > 0 ? '—' : messages.unpublished(field);
        const coverage = pictureMessagesFor(locale).coverage(counted, total);
        return { value: value === null ? none : worthText(answer, field, answer, voice), coverage };
      }),
    },
    remarks: sums.flatMap(({ field, others }) =>
      others.length === 0 ? [] : [words.unlikeLeftOut(capitalised(messages.fields[field]), others.length)],
    ),
  };
}
