import { z } from 'zod';
import type { Log } from '../log';
import { parseReadable } from './parse-json';
import type { Change, WholeStore } from './store';

/** Before the key of what was set aside; kept as long as a conversation, for whoever can mend it. */
export const DAMAGED = 'damaged/';

/** Puts a text that cannot be read where nobody meets it. `at` is when, and dates it. */
function setAside(key: string, text: string, at: Date): Change {
  return { key: DAMAGED + key, text: JSON.stringify({ at: at.toISOString(), text }) };
}

/** Sets aside what is no JSON, and lines that belong to nothing any more; says so in the log, without a word of what they hold. */
export async function setDamagedAside(store: WholeStore, now: Date, log: Log): Promise<void> {
  let damaged = 0;
  const known = new Set<string>();
  for await (const { key, text } of store.list('')) {
    known.add(key);
    if (isJson(text)) continue;
    damaged += 1;
    known.delete(key);
    await store.commit([{ key, text: null }, setAside(key, text, now)]);
  }
  for await (const { log: name, number, text } of store.everyLine()) {
    if (known.has(name) && isJson(text)) continue;
    damaged += 1;
    await store.commit([{ log: name, number, text: null }, setAside(`${name}/${number}`, text, now)]);
  }
  if (damaged > 0) log.warn('what could not be read was set aside', { records: damaged });
}

const anyJson = z.unknown().transform(() => true);
const isJson = (text: string): boolean => parseReadable(anyJson, text) !== null;
