import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';

/** RabbitMQ of the tests: `startRabbitmq` gives a private node, or says in words that it is not installed. */
export { passwordHash, type RabbitmqServer, startRabbitmq } from '../../scripts/lib/private-rabbitmq.mjs';

/** Stands between a client and a server, and can be cut. */
export interface CutProxy {
  readonly port: number;
  /** Ends every connection in mid-stream; new ones are taken. */
  cut(): void;
  /** Ends them once the client has sent so many bytes more. */
  cutAfter(bytes: number): void;
  close(): Promise<void>;
}

export async function cutProxy(target: number): Promise<CutProxy> {
  const sockets = new Set<Socket>();
  let left = Number.POSITIVE_INFINITY;
  const cut = () => {
    left = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    const upstream = dial(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    client.on('data', (part) => {
      left -= part.length;
      if (left < 0) return cut();
      upstream.write(part);
    });
    upstream.pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    cutAfter: (bytes) => {
      left = bytes;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
