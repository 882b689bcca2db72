import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataError, loadKnowledge } from '../../src/host/knowledge-files';
import { copyData } from './data-copy';
import { temporaryFolder } from './temporary-folder';

const root = temporaryFolder();
const weights = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync('data/weights.json', 'utf8')));
const network = z.looseObject({
  heads: z.array(z.looseObject({ name: z.string(), classes: z.array(z.string()) })),
  inputs: z.string(),
  outputs: z.string(),
  biases: z.array(z.number()),
});
const decision = network.parse(weights['decision']);
const scope = network.parse(weights['scope']);
const [intent, ...otherHeads] = decision.heads;

/** A copy of data/ of which the weights are these, or not there. */
function dataWith(changed: Readonly<Record<string, unknown>> | null): string {
  const folder = mkdtempSync(join(root, 'data-'));
  copyData(folder);
  const file = join(folder, 'weights.json');
  rmSync(file);
  if (changed !== null) writeFileSync(file, JSON.stringify(changed));
  return folder;
}

/** Bytes in base64 without the last of them. */
function oneLess(base64: string): string {
  return Buffer.from(base64, 'base64').subarray(0, -1).toString('base64');
}

it('starts on the weights that were learned', async () => {
  const { models } = await loadKnowledge(dataWith(weights));

  const judgement = models.decision.judge(['bias']);
  expect(decision.heads.map(({ name }) => judgement.get(name)?.size)).toEqual(
    decision.heads.map(({ classes }) => classes.length),
  );
});

describe('the start is refused, with file, place and remedy, on weights', () => {
  it.each<[string, Readonly<Record<string, unknown>> | null, RegExp]>([
    ['that are not there', null, /^\S+\/weights\.json : fichier introuvable \(remettez « weights\.json »/],
    [
      'without one of the networks',
      Object.fromEntries(Object.entries(weights).filter(([key]) => key !== 'role')),
      /^\S+\/weights\.json : role : champ absent \(ajoutez-le/,
    ],
    [
      'with a network that the program does not know',
      { ...weights, mood: weights['role'] },
      /^\S+\/weights\.json : mood : champ inconnu/,
    ],
    [
      'of which the digest is none',
      { ...weights, trainedOn: 'hier' },
      /^\S+\/weights\.json : trainedOn : valeur refusée : "hier" \(attendu : un SHA-256 .*npm run train/,
    ],
    [
      'that are no base64',
      { ...weights, decision: { ...decision, inputs: `${decision.inputs.slice(0, 9)}é${decision.inputs.slice(10)}` } },
      /^\S+\/weights\.json : decision\.inputs : valeur refusée : .*\(attendu : des octets en base64, .*npm run train/,
    ],
    [
      'with a feature that is no text',
      { ...weights, scope: { ...scope, features: [0] } },
      /^\S+\/weights\.json : scope\.features : valeur refusée : .*\(attendu : des textes, .*npm run train/,
    ],
    [
      'with a byte too few in what goes in',
      { ...weights, decision: { ...decision, inputs: oneLess(decision.inputs) } },
      /^\S+\/weights\.json : decision\.inputs : valeur refusée : .*\(attendu : \d+ octets, .*npm run train/,
    ],
    [
      'with a byte too few in what comes out',
      { ...weights, scope: { ...scope, outputs: oneLess(scope.outputs) } },
      /^\S+\/weights\.json : scope\.outputs : valeur refusée : .*\(attendu : \d+ octets, .*npm run train/,
    ],
    [
      'with a number too few beside them',
      { ...weights, decision: { ...decision, biases: decision.biases.slice(1) } },
      /^\S+\/weights\.json : decision\.biases : valeur refusée : .*\(attendu : \d+ nombres, .*npm run train/,
    ],
    [
      'for a class that the program does not know',
      {
        ...weights,
        decision: {
          ...decision,
          heads: [{ ...intent, classes: intent?.classes.with(0, 'sing') }, ...otherHeads],
        },
      },
      /^\S+\/weights\.json : decision\.heads\[0\]\.classes : valeur refusée : \["sing".*\(attendu : fact, list, .*npm run train/,
    ],
    [
      'for a decision that the program does not take',
      { ...weights, decision: { ...decision, heads: [{ ...intent, name: 'mood' }, ...otherHeads] } },
      /^\S+\/weights\.json : decision\.heads\[0\]\.name : valeur refusée : "mood" \(attendu : intent, reference, field, .*npm run train/,
    ],
  ])('%s', async (_what, changed, message) => {
    const start = loadKnowledge(dataWith(changed));

    await expect(start).rejects.toThrow(DataError);
    await expect(start).rejects.toThrow(message);
  });
});
