import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { say } from '../scripts/prepare/say.mjs';
import { prepareOrExit } from '../scripts/prepare.mjs';
import { built, createKnowledgeBase } from './brain.mjs';
import { documentsOf } from './engines.mjs';
import { generateRecords } from './generate.mjs';
import { summarise } from './statistics.mjs';

/**
 * `node bench/search-box.mjs [--sizes 66,1000,10000]`: names typed letter by letter, and described projects, in Teams' search box. Ours, whole
 * (25 cards made) and the finding alone, beside MiniSearch's prefix search over the same records with our folding and weights.
 */
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '66,1000,10000' } } });
/** Names typed at each size, spread over the base. */
const NAMES = 60;
const ROUNDS = 3;
const LETTERS = [2, 3, 4, 6];
const DESCRIBED = [
  'piscines non déclarées',
  'économies de Mentor',
  'logement',
  'quels projets concernent la justice ?',
  'les 5 projets les plus chers',
  'dosierfacile',
  'prisons',
  'projets en Bourgogne',
];

const ADDRESSES = { project: (id) => `https://assistant.example/projets/${id}` };

await prepareOrExit();
const { createProjectFinder } = built('src/core/find-projects.js');
const { createSearchProjects } = built('dialogs/invokes/search-projects.js');
const { shortName } = built('dialogs/text/project-text.js');
const { fold } = built('src/core/language/fold.js');

say(`Node ${process.versions.node}, ${cpus()[0].model}, charge ${loadavg()[0].toFixed(1)}`);
for (const size of values.sizes.split(',').map(Number)) await measure(size);

async function measure(size) {
  const records = generateRecords(size);
  const knowledge = createKnowledgeBase(records);
  const buildStart = performance.now();
  const finder = createProjectFinder(knowledge);
  const buildMs = performance.now() - buildStart;
  const invoke = createSearchProjects({ knowledge, finder, addressesFor: () => ADDRESSES });
  const mini = miniSearch(records);
  const named = namesOf(records.projects);
  const typed = [...named.flatMap(({ name }) => beginningsOf(name)), ...DESCRIBED];

  const ways = {
    'ours, whole answer': (q) => invoke.respond({ activity: { locale: 'fr-FR' } }, queryOf(q)),
    'ours, finding alone': (q) => finder.find(q, 'fr'),
    'MiniSearch, prefix': (q) => mini(q),
  };
  say(`\n${size} projects; finder built in ${buildMs.toFixed(0)} ms; ${typed.length} searches × ${ROUNDS}`);
  for (const ask of Object.values(ways)) for (const q of typed) await ask(q);
  for (const [label, ask] of Object.entries(ways)) {
    const times = [];
    for (let round = 0; round < ROUNDS; round++)
      for (const q of typed) {
        const start = performance.now();
        await ask(q);
        times.push(performance.now() - start);
      }
    const { p50, p95, p99 } = summarise(times);
    say(
      `  ${label.padEnd(20)} p50 ${p50.toFixed(2)}  p95 ${p95.toFixed(2)}  p99 ${p99.toFixed(2)}  worst ${Math.max(...times).toFixed(1)} ms`,
    );
  }
  for (const letters of LETTERS) {
    const share = (find) => {
      const places = named.map(({ id, name }) => find(name.slice(0, letters)).indexOf(id));
      const upTo = (most) => (places.filter((place) => place >= 0 && place < most).length / places.length).toFixed(2);
      return `first ${upTo(1)}, among five ${upTo(5)}`;
    };
    say(`  after ${letters} letters: ours ${share((q) => finder.find(q, 'fr'))}; MiniSearch ${share(mini)}`);
  }
}

function queryOf(q) {
  return { commandId: 'chercher', parameters: [{ name: 'q', value: q }], queryOptions: { skip: 0, count: 25 } };
}

/** The names that people use, of projects spread over the base. */
function namesOf(projects) {
  const step = Math.max(1, Math.floor(projects.length / NAMES));
  return projects.filter((_, at) => at % step === 0).map((project) => ({ id: project.id, name: shortName(project) }));
}

function beginningsOf(name) {
  return Array.from({ length: Math.min(12, name.length) }, (_, at) => name.slice(0, at + 1));
}

function miniSearch(records) {
  const index = new MiniSearch({
    fields: ['name', 'otherNames', 'wordings', 'themes', 'publics', 'summaryFr', 'summaryEn', 'bodies', 'status'],
    processTerm: fold,
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { name: 4, otherNames: 4, wordings: 3 } },
  });
  index.addAll(documentsOf(records));
  return (text) => index.search(text).map(({ id }) => id);
}
