import type { AggregateAnswer, Answer, ListAnswer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { isPublished } from '../../src/core/model/project-fields';
import type { Project, Field } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, takeAwayMessagesFor } from '../../src/messages/messages-for';
import type { ProjectColumn } from '../../src/messages/take-away/fr';
import { projectName, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { groupTable } from '../view/aggregate-view';

/** A cell; numbers are M€ or counts, null is what no source gives. */
export type Cell = string | number | null;

/** A table with a header; every row has one cell for each column. */
export interface Spreadsheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The table of an answer that has one: a list, a computation, a comparison; null for the others and for an empty set. */
export function spreadsheetOf(answer: Answer, knowledge: KnowledgeBase): Spreadsheet | null {
  switch (answer.kind) {
    case 'list':
      return listTable(answer, knowledge);
    case 'compare':
      return projectsTable(answer.projects, COLUMNS, () => null, answer.locale, knowledge);
    case 'aggregate':
      return answer.groups.length > 0 ? groupsTable(answer, knowledge) : computedTable(answer, knowledge);
    case 'fact':
    case 'programme':
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return null;
  }
}

const COLUMNS: readonly ProjectColumn[] = [
  'name',
  'carrier',
  'call',
  'date',
  'territory',
  'themes',
  'funding',
  'cost',
  'savings',
  'nature',
  'period',
  'status',
  'sources',
];

/** What a list was asked to tell of each project and no column holds; it stands before the sources, which are long. */
function withShown(show: readonly Field[]): readonly ProjectColumn[] {
  const more = (['summary', 'partners', 'beneficiaries'] as const).filter((field) => show.includes(field));
  return [...COLUMNS.slice(0, -1), ...more, ...COLUMNS.slice(-1)];
}

/** Those of another nature than the amounts ranked stand below them, and a column says so. */
function listTable(
  { projects, others, show, locale }: ListAnswer & Answer,
  knowledge: KnowledgeBase,
): Spreadsheet | null {
  const columns = withShown(show);
  if (others.length === 0) return projectsTable(projects, columns, () => null, locale, knowledge);
  const { yes, unlike } = takeAwayMessagesFor(locale).spreadsheet.counted;
  const isRanked = new Set(projects);
  return projectsTable(
    [...projects, ...others.map(({ project }) => project)],
    ['name', 'ranked', ...columns.slice(1)],
    (id) => (isRanked.has(id) ? yes : unlike),
    locale,
    knowledge,
  );
}

function computedTable(answer: AggregateAnswer & Answer, knowledge: KnowledgeBase): Spreadsheet | null {
  const { operation, field, amounts, others, withoutFigure, locale } = answer;
  if (field === null || operation === 'count')
    return projectsTable(answer.projects, COLUMNS, () => null, locale, knowledge);
  const counted = takeAwayMessagesFor(locale).spreadsheet.counted;
  const words = new Map([
    ...amounts.map(({ project }) => [project, counted.yes] as const),
    ...others.map(({ project }) => [project, counted.unlike] as const),
    ...withoutFigure.map((project) => [project, counted.unpublished] as const),
  ]);
  return projectsTable(
    [...words.keys()],
    ['name', 'counted', ...COLUMNS.slice(1)],
    (id) => words.get(id) ?? null,
    locale,
    knowledge,
  );
}

function projectsTable(
  ids: readonly string[],
  columns: readonly ProjectColumn[],
  countedOf: (id: string) => string | null,
  locale: Locale,
  knowledge: KnowledgeBase,
): Spreadsheet | null {
  const projects = ids.flatMap((id) => knowledge.projectById.get(id) ?? []);
  if (projects.length === 0) return null;
  const labels = takeAwayMessagesFor(locale).spreadsheet.columns;
  return {
    header: columns.map((column) => labels[column]),
    rows: projects.map((project) => {
      const cells = cellsOf(project, countedOf(project.id), locale, knowledge);
      return columns.map((column) => cells[column]);
    }),
  };
}

/** Dates stay as the records write them, year first: spreadsheets of any language sort them. */
function cellsOf(
  project: Project,
  counted: string | null,
  locale: Locale,
  knowledge: KnowledgeBase,
): Readonly<Record<ProjectColumn, Cell>> {
  const messages = messagesFor(locale);
  const { amountMEUR, nature, period, measure } = project.expectedSavings;
  const { label, confidence, announced } = project.call;
  const given = (field: Field): string | null =>
    isPublished(project, field) ? valueText(project, field, locale, messages, knowledge) : null;
  return {
    name: projectName(project),
    counted,
    ranked: counted,
    carrier: project.carrier,
    // The label of an undetermined call says so itself.
    call: confidence === 'deduced' ? `${label} (${messages.callConfidence.deduced})` : label,
    date: announced,
    territory: given('territory'),
    themes: given('themes'),
    funding: project.ftapFundingMEUR,
    cost: project.totalCostMEUR,
    savings: amountMEUR,
    nature:
      amountMEUR === null || nature === null
        ? null
        : [messages.savingsNature[nature], measure === undefined ? [] : messages.savingsMeasure[measure]]
            .flat()
            .join(', '),
    period: amountMEUR === null || period === null ? null : messages.savingsPeriod[period],
    status: locale === 'fr' ? project.statusFr : project.statusEn,
    summary: given('summary'),
    partners: given('partners'),
    beneficiaries: given('beneficiaries'),
    sources: project.sources
      .map((source) => [sourceLabel(source, locale), source.url ?? ''].join(' ').trim())
      .join(' | '),
  };
}

function groupsTable(answer: AggregateAnswer & Answer, knowledge: KnowledgeBase): Spreadsheet {
  const { columns, rows } = groupTable(answer, answer.groups, {
    locale: answer.locale,
    messages: messagesFor(answer.locale),
    knowledge,
  });
  return {
    header: columns.flatMap(({ inFile }) => inFile),
    rows: rows.map((cells) => cells.flatMap(({ inFile }) => inFile)),
  };
}
