import type { z } from 'zod';

/** What is wrong at one place of a data file: a value for the editor's message, not a sentence. */
export interface Problem {
  /** "projects.json" */
  readonly file: string;
  /** "projects[12].expectedSavings.amountMEUR"; empty for the whole file. */
  readonly path: string;
  readonly code:
    | 'missing-file'
    | 'not-utf8'
    | 'not-json'
    | 'repeated-key'
    | 'missing'
    | 'unknown-key'
    | 'wrong-type'
    | 'wrong-value'
    | 'duplicate-id'
    | 'no-such-id'
    | 'repeated';
  /** What should stand there: a type name, the allowed values, a format, an id list, or the place of the first of two; of bad JSON, what its reader says. */
  readonly expected: string;
  /** What stands there, shortened, as JSON; the name of an encoding or of a key, the column of bad JSON. */
  readonly found: string;
  /** From 1; null for the whole file, and as long as it was not looked for. */
  readonly line: number | null;
  /** Id of the record in which it stands. */
  readonly record?: string;
}

/** Turns the issues of a zod error into problems, each with the value found at its path. */
export function problemsOf(file: string, error: z.ZodError, data: unknown): readonly Problem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.reduce<string>(pathTo, '');
    const found = show(valueAt(data, issue.path));
    const problem = (code: Problem['code'], expected: string) => ({ file, path, code, expected, found, line: null });
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key): Problem => ({
          ...{ file, path: pathTo(path, key), code: 'unknown-key', expected: '', line: null },
          found: show(valueAt(data, [...issue.path, key])),
        }));
      case 'invalid_type':
        return [problem(found === '' ? 'missing' : 'wrong-type', issue.expected)];
      case 'invalid_value':
        return [problem('wrong-value', issue.values.map((value) => show(value)).join(' | '))];
      default:
        return [problem(found === '' ? 'missing' : 'wrong-value', issue.message)];
    }
  });
}

/** Shortens a value for a message; an absent one gives "". */
export function show(value: unknown): string {
  if (value === undefined) return '';
  const json = typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

/** The path of a key or an index within what stands at a path. */
export function pathTo(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? String(key) : `${path}.${String(key)}`;
}

/** "projects[12].call.label" as its keys: "projects", 12, "call", "label". */
export function keysIn(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/gu)].map(([key, index]) => (index === undefined ? key : Number(index)));
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value) && typeof key === 'number') return value[key];
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) return Reflect.get(value, key);
    return undefined;
  }, data);
}
