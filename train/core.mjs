import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';
import { blank } from './pack.mjs';

// By names made here, since what is compiled is no file of the project.
const compiled = createRequire(join(ROOT, 'dist', 'train.js'));
const at = (path) => compiled(`./${path}`);

/** The compiled project, by what the training asks of it. */
export const core = { ...at('src/core/training.js'), answerText: at('dialogs/text/answer-text.js').answerText };

/** The base of data/ with these models; what `weights` does not hold knows nothing. */
export function knowledgeWith(weights) {
  bare ??= load();
  return { ...bare, models: core.createModels({ ...blankWeights(), ...weights }) };
}

let bare = null;

function load() {
  const texts = Object.fromEntries(
    core.DATA_FILE_NAMES.map((name) => [
      name,
      name === 'weights.json' ? JSON.stringify(blankWeights()) : readFileSync(join(ROOT, 'data', name), 'utf8'),
    ]),
  );
  const parsed = core.parseRecords(texts);
  if (!('records' in parsed)) throw new Error(`data/ ne se lit pas : ${JSON.stringify(parsed.problems.slice(0, 3))}`);
  return core.createKnowledgeBase(parsed.records);
}

export function blankWeights() {
  return { ...blank(), facts: Array(core.FACT_WEIGHTS).fill(1), records: core.RECORD_JUDGES.map(() => 1) };
}
