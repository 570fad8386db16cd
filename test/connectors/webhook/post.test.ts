import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { lineFault } from '../../../src/connectors/line-fault.ts';
import { Poster, type PosterOptions } from '../../../src/connectors/post-bytes.ts';
import { startWebhookServer, type WebhookServer } from '../../servers/webhook.ts';

const BODY = Buffer.from('<a/>');
const open: { stop(): Promise<void> }[] = [];
const posters: Poster[] = [];

afterEach(async () => {
  for (const poster of posters.splice(0)) poster.close();
  await Promise.all(open.splice(0).map((one) => one.stop()));
});

async function server(port = 0): Promise<WebhookServer> {
  const started = await startWebhookServer(port);
  open.push(started);
  return started;
}

function poster(options: Partial<PosterOptions> = {}): Poster {
  const made = new Poster({ privateAllowed: false, ...options });
  posters.push(made);
  return made;
}

/** The status, or the code of what went wrong. */
async function attempt(to: Poster, url: string): Promise<number | string> {
  try {
    return (await to.post(url, {}, BODY)).status;
  } catch (fout) {
    const outcome = lineFault(fout);
    return outcome.kind === 'failed' ? outcome.code : outcome.kind;
  }
}

describe('posting', () => {
  it('goes nowhere private, by address or by name, and sends not a byte there', async () => {
    const { url, hooks } = await server();
    const { port } = new URL(url);
    expect(await attempt(poster(), url)).toBe('prive-adres');
    expect(await attempt(poster(), `http://[::1]:${port}/`)).toMatch(
      /^(prive-adres|verbinding-geweigerd|niet-bereikbaar)$/,
    );
    expect(await attempt(poster(), `http://localhost:${port}/`)).toBe('prive-adres');
    expect(hooks).toEqual([]);
  });

  it('judges the address that is connected to: a name that stands for something else by then gets nothing', async () => {
    const { url, hooks } = await server();
    const { port } = new URL(url);
    // Public when it was set, and when it is asked the first time; this machine when the socket connects.
    const answers = [['93.184.216.34'], ['127.0.0.1'], ['93.184.216.34', '127.0.0.1']];
    const resolve = async () => answers.shift() ?? ['127.0.0.1'];
    await resolve();
    const to = poster({ resolve, connectMs: 200 });
    expect(await attempt(to, `http://epd.voorbeeld.nl:${port}/`)).toBe('prive-adres');
    expect(await attempt(to, `http://epd.voorbeeld.nl:${port}/`)).toBe('prive-adres');
    expect(hooks).toEqual([]);
  });

  it('follows no redirect: body and signature go to nobody else', async () => {
    const [first, second] = [await server(), await server()];
    const to = poster({ privateAllowed: true });
    for (const status of [301, 302, 303, 307, 308]) {
      first.answer(() => ({ status, headers: { location: second.url } }));
      expect(await attempt(to, first.url)).toBe(status);
    }
    expect(first.hooks).toHaveLength(5);
    expect(second.hooks).toEqual([]);
  });

  it('gives up a server that takes it and says nothing, and one that is not there', async () => {
    const silent = await server();
    silent.answer(() => new Promise(() => undefined));
    expect(await attempt(poster({ privateAllowed: true, totalMs: 200 }), silent.url)).toBe('geen-antwoord');
    const gone = await server();
    await gone.stop();
    expect(await attempt(poster({ privateAllowed: true }), gone.url)).toBe('verbinding-geweigerd');
  });

  it('goes again by itself when a kept connection was closed meanwhile', async () => {
    const { url, hooks, stop } = await server();
    const to = poster({ privateAllowed: true });
    expect(await attempt(to, url)).toBe(204);
    await stop();
    const again = await server(Number(new URL(url).port));
    expect(await attempt(to, url)).toBe(204);
    expect([hooks.length, again.hooks.length]).toEqual([1, 1]);
  });

  it('tells that a line is not TLS, and reads no more of an answer than it needs', async () => {
    const { url } = await server();
    expect(await attempt(poster({ privateAllowed: true }), url.replace('http:', 'https:'))).toBe('tls');
    const endless = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
      const more = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on('drain', more);
      more();
    });
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    open.push({ stop: () => new Promise((resolve) => endless.close(() => resolve())) });
    const { port } = endless.address() as AddressInfo;
    const { status, body } = await poster({ privateAllowed: true }).post(`http://127.0.0.1:${port}/`, {}, BODY);
    expect([status, body.length]).toEqual([200, 256 * 1_024]);
  });
});
