import type { Amount, Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import {
  areAllAlike,
  isAmountField,
  isPublished,
  PROJECT_FIELDS,
  SHOWN_FIELDS,
} from '../../src/core/model/project-fields';
import { projectName } from '../../src/core/model/project-name';
import type { Field, Project } from '../../src/core/model/records';
import { takeAwayMessagesFor } from '../../src/messages/messages-for';
import { natureWords, partsText, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { type Voice, voiceOf } from '../text/voice';
import { groupTable } from '../view/group-table';

/** A cell; numbers are M€ or counts, null is what no source gives. */
export type FileCell = string | number | null;

/** The rows of a table, of which the first is its header; each has one cell for each column. */
export type FileTable = readonly (readonly FileCell[])[];

export interface FileColumn {
  readonly title: string;
  readonly of: (project: Project) => FileCell;
}

/** The table of an answer that has one: a list, a computation, a comparison; null for the others and for an empty set. */
export function fileTableOf(answer: Answer, knowledge: KnowledgeBase): FileTable | null {
  const voice = voiceOf(answer.locale, knowledge);
  switch (answer.kind) {
    case 'list': {
      const { projects, others, show } = answer;
      if (others.length === 0) return projectsTable(projects, columnsOf(show, voice), voice);
      // Those of another nature than the amounts ranked stand below them, and a column says so.
      return markedTable('ranked', { yes: projects, unlike: idsOf(others) }, show, voice);
    }
    case 'compare':
      return projectsTable(answer.projects, columnsOf([], voice), voice);
    case 'aggregate': {
      const { operation, field, groups, projects, amounts, others, withoutFigure } = answer;
      if (groups.length > 0) {
        const { columns, rows } = groupTable(answer, groups, voice);
        return [columns, ...rows].map((cells) => cells.flatMap<FileCell>(({ inFile }) => inFile));
      }
      if (field === null || operation === 'count') return projectsTable(projects, columnsOf([], voice), voice);
      const counted = { yes: idsOf(amounts), unlike: idsOf(others), unpublished: withoutFigure };
      return markedTable('counted', counted, [], voice);
    }
    default:
      return null;
  }
}

/** All projects with all their columns, in French, after columns of the caller's. */
export function wholeTable(first: readonly FileColumn[], knowledge: KnowledgeBase): FileTable {
  return tableOf(knowledge.projects, [...first, ...columnsOf(SHOWN_FIELDS, voiceOf('fr', knowledge))]);
}

/** The name, what is told of every project, what a list was asked to tell beside it; the sources, which are long, last. */
function columnsOf(show: readonly Field[], voice: Voice, ...marks: readonly FileColumn[]): readonly FileColumn[] {
  const { columns } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const isExtra = (field: Field): boolean => PROJECT_FIELDS[field].isInFileWhenAsked ?? false;
  const told = SHOWN_FIELDS.filter((field) => field !== 'sources');
  const extra = told.filter((field) => isExtra(field) && show.includes(field));
  const fields = [...told.filter((field) => !isExtra(field)), ...extra, 'sources'] as const;
  return [{ title: columns.name, of: projectName }, ...marks, ...fields.flatMap((field) => fieldColumns(field, voice))];
}

/** A field, and what its amounts are where they are of several natures. */
function fieldColumns(field: Field, voice: Voice): readonly FileColumn[] {
  const { columns, fieldColumn } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const column: FileColumn = {
    title: fieldColumn(voice.messages.fields[field], isAmountField(field)),
    of: (project) => cellOf(project, field, voice),
  };
  if (!isAmountField(field) || areAllAlike(field)) return [column];
  // Of what is not published there is no kind.
  const known = (tell: (words: ReturnType<typeof natureWords>) => string) => (project: Project) =>
    (isPublished(project, field) && tell(natureWords(project, field, voice.messages))) || null;
  return [
    column,
    { title: columns.nature, of: known(({ nature, measure }) => (nature === '' ? '' : partsText([nature, measure]))) },
    { title: columns.period, of: known(({ period }) => period) },
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

const idsOf = (amounts: readonly Amount[]): readonly string[] => amounts.map(({ project }) => project);

/** Projects, each with whether it was counted or ranked, after its name. */
function markedTable(
  title: 'counted' | 'ranked',
  ids: Partial<Record<'yes' | 'unlike' | 'unpublished', readonly string[]>>,
  show: readonly Field[],
  voice: Voice,
): FileTable | null {
  const { counted, columns } = takeAwayMessagesFor(voice.locale).spreadsheet;
  const marks = new Map(
    (['yes', 'unlike', 'unpublished'] as const).flatMap((mark) => (ids[mark] ?? []).map((id) => [id, counted[mark]])),
  );
  const mark: FileColumn = { title: columns[title], of: ({ id }) => marks.get(id) ?? null };
  return projectsTable([...marks.keys()], columnsOf(show, voice, mark), voice);
}

function projectsTable(ids: readonly string[], columns: readonly FileColumn[], { knowledge }: Voice): FileTable | null {
  const projects = ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  return projects.length === 0 ? null : tableOf(projects, columns);
}

function tableOf(projects: readonly Project[], columns: readonly FileColumn[]): FileTable {
  return [columns.map(({ title }) => title), ...projects.map((project) => columns.map(({ of }) => of(project)))];
}
