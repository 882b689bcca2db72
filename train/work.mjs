import { parentPort } from 'node:worker_threads';
import { knowledgeWith } from './core.mjs';
import { candidates, turns, written } from './examples.mjs';
import { learn } from './learn.mjs';

/** What a worker does, by name; `weights` are the models that messages are read with. */
const JOBS = {
  learn: ({ examples, features, heads, options }) => learn(examples, features, heads, options),
  turns: ({ cases, weights, wanted }) => turns(cases, knowledgeWith(weights), wanted),
  written: ({ weights, grammars }) => written(knowledgeWith(weights), grammars),
  candidates: ({ cases, weights }) => candidates(cases, knowledgeWith(weights)),
};

parentPort.on('message', (job) => parentPort.postMessage(JOBS[job.name](job)));
