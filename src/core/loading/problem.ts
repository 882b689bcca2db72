import type { z } from 'zod';

/** What is wrong at one place of a data file: a value for the editor's message, not a sentence. */
export interface Problem {
  /** "projects.json" */
  readonly file: string;
  /** "projects[12].expectedSavings.amountMEUR"; empty for the whole file. */
  readonly path: string;
  readonly code:
    | 'missing-file'
    | 'not-json'
    | 'missing'
    | 'unknown-key'
    | 'wrong-type'
    | 'wrong-value'
    | 'duplicate-id'
    | 'no-such-id'
    | 'count'
    | 'repeated';
  /** What should stand there: a type name, the allowed values, a format, an id list, or the place of the first of two. */
  readonly expected: string;
  /** What stands there, shortened, as JSON. */
  readonly found: string;
}

/** Turns the issues of a zod error into problems, each with the value found at its path. */
export function problemsOf(file: string, error: z.ZodError, data: unknown): readonly Problem[] {
  return error.issues.flatMap((issue) => {
    const path = pathOf(issue.path);
    const found = show(valueAt(data, issue.path));
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key): Problem => ({
          file,
          path: path === '' ? key : `${path}.${key}`,
          code: 'unknown-key',
          expected: '',
          found: show(valueAt(data, [...issue.path, key])),
        }));
      case 'invalid_type':
        return [{ file, path, code: found === '' ? 'missing' : 'wrong-type', expected: issue.expected, found }];
      case 'invalid_value':
        return [
          { file, path, code: 'wrong-value', expected: issue.values.map((value) => show(value)).join(' | '), found },
        ];
      default:
        return [{ file, path, code: found === '' ? 'missing' : 'wrong-value', expected: issue.message, found }];
    }
  });
}

/** Shortens a value for a message; an absent one gives "". */
export function show(value: unknown): string {
  if (value === undefined) return '';
  const json = typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, key) => {
    if (typeof key === 'number') return `${written}[${key}]`;
    return written === '' ? String(key) : `${written}.${String(key)}`;
  }, '');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value) && typeof key === 'number') return value[key];
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) return Reflect.get(value, key);
    return undefined;
  }, data);
}
