import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareOrExit, ROOT } from '../scripts/prepare.mjs';
import { decisionReader, digest, isTold, labelledFiles, readCases, UNLABELLED } from './cases.mjs';
import { exampleMaker } from './examples.mjs';
import { learnAll } from './learn-apart.mjs';
import { blank, pack } from './pack.mjs';
import { weighJudges } from './rank.mjs';

/**
 * `npm run train`: learns from the questions of test/questions how messages are understood, and writes data/weights.json. The same questions and
 * code give the same weights. Prints what a new writer would get, by leaving each third of the writers out in turn; `--failures FILE` writes down
 * what goes wrong there.
 */

const started = Date.now();
await prepareOrExit();
const core = loadCore();
const { INTENTS, REFERENCES, FIELDS, ROLES, CONDITIONS, SCOPES, COMPARISONS, DIRECTIONS, VERDICTS } = core;
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
  check: [{ name: 'verdict', classes: VERDICTS, picks: 'one' }],
};
/** Set on the folds: less left out learns the writers, not the language; one network of as many units is right a point less often. */
const DECISION = { hidden: 60, networks: 3, epochs: 16, leastCount: 6, withoutFeatures: 0.5, withoutUnits: 0.2 };
/** Enough to label with, before the real training. */
const DECISION_FIRST = { hidden: 48, epochs: 6, withoutFeatures: 0.3, withoutUnits: 0.2 };
const SUBJECT = { hidden: 48, epochs: 10, withoutFeatures: 0.4, withoutUnits: 0.1 };
const CHECK = { hidden: 32, networks: 3, epochs: 8, withoutFeatures: 0.5, withoutUnits: 0.2 };
const SLOTS = ['role', 'condition', 'scope', 'comparison', 'direction'];
const FOLDS = 3;

const bare = await core.loadKnowledgeWith(blankWeights());
HEADS.subject = [
  { name: 'fact', classes: bare.facts.map(({ id }) => id), picks: 'one' },
  { name: 'project', classes: bare.projects.map(({ id }) => id), picks: 'one' },
];
const examples = exampleMaker(core);
const readDecision = decisionReader(core);
const labelled = readCases(labelledFiles(), { readDecision });
const judging = labelled.filter((entry) => !isTold(entry));
say(`${labelled.length} conversations de ${countWriters(labelled)} personnes`);

// First with models that know nothing, then with what these gave: the slots that people meant show in the answers they expected.
const judgesBefore = judgesOf([examples.rankings(judging, bare)]);
const first = await models(examples.decisions(labelled, bare), examples.slots(labelled, bare), DECISION_FIRST);
const taught = withModels(first);
const unlabelled = readCases(UNLABELLED, { readDecision }).filter(isLabelledBy(examples.candidates, taught));
say(`${unlabelled.length} conversations plus anciennes, dont la décision a été trouvée par la réponse attendue`);
const all = [...labelled, ...unlabelled];
const ofDecisions = [
  ...examples.decisions(all, taught),
  ...examples.wordings(taught),
  ...examples.pairs(taught, grammars()),
];
const ofSlots = examples.slots(all, taught);
say(`${ofDecisions.length} messages, ${ofSlots.role.length} mentions`);

// What each third of the writers gets from what the others taught, for the judges, the check and the figures.
const writers = [...new Set(labelled.map(({ writer }) => writer))].sort();
const foldOf = new Map(writers.map((writer, index) => [writer, index % FOLDS]));
const eachFold = [...Array(FOLDS).keys()];
const inFold = (list, fold) => list.filter(({ writer }) => foldOf.get(writer) === fold);
const outOfFold = (list, fold) => list.filter(({ writer }) => foldOf.get(writer) !== fold);
const ofSubjects = examples.subjects(
  all.filter((entry) => !isTold(entry)),
  taught,
);
const decisionTask = (list) => ({ examples: list, heads: HEADS.decision, options: DECISION });
const subjectTask = (list) => ({ examples: list, heads: HEADS.subject, options: SUBJECT });
const learned = await learnAll([
  decisionTask(ofDecisions),
  ...eachFold.map((fold) => decisionTask(outOfFold(ofDecisions, fold))),
  subjectTask(ofSubjects),
  ...eachFold.map((fold) => subjectTask(outOfFold(ofSubjects, fold))),
  ...SLOTS.map((name) => ({ examples: ofSlots[name], heads: HEADS[name] })),
]);
const [decision, ...decisionOf] = learned.splice(0, FOLDS + 1);
const [subject, ...subjectOf] = learned.splice(0, FOLDS + 1);
const slotNets = Object.fromEntries(SLOTS.map((name, index) => [name, learned[index]]));
// The judges are weighed as they judge people whom the classifier of subjects has not met.
const judges = judgesOf(
  eachFold.map((fold) =>
    examples.rankings(
      inFold(judging, fold),
      withModels(weightsOf({ ...slotNets, decision: decisionOf[fold], subject: subjectOf[fold] }, judgesBefore)),
    ),
  ),
);
const judged = eachFold.flatMap((fold) =>
  examples
    .candidates(
      inFold(judging, fold),
      withModels(weightsOf({ ...slotNets, decision: decisionOf[fold], subject: subjectOf[fold] }, judges)),
    )
    .map((entry) => ({ ...entry, fold })),
);
const [check, ...checks] = await learnAll(
  [null, ...eachFold].map((fold) => ({
    examples: judged.filter((entry) => entry.fold !== fold).flatMap(({ candidates }) => candidates),
    heads: HEADS.check,
    options: CHECK,
  })),
);
writeFailures(judged);
report(
  judged,
  checks.map((net) => core.createClassifier(pack(net))),
);
writeFileSync(
  join('data', 'weights.json'),
  `${JSON.stringify({ ...weightsOf({ ...slotNets, decision, subject, check }, judges), trainedOn: digest() })}\n`,
);
say('data/weights.json est écrit');

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
function writeFailures(entries) {
  const at = process.argv.indexOf('--failures');
  if (at < 0) return;
  const lines = entries
    .filter(({ candidates }) => candidates[0]?.isRight !== true)
    .map(({ entry, candidates }) => {
      const shown = ({ decision, isRight }) =>
        `${isRight ? '+' : '-'}${decision.intent}@${decision.reference}[${decision.fields}] ${decision.probability.toFixed(2)}`;
      const wanted = entry.decisions.at(-1);
      return `${entry.id} [${entry.tags}] ${JSON.stringify(entry.turns)}\n   attendu ${JSON.stringify(entry.expect)} ${wanted ? `${wanted.intent}@${wanted.reference}[${wanted.fields}]` : ''}\n   lu ${candidates.map(shown).join(' | ')} → ${JSON.stringify(candidates[0]?.question ?? null)}`;
    });
  writeFileSync(process.argv[at + 1], `${lines.join('\n')}\n`);
}

/** Keeps, of a conversation without decisions, those of which one reading gives the answer expected; and notes it as the decision. Which act an emoji is no answer tells. */
function isLabelledBy(candidatesOf, knowledge) {
  return (entry) => {
    const [{ candidates }] = candidatesOf([entry], knowledge);
    const right = /\p{L}/u.test(entry.turns.at(-1)) ? candidates.find(({ isRight }) => isRight) : undefined;
    if (right) entry.decisions[entry.turns.length - 1] = right.decision;
    return right !== undefined;
  };
}

async function models(decisions, slotExamples, options) {
  const [ofDecision, ...ofSlotModels] = await learnAll([
    { examples: decisions, heads: HEADS.decision, options },
    ...SLOTS.map((name) => ({ examples: slotExamples[name], heads: HEADS[name] })),
  ]);
  return weightsOf(
    { decision: ofDecision, ...Object.fromEntries(SLOTS.map((name, index) => [name, ofSlotModels[index]])) },
    judgesBefore,
  );
}

function judgesOf(rankings) {
  const groups = (name) => rankings.flatMap((found) => found[name].map(({ group }) => group));
  return {
    facts: weighJudges(groups('facts'), core.FACT_JUDGES.length),
    records: weighJudges(groups('records'), core.RECORD_JUDGES.length),
  };
}

function weightsOf(nets, ofJudges) {
  return {
    ...blankWeights(),
    ...Object.fromEntries(Object.entries(nets).map(([name, net]) => [name, pack(net)])),
    ...ofJudges,
  };
}

function withModels(weights) {
  return { ...bare, models: core.createModels(weights) };
}

function blankWeights() {
  return { ...blank(), facts: core.FACT_JUDGES.map(() => 1), records: core.RECORD_JUDGES.map(() => 1) };
}

function countWriters(cases) {
  return new Set(cases.map(({ writer }) => writer)).size;
}

function say(what) {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${what}`);
}

/** The phrases by which fields are asked, with the words that join two of them. */
function grammars() {
  const of = (locale, words) => ({
    ...words,
    fields: JSON.parse(readFileSync(join('data', 'grammar', `${locale}.json`), 'utf8')).fields,
  });
  return [of('fr', { and: 'et', of: 'de' }), of('en', { and: 'and', of: 'of' })];
}

/** The compiled project, by what the training asks of it. */
function loadCore() {
  // By names made here, since what is compiled is no file of the project.
  const compiled = createRequire(join(ROOT, 'dist', 'train.js'));
  const [core, { answerText }] = ['src/core/training.js', 'dialogs/text/answer-text.js'].map((name) =>
    compiled(`./${name}`),
  );
  return {
    ...core,
    answerText,
    loadKnowledgeWith: (weights) => {
      const texts = Object.fromEntries(
        core.DATA_FILE_NAMES.map((name) => [
          name,
          name === 'weights.json' ? JSON.stringify(weights) : readFileSync(join('data', name), 'utf8'),
        ]),
      );
      const parsed = core.parseRecords(texts);
      if (!('records' in parsed))
        throw new Error(`data/ ne se lit pas : ${JSON.stringify(parsed.problems.slice(0, 3))}`);
      return core.createKnowledgeBase(parsed.records);
    },
  };
}
