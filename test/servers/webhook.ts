import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hook {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What the party's server does with a request: answers with a status (and headers), or breaks the line. */
export type HookAnswer = number | 'break' | { readonly status: number; readonly headers: Record<string, string> };

export interface WebhookServer {
  readonly url: string;
  readonly hooks: readonly Hook[];
  answer(how: (hook: Hook) => HookAnswer | Promise<HookAnswer>): void;
  stop(): Promise<void>;
}

/** The server of a party, on this machine; `port` to come back where another one stood. */
export async function startWebhookServer(port = 0): Promise<WebhookServer> {
  const hooks: Hook[] = [];
  let how: (hook: Hook) => HookAnswer | Promise<HookAnswer> = () => 204;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const hook = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) };
      hooks.push(hook);
      const answer = await how(hook);
      if (answer === 'break') request.socket.destroy();
      else if (typeof answer === 'number') response.writeHead(answer).end();
      else response.writeHead(answer.status, answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hooks,
    answer: (anders) => {
      how = anders;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
