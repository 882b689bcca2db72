import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';
import { core, knowledgeWith } from './core.mjs';
import { answerOf, candidates, isWordless, read } from './examples.mjs';
import { meets } from './judge.mjs';

const { answerText, compose, EMPTY_MEMORY, FIELDS, INTENTS, REFERENCES, respond } = core;
const knowledge = knowledgeWith(JSON.parse(readFileSync(join(ROOT, 'data', 'weights.json'), 'utf8')));

/**
 * Notes beside each question of a set the decisions that the assistant takes, where one of its readings of the last message gives the answer expected;
 * those of the turns before are assumed ("~"), wherever nobody noted them. What it never answers right stays without, and is not taught.
 */
export function label(file) {
  const labelled = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => {
      if (line.trim() === '') return line;
      const { decisions, ...entry } = JSON.parse(line);
      const last = decisions === undefined ? rightOne(entry) : decisions.at(-1);
      const isWhole = decisions?.slice(0, -1).includes(null) === false;
      if (last === null || isWhole) return line;
      const before = entry.turns.slice(0, -1).map((_, at) => decisions?.[at] ?? assumed(entry, at));
      const noted = [...before, last].map((decision) => JSON.stringify(decision)).join(', ');
      return line.replace(/(, "decisions": \[.*\])?\}\s*$/, () => `, "decisions": [${noted}]}`);
    });
  writeFileSync(file, labelled.join('\n'));
}

/** Null where no reading is right, nor any of the likeliest others. Which act an emoji is no answer tells. */
function rightOne(entry) {
  if (!/\p{L}/u.test(entry.turns.at(-1))) return null;
  const [{ candidates: ways }] = candidates([entry], knowledge);
  const right = ways.find(({ isRight }) => isRight)?.decision ?? rightAmongAll(entry);
  return right === null ? null : noteOf(right);
}

function assumed(entry, at) {
  const [{ candidates: ways }] = candidates([{ ...entry, turns: entry.turns.slice(0, at + 1) }], knowledge);
  const way = likeliest(ways);
  return way === undefined ? null : `~${noteOf(way.decision)}`;
}

function likeliest(ways) {
  const weighed = ways.map((way) => {
    const confidence = knowledge.models.check.judge(way.features).get('verdict').get('right');
    return { ...way, weight: core.weightOf({ ...way, confidence }) };
  });
  return weighed.sort((a, b) => b.weight - a.weight)[0];
}

/** As writers note it: see `readDecision`. */
function noteOf({ intent, reference, fields }) {
  const { isAct, isRefusal } = core;
  const noted = isAct(intent)
    ? `smalltalk :${intent}`
    : isRefusal(intent)
      ? `unknown :${intent}`
      : intent === 'rank'
        ? 'list sort'
        : ['fact', 'list', 'compare', 'programme'].includes(intent)
          ? intent
          : `aggregate ${intent}`;
  return [noted, fields.join(','), reference === 'alone' ? '' : `@${reference}`]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * The likeliest of all decisions, those that the models do not try among them, by which the last turn is answered as expected: what they would never have
 * learned. Null where none of the first that make a difference is: further down the right answer is given by chance.
 */
function rightAmongAll(entry) {
  let memory = EMPTY_MEMORY;
  for (const text of entry.turns.slice(0, -1))
    memory = respond({ text, locale: entry.locale }, memory, knowledge).memory;
  const text = entry.turns.at(-1).trim();
  if (text === '' || text.length > 500) return null;
  const { reading, said, features } = read(text, memory, knowledge);
  const tried = new Map();
  for (const decision of everyDecision(knowledge.models.decision.judge(features), [entry.expect.field].flat())) {
    if (decision.probability < LEAST_LIKELY) return null;
    const composed = compose(decision, said);
    if (composed === null) continue;
    const key = JSON.stringify([
      composed.question,
      decision.reference === 'explain' || decision.reference === 'sources',
    ]);
    if (!tried.has(key)) {
      if (tried.size === MOST_TRIED) return null;
      const { answer } = answerOf({ decision, composed }, reading, memory, entry.locale, knowledge);
      tried.set(
        key,
        meets(entry.expect, answer, () => answerText(answer, knowledge)),
      );
    }
    if (tried.get(key)) return decision;
  }
  return null;
}

/** The likeliest first; with no field, with each of the likeliest or wanted, with the two likeliest. */
function everyDecision(judgement, wanted) {
  const of = (head, name) => judgement.get(head).get(name);
  const likely = [...FIELDS].sort((a, b) => of('field', b) - of('field', a)).slice(0, FIELDS_WEIGHED);
  const some = [...new Set([...wanted.filter((field) => FIELDS.includes(field)), ...likely.slice(0, 3)])];
  const sets = [[], ...some.map((field) => [field]), likely.slice(0, 2)];
  const weighed = (fields) =>
    [...new Set([...likely, ...fields])].reduce((product, field) => {
      const asked = of('field', field);
      return product * (fields.includes(field) ? asked : 1 - asked);
    }, 1);
  return INTENTS.flatMap((intent) => {
    const probability = of('intent', intent);
    if (isWordless({ intent })) return [{ intent, reference: 'alone', fields: [], probability }];
    return REFERENCES.flatMap((reference) =>
      (intent === 'programme' ? [[]] : sets).map((fields) => ({
        ...{ intent, reference, fields },
        probability: probability * of('reference', reference) * (intent === 'programme' ? 1 : weighed(fields)),
      })),
    );
  }).sort((a, b) => b.probability - a.probability);
}

/** A decision less likely than this, or behind so many others, is right by chance. */
const LEAST_LIKELY = 3e-4;
const MOST_TRIED = 8;
const FIELDS_WEIGHED = 6;
