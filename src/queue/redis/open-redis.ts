import { Redis, type RedisOptions } from 'ioredis';

/** Several servers that stand in for each other: named by their sentinels, or as nodes of a cluster. */
interface Several {
  readonly kind: 'sentinel' | 'cluster';
  readonly nodes: readonly { readonly host: string; readonly port: number }[];
  readonly username?: string;
  readonly password?: string;
  /** Of sentinels: how they call the servers. */
  readonly name: string;
}

const PORTS = { sentinel: 26_379, cluster: 6_379 };

/** What we ask of a client, whatever stands behind it. */
type RedisSettings = Pick<
  RedisOptions,
  'lazyConnect' | 'connectTimeout' | 'commandTimeout' | 'maxRetriesPerRequest' | 'retryStrategy'
>;

/**
 * A client for what REDIS_URL says: one server (`redis://…`, `unix://…`), the master of
 * `redis+sentinel://:wachtwoord@een:26379,twee:26379/naam`, or `redis+cluster://een:6379,twee:6379`.
 */
export function openRedis(url: string, options: RedisSettings): Redis {
  const several = severalOf(url);
  if (several === null) return new Redis(url, options);
  const { kind, nodes, name, username, password } = several;
  const account = { ...(username === undefined ? {} : { username }), ...(password === undefined ? {} : { password }) };
  if (kind === 'sentinel') {
    // A master that is frozen keeps its connections: without the detector we would go on writing to it after it was replaced.
    return new Redis({ ...options, ...account, sentinels: [...nodes], name, failoverDetector: true });
  }
  const { retryStrategy: _, maxRetriesPerRequest = 20, ...rest } = options;
  // As to commands the same; it has no `maxRetriesPerRequest` of its own, and a number in place of none.
  return new Redis.Cluster([...nodes], {
    redisOptions: { ...rest, ...account, maxRetriesPerRequest },
    lazyConnect: options.lazyConnect ?? false,
    enableReadyCheck: true,
  }) as unknown as Redis;
}

/** Null for one server. */
function severalOf(url: string): Several | null {
  const [, kind, account, hosts, name = ''] =
    /^redis\+(sentinel|cluster):\/\/(?:([^@/]*)@)?([^/?]+)(?:\/([^?]*))?/.exec(url) ?? [];
  if (kind === undefined || hosts === undefined) return null;
  const as = kind === 'sentinel' ? 'sentinel' : 'cluster';
  const nodes = hosts.split(',').map((one) => {
    const { hostname, port } = new URL(`redis://${one}`);
    return { host: hostname, port: port === '' ? PORTS[as] : Number(port) };
  });
  const [username = '', password] = (account ?? '').split(':').map(decodeURIComponent);
  return {
    ...{ kind: as, nodes, name: name === '' ? 'mymaster' : decodeURIComponent(name) },
    ...(username === '' ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
}
