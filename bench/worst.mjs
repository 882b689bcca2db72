import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { createKnowledgeBase, EMPTY_MEMORY, turn } from './brain.mjs';
import { ASKED } from './asked.mjs';
import { generateRecords } from './generate.mjs';
import { mistypeWord } from './noise.mjs';
import { createRandom } from './random.mjs';
import { median } from './statistics.mjs';

/**
 * Looks for the slowest question of up to 500 characters at the real size (node bench/worst.mjs [--seconds N] [--out FILE]). Half of the time
 * goes to questions drawn from families that cost something, the other half to changing the slowest ones found, a piece at a time.
 */
const LONGEST = 500;
const REAL = 66;
/** Questions drawn from a family before the next has its turn. */
const BATCH = 40;
/** A time that would be a record is measured so many times again, and the median counts: a collection of garbage is no slow question. */
const CHECKS = 5;
/** The slowest questions kept, to be changed. */
const KEPT = 8;

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, out: { type: 'string' } },
});
const seconds = Number(options.seconds);
const records = generateRecords(REAL);
const knowledge = createKnowledgeBase(records);
const memories = {
  'first turn': EMPTY_MEMORY,
  'after a long list': turn('tous les projets', EMPTY_MEMORY, knowledge).memory,
};
const families = createFamilies();
for (const { turns } of ASKED) turns.forEach((text) => measureAll(text)); // warms up

const start = performance.now();
const elapsed = () => (performance.now() - start) / 1000;
let tried = 0;
let kept = [];
for (let seed = 1; elapsed() < seconds / 2; seed++) {
  for (const [family, arbitrary] of Object.entries(families)) {
    for (const drawn of fc.sample(arbitrary, { numRuns: BATCH, seed })) consider(drawn, family);
    if (elapsed() > seconds / 2) break;
  }
}
const pieces = fc.oneof(...Object.values(families));
for (let seed = 1; elapsed() < seconds; seed++) {
  for (const piece of fc.sample(pieces, { numRuns: BATCH, seed })) {
    const { text, family } = kept[seed % kept.length];
    consider(changed(text, piece, createRandom(seed * BATCH + tried)), family);
    if (elapsed() > seconds) break;
  }
}

const result = { tried, seconds, slowest: kept };
if (options.out) writeFileSync(options.out, JSON.stringify(result, null, 2));
console.log(`${tried} questions in ${seconds} s, at ${REAL} projects; the slowest (median of ${CHECKS}):`);
for (const { ms, family, memory, text } of kept)
  console.log(`${ms.toFixed(1)} ms  ${family}, ${memory}\n    ${JSON.stringify(text)}`);

function consider(drawn, family) {
  const text = drawn.slice(0, LONGEST);
  tried++;
  const { ms, memory } = measureAll(text);
  const least = kept.length < KEPT ? 0 : kept[KEPT - 1].ms;
  if (ms <= least) return;
  const checked = median(Array.from({ length: CHECKS }, () => measure(text, memory)));
  if (checked <= least) return;
  kept = [...kept.filter((found) => found.text !== text), { ms: checked, family, memory, text }]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, KEPT);
}

/** The slower of a first turn and of a turn after a list of everything. */
function measureAll(text) {
  return Object.keys(memories)
    .map((memory) => ({ memory, ms: measure(text, memory) }))
    .reduce((slower, other) => (other.ms > slower.ms ? other : slower));
}

function measure(text, memory) {
  const before = performance.now();
  turn(text, memories[memory], knowledge);
  return performance.now() - before;
}

/** A stretch of the text gives way to a piece of another. */
function changed(text, piece, random) {
  const from = random.below(text.length + 1);
  const to = from + random.below(80);
  const at = random.below(piece.length + 1);
  return text.slice(0, from) + piece.slice(at, at + random.below(80)) + text.slice(to);
}

/** What people and mischief may send: each family costs in another way. */
function createFamilies() {
  const words = [...new Set(JSON.stringify(records.projects).match(/\p{L}{5,}/gu) ?? [])];
  const names = records.projects.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const phrases = [
    ...names,
    ...records.themes.flatMap(({ label, synonyms }) => [label.fr, label.en, ...synonyms.fr, ...synonyms.en]),
    ...records.organisations.flatMap(({ name, acronyms, nicknames }) => [name.fr, ...acronyms, ...nicknames]),
    ...records.territories.map(({ name }) => name.fr),
  ];
  const word = fc.constantFrom(...words);
  const typo = fc.tuple(word, fc.integer()).map(([text, seed]) => mistypeWord(text.toLowerCase(), createRandom(seed)));
  const twice = fc.tuple(typo, fc.integer()).map(([text, seed]) => mistypeWord(text, createRandom(seed)));
  const glued = fc.tuple(word, word).map(([a, b]) => a.toLowerCase() + b.toLowerCase());
  const separator = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' et ', ' ou ', ' ? ', "'", '-');
  const sentence = (part, most = 90) =>
    fc.array(fc.tuple(part, separator), { minLength: 1, maxLength: most }).map((parts) => parts.flat().join(''));
  const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéè');
  return {
    'random unicode': fc.string({ unit: 'binary', maxLength: LONGEST }),
    'random graphemes': fc.string({ unit: 'grapheme', maxLength: LONGEST }),
    'one word again and again': fc.oneof(word, typo).map((text) => `${text} `.repeat(LONGEST / 6)),
    'long tokens': sentence(fc.string({ unit: letters, minLength: 20, maxLength: 120 }), 20),
    'invented words': sentence(fc.string({ unit: letters, minLength: 5, maxLength: 14 })),
    'words of the data': sentence(word),
    'near misses': sentence(typo),
    'words with two typos': sentence(twice),
    'words run together': sentence(glued, 40),
    'names and themes': sentence(fc.constantFrom(...phrases), 40),
    'questions end to end': sentence(fc.constantFrom(...ASKED.flatMap(({ turns }) => turns)), 20),
    mixture: sentence(fc.oneof(word, typo, twice, glued, fc.constantFrom(...phrases)), 70),
  };
}
