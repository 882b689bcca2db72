/** The Redis of an address, and how to get there. */
export type RedisAddress = NonNullable<ReturnType<typeof redisAddressOf>>;
export type RedisNode = ReturnType<typeof nodeOf>;

const NODE = String.raw`(?:\[[0-9a-f:]+\]|[^\s/?#@:,[\]]+)(?::\d{1,5})?`;
/** No setting of the client can hide in it. */
const ADDRESS = new RegExp(
  String.raw`^(?<scheme>rediss?)(?<sentinel>-sentinel)?://(?:(?<user>[^\s/?#@:]*)(?::(?<password>[^\s/?#@]*))?@)?(?<nodes>${NODE}(?:,${NODE})*)(?:/(?<database>\d{0,6}))?(?:#(?<master>[\w.-]{1,100}))?$`,
  'iu',
);
const REDIS_PORT = 6_379;
const SENTINEL_PORT = 26_379;
const LAST_PORT = 65_535;

/**
 * `redis://user:password@host:6379/0`, `rediss://` over TLS; or `redis-sentinel://user:password@host:26379,host:26379/0#name` (`rediss-sentinel://`),
 * where the user and the password are those of the Redis. Null for any other text.
 */
export function redisAddressOf(url: string) {
  const found = ADDRESS.exec(url)?.groups;
  if (found === undefined) return null;
  const { scheme = '', sentinel = '', user = '', password = '', nodes = '', database = '', master } = found;
  const isSentinel = sentinel !== '';
  const parsed = nodes.split(',').map((node) => nodeOf(node, isSentinel ? SENTINEL_PORT : REDIS_PORT));
  const isWhole = isSentinel === (master !== undefined) && (isSentinel || parsed.length === 1);
  if (!isWhole || parsed.some(({ port }) => port > LAST_PORT)) return null;
  const [username, secret] = [user, password].map(unescaped);
  if (username === null || username === undefined || secret === null || secret === undefined) return null;
  return {
    /** To tell people: without user and password. */
    place: url.replace(/\/\/[^/]*@/u, '//'),
    isTls: scheme.toLowerCase() === 'rediss',
    ...(username !== '' && { username }),
    ...(secret !== '' && { password: secret }),
    database: Number(database),
    /** Of the Redis itself, or of the sentinels that know which one is written to now. */
    nodes: parsed,
    /** The name under which the sentinels know it; none without them. */
    ...(master !== undefined && { master }),
  };
}

function nodeOf(text: string, standardPort: number) {
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/u.exec(text) ?? [];
  return { host: host.replace(/^\[|\]$/gu, ''), port: port === undefined ? standardPort : Number(port) };
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
