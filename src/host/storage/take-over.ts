import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from '../log';
import { unlessMissing } from './error-code';
import { parseJson } from './parse-json';
import { setAside } from './set-aside';
import type { Change, Store } from './store';

/** Folders of files, one for each conversation, as versions up to 0.1 kept them. */
const FOLDERS = ['conversations', 'inbox', 'subscriptions'];
const SECRET_FILE = 'direct-line-secret';

/** Commits at a time, so that they share their flushes. */
const AT_ONCE = 100;

/**
 * Takes over what an earlier version kept in files under `varDir`. Each file is deleted once what it holds is durable here; broken off,
 * it begins again with those that are left. What cannot be read is set aside, and told.
 */
export async function takeOver(store: Store, varDir: string, log: Log): Promise<void> {
  const names: string[] = [];
  for (const folder of FOLDERS)
    for (const name of await unlessMissing(readdir(join(varDir, folder)), [])) names.push(join(folder, name));
  names.push(SECRET_FILE);
  let taken = 0;
  let broken = 0;
  for (let from = 0; from < names.length; from += AT_ONCE)
    await Promise.all(names.slice(from, from + AT_ONCE).map(take));
  for (const folder of FOLDERS) await rm(join(varDir, folder), { recursive: true, force: true });
  if (taken > 0) log.info('what an earlier version kept was taken over', { files: taken, broken });

  async function take(name: string): Promise<void> {
    const path = join(varDir, name);
    const text = await unlessMissing(readFile(path, 'utf8'), null);
    if (text === null) return;
    const { mtime } = await stat(path);
    const changes = changesIn(name, text, mtime);
    if (changes === null) broken += 1;
    taken += 1;
    await store.commit(changes ?? [setAside(`file/${name}`, text, mtime)]);
    await rm(path);
  }
}

/** What the file says, as changes; null when it is none of ours. */
function changesIn(name: string, text: string, at: Date): readonly Change[] | null {
  try {
    if (name === SECRET_FILE) return [{ key: 'secrets', text: JSON.stringify(text.split(/\s+/u).filter(Boolean)) }];
    if (name.endsWith('.tmp')) return [];
    return name.endsWith('.log') ? changesOfLog(text, at) : changesOfDocument(text, at);
  } catch {
    return null;
  }
}

const documentSchema = z.strictObject({ key: z.string(), version: z.int().positive(), value: z.unknown() });

function changesOfDocument(text: string, at: Date): readonly Change[] {
  const { key, value } = documentSchema.parse(parseJson(text));
  const put = (kept: unknown): readonly Change[] => [{ key, text: JSON.stringify(kept) }];
  switch (key.split('/', 1)[0]) {
    case 'state':
      return value === null ? [] : put({ at: at.toISOString(), state: value });
    case 'seen':
      return put({ at: at.toISOString(), ids: z.object({ ids: z.array(z.string()) }).parse(value).ids });
    case 'inbox':
      // The list of a day is not needed any more: the keys say it.
      return key.split('/').length < 3 ? [] : put(value);
    case 'subscriber':
    case 'base':
      return put(value);
    default:
      return [];
  }
}

const eventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('began'),
    id: z.string(),
    user: z.strictObject({ id: z.string(), name: z.string().optional() }),
    startedAt: z.iso.datetime(),
  }),
  z.object({
    kind: z.literal('logged'),
    entry: z.object({
      sequence: z.int().positive(),
      key: z.string().nullable(),
      activity: z.looseObject({ id: z.string(), timestamp: z.iso.datetime().optional().catch(undefined) }),
    }),
  }),
  z.object({ kind: z.literal('key-forgotten'), activityId: z.string() }),
  z.object({ kind: z.literal('ended') }),
]);

type Logged = Extract<z.infer<typeof eventSchema>, { kind: 'logged' }>['entry'];

/** The header, then an event a line; a line without its end was never acknowledged. */
function changesOfLog(text: string, at: Date): readonly Change[] {
  const [header, ...events] = text.split('\n').slice(0, -1).map(parseJson);
  const id = z
    .object({ key: z.templateLiteral(['directline/', z.string()]) })
    .parse(header)
    .key.slice('directline/'.length);
  const key = `chat/${id}`;
  let begun: Extract<z.infer<typeof eventSchema>, { kind: 'began' }> | null = null;
  let entries: readonly Logged[] = [];
  for (const event of eventSchema.array().min(1).parse(events)) {
    switch (event.kind) {
      case 'began':
        begun = event;
        break;
      case 'ended':
        return [{ key, text: JSON.stringify({ at: at.toISOString(), ended: true }) }];
      case 'logged':
        entries = [...entries.filter(({ activity }) => activity.id !== event.entry.activity.id), event.entry];
        break;
      case 'key-forgotten':
        entries = entries.map((entry) => (entry.activity.id === event.activityId ? { ...entry, key: null } : entry));
    }
  }
  if (begun === null) throw new Error('it has no beginning');
  const lines = entries.map(({ sequence, activity }) => ({
    log: key,
    number: sequence,
    text: JSON.stringify(activity),
  }));
  const head = {
    at: entries.at(-1)?.activity.timestamp ?? begun.startedAt,
    id,
    user: begun.user,
    last: lines.at(-1)?.number ?? 0,
    count: lines.length,
    characters: lines.reduce((sum, { text: { length } }) => sum + length, 0),
    heard: entries.flatMap((entry) => (entry.key === null ? [] : [[entry.key, entry.activity.id]])).slice(-50),
  };
  return [{ key, text: JSON.stringify(head) }, ...lines];
}
