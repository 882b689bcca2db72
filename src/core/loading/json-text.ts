import { findNodeAtLocation, type Node, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { bisect } from '../search/bisect';
import { keysIn, pathTo, type Problem } from './problem';

/** A file read. */
interface JsonText {
  /** Undefined for what could not be read. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

const STRICT = { disallowComments: true, allowTrailingComma: false };

/**
 * Reads the text of a JSON file that people edit: what `JSON.parse` says nothing of, an encoding that is none and a key that stands twice,
 * is refused, and a fault of writing has its line and column, from 1.
 *
 * @param text as decoded from UTF-8, a byte order mark included; null for a file that is not there
 */
export function readJsonText(file: string, text: string | null): JsonText {
  const encoding = text === null ? null : wrongEncoding(file, text);
  if (encoding !== null) return { value: undefined, problems: [encoding] };
  const read = readMachineText(file, text);
  return text === null || read.value === undefined
    ? read
    : { ...read, problems: keysWritten(text) === keysKept(read.value) ? [] : repeatedKeys(file, withoutMark(text)) };
}

/** Only for files that a program wrote: their keys are not looked at. */
export function readMachineText(file: string, text: string | null): JsonText {
  if (text === null) {
    const missing: Problem = { file, path: '', code: 'missing-file', expected: file, found: '', line: null };
    return { value: undefined, problems: [missing] };
  }
  const bare = withoutMark(text);
  try {
    return { value: JSON.parse(bare), problems: [] };
  } catch (error) {
    return { value: undefined, problems: [faultOf(file, bare, error)] };
  }
}

/**
 * What a decoder of UTF-8 puts in the place of what is none (U+FFFD), or the zeros of UTF-16; null for a text that is right.
 * A text that was damaged before and saved since has the same sign.
 */
export function wrongEncoding(file: string, text: string): Problem | null {
  const at = text.search(/[\uFFFD\0]/u);
  if (at === -1) return null;
  const found = text.includes('\0') ? 'UTF-16' : 'Windows-1252';
  return { file, path: '', code: 'not-utf8', expected: 'UTF-8', found, line: lineFinder(text)(at) };
}

/** The text without the mark that Windows puts before UTF-8. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Gives the line of the value at each path, or of the nearest thing around it; lines count from 1. */
export function createLineOf(text: string): (path: string) => number | null {
  const bare = withoutMark(text);
  const root = parseTree(bare, [], STRICT);
  const lineAt = lineFinder(bare);
  return (path) => {
    if (root === undefined) return null;
    const keys = keysIn(path);
    let node: Node | undefined;
    while ((node = findNodeAtLocation(root, keys)) === undefined) keys.pop();
    return lineAt(node.parent?.type === 'property' ? node.parent.offset : node.offset);
  };
}

/** Every colon outside of a string follows a key. Counting takes less than half of looking for the key that stands twice, which hardly ever does. */
function keysWritten(text: string): number {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gu, '').split(':').length - 1;
}

function keysKept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner: readonly unknown[] = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + keysKept(one), Array.isArray(value) ? 0 : inner.length);
}

/** The keys that stand twice in one object, of which JSON would keep the last and say nothing. */
function repeatedKeys(file: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const open: Map<string, number>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Map());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, _offset, _length, line, _column, pathOf) => {
      const first = open.at(-1)?.get(key);
      open.at(-1)?.set(key, first ?? line + 1);
      if (first === undefined) return;
      const path = pathTo(pathOf().reduce<string>(pathTo, ''), key);
      problems.push({ file, path, code: 'repeated-key', expected: String(first), found: key, line: line + 1 });
    },
  });
  return problems;
}

function faultOf(file: string, text: string, error: unknown): Problem {
  const faults: Problem[] = [];
  const end = text.trimEnd().length;
  visit(
    text,
    {
      onError: (code, offset, _length, line, column) => {
        const expected = offset < end ? printParseErrorCode(code) : 'EndOfFile';
        faults.push({ file, path: '', code: 'not-json', expected, found: String(column + 1), line: line + 1 });
      },
    },
    STRICT,
  );
  const said = error instanceof Error ? error.message : String(error);
  return faults[0] ?? { file, path: '', code: 'not-json', expected: said, found: '', line: null };
}

function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => bisect(ends.length, (line) => (ends[line] ?? 0) < offset) + 1;
}
