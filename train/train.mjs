import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTold, quotesOf, readCases } from './cases.mjs';
import { blankWeights, core, knowledgeWith } from './core.mjs';
import { digest, taughtFiles } from './digest.mjs';
import { featuresWorthARow, together } from './learn.mjs';
import { pack } from './pack.mjs';
import { createPool } from './pool.mjs';
import { weighJudges } from './rank.mjs';

const { INTENTS, REFERENCES, FIELDS, ROLES, CONDITIONS, SCOPES, COMPARISONS, DIRECTIONS, VERDICTS } = core;
const { facts, projects } = knowledgeWith({});
const idsOf = (records) => records.map(({ id }) => id);
const HEADS = {
  decision: [
    { name: 'intent', classes: INTENTS, picks: 'one' },
    { name: 'reference', classes: REFERENCES, picks: 'one' },
    { name: 'field', classes: FIELDS, picks: 'each' },
  ],
  role: [{ name: 'role', classes: ROLES, picks: 'one' }],
  condition: [{ name: 'condition', classes: CONDITIONS, picks: 'one' }],
  scope: [{ name: 'scope', classes: SCOPES, picks: 'one' }],
  comparison: [{ name: 'comparison', classes: COMPARISONS, picks: 'one' }],
  direction: [{ name: 'direction', classes: DIRECTIONS, picks: 'one' }],
  subject: [
    { name: 'fact', classes: idsOf(facts), picks: 'one' },
    { name: 'project', classes: idsOf(projects), picks: 'one' },
  ],
  check: [{ name: 'verdict', classes: VERDICTS, picks: 'one' }],
};
/** Set on the folds: less left out learns the writers, not the language; one network of as many units is right a point less often. */
const DECISION = { hidden: 60, networks: 3, epochs: 16, leastCount: 6, withoutFeatures: 0.5, withoutUnits: 0.2 };
const SUBJECT = { hidden: 48, networks: 3, epochs: 10, withoutFeatures: 0.4, withoutUnits: 0.1 };
const CHECK = { hidden: 32, networks: 3, epochs: 8, withoutFeatures: 0.5, withoutUnits: 0.2 };
const SLOTS = ['role', 'condition', 'scope', 'comparison', 'direction'];
/** A feature of fewer examples tells nothing that lasts, unless a model says otherwise. */
const LEAST_COUNT = 3;
const FOLDS = 3;
/** One conversation in so many is read with models that know nothing yet: enough for what the next reading corrects. */
const FIRST = 3;
/** Conversations are read by so many at once: the same parts on any machine, since they are read in an order. */
const PART = 1000;

/**
 * Learns the models and writes data/weights.json: the same questions and code give the same weights. Prints what a new writer would get, by leaving
 * each third of the writers out in turn; what goes wrong there is written to the file `failures`.
 */
export async function train({ failures }) {
  const started = Date.now();
  const say = (what) => console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${what}`);
  const pool = createPool();
  const cases = readCases(taughtFiles());
  const writers = [...new Set(cases.flatMap(({ writer }) => writer ?? []))].sort();
  say(`${cases.length} conversations, dont ${writers.length} personnes pour juger`);

  // First with models that know nothing, then with what these gave: the slots that people meant show in the answers they expected.
  const before = await turns(
    cases.filter(({ writer }, at) => writer !== null && at % FIRST === 0),
    blankWeights(),
    ['slots', 'rankings'],
  );
  const judgesBefore = judgesOf(before);
  const slotsBefore = await learnAll(SLOTS.map((name) => taskOf(name, before[name])));
  say('premières mentions');
  const weights = weightsOf(slotNets(slotsBefore), judgesBefore);
  const [taught, [written]] = await Promise.all([
    turns(cases, weights, ['decisions', 'slots', 'subjects']),
    pool.do([{ name: 'written', weights, grammars: grammars() }]),
  ]);
  const decisions = [...taught.decisions, ...written.decisions];
  const subjects = [...written.subjects, ...taught.subjects];
  say(`${decisions.length} messages, ${taught.role.length} mentions`);

  // What each third of the writers gets from what the others taught, for the judges, the check and the figures.
  const foldOf = new Map(writers.map((writer, index) => [writer, index % FOLDS]));
  const folds = [...Array(FOLDS).keys()];
  const outOf = (list, fold) => list.filter(({ writer }) => foldOf.get(writer) !== fold);
  const asked = folds.map((fold) => cases.filter((entry) => foldOf.get(entry.writer) === fold && !isTold(entry)));
  const nets = await learnAll([
    ...[null, ...folds].map((fold) => taskOf('decision', outOf(decisions, fold), DECISION)),
    ...[null, ...folds].map((fold) => taskOf('subject', outOf(subjects, fold), SUBJECT)),
    ...SLOTS.map((name) => taskOf(name, taught[name])),
  ]);
  const [decision, ...decisionOf] = nets.splice(0, FOLDS + 1);
  const [subject, ...subjectOf] = nets.splice(0, FOLDS + 1);
  const slots = slotNets(nets);
  say('décisions et sujets');
  const ofFold = (fold, judges) =>
    weightsOf({ ...slots, decision: decisionOf[fold], subject: subjectOf[fold] }, judges);
  // The judges are weighed as they judge people whom the classifier of subjects has not met.
  const quotes = quotesOf(projects);
  const ranked = await Promise.all(
    folds.map((fold) => {
      const quoted = quotes.filter((_, at) => at % FOLDS === fold);
      return turns([...asked[fold], ...quoted], ofFold(fold, judgesBefore), ['rankings']);
    }),
  );
  const judges = judgesOf(merged(ranked));
  const judged = (
    await Promise.all(
      folds.map(async (fold) => {
        const found = await inParts(asked[fold], { name: 'candidates', weights: ofFold(fold, judges) });
        return found.flat().map((ways, at) => ({ ...ways, entry: asked[fold][at], fold }));
      }),
    )
  ).flat();
  say('réponses des parts');
  const [check, ...checks] = await learnAll(
    [null, ...folds].map((fold) =>
      taskOf(
        'check',
        judged.filter((entry) => entry.fold !== fold).flatMap(({ candidates }) => candidates),
        CHECK,
      ),
    ),
  );
  await pool.close();
  if (failures !== null) writeFailures(judged, failures);
  report(
    judged,
    checks.map((net) => core.createClassifier(pack(net))),
  );
  const learned = { ...weightsOf({ ...slots, decision, subject, check }, judges), trainedOn: digest() };
  writeFileSync(join('data', 'weights.json'), `${JSON.stringify(learned)}\n`);
  say('data/weights.json est écrit');

  async function turns(entries, models, wanted) {
    return merged(await inParts(entries, { name: 'turns', weights: models, wanted }));
  }

  function inParts(entries, job) {
    const parts = Array.from({ length: Math.ceil(entries.length / PART) }, (_, at) =>
      entries.slice(at * PART, (at + 1) * PART),
    );
    return pool.do(parts.map((part) => ({ ...job, cases: part })));
  }

  /** For each task `{ names, heads, hidden, inputs, biases, outputs }`, in their order. */
  async function learnAll(tasks) {
    const nets = await pool.do(tasks.flatMap(({ jobs }) => jobs));
    return tasks.map(({ names, heads, jobs }) => ({
      names,
      heads,
      ...together(nets.splice(0, jobs.length), names.length),
    }));
  }
}

/** A model to be learned, as a job for each of its networks, which differ by their seed alone. */
function taskOf(name, examples, { networks = 1, leastCount = LEAST_COUNT, ...options } = {}) {
  const names = featuresWorthARow(
    examples.map(({ features }) => features),
    leastCount,
  );
  const rowOf = new Map(names.map((feature, row) => [feature, row]));
  const told = examples.map(({ features }) => features.flatMap((feature) => rowOf.get(feature) ?? []));
  const starts = new Int32Array(told.length + 1);
  told.forEach((rows, at) => (starts[at + 1] = starts[at] + rows.length));
  const rows = Int32Array.from(told.flat());
  const targets = examples.map((example) => example.targets);
  const heads = HEADS[name];
  const jobs = Array.from({ length: networks }, (_, at) => ({
    ...{ name: 'learn', examples: { starts, rows, targets }, features: names.length, heads },
    options: { ...options, seed: at + 1 },
  }));
  return { names, heads, jobs };
}

const slotNets = (nets) => Object.fromEntries(SLOTS.map((name, index) => [name, nets[index]]));

/** Of several parts, what each kind of example found, in their order. */
function merged(parts) {
  return Object.fromEntries(Object.keys(parts[0]).map((kind) => [kind, parts.flatMap((part) => part[kind])]));
}

function judgesOf({ facts, records }) {
  const groups = (found) => found.map(({ group }) => group);
  return {
    facts: weighJudges(groups(facts), core.FACT_WEIGHTS),
    records: weighJudges(groups(records), core.RECORD_JUDGES.length),
  };
}

function weightsOf(nets, judges) {
  const packed = Object.fromEntries(Object.entries(nets).map(([name, net]) => [name, pack(net)]));
  return { ...blankWeights(), ...packed, ...judges };
}

/** What the folds would have answered, by family, and the share answered against the share right as the bound on confidence rises. */
function report(entries, judgesOfFolds) {
  const answered = entries.map(({ entry, candidates, fold }) => {
    const [best] = candidates
      .map((candidate) => ({
        ...candidate,
        confidence: judgesOfFolds[fold].judge(candidate.features).get('verdict').get('right'),
      }))
      .sort((a, b) => core.weightOf(b) - core.weightOf(a));
    return {
      entry,
      confidence: best?.confidence ?? 0,
      isRight: best?.isRight ?? false,
      asks: ['unknown', 'clarify'].includes(best?.kind ?? 'unknown'),
    };
  });
  const share = (list, isCounted) => `${((100 * list.filter(isCounted).length) / list.length).toFixed(1)} %`;
  const line = (name, list) =>
    `${name.padEnd(14)} ${share(list, ({ isRight }) => isRight).padStart(7)} justes ${share(list, ({ isRight, asks }) => !isRight && !asks).padStart(7)} faux  de ${String(list.length)}`;
  console.log(`\nPersonnes jamais rencontrées (${FOLDS} parts, par personne) :\n${line('ensemble', answered)}`);
  for (const family of [...new Set(answered.map(({ entry }) => entry.tags[0]))])
    console.log(
      line(
        family,
        answered.filter(({ entry }) => entry.tags[0] === family),
      ),
    );
  console.log('\nSeuil de confiance : répondu, juste (de tout), faux (de tout)');
  for (const bound of [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
    const told = ({ confidence }) => confidence >= bound;
    console.log(
      `  ${bound.toFixed(1)}  ${share(answered, told)}  ${share(answered, (one) => told(one) && one.isRight)}  ${share(answered, (one) => told(one) && !one.isRight && !one.asks)}`,
    );
  }
}

/** What is not answered right, with what was decided and what should have been. */
function writeFailures(entries, file) {
  const lines = entries
    .filter(({ candidates }) => candidates[0]?.isRight !== true)
    .map(({ entry, candidates }) => {
      const shown = ({ decision, isRight }) =>
        `${isRight ? '+' : '-'}${decision.intent}@${decision.reference}[${decision.fields}] ${decision.probability.toFixed(2)}`;
      const { decision: wanted } = entry.decisions.at(-1);
      return `${entry.id} [${entry.tags}] ${JSON.stringify(entry.turns)}\n   attendu ${JSON.stringify(entry.expect)} ${wanted ? `${wanted.intent}@${wanted.reference}[${wanted.fields}]` : ''}\n   lu ${candidates.map(shown).join(' | ')} → ${JSON.stringify(candidates[0]?.question ?? null)}`;
    });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** The phrases by which fields are asked, with the words that join two of them. */
function grammars() {
  const of = (locale, words) => ({
    ...words,
    fields: JSON.parse(readFileSync(join('data', 'grammar', `${locale}.json`), 'utf8')).fields,
  });
  return [of('fr', { and: 'et', of: 'de' }), of('en', { and: 'and', of: 'of' })];
}
