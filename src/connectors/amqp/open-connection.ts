import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ChannelModel, connect } from 'amqplib';

const CONNECT_MS = 15_000;
const CLOSE_MS = 2_000;
/** Seconds; a broker that is silent for twice as long is gone. */
const HEARTBEAT = '15';

/** A connection; `broken` hears once that it ended, and why. `name` is what the broker's own lists show. */
export async function openConnection(url: string, name: string, broken: (why: unknown) => void): Promise<ChannelModel> {
  const address = new URL(url);
  if (!address.searchParams.has('heartbeat')) address.searchParams.set('heartbeat', HEARTBEAT);
  const connection = await connect(address.href, {
    // Small messages wait for nothing.
    noDelay: true,
    keepAlive: true,
    timeout: CONNECT_MS,
    clientProperties: { connection_name: name },
  });
  // An `error` without a listener would end the process; what throws in a listener of ours is our fault, and told.
  connection.on('error', broken);
  connection.on('handler-error', broken);
  connection.on('close', (why) => broken(why ?? new Error('the connection was closed')));
  return connection;
}

/** Whatever its state; a broker that does not answer is not waited for. */
export async function closeConnection(connection: ChannelModel): Promise<void> {
  const closed = connection.close().catch(() => undefined);
  const stop = new AbortController();
  await Promise.race([closed, sleep(CLOSE_MS, undefined, stop).catch(() => undefined)]);
  stop.abort();
  // The library keeps its socket to itself; one that hangs would keep the process from ending.
  (connection.connection as unknown as { stream?: Socket }).stream?.destroy();
}
