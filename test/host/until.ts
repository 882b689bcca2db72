import { setTimeout as wait } from 'node:timers/promises';

/** How often it is looked again whether something happened. */
const GLANCE_MS = 5;
/** Far beyond what anything here takes on a machine with nothing else to do, and a little before jest ends a test without a word on what it waited for. */
const LIMIT_MS = 25_000;

/** Resolves once the condition holds; rejects when it has not for 25 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited ${LIMIT_MS} ms in vain until ${condition.toString()}`);
    await wait(GLANCE_MS);
  }
}
