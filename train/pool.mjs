import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Workers of train/work.mjs, one a core, which do jobs `{ name, ... }` side by side. */
export function createPool() {
  const idle = Array.from({ length: availableParallelism() }, () => new Worker(new URL('./work.mjs', import.meta.url)));
  const waiting = [];
  return {
    /** The results of the jobs, in their order, whoever did them. */
    do: (jobs) => Promise.all(jobs.map((job) => new Promise((done) => begin({ job, done })))),
    close: () => Promise.all(idle.map((worker) => worker.terminate())),
  };

  async function begin(next) {
    waiting.push(next);
    const worker = idle.pop();
    if (worker === undefined) return;
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      worker.postMessage(one.job);
      const [result] = await once(worker, 'message');
      one.done(result);
    }
    idle.push(worker);
  }
}
