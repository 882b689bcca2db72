import { type CommandParser, defineScript } from '@redis/client';
import { z } from 'zod';
import { type Change, nameOf } from './store';

/** How everything of one assistant is called in Redis. */
type RedisNames = ReturnType<typeof redisNames>;

/**
 * Names of the assistant of this prefix, on the database of this number. They say the version of the format too. The braces keep all of
 * them in one slot of a cluster, since one commit may change any of them together: a cluster makes this store surer, not wider.
 */
export function redisNames(prefix: string, database: number) {
  const ours = `{${prefix}:1}:`;
  return {
    /** The names of all documents, and of all logs with a line, each in order. */
    documents: `${ours}documents`,
    logs: `${ours}logs`,
    /** Under which a document stands: `version text`. */
    document: (key: string) => `${ours}document:${nameOf(key)}`,
    /** Under which a log stands: the sorted set of its `number:text`. */
    log: (log: string) => `${ours}log:${nameOf(log)}`,
    /** The channel that says what is put into a log. Channels are heard in all databases of a server. */
    channel: (log: string) => `${ours}channel:${database}:${nameOf(log)}`,
    /** Under which it is known for a while that a commit was made. */
    commit: (id: string) => `${ours}commit:${id}`,
    /** Under which the milliseconds that somebody has still to wait run out. */
    debt: (key: string) => `${ours}debt:${key}`,
  };
}

/** How long it is known that a commit was made: longer than anybody goes on asking. */
const KNOWN_MS = 60_000;

/**
 * KEYS: both lists of names, the mark of this commit, the key of each change. ARGV: how long the mark is kept, then five for each change:
 * "document" or "log", "put" or "delete", the name, the version expected of a document (-1: any, 0: none) or the number of the line, the
 * channel that hears of a line; after all of those their texts, in the same order. Gives nothing, or the place of a change that expected
 * another version and the one found.
 */
const COMMIT_SCRIPT = `
local known = redis.call('EXISTS', KEYS[3])
if known == 1 then return {} end
local count = #KEYS - 3
local found = {}
for i = 1, count do
  local at = 1 + (i - 1) * 5
  if ARGV[at + 1] == 'document' then
    found[i] = tonumber(string.match(redis.call('GETRANGE', KEYS[i + 3], 0, 20), '^%d+') or '0')
    local expected = tonumber(ARGV[at + 4])
    if expected ~= -1 and expected ~= found[i] then return {i - 1, found[i]} end
  end
end
for i = 1, count do
  local at = 1 + (i - 1) * 5
  local key, text = KEYS[i + 3], ARGV[1 + count * 5 + i]
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
      redis.call('PUBLISH', ARGV[at + 5], number .. ':' .. text)
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
  SCRIPT: COMMIT_SCRIPT,
  parseCommand: (parser: CommandParser, names: RedisNames, id: string, changes: readonly Change[]) => {
    const kept = changes.map((change) => toRedis(change, names));
    parser.pushKeysLength([names.documents, names.logs, names.commit(id), ...kept.map(({ key }) => key)]);
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

function toRedis(change: Change, names: RedisNames): { key: string; what: readonly string[]; text: string } {
  const act = change.text === null ? 'delete' : 'put';
  const text = change.text ?? '';
  if ('log' in change) {
    const { log, number } = change;
    return { key: names.log(log), what: ['log', act, nameOf(log), String(number), names.channel(log)], text };
  }
  const { key, expected } = change;
  const version = expected === undefined ? -1 : (expected ?? 0);
  return { key: names.document(key), what: ['document', act, nameOf(key), String(version), ''], text };
}

/**
 * KEYS: whose debts; ARGV: the milliseconds to add to each. What is left of a debt is the time that its key still has to live. Kept in
 * memory alone: it would be written to the disk before each answer, for what is forgotten within the hour.
 */
const SPEND_SCRIPT = `
if redis.replicate_commands then redis.replicate_commands() end
redis.set_repl(redis.REPL_NONE)
local left = {}
for i = 1, #KEYS do
  left[i] = math.max(redis.call('PTTL', KEYS[i]), 0) + tonumber(ARGV[i])
  redis.call('SET', KEYS[i], '', 'PX', left[i])
end
return left
`;

/** Adds whole milliseconds, at least 1, to what is left of each debt; gives what is then left, in the same order. */
export const SPEND = defineScript({
  SCRIPT: SPEND_SCRIPT,
  parseCommand: (parser: CommandParser, keys: readonly string[], milliseconds: readonly number[]) => {
    parser.pushKeysLength([...keys]);
    parser.push(...milliseconds.map(String));
  },
  transformReply: (reply: unknown): readonly number[] => z.array(z.int()).parse(reply),
});
