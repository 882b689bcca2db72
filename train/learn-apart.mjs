import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { featuresWorthARow, learnTogether } from './learn.mjs';

/** A feature of fewer examples tells nothing that lasts, unless a task says otherwise. */
const LEAST_COUNT = 3;

if (!isMainThread)
  parentPort.on('message', ({ at, examples, features, heads, options = {} }) => {
    parentPort.postMessage({ at, net: learnTogether(examples, features, heads, options) });
  });

/**
 * Learns several models at once, each on a core of its own.
 *
 * @param tasks `{ examples: [{ features, targets }], heads, options }`
 * @returns for each `{ names, heads, hidden, inputs, biases, outputs }`, in their order
 */
export async function learnAll(tasks) {
  const queue = tasks.map(({ examples, heads, options }, at) => {
    const names = featuresWorthARow(
      examples.map(({ features }) => features),
      options?.leastCount ?? LEAST_COUNT,
    );
    const rowOf = new Map(names.map((name, row) => [name, row]));
    const rows = examples.map(({ features, targets }) => ({
      rows: features.flatMap((name) => rowOf.get(name) ?? []),
      targets,
    }));
    return { at, names, heads, task: { at, examples: rows, features: names.length, heads, options } };
  });
  const found = [];
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), queue.length) }, async () => {
      const worker = new Worker(new URL(import.meta.url));
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { at, names, heads, task } = next;
        worker.postMessage(task);
        const [{ net }] = await once(worker, 'message');
        found[at] = { names, heads, ...net };
      }
      await worker.terminate();
    }),
  );
  return found;
}
