import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { core } from './core.mjs';
import { WRITERS } from './digest.mjs';

const { INTENTS, REFERENCES, FIELDS, SMALLTALK_ACTS } = core;

/**
 * Writers who tell more than they ask: they teach decisions and slots. What finds records by words, and the check, would learn what is told around a
 * question too: 8 of the 330 questions of frozen and unseen were lost by it.
 */
const TOLD = new Set(['z26', 'z27', 'z28', 'z29', 'z30', 'z51', 'v49', 'v81', 'v88', 'v89']);
export const isTold = ({ writer }) => TOLD.has(writer);

/**
 * The conversations of some files of which decisions are noted, each with its writer where the folds judge by it. A decision that is assumed ("~" before
 * it) tells what a turn leaves on the table, and teaches nothing by itself; null: nothing is decided.
 */
export function readCases(files) {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
      .filter(({ decisions }) => decisions !== undefined)
      .map((entry) => ({
        ...entry,
        writer: file.startsWith(WRITERS) ? basename(file, '.jsonl') : null,
        decisions: entry.turns.map((_, turn) => {
          const noted = entry.decisions[turn] ?? '';
          return { decision: readDecision(noted.replace('~', '')), isAssumed: noted.startsWith('~') };
        }),
      })),
  );
}

const OPERATIONS = ['count', 'sum', 'average', 'median', 'max', 'min', 'sort'];

/** "fact cost,carrier @focus", "aggregate sum funding @shown", "smalltalk :greeting": a decision as writers note it; null for what decides nothing. */
function readDecision(written) {
  const [kind, ...words] = written.trim().split(/\s+/);
  const named = words.find((word) => word.startsWith('@'))?.slice(1) ?? 'alone';
  const noted = words.find((word) => word.startsWith(':'))?.slice(1) ?? null;
  const operation = words.find((word) => OPERATIONS.includes(word)) ?? null;
  const fields = words
    .filter((word) => !/^[@:]/.test(word) && !OPERATIONS.includes(word))
    .flatMap((word) => word.split(','))
    .filter((field) => FIELDS.includes(field));
  const intent = intentOf(kind, operation, noted);
  const reference = named.replace('patch-', '');
  return INTENTS.includes(intent) && REFERENCES.includes(reference) ? { intent, reference, fields } : null;
}

function intentOf(kind, operation, noted) {
  if (kind === 'smalltalk') return SMALLTALK_ACTS.includes(noted) ? noted : 'help';
  if (kind === 'unknown') return noted ?? 'out-of-scope';
  if (kind === 'aggregate') return operation === 'sort' ? 'rank' : (operation ?? 'count');
  if (kind === 'list') return operation === 'sort' ? 'rank' : (operation ?? 'list');
  return kind;
}

/** Words of its text, out of order, by which somebody looks for a project: what they weigh the judges of a record by; nobody is taught to talk so. */
export function quotesOf(projects) {
  return projects.flatMap(({ id, summaryFr, summaryEn }) =>
    [summaryFr, summaryEn].flatMap((text, at) =>
      STRIDES.map((stride) => ({
        ...{ id: `${id} ${stride}`, tags: ['quoted'], locale: at === 0 ? 'fr' : 'en', writer: null },
        turns: [quoted(text, stride).slice(0, WORDS_QUOTED).join(' ')],
        expect: { kind: 'fact', projects: [id] },
        decisions: [{ decision: { intent: 'fact', reference: 'alone', fields: ['summary'] }, isAssumed: false }],
      })),
    ),
  );
}

/** All the long words of a text, each as many words behind the one before as the stride says, a few at a time. */
export function scattered(text, stride) {
  const words = quoted(text, stride);
  return Array.from({ length: Math.ceil(words.length / WORDS_QUOTED) }, (_, at) =>
    words.slice(at * WORDS_QUOTED, (at + 1) * WORDS_QUOTED).join(' '),
  );
}

function quoted(text, stride) {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.map((_, k) => words[(k * stride) % words.length]);
}

const WORDS_QUOTED = 5;
/** How many words further the next one quoted stands. */
const STRIDES = [5, 7];
