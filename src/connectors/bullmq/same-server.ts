import { Redis } from 'ioredis';

const ASK_MS = 3_000;

/** Whether both addresses lead to one server, whatever they are called; false while one of them does not answer. */
export async function isSameServer(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([runId(a), runId(b)]);
  return one !== null && one === other;
}

/** What a server calls itself since it started. */
async function runId(url: string): Promise<string | null> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ASK_MS,
    commandTimeout: ASK_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return /^run_id:(\w+)/m.exec(await redis.info('server'))?.[1] ?? null;
  } catch {
    return null;
  } finally {
    redis.disconnect();
  }
}
