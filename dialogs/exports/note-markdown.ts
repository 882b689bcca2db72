import { takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Note, NoteTotals } from './note';
import type { NoteProject, NoteSource } from './note-project';

/** The note as Markdown, to paste in a wiki or a message. Nothing in the records can become markup. */
export function noteMarkdown(note: Note): string {
  const words = takeAwayMessagesFor(note.locale).note;
  const { totals } = note;
  const isAlone = totals === null;
  const blocks = [
    `# ${escaped(note.title)}`,
    `*${escaped(note.established)}*`,
    ...(isAlone ? [] : [`## ${words.headings.overview}`, totalsTable(totals)]),
    ...(isAlone || totals.remarks.length === 0 ? [] : [list(totals.remarks.map(escaped))]),
    ...note.projects.flatMap((project) => projectBlocks(project, isAlone ? 2 : 3, isAlone, note)),
    `## ${words.headings.reading}`,
    list(note.reading.map(escaped)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function totalsTable({ columns, rows, total }: NoteTotals): string {
  return [
    row(columns),
    row(
      columns.map((_, index) => (index === 0 ? '---' : '---:')),
      (cell) => cell,
    ),
    ...rows.map(({ name, values }) => row([name, ...values])),
    row(
      [total.label, ...total.cells.map(({ value, coverage }) => `${value} (${coverage})`)],
      (cell) => `**${escaped(cell)}**`,
    ),
  ].join('\n');
}

function row(cells: readonly string[], written: (cell: string) => string = escaped): string {
  return `| ${cells.map(written).join(' | ')} |`;
}

function projectBlocks(project: NoteProject, level: number, isAlone: boolean, { locale }: Note): readonly string[] {
  const words = takeAwayMessagesFor(locale).note;
  const heading = (text: string): string => `${'#'.repeat(level)} ${escaped(text)}`;
  const labelled = (label: string, value: string): string =>
    `**${escaped(typeset(words.label(label), locale))}** ${escaped(value)}`;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [heading(title), list(lines)];
  return [
    ...(isAlone ? [] : [`## ${escaped(project.name)}`]),
    escaped(project.summary),
    ...(project.caution === null ? [] : [`**${escaped(project.caution)}**`]),
    ...section(
      words.headings.amounts,
      project.amounts.map(({ label, value, qualifier, remarks }) =>
        withNotes(labelled(label, qualifier === null ? value : `${value} (${qualifier})`), remarks),
      ),
    ),
    ...section(words.headings.identity, [
      ...(project.fullName === null ? [] : [labelled(words.fullName, project.fullName)]),
      ...project.facts.map(({ label, value, remark }) => withNotes(labelled(label, value), remark ?? [])),
    ]),
    ...(project.status === null ? [] : [heading(words.headings.status), escaped(project.status)]),
    ...section(words.headings.conflicts, [
      ...project.conflicts.map(({ label, text }) => `**${escaped(label)}** ${escaped(text)}`),
      ...(project.conflictsElsewhere === null ? [] : [escaped(project.conflictsElsewhere)]),
    ]),
    ...section(
      words.headings.sources,
      project.sources.map((source) => sourceLine(source, words.noAddress)),
    ),
  ];
}

function sourceLine({ label, url, supports }: NoteSource, noAddress: string): string {
  const named = url === null ? `${escaped(label)} (${noAddress})` : `[${escaped(label)}](<${addressOf(url)}>)`;
  return withNotes(named, supports ?? []);
}

/** An item, and on lines of its own what is told beside it. */
function withNotes(item: string, notes: string | readonly string[]): string {
  return [item, ...[notes].flat().map((note) => `  ${escaped(note)}`)].join('\\\n');
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** On one line, with a backslash before whatever Markdown, its tables or HTML could read as markup. */
function escaped(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&')
    .replace(
      /^(\s*)([-+]|\d+[.)])(?=\s)/,
      (_, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    );
}

/** Within < and >, where only these could end the address. */
function addressOf(url: string): string {
  return url.replace(/[<>\\\s]/g, encodeURIComponent);
}
