import { ErrorReply } from '@redis/client';
import type { Log } from '../log';
import { orElse } from './error-code';
import { StoreProblem } from './store-problem';

/** The first that gives a stretch of a sorted set by names and by numbers. */
const OLDEST = { major: 6, minor: 2 } as const;

/** What is asked of a Redis before it is trusted. */
interface Asked {
  info(): Promise<string>;
  configGet(name: string): Promise<Readonly<Record<string, string>>>;
}

/**
 * Makes sure that what this Redis acknowledges stays: new enough, the one that is written to, evicting nothing, every write on its disk
 * before the answer. Where CONFIG is forbidden, as hosts do, the last cannot be known, which is told. How many copies it has is told too.
 *
 * @throws StoreProblem that names the first of these that does not hold; `place` is the address, without password
 */
export async function requireFit(redis: Asked, place: string, log: Log): Promise<void> {
  const info = await infoOf(redis);
  const [major = 0, minor = 0] = (info.get('redis_version') ?? '').split('.').map(Number);
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor))
    throw new StoreProblem('redis-old', place);
  if (info.get('role') !== 'master') throw new StoreProblem('redis-replica', place);
  if (info.get('maxmemory_policy') !== 'noeviction') throw new StoreProblem('redis-evicts', place);
  if (info.get('aof_enabled') !== '1') throw new StoreProblem('redis-forgets', place);
  const asking = redis.configGet('appendfsync').then(({ appendfsync }) => appendfsync);
  const appendfsync = await orElse(asking, (error) => error instanceof ErrorReply, undefined);
  if (appendfsync === undefined)
    log.warn('this Redis does not say how it writes to its disk: make sure that appendfsync is always', { place });
  else if (appendfsync !== 'always') throw new StoreProblem('redis-forgets', place);
  const [version = '', replicas = ''] = [info.get('redis_version'), info.get('connected_slaves')];
  log.info('the store is on Redis', { place, version, replicas });
}

/** The bytes of memory that it takes. */
export async function bytesIn(redis: Pick<Asked, 'info'>): Promise<number> {
  return Number((await infoOf(redis)).get('used_memory'));
}

async function infoOf(redis: Pick<Asked, 'info'>): Promise<ReadonlyMap<string, string>> {
  return new Map(
    (await redis.info()).split('\r\n').map((line) => {
      const [name = '', value = ''] = line.split(':', 2);
      return [name, value];
    }),
  );
}
