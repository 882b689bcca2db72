import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';
import { core, knowledgeWith } from './core.mjs';
import { candidates } from './examples.mjs';

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

/** Null where no reading is right. Which act an emoji is no answer tells. */
function rightOne(entry) {
  const [{ candidates: ways }] = candidates([entry], knowledge);
  const right = /\p{L}/u.test(entry.turns.at(-1)) ? ways.find(({ isRight }) => isRight) : undefined;
  return right === undefined ? null : noteOf(right.decision);
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
