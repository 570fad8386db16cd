import type { Redis } from 'ioredis';
import { inQueue, PREFIX } from './queues.ts';

/** A key that no party's queue has, within what the gateway may touch. */
const KEY = `${PREFIX}:${inQueue('proef')}:recht`;

/**
 * What BullMQ does with a gateway's rights, each as a call that changes nothing but a key of our own. Found by trial, as the
 * rights of parties were (test/connectors/bullmq/acl.test.ts).
 */
const PROBES: Readonly<Record<string, readonly (string | number)[]>> = {
  info: ['server'],
  'client|setname': ['ijw-gateway'],
  eval: ['return 1', 0],
  evalsha: ['0000000000000000000000000000000000000000', 0],
  exists: [KEY],
  set: [KEY, '1', 'PX', 1_000],
  get: [KEY],
  del: [KEY],
  pttl: [KEY],
  incr: [KEY],
  hset: [`${KEY}:h`, 'a', '1'],
  hget: [`${KEY}:h`, 'a'],
  hmset: [`${KEY}:h`, 'a', '1'],
  hmget: [`${KEY}:h`, 'a'],
  hgetall: [`${KEY}:h`],
  hincrby: [`${KEY}:h`, 'a', 1],
  hdel: [`${KEY}:h`, 'a'],
  lpush: [`${KEY}:l`, '1'],
  rpush: [`${KEY}:l`, '1'],
  lindex: [`${KEY}:l`, 0],
  llen: [`${KEY}:l`],
  lrange: [`${KEY}:l`, 0, 0],
  lrem: [`${KEY}:l`, 1, '1'],
  rpoplpush: [`${KEY}:l`, `${KEY}:l2`],
  sadd: [`${KEY}:s`, '1'],
  smembers: [`${KEY}:s`],
  scard: [`${KEY}:s`],
  srem: [`${KEY}:s`, '1'],
  zadd: [`${KEY}:z`, 1, '1'],
  zscore: [`${KEY}:z`, '1'],
  zcard: [`${KEY}:z`],
  zrange: [`${KEY}:z`, 0, 0],
  zrangebyscore: [`${KEY}:z`, 0, 1],
  zrevrange: [`${KEY}:z`, 0, 0],
  zrevrangebyscore: [`${KEY}:z`, 1, 0],
  zrem: [`${KEY}:z`, '1'],
  zremrangebyrank: [`${KEY}:z`, 1, 1],
  zpopmin: [`${KEY}:z`],
  bzpopmin: [`${KEY}:z`, 0.01],
  xadd: [`${KEY}:x`, '*', 'a', '1'],
  xtrim: [`${KEY}:x`, 'MAXLEN', 0],
};

/**
 * What a party's user must be allowed to put jobs in its queue, to wait for them, and to work on what is for it, with BullMQ 5
 * or 6. Without any of them something of it fails, often in silence and some only once a job stalls or is tried again.
 */
export const PARTY_COMMANDS: readonly string[] = (
  'bzpopmin client|setname del eval evalsha exists get hdel hget hgetall hincrby hmget hmset hset incr info lindex llen lpush ' +
  'lrange lrem rpoplpush rpush sadd scard set smembers srem xadd xread xtrim zadd zcard zpopmin zrange zrangebyscore ' +
  'zrem zremrangebyrank zrevrange zrevrangebyscore zscore'
).split(' ');

/** What a gateway's user of the broker must be allowed, beside the keys. */
export const GATEWAY_COMMANDS: readonly string[] = Object.keys(PROBES);

/**
 * The commands that this user may not use; `keys` when it may not touch the keys. A Worker whose user lacks one asks again
 * and again without a pause, so this is asked before any is made.
 */
export async function missingRights(redis: Redis): Promise<readonly string[]> {
  const missing = new Set<string>();
  for (const [command, args] of Object.entries(PROBES)) {
    try {
      const [name = '', ...sub] = command.split('|');
      await redis.call(name, ...sub, ...args.map(String));
    } catch (fout) {
      const tekst = fout instanceof Error ? fout.message : '';
      // Refusals of the command itself (no such script, another kind of key) are none of rights.
      if (tekst.startsWith('NOPERM')) missing.add(/one of the keys/.test(tekst) ? 'keys' : command);
      else if (!/^(NOSCRIPT|WRONGTYPE|ERR)/.test(tekst)) throw fout;
    }
  }
  await redis.call('del', `${KEY}:h`, `${KEY}:l`, `${KEY}:l2`, `${KEY}:s`, `${KEY}:z`, `${KEY}:x`, KEY).catch(() => 0);
  return [...missing];
}
