import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareOrExit, ROOT } from './prepare.mjs';

/**
 * `node scripts/golden.mjs`: makes data/golden.json anew out of the question sets that were opened: of each kind of answer so many, spread
 * over all writers, short, answered today as their writers expected. To be run when understanding
 * was changed for the better; `test/core/editing/golden-questions.test.ts` says whether the file still holds.
 */
const HOW_MANY = {
  fact: 110,
  list: 60,
  aggregate: 45,
  programme: 40,
  compare: 15,
  unknown: 20,
  smalltalk: 15,
  clarify: 5,
};
const LONGEST = 110;
const FILE = join(ROOT, 'data', 'golden.json');

await prepareOrExit();
const core = async (name) => import(pathToFileURL(join(ROOT, 'dist', 'src', name)).href);
const { loadKnowledge } = await core('host/knowledge-files.js');
const { respond } = await core('core/respond.js');
const { EMPTY_MEMORY } = await core('core/model/question.js');
const { expectedOf, restsOf } = await core('core/editing/golden.js');
const { foldedText } = await core('core/language/fold.js');
const { jsonText } = await core('core/editing/json-layout.js');

const knowledge = await loadKnowledge(join(ROOT, 'data'));
const byKind = new Map(Object.keys(HOW_MANY).map((kind) => [kind, []]));
const known = new Set();
for (const { turns, locale, expect } of casesOf(join(ROOT, 'test', 'questions'))) {
  const [question] = turns;
  const key = foldedText(question);
  if (turns.length > 1 || question.length > LONGEST || known.has(key)) continue;
  const { answer } = respond({ text: question, locale }, EMPTY_MEMORY, knowledge);
  if (!isAsExpected(answer, expect)) continue;
  known.add(key);
  byKind.get(answer.kind).push({ question, locale, expect: expectedOf(restsOf(answer)) });
}
const chosen = [...byKind].flatMap(([kind, questions]) => spread(questions, HOW_MANY[kind]));
writeFileSync(FILE, jsonText({ $schema: 'schemas/golden.json', questions: chosen }));
console.log(`${chosen.length} questions`);

/** Neither those that nobody may tune on, nor those that the engine learned from one by one. */
function casesOf(folder) {
  return readdirSync(folder)
    .filter((file) => /^(?:opened-\d+|met|dev)\.jsonl$/u.test(file))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function isAsExpected(answer, expect) {
  const projects = answer.projects ?? (answer.kind === 'fact' ? [answer.project] : (answer.candidates ?? []));
  const field = answer.kind === 'list' ? (answer.sort?.field ?? null) : (answer.field ?? null);
  const facts = answer.facts ?? [];
  const some = (wanted, test) => wanted === undefined || [wanted].flat().some(test);
  const value = answer.kind === 'aggregate' ? answer.value : answer.kind === 'fact' ? answer.valueMEUR : undefined;
  return (
    expect.kind !== undefined &&
    some(expect.kind, (kind) => kind === answer.kind) &&
    (expect.include ?? []).every((id) => projects.includes(id)) &&
    (expect.exclude ?? []).every((id) => !projects.includes(id)) &&
    (expect.projects === undefined ||
      (expect.projects.length === projects.length && expect.projects.every((id) => projects.includes(id)))) &&
    (expect.first === undefined || projects[0] === expect.first) &&
    (expect.field === undefined || expect.field === field) &&
    some(expect.facts, (id) => facts.includes(id)) &&
    (expect.value === undefined ||
      value === undefined ||
      some(expect.value, (wanted) => wanted === value || Math.abs(wanted - value) <= 0.05))
  );
}

/** So many of them, from the first to the last at even steps. */
function spread(items, count) {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]);
}
