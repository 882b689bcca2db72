import { type CommandParser, defineScript } from '@redis/client';
import { z } from 'zod';
import { nameOf } from './key-name';
import type { Change } from './store';

/**
 * Before every key: whose it is and the version of the format. The braces keep all of them in one slot of a cluster, since one commit
 * may change any of them together: a cluster makes this store surer, not wider.
 */
const PREFIX = '{assistant:1}:';

/** The names of all documents, and of all logs with a line, each in order. */
export const DOCUMENTS = `${PREFIX}documents`;
export const LOGS = `${PREFIX}logs`;

/** Under which a document stands: `version text`. */
export const documentKey = (name: string): string => `${PREFIX}document:${name}`;

/** Under which a log stands: the sorted set of its `number:text`. */
export const logKey = (name: string): string => `${PREFIX}log:${name}`;

/** How long it is known that a commit was made: longer than anybody goes on asking. */
const KNOWN_MS = 60_000;

/**
 * KEYS: both lists of names, the mark of this commit, the key of each change. ARGV: how long the mark is kept, then four for each change:
 * "document" or "log", "put" or "delete", the name, the version expected of a document (-1: any, 0: none) or the number of the line;
 * after all of those their texts, in the same order. Gives nothing, or the place of a change that expected another version and the one found.
 */
const SCRIPT = `
local known = redis.call('EXISTS', KEYS[3])
if known == 1 then return {} end
local count = #KEYS - 3
local found = {}
for i = 1, count do
  local at = 1 + (i - 1) * 4
  if ARGV[at + 1] == 'document' then
    found[i] = tonumber(string.match(redis.call('GETRANGE', KEYS[i + 3], 0, 20), '^%d+') or '0')
    local expected = tonumber(ARGV[at + 4])
    if expected ~= -1 and expected ~= found[i] then return {i - 1, found[i]} end
  end
end
for i = 1, count do
  local at = 1 + (i - 1) * 4
  local key, text = KEYS[i + 3], ARGV[1 + count * 4 + i]
  local kind, act, name, number = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  if kind == 'document' and act == 'put' then
    local version = tonumber(string.match(redis.call('GETRANGE', key, 0, 20), '^%d+') or '0')
    redis.call('SET', key, string.format('%d ', version + 1) .. text)
    if version == 0 then redis.call('ZADD', KEYS[1], 0, name) end
  elseif kind == 'document' then
    redis.call('DEL', key)
    redis.call('ZREM', KEYS[1], name)
  else
    redis.call('ZREMRANGEBYSCORE', key, number, number)
    if act == 'put' then
      redis.call('ZADD', key, number, number .. ':' .. text)
      redis.call('ZADD', KEYS[2], 0, name)
    elseif redis.call('EXISTS', key) == 0 then
      redis.call('ZREM', KEYS[2], name)
    end
  end
end
redis.call('SET', KEYS[3], '', 'PX', ARGV[1])
return {}
`;

/** The commit of these changes under an id of its own: made again with the same id it changes nothing more. */
export const COMMIT = defineScript({
  SCRIPT,
  parseCommand: (parser: CommandParser, id: string, changes: readonly Change[]) => {
    const kept = changes.map(toRedis);
    parser.pushKeysLength([DOCUMENTS, LOGS, `${PREFIX}commit:${id}`, ...kept.map(({ key }) => key)]);
    parser.push(String(KNOWN_MS));
    for (const { what } of kept) parser.push(...what);
    for (const { text } of kept) parser.push(text);
  },
  transformReply: (reply: unknown): { readonly change: number; readonly found: number } | null => {
    const [change, found] = conflictSchema.parse(reply);
    return change === undefined || found === undefined ? null : { change, found };
  },
});

const conflictSchema = z.union([z.tuple([]), z.tuple([z.int(), z.int()])]);

function toRedis(change: Change): { key: string; what: readonly string[]; text: string } {
  const act = change.text === null ? 'delete' : 'put';
  const text = change.text ?? '';
  if ('log' in change) {
    const name = nameOf(change.log);
    return { key: logKey(name), what: ['log', act, name, String(change.number)], text };
  }
  const name = nameOf(change.key);
  const expected = change.expected === undefined ? -1 : (change.expected ?? 0);
  return { key: documentKey(name), what: ['document', act, name, String(expected)], text };
}
