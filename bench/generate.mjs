import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInventor } from './invented/invent.mjs';
import { createRandom } from './random.mjs';

const DATA = fileURLToPath(new URL('../data/', import.meta.url));
const SEED = 20180620; // the day of the first winners; any number does

/**
 * The real records with as many invented projects as make `size` of them. The same seed gives the same records, and a smaller base is the
 * beginning of a greater one.
 */
export function generateRecords(size, seed = SEED) {
  const real = readRealRecords();
  const projects = real.projects.slice(0, size);
  if (size > projects.length) {
    const invent = createInventor(real, createRandom(seed));
    while (projects.length < size) projects.push(invent());
  }
  return { ...real, projects };
}

/** The texts of data files that hold these records, for `parseRecords`. */
export function asFiles(records) {
  const { projects, facts, calls, themes, organisations, territories, beneficiaries, grammar, weights } = records;
  const meta = {
    ...{ title: 'Banc d’essai', language: ['fr', 'en'], units: 'M€', nullMeaning: 'inconnu', method: 'inventé' },
    compiled: null,
  };
  return {
    'projects.json': JSON.stringify({ meta, projects }),
    'programme.json': JSON.stringify({ meta, facts }),
    'calls.json': JSON.stringify({ calls }),
    'themes.json': JSON.stringify({ themes }),
    'organisations.json': JSON.stringify({ organisations }),
    'territories.json': JSON.stringify({ territories }),
    'beneficiaries.json': JSON.stringify({ beneficiaries }),
    'grammar/fr.json': JSON.stringify(grammar.fr),
    'grammar/en.json': JSON.stringify(grammar.en),
    'weights.json': JSON.stringify(weights),
  };
}

/** The words of the grammar, which no generated base changes. */
export function readGrammar() {
  return { fr: read('grammar/fr.json'), en: read('grammar/en.json') };
}

function read(file) {
  return JSON.parse(readFileSync(join(DATA, file), 'utf8'));
}

function readRealRecords() {
  return {
    projects: read('projects.json').projects,
    facts: read('programme.json').facts,
    calls: read('calls.json').calls,
    themes: read('themes.json').themes,
    organisations: read('organisations.json').organisations,
    territories: read('territories.json').territories,
    beneficiaries: read('beneficiaries.json').beneficiaries,
    grammar: readGrammar(),
    // What was learned from questions on the real base: an invented one is understood by the same.
    weights: read('weights.json'),
  };
}

/** `node bench/generate.mjs SIZE [SEED]` prints the data files, as JSON under their names. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [size = '100', seed = String(SEED)] = process.argv.slice(2);
  console.log(JSON.stringify(asFiles(generateRecords(Number(size), Number(seed)))));
}
