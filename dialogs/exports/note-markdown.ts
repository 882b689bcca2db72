import { takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Note, NoteTotals } from './note';
import { type NoteItem, type NoteProject, SECTIONS } from './note-project';

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
  const totals = [total.label, ...total.cells.map(({ value, coverage }) => `${value} (${coverage})`)];
  return [
    row(columns.map(escaped)),
    row(columns.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(({ name, values }) => row([name, ...values].map(escaped))),
    row(totals.map((cell) => `**${escaped(cell)}**`)),
  ].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function projectBlocks(project: NoteProject, level: number, isAlone: boolean, { locale }: Note): readonly string[] {
  const words = takeAwayMessagesFor(locale).note;
  const { fullName, sections } = project;
  const named = fullName === null ? [] : [{ label: words.fullName, value: fullName }];
  const told = { ...sections, identity: [...named, ...sections.identity] };
  return [
    ...(isAlone ? [] : [`## ${escaped(project.name)}`]),
    escaped(project.summary),
    ...(project.caution === null ? [] : [`**${escaped(project.caution)}**`]),
    ...SECTIONS.filter((name) => told[name].length > 0).flatMap((name) => {
      const isLabelled = name === 'amounts' || name === 'identity';
      const lines = told[name].map((item) =>
        itemText(
          { ...item, ...(isLabelled && { label: typeset(words.label(item.label ?? ''), locale) }) },
          words.noAddress,
        ),
      );
      return [
        `${'#'.repeat(level)} ${escaped(words.headings[name])}`,
        name === 'status' ? lines.join('\n') : list(lines),
      ];
    }),
  ];
}

/** An item, and on lines of its own what is told beside it. */
function itemText({ label = '', value, qualifier = '', url, remarks = [] }: NoteItem, noAddress: string): string {
  // Within < and >, only these could end the address.
  const address = url?.replace(/[<>\\\s]/g, encodeURIComponent);
  const named = address === undefined ? escaped(value) : `[${escaped(value)}](<${address}>)`;
  const told = [
    ...(label === '' ? [] : [`**${escaped(label)}**`]),
    named,
    ...(qualifier === '' ? [] : [`(${escaped(qualifier)})`]),
    ...(url === null ? [`(${noAddress})`] : []),
  ].join(' ');
  return [told, ...remarks.map((remark) => `  ${escaped(remark)}`)].join('\\\n');
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
