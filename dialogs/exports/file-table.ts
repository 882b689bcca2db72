import type { AggregateAnswer, Answer, ListAnswer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import {
  areAllAlike,
  isAmountField,
  isPublished,
  natureOf,
  PROJECT_FIELDS,
  type SavingsNature,
  SHOWN_FIELDS,
} from '../../src/core/model/project-fields';
import type { Field, Project } from '../../src/core/model/records';
import { takeAwayMessagesFor } from '../../src/messages/messages-for';
import { partsText, projectName, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { type Voice, voiceOf } from '../text/voice';
import { groupTable } from '../view/aggregate-view';

/** A cell; numbers are M€ or counts, null is what no source gives. */
export type FileCell = string | number | null;

/** A table with a header; every row has one cell for each column. */
export interface FileTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly FileCell[])[];
}

/** A column of a table of projects. */
export interface FileColumn {
  readonly title: string;
  readonly of: (project: Project) => FileCell;
}

/** The table of an answer that has one: a list, a computation, a comparison; null for the others and for an empty set. */
export function fileTableOf(answer: Answer, knowledge: KnowledgeBase): FileTable | null {
  const voice = voiceOf(answer.locale, knowledge);
  switch (answer.kind) {
    case 'list':
      return listTable(answer, voice);
    case 'compare':
      return projectsTable(answer.projects, columnsOf([], voice), voice);
    case 'aggregate':
      return answer.groups.length > 0 ? groupsTable(answer, voice) : computedTable(answer, voice);
    case 'fact':
    case 'programme':
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return null;
  }
}

/** All projects with all their columns, in French, after columns of the caller's. */
export function wholeTable(first: readonly FileColumn[], knowledge: KnowledgeBase): FileTable {
  const columns = [...first, ...columnsOf(SHOWN_FIELDS, voiceOf('fr', knowledge))];
  return {
    header: columns.map(({ title }) => title),
    rows: knowledge.projects.map((project) => columns.map(({ of }) => of(project))),
  };
}

/** The name, what is told of every project, what a list was asked to tell beside it; the sources, which are long, last. */
function columnsOf(show: readonly Field[], voice: Voice): readonly FileColumn[] {
  const { columns } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const told = (isWhenAsked: boolean): readonly FileColumn[] =>
    SHOWN_FIELDS.filter(
      (field) => field !== 'sources' && (PROJECT_FIELDS[field].isInFileWhenAsked ?? false) === isWhenAsked,
    )
      .filter((field) => !isWhenAsked || show.includes(field))
      .flatMap((field) => fieldColumns(field, voice));
  return [{ title: columns.name, of: projectName }, ...told(false), ...told(true), ...fieldColumns('sources', voice)];
}

/** A field, and what its amounts are where they are of several natures. */
function fieldColumns(field: Field, voice: Voice): readonly FileColumn[] {
  const { messages } = voice;
  const { columns } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const column: FileColumn = { title: columns[field], of: (project) => cellOf(project, field, voice) };
  if (!isAmountField(field) || areAllAlike(field)) return [column];
  const known = (project: Project): SavingsNature | null =>
    isPublished(project, field) ? natureOf(project, field) : null;
  return [
    column,
    {
      title: columns.nature,
      of: (project) => {
        const { nature = null, measure } = known(project) ?? {};
        if (nature === null) return null;
        return partsText([
          messages.savingsNature[nature],
          measure === undefined ? '' : messages.savingsMeasure[measure],
        ]);
      },
    },
    {
      title: columns.period,
      of: (project) => {
        const { period = null } = known(project) ?? {};
        return period === null ? null : messages.savingsPeriod[period];
      },
    },
  ];
}

/** Dates stay as the records write them, year first: spreadsheets of any language sort them. */
function cellOf(project: Project, field: Field, voice: Voice): FileCell {
  const held = PROJECT_FIELDS[field];
  switch (held.kind) {
    case 'amount':
    case 'text':
    case 'date':
      return held.of(project);
    case 'translated':
      return held.of(project)[voice.locale];
    case 'call': {
      const { label, confidence } = held.of(project);
      // The label of an undetermined call says so itself.
      return confidence === 'deduced' ? `${label} (${voice.messages.callConfidence.deduced})` : label;
    }
    case 'sources':
      return held
        .of(project)
        .map((source) => [sourceLabel(source, voice.locale), source.url ?? ''].join(' ').trim())
        .join(' | ');
    case 'texts':
    case 'publics':
    case 'themes':
    case 'territories':
      return isPublished(project, field) ? valueText(project, field, voice) : null;
  }
}

/** Those of another nature than the amounts ranked stand below them, and a column says so. */
function listTable({ projects, others, show }: ListAnswer, voice: Voice): FileTable | null {
  const columns = columnsOf(show, voice);
  if (others.length === 0) return projectsTable(projects, columns, voice);
  const { counted, columns: titles } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const words = new Map([
    ...projects.map((project) => [project, counted.yes] as const),
    ...others.map(({ project }) => [project, counted.unlike] as const),
  ]);
  return markedTable(words, titles.ranked, columns, voice);
}

function computedTable(answer: AggregateAnswer, voice: Voice): FileTable | null {
  const { operation, field, amounts, others, withoutFigure } = answer;
  const columns = columnsOf([], voice);
  if (field === null || operation === 'count') return projectsTable(answer.projects, columns, voice);
  const { counted, columns: titles } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const words = new Map([
    ...amounts.map(({ project }) => [project, counted.yes] as const),
    ...others.map(({ project }) => [project, counted.unlike] as const),
    ...withoutFigure.map((project) => [project, counted.unpublished] as const),
  ]);
  return markedTable(words, titles.counted, columns, voice);
}

/** Projects, each with whether it was counted, after its name. */
function markedTable(
  words: ReadonlyMap<string, string>,
  title: string,
  columns: readonly FileColumn[],
  voice: Voice,
): FileTable | null {
  const mark: FileColumn = { title, of: ({ id }) => words.get(id) ?? null };
  return projectsTable([...words.keys()], [...columns.slice(0, 1), mark, ...columns.slice(1)], voice);
}

function projectsTable(ids: readonly string[], columns: readonly FileColumn[], { knowledge }: Voice): FileTable | null {
  const projects = ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  if (projects.length === 0) return null;
  return {
    header: columns.map(({ title }) => title),
    rows: projects.map((project) => columns.map(({ of }) => of(project))),
  };
}

function groupsTable(answer: AggregateAnswer, voice: Voice): FileTable {
  const { columns, rows } = groupTable(answer, answer.groups, voice);
  return {
    header: columns.flatMap(({ inFile }) => inFile),
    rows: rows.map((cells) => cells.flatMap(({ inFile }) => inFile)),
  };
}
