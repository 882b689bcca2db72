/** Columns of a line, as the formatter of the project has it. */
const WIDTH = 120;

/**
 * A value as the files of data/ are laid out: two spaces, one key a line, a list of plain values on one line where it fits. A file that
 * is read and written again is the same to the byte, so that a history of the files shows only what was changed.
 */
export function jsonText(value: unknown): string {
  return `${layout(value, '', 0)}\n`;
}

/** @param column what stands before the value on its line, and after it */
function layout(value: unknown, indent: string, column: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const line = `[${items.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (items.every((item) => typeof item !== 'object' || item === null) && column + line.length <= WIDTH) return line;
    return `[\n${items.map((item) => deeper + layout(item, deeper, deeper.length + 1)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, inner]) => {
    const start = `${deeper}${JSON.stringify(key)}: `;
    return start + layout(inner, deeper, start.length + 1);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
